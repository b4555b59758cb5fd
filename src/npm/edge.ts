// In Vercel's edge runtime, which compiles no bytes: with this ending the build deploys the modules.

import { createApi } from "./core.js";
import reader from "./wirecopy.wasm?module";
import pages from "./wirecopy-pages.wasm?module";
import patterns from "./wirecopy-patterns.wasm?module";
import exporter from "./wirecopy-export.wasm?module";

export { compile, createApi, EXPORT_FORMATS, WirecopyError } from "./core.js";
export type * from "./core.js";

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createApi({
  reader: () => reader,
  pages: () => pages,
  patterns: () => patterns,
  exporter: () => exporter,
});
