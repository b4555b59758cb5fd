// The worker of wirecopy/background: one file that imports nothing, as a classic script.

import { createApi, WirecopyError } from "./core.js";
import type { ErrorFields, Reply, Request } from "./messages.js";

const { parseArticle, init } = createApi(() => {
  throw new WirecopyError("not-loaded", "the first message to the worker must bring the module");
});

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  self.postMessage((await answer(data)) satisfies Reply);
});

async function answer(request: Request): Promise<Reply> {
  const { id } = request;
  try {
    if ("module" in request) {
      await init(request.module);
      return { id };
    }
    return { id, article: await parseArticle(request.input, request.options) };
  } catch (error) {
    return { id, error: fields(error) };
  }
}

function fields(error: unknown): ErrorFields {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, code: error instanceof WirecopyError ? error.code : undefined };
}
