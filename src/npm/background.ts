// The same functions, done by a worker, so that a page stays at hand while it reads. Where a worker
// cannot start, they read on this thread.

import type { Article, Options } from "./article.js";
import { findBesideScript } from "./browser-source.js";
import { type Api, compile, createApi, type SourceFinder, WirecopyError } from "./core.js";
import type { ErrorFields, Reply, Request } from "./messages.js";

export { compile, createApi, WirecopyError } from "./core.js";
export type * from "./core.js";

/** How a background differs from the usual one. */
export interface BackgroundOptions {
  /** Starts the worker: from a copy of `wirecopy/worker` at an address of your own, for example. */
  startWorker?: () => Worker;
  /** Finds the module. */
  source?: SourceFinder;
}

/** A call that waits for its turn or has it. */
interface Task {
  source: SourceFinder;
  /** What to do with the worker or, where there is none, on this thread. */
  work(reader: Reader | undefined): Promise<void>;
  reject(reason: unknown): void;
}

/** Makes the functions of this entry with a worker of their own. It starts with the first call. */
export function createBackground(custom: BackgroundOptions = {}): Api {
  const { startWorker = startWorkerBesideScript, source = findBesideScript } = custom;
  const onThisThread = createApi(() => load(source));
  const waiting: Task[] = [];
  let running: Task | undefined;
  let module: Promise<WebAssembly.Module> | undefined;
  let reader: Reader | undefined;
  let canStartWorkers = true;

  return {
    parseArticle(input, options, call) {
      return enqueue(source, call?.signal, async (worker) => {
        if (!worker) return onThisThread.parseArticle(input, options);
        try {
          return await worker.read(input, options);
        } catch (error) {
          // What cannot cross to a worker, such as a function, is for the core to name as wrong.
          if (isDataCloneError(error)) return onThisThread.parseArticle(input, options);
          throw error;
        }
      });
    },
    init(given) {
      return enqueue(given === undefined ? source : () => given, undefined, async (worker) => {
        if (!worker) await onThisThread.init();
      });
    },
    dispose() {
      const reason = new DOMException("the background was disposed of", "AbortError");
      for (const task of [running, ...waiting.splice(0)]) task?.reject(reason);
      running = undefined;
      endReader();
      onThisThread.dispose();
      module = undefined;
    },
  };

  function enqueue<T>(
    source: SourceFinder,
    signal: AbortSignal | undefined,
    work: (reader: Reader | undefined) => Promise<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const task: Task = { source, work: async (reader) => resolve(await work(reader)), reject };
      signal?.addEventListener("abort", () => abort(task, signal.reason), { once: true });
      waiting.push(task);
      startNext();
    });
  }

  function startNext(): void {
    if (running) return;
    const task = waiting.shift();
    if (!task) return;
    running = task;
    run(task)
      .catch(task.reject)
      .then(() => {
        if (running === task) running = undefined;
        startNext();
      });
  }

  /** Does the task, unless it is aborted while the worker starts. */
  async function run(task: Task): Promise<void> {
    const compiled = await load(task.source);
    if (running !== task) return;
    const worker = await openReader(compiled);
    if (running !== task) return;
    await task.work(worker).finally(() => {
      if (worker?.isBroken() && reader === worker) endReader();
    });
  }

  /** A worker cannot be interrupted, only ended. */
  function abort(task: Task, reason: unknown): void {
    task.reject(reason);
    if (running === task) {
      endReader();
      running = undefined;
      startNext();
    } else if (waiting.includes(task)) {
      waiting.splice(waiting.indexOf(task), 1);
    }
  }

  function load(from: SourceFinder): Promise<WebAssembly.Module> {
    if (module) return module;
    const loading = compile(from);
    module = loading;
    loading.catch(() => {
      if (module === loading) module = undefined;
    });
    return loading;
  }

  /** A worker that is ready, or undefined where none can start. */
  async function openReader(compiled: WebAssembly.Module): Promise<Reader | undefined> {
    if (!canStartWorkers) return undefined;
    let opened: Reader | undefined;
    try {
      opened = reader ??= createReader(startWorker(), compiled);
      await opened.ready;
      return opened;
    } catch {
      // Unless it was ended on purpose.
      if (reader === opened) {
        canStartWorkers = false;
        endReader();
      }
      return undefined;
    }
  }

  function endReader(): void {
    reader?.end();
    reader = undefined;
  }
}

export const { parseArticle, init, dispose } = createBackground();

function startWorkerBesideScript(): Worker {
  return new Worker(new URL("./worker.js", import.meta.url));
}

/** A worker that holds the module. It is asked one thing at a time. */
interface Reader {
  /** Rejects where the worker or the module in it does not start. */
  ready: Promise<unknown>;
  read(input: string, options: Options | undefined): Promise<Article>;
  /** Whether the worker itself failed, and not what it was asked. */
  isBroken(): boolean;
  end(): void;
}

function createReader(worker: Worker, module: WebAssembly.Module): Reader {
  let lastId = 0;
  let isBroken = false;
  let fail = (_message: string) => {};

  function ask(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      fail = (message) => {
        isBroken = true;
        reject(new WirecopyError("crashed", message));
      };
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.id === request.id) resolve(data);
      };
      worker.onmessageerror = () => fail("the answer of the worker could not be read");
      worker.onerror = (event) => fail(`the worker broke off: ${event.message ?? "it could not start"}`);
      worker.postMessage(request);
    });
  }

  return {
    ready: ask({ id: lastId, module }).then(({ error }) => {
      if (error) throw revive(error);
    }),
    async read(input, options) {
      const { article, error } = await ask({ id: ++lastId, input, options });
      if (article) return article;
      throw error ? revive(error) : new WirecopyError("crashed", "the worker gave an empty answer");
    },
    isBroken: () => isBroken,
    end() {
      worker.terminate();
      fail("the worker was ended");
    },
  };
}

/** The error again, as it was thrown in the worker. */
function revive({ name, message, stack, code }: ErrorFields): Error {
  const error = code ? new WirecopyError(code, message) : Object.assign(new Error(message), { name });
  if (stack) error.stack = stack;
  return error;
}

function isDataCloneError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "DataCloneError";
}
