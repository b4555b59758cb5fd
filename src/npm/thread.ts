// Workers of browsers and of Node, as the pool sees them.

/** As much of a worker as the pool needs. */
export interface Thread {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  /** Says whether the program has to wait for it. In browsers nothing does. */
  hold?(isNeeded: boolean): void;
}

/** Starts a worker from the file beside this one, where the environment has workers. */
export function startThread(): Thread {
  const isNode = globalThis.process?.getBuiltinModule !== undefined;
  if (isNode) return startNodeThread(import.meta.url);
  return new Worker(new URL("./worker.js", import.meta.url));
}

/** How many threads the machine runs at a time. */
export function countThreads(): number {
  return globalThis.navigator?.hardwareConcurrency ?? globalThis.process?.getBuiltinModule?.("node:os").availableParallelism() ?? 1;
}

/** The address comes as an argument, so that bundlers do not make a second worker of it. */
function startNodeThread(here: string): Thread {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(new URL("./worker.js", here));
  const thread: Thread = {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
    hold: (isNeeded) => (isNeeded ? worker.ref() : worker.unref()),
    onmessage: null,
    onmessageerror: null,
    onerror: null,
  };
  const event = (fields: object) => fields as MessageEvent & ErrorEvent;
  worker.on("message", (data) => thread.onmessage?.(event({ data })));
  worker.on("messageerror", () => thread.onmessageerror?.(event({})));
  worker.on("error", ({ message }) => thread.onerror?.(event({ message })));
  worker.on("exit", () => thread.onerror?.(event({ message: "it came to its end" })));
  return thread;
}
