// A thread of the command line.

import { parentPort, workerData } from "node:worker_threads";

import { besideCommand, Desk, type Plan, type Task } from "./cli-tasks.js";

const { plan, reader } = workerData as { plan: Plan; reader: WebAssembly.Module };
const desk = new Desk(plan, { ...besideCommand, reader: () => reader });

parentPort!.on("message", async (task: Task) => {
  const { output, ...done } = await desk.perform(task);
  // Handed over, not copied; a small one may share its memory with others.
  const own = output.buffer.byteLength === output.byteLength ? output : output.slice();
  parentPort!.postMessage({ ...done, output: own }, [own.buffer as ArrayBuffer]);
});
