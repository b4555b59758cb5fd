// Readers in Node, as they are installed, each in a process of its own.

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts a Node with one reader. `time` sends it a task of measure.mjs; `close` ends it. */
export function openInNode(name) {
  return open("reader.mjs", name);
}

/** Starts a Node that reads batches; `time` sends it a task of batch.mjs. */
export function openBatch() {
  return open("batch.mjs");
}

async function open(script, ...args) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args);
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${script} ${args} ended with ${code}`)));
  // Nobody waits for it while there is no task.
  ended.catch(() => undefined);
  await once(child, "spawn");
  return {
    async time(task) {
      child.send(task);
      const [answer] = await Promise.race([once(child, "message"), ended]);
      return answer;
    },
    async close() {
      child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}
