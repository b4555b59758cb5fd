// Readers in Node, as they are installed, each in a process of its own.

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("reader.mjs", import.meta.url));

/** Starts a Node with one reader. `time` sends it a task of measure.mjs; `close` ends it. */
export async function openInNode(name) {
  const child = fork(script, [name]);
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`)));
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
