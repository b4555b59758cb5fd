import { Worker } from "node:worker_threads";

import { compile } from "./core.js";
import { besideCommand, Desk, type Done, type Plan, type Task } from "./cli-tasks.js";

/** Those who do the tasks: this thread alone, or so many others. */
export interface Crew {
  perform(task: Task): Promise<Done>;
  end(): void;
}

/** Starts as many threads as there are tasks to do at a time, up to `jobs`. */
export function createCrew(plan: Plan, jobs: number): Crew {
  if (jobs < 2) {
    const desk = new Desk(plan, besideCommand);
    let last: Promise<unknown> = Promise.resolve();
    return {
      // One after the other: each takes its time on this thread.
      perform: (task) => {
        const done = last.then(() => desk.perform(task));
        last = done.catch(() => {});
        return done;
      },
      end: () => {},
    };
  }
  const idle: Thread[] = [];
  const waiting: ((thread: Thread) => void)[] = [];
  let count = 0;
  // Compiled once for all; a thread that needs another module loads it by itself.
  const reader = compile(besideCommand.reader);
  // Looked at by whoever waits for it.
  reader.catch(() => {});
  const threads = new Set<Thread>();

  return {
    async perform(task) {
      const thread = idle.pop() ?? (count < jobs ? await start() : await new Promise<Thread>((resolve) => waiting.push(resolve)));
      try {
        return await thread.perform(task);
      } catch (error) {
        // The thread is gone, and with it what it had.
        threads.delete(thread);
        count -= 1;
        const next = waiting.shift();
        if (next) void start().then(next);
        throw error;
      } finally {
        if (threads.has(thread)) {
          const next = waiting.shift();
          if (next) next(thread);
          else idle.push(thread);
        }
      }
    },
    end: () => threads.forEach((thread) => thread.end()),
  };

  async function start(): Promise<Thread> {
    count += 1;
    const thread = new Thread(plan, await reader);
    threads.add(thread);
    return thread;
  }
}

class Thread {
  readonly #worker: Worker;

  constructor(plan: Plan, reader: WebAssembly.Module) {
    // An article is short-lived: room for a few is enough, and more would only be filled.
    const resourceLimits = { maxYoungGenerationSizeMb: 8 };
    this.#worker = new Worker(new URL("./cli-worker.js", import.meta.url), { workerData: { plan, reader }, resourceLimits });
  }

  perform(task: Task): Promise<Done> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker;
      const settle = () => void worker.off("message", done).off("error", fail).off("exit", gone);
      const done = (result: Done) => {
        settle();
        resolve(result);
      };
      const fail = (error: Error) => {
        settle();
        reject(error);
      };
      const gone = () => fail(new Error("a thread came to its end"));
      worker.on("message", done).on("error", fail).on("exit", gone);
      worker.postMessage(task, "lines" in task ? [task.lines.buffer as ArrayBuffer] : []);
    });
  }

  end(): void {
    void this.#worker.terminate();
  }
}
