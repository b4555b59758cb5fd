// A thread of the command line.

import { parentPort, workerData } from "node:worker_threads";

import { besideCommand, Desk, type Plan, type Task } from "./cli-tasks.js";

const { plan, reader } = workerData as { plan: Plan; reader: WebAssembly.Module };
const desk = new Desk(plan, { ...besideCommand, reader: () => reader });

parentPort!.on("message", async (task: Task) => {
  const done = await desk.perform(task);
  // Handed over, not copied.
  parentPort!.postMessage(done, [done.output.buffer as ArrayBuffer]);
});
