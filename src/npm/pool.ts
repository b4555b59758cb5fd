// Calls that workers do: each takes what is next, a crash costs one call, an abort a worker. Where no
// worker can start, this thread does it all.

import { makeArticle } from "../wasm/objects.js";
import type { Sources } from "./api.js";
import { compile, createApi, WirecopyError } from "./core.js";
import type { SourceFinder } from "./instance.js";
import {
  type Call,
  type ErrorFields,
  type Extra,
  extrasFor,
  type Outcome,
  perform,
  type Reading,
  type Reply,
  type Request,
  type Result,
} from "./messages.js";
import type { Thread } from "./thread.js";

/** Calls that a worker holds at a time: while one is done the next is there already. */
const DEPTH = 2;

/** What is to be done, in its turn. */
interface Task {
  /** Nothing: a worker is to start. */
  call: Call | undefined;
  resolve(outcomes: Outcome[]): void;
  reject(reason: unknown): void;
  isSettled: boolean;
}

/** A worker with what it has to do. */
interface Lane {
  thread: Thread;
  /** By the id of the request, in order: the first is the one that is being done. */
  tasks: Map<number, Task>;
  /** What waits for modules that were sent, by the id of the request. */
  modules: Map<number, (reply: Reply) => void>;
  /** Settled when the module that reads has started. */
  ready: Promise<void>;
  isReady: boolean;
  /** Settled when the module has started; those that were not needed are not there. */
  extras: Partial<Record<Extra, Promise<void>>>;
}

export interface Pool {
  /** Has a call done. */
  perform(call: Call | undefined, signal?: AbortSignal): Promise<Outcome[]>;
  /** Allows so many workers. */
  widen(size: number): void;
  /** Ends the workers that do nothing, but for so many. */
  narrow(size: number): void;
  /** Takes the modules from elsewhere, those that are not loaded yet. */
  load(source: SourceFinder | undefined, extras: Partial<Record<Extra, SourceFinder | undefined>>): void;
  dispose(): void;
}

/** Makes a pool of workers. */
export function createPool(sources: Required<Sources>, startThread: () => Thread): Pool {
  // For where no worker starts. The modules that were compiled for the workers serve here too.
  const here = createApi({
    reader: () => loadReader(),
    pages: () => loadExtra("pages"),
    patterns: () => loadExtra("patterns"),
    identities: () => loadExtra("identities"),
    exporter: () => loadExtra("exporter"),
  });
  const lanes = new Set<Lane>();
  const waiting: Task[] = [];
  const outside = new Set<Task>();
  let size = 1;
  let lastId = 0;
  let canStart = true;
  let finders: Partial<Record<Extra, SourceFinder | undefined>> = {};
  let reader: Promise<WebAssembly.Module> | undefined;
  let extras: Partial<Record<Extra, Promise<WebAssembly.Module>>> = {};

  return {
    perform(call, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const abort = () => drop(task, signal?.reason);
        const settle = <V>(end: (value: V) => void) => (value: V) => {
          if (task.isSettled) return;
          task.isSettled = true;
          signal?.removeEventListener("abort", abort);
          end(value);
        };
        const task: Task = { call, resolve: settle(resolve), reject: settle(reject), isSettled: false };
        signal?.addEventListener("abort", abort, { once: true });
        waiting.push(task);
        next();
      });
    },
    widen(wanted) {
      size = Math.max(size, wanted);
      next();
    },
    narrow(wanted) {
      size = wanted;
      for (const lane of lanes) if (lanes.size > size && lane.tasks.size === 0) end(lane);
    },
    load(given, more) {
      if (given) void loadReader(given);
      for (const [extra, finder] of Object.entries(more)) if (finder) finders[extra as Extra] = finder;
    },
    dispose() {
      const reason = new DOMException("the background was disposed of", "AbortError");
      const tasks = [...waiting.splice(0), ...outside, ...[...lanes].flatMap((lane) => [...lane.tasks.values()])];
      for (const lane of lanes) end(lane);
      for (const task of tasks) task.reject(reason);
      finders = {};
      reader = undefined;
      extras = {};
      canStart = true;
      here.dispose();
    },
  };

  /** Gives what waits to the workers, as far as they can take it. */
  function next(): void {
    while (waiting.length > 0) {
      if (!canStart) {
        performHere(waiting.shift()!);
        continue;
      }
      const lane = findLane();
      if (!lane) return;
      assign(lane, waiting.shift()!);
    }
  }

  /** The worker that has least to do, or a new one rather than one that has something to do. */
  function findLane(): Lane | undefined {
    const free = [...lanes].filter((lane) => lane.tasks.size < DEPTH).sort((a, b) => a.tasks.size - b.tasks.size)[0];
    if (lanes.size >= size || free?.tasks.size === 0) return free;
    return open() ?? free;
  }

  function open(): Lane | undefined {
    let thread: Thread;
    try {
      thread = startThread();
    } catch {
      canStart = false;
      return undefined;
    }
    const ready = start();
    const lane: Lane = { thread, tasks: new Map(), modules: new Map(), ready, isReady: false, extras: {} };
    lanes.add(lane);
    thread.hold?.(false);
    thread.onmessage = ({ data }: MessageEvent<Reply>) => settle(lane, data);
    thread.onmessageerror = () => breakOff(lane, "its answer could not be read");
    thread.onerror = ({ message }) => breakOff(lane, message ?? "it could not start");
    ready.then(() => (lane.isReady = true), () => giveUp(lane));
    return lane;

    async function start(): Promise<void> {
      const reader = await loadReader().catch((error) => {
        // No fault of the worker's: the next call tries again.
        for (const task of lane.tasks.values()) task.reject(error);
        end(lane);
        throw error;
      });
      await tell(lane, { reader });
    }
  }

  function assign(lane: Lane, task: Task): void {
    const id = ++lastId;
    lane.tasks.set(id, task);
    lane.thread.hold?.(true);
    post(lane, id, task).catch((error) => {
      if (!lane.tasks.delete(id)) return;
      // What cannot cross to a worker, such as a function, is for the core to name as wrong.
      if (error instanceof WirecopyError) task.reject(error);
      else performHere(task);
      rest(lane);
    });
  }

  async function post(lane: Lane, id: number, task: Task): Promise<void> {
    await lane.ready;
    for (const extra of task.call ? extrasFor(task.call) : []) {
      const starting = (lane.extras[extra] ??= loadExtra(extra).then((module) => tell(lane, { extra, module })));
      starting.catch(() => delete lane.extras[extra]);
      await starting;
    }
    if (!lanes.has(lane)) return;
    if (task.call && !task.isSettled) return lane.thread.postMessage({ id, call: task.call } satisfies Request);
    lane.tasks.delete(id);
    task.resolve([]);
    rest(lane);
  }

  /** Sends a module and waits till it has started. */
  function tell(lane: Lane, module: { reader: WebAssembly.Module } | { extra: Extra; module: WebAssembly.Module }): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      lane.modules.set(id, ({ results: [result] }) => {
        if (!result || "error" in result) reject(result ? revive(result.error) : new Error("the worker says nothing"));
        else resolve();
      });
      lane.thread.postMessage({ id, ...module } satisfies Request);
    });
  }

  function settle(lane: Lane, reply: Reply): void {
    const { id, results = [] } = reply;
    const isStarted = lane.modules.get(id);
    if (isStarted) {
      lane.modules.delete(id);
      return isStarted({ id, results });
    }
    const task = lane.tasks.get(id);
    if (!task?.call) return;
    lane.tasks.delete(id);
    const { given } = task.call;
    task.resolve(results.map((result, index) => () => unpack(result, given[index])));
    rest(lane);
  }

  function rest(lane: Lane): void {
    if (lane.tasks.size === 0) lane.thread.hold?.(false);
    if (lane.tasks.size === 0 && lanes.size > size) end(lane);
    next();
  }

  /** What the worker had begun has failed; what it had not begun is for another. */
  function breakOff(lane: Lane, reason: string): void {
    if (!lanes.has(lane)) return;
    if (!lane.isReady) return giveUp(lane);
    const [first] = lane.tasks.values();
    first?.reject(new WirecopyError("crashed", `the worker broke off: ${reason}`));
    hand(lane);
  }

  /** No worker starts here: this thread does it all. */
  function giveUp(lane: Lane): void {
    if (!lanes.has(lane)) return;
    canStart = false;
    hand(lane);
  }

  /** Ends the worker; its tasks go back to those that wait. */
  function hand(lane: Lane): void {
    end(lane);
    waiting.unshift(...[...lane.tasks.values()].filter((task) => !task.isSettled));
    next();
  }

  /** Takes a task back. What a worker has begun can only be ended with the worker. */
  function drop(task: Task, reason: unknown): void {
    const place = waiting.indexOf(task);
    if (place >= 0) waiting.splice(place, 1);
    task.reject(reason);
    for (const lane of lanes) {
      const [first] = lane.tasks.values();
      if (first === task) hand(lane);
    }
  }

  function end(lane: Lane): void {
    lanes.delete(lane);
    lane.thread.terminate();
  }

  function performHere(task: Task): void {
    outside.add(task);
    const done = task.call ? perform(here, task.call) : here.init().then(() => []);
    done.then(task.resolve, task.reject).finally(() => outside.delete(task));
  }

  function loadReader(find = sources.reader): Promise<WebAssembly.Module> {
    const loading = (reader ??= compile(find));
    loading.catch(() => reader === loading && (reader = undefined));
    return loading;
  }

  function loadExtra(extra: Extra): Promise<WebAssembly.Module> {
    const loading = (extras[extra] ??= compile(finders[extra] ?? sources[extra]));
    loading.catch(() => extras[extra] === loading && delete extras[extra]);
    return loading;
  }
}

/** What the result stands for. An article's text does not cross where it is the input. */
function unpack(result: Result, given: unknown): unknown {
  if ("error" in result) throw revive(result.error);
  if ("json" in result) return JSON.parse(result.json);
  const { text, json, numbers } = result.parts;
  return makeArticle(text ?? (given as Reading)[0], json, numbers);
}

/** The error again, as it was thrown in the worker. */
function revive({ name, message, stack, code }: ErrorFields): Error {
  const error = code ? new WirecopyError(code, message) : Object.assign(new Error(message), { name });
  if (stack) error.stack = stack;
  return error;
}
