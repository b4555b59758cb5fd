// In Cloudflare's runtime, which compiles no bytes: the modules are deployed with the script.

import { createApi } from "./core.js";
import reader from "./wirecopy.wasm";
import pages from "./wirecopy-pages.wasm";
import patterns from "./wirecopy-patterns.wasm";
import exporter from "./wirecopy-export.wasm";

export { compile, createApi, EXPORT_FORMATS, WirecopyError } from "./core.js";
export type * from "./core.js";

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createApi({
  reader: () => reader,
  pages: () => pages,
  patterns: () => patterns,
  exporter: () => exporter,
});
