// In Node, Deno, Bun and wherever else scripts run: the modules' bytes are scripts, loaded when they
// are needed. No file system and no network.

import type { Api, BatchItem, BatchOptions, Sources } from "./api.js";
import { createApi } from "./core.js";

export { compile, createApi, EXPORT_FORMATS, WirecopyError } from "./core.js";
export type * from "./core.js";

const sources: Sources = {
  reader: async () => (await import("./wasm-inline.js")).bytes(),
  pages: async () => (await import("./pages-inline.js")).bytes(),
  patterns: async () => (await import("./patterns-inline.js")).bytes(),
  identities: async () => (await import("./identities-inline.js")).bytes(),
  exporter: async () => (await import("./export-inline.js")).bytes(),
};

const here = createApi(sources);

export const { parseArticle, exportArticle, applyCorrections, init, dispose } = here;

export const parseArticles: Api["parseArticles"] = async function* <T extends BatchItem>(
  items: Iterable<T> | AsyncIterable<T>,
  batch: BatchOptions = {},
) {
  if (!((batch.concurrency ?? 1) > 1)) return yield* here.parseArticles(items, batch);
  // Threads of their own, which end with the batch.
  const { createBackground } = await import("./background.js");
  const background = createBackground({ source: sources });
  try {
    yield* background.parseArticles(items, batch);
  } finally {
    background.dispose();
  }
};
