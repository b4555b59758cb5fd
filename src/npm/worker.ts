// The worker of wirecopy/background: one file that imports nothing. A classic script in browsers, a
// module in Node's worker threads.

import { createApi, WirecopyError } from "./core.js";
import { type Call, type ErrorFields, perform, type Reply, type Request } from "./messages.js";

const api = createApi(() => {
  throw new WirecopyError("not-loaded", "the first message to the worker must bring the module");
});

const port = globalThis.process?.getBuiltinModule?.("node:worker_threads").parentPort;
if (port) port.on("message", async (request: Request) => port.postMessage(await answer(request)));
else self.addEventListener("message", async ({ data }: MessageEvent<Request>) => self.postMessage(await answer(data)));

const SOURCES = { pages: "pagesSource", patterns: "patternsSource", exporter: "exportSource" } as const;

async function answer(request: Request): Promise<Reply> {
  const { id } = request;
  try {
    if ("reader" in request) await api.init(request.reader);
    else if ("extra" in request) await api.init(undefined, { [SOURCES[request.extra]]: request.module });
    else return { id, json: await resultOf(request.call) };
    return { id };
  } catch (error) {
    return { id, error: fields(error) };
  }
}

async function resultOf(call: Call): Promise<string> {
  const result = await perform(api, call);
  const isInput = typeof result === "object" && call.name === "parseArticle" && result.text === call.given[0];
  return JSON.stringify(isInput ? { ...result, text: undefined } : result);
}

function fields(error: unknown): ErrorFields {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, code: error instanceof WirecopyError ? error.code : undefined };
}
