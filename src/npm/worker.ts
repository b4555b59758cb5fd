// The worker of wirecopy/background: one file that imports nothing. A classic script in browsers, a
// module in Node's worker threads.

import { WirecopyError } from "./error.js";
import type { Call, ErrorFields, Reading, Reply, Request, Result } from "./messages.js";
import { createApiOf, createInstances, findOthers } from "./on-this-thread.js";

const instances = createInstances({ reader: missing, pages: missing, patterns: missing, identities: missing, exporter: missing });
const api = createApiOf(instances);
const EXTRAS = {
  pages: instances.layingOut,
  patterns: instances.matching,
  identities: instances.identifying,
  exporter: instances.exporting,
};

const port = globalThis.process?.getBuiltinModule?.("node:worker_threads").parentPort;
if (port) {
  port.on("message", async (request: Request) => {
    const reply = await answer(request);
    port.postMessage(reply, handedOver(reply));
  });
} else {
  self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
    const reply = await answer(data);
    self.postMessage(reply, { transfer: handedOver(reply) });
  });
}

/** What changes hands and is not copied. */
function handedOver({ results }: Reply): ArrayBuffer[] {
  return results.flatMap((result) => ("parts" in result ? [result.parts.numbers.buffer] : []));
}

async function answer(request: Request): Promise<Reply> {
  const { id } = request;
  if ("call" in request) return { id, results: await resultsOf(request.call) };
  const start = "reader" in request ? api.init(request.reader) : EXTRAS[request.extra].start(() => request.module);
  return { id, results: [await start.then(() => ({ json: "null" }), failure)] };
}

async function resultsOf(call: Call): Promise<Result[]> {
  if (call.name === "exportArticle") return [await asJson(api.exportArticle(...call.given))];
  if (call.name === "applyCorrections") return [await asJson(api.applyCorrections(...call.given))];
  const results: Result[] = [];
  for (const reading of call.given) results.push(await read(reading));
  return results;
}

async function read([input, options]: Reading): Promise<Result> {
  if (options?.corrections) return asJson(api.parseArticle(input, options));
  try {
    const others = await findOthers(instances, options);
    const whole = await instances.reading.call(undefined, (glue) => glue.parseParts(input, options, others));
    // A page is laid out first; that takes longer than the way between threads.
    if (!whole) return asJson(api.parseArticle(input, options));
    const { text, ...parts } = whole;
    return { parts: { ...parts, text: text === input ? undefined : text } };
  } catch (error) {
    return failure(error);
  }
}

function asJson(work: Promise<unknown>): Promise<Result> {
  return work.then((value) => ({ json: JSON.stringify(value) }), failure);
}

function failure(error: unknown): { error: ErrorFields } {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { error: { name, message, stack, code: error instanceof WirecopyError ? error.code : undefined } };
}

function missing(): never {
  throw new WirecopyError("not-loaded", "the first message to the worker must bring the module");
}
