import type { Api, Sources } from "./api.js";
import { WirecopyError } from "./error.js";
import type { SourceFinder } from "./instance.js";
import { createApiOf, createInstances } from "./on-this-thread.js";

export type * from "./api.js";
export type * from "./article.js";
// With what the core leaves to the second module.
export type { Options } from "./api.js";
export { WirecopyError, type WirecopyErrorCode } from "./error.js";
export { EXPORT_FORMATS, type ExportFormatInfo } from "./formats.js";
export { compile, type SourceFinder, type WasmSource } from "./instance.js";

/**
 * Makes the functions of an entry, which share one instance of each module.
 *
 * @param source - Finds the module that reads, or all of them.
 */
export function createApi(source: SourceFinder | Sources): Api {
  return createApiOf(createInstances({ ...MISSING, ...(typeof source === "function" ? { reader: source } : source) }));
}

/** Where there is only a source for the module that reads. */
const MISSING: Required<Omit<Sources, "reader">> = {
  pages: () => missing("pages", "pagesSource"),
  patterns: () => missing("patterns", "patternsSource"),
  identities: () => missing("all identities", "identitiesSource"),
  exporter: () => missing("exports", "exportSource"),
};

function missing(use: string, option: string): never {
  throw new WirecopyError("not-loaded", `the module for ${use} is missing: call init(source, { ${option} }) first`);
}

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createApi(() => {
  throw new WirecopyError("not-loaded", "wirecopy/core comes without its module: call init(source) first");
});
