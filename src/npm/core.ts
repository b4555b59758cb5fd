import type { Api, BatchItem, BatchOptions, Options, Sources } from "./api.js";
import type { Article, Pattern } from "./article.js";
import { createPause, parseInOrder } from "./batch.js";
import { WirecopyError } from "./error.js";
import { createGlue as createExportGlue } from "./export-glue.js";
import { createGlue, type Matcher } from "./glue.js";
import { createInstance, type SourceFinder } from "./instance.js";
import { hasPatterns, split } from "./options.js";
import { createGlue as createPagesGlue } from "./pages-glue.js";
import { createGlue as createPatternsGlue } from "./patterns-glue.js";

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
 * @param source - Finds the module that reads, or both.
 */
export function createApi(source: SourceFinder | Sources): Api {
  const sources = typeof source === "function" ? { reader: source, ...MISSING } : source;
  let { pages, patterns, exporter } = sources;
  const reading = createInstance(sources.reader, createGlue);
  const layingOut = createInstance(() => pages(), createPagesGlue);
  const matching = createInstance(() => patterns(), createPatternsGlue);
  const exporting = createInstance(() => exporter(), createExportGlue);

  const api: Api = {
    async parseArticle(input, given, call) {
      const { corrections, options } = split(given);
      const article = await parse(input, options, call?.signal);
      return corrections === undefined ? article : api.applyCorrections(article, corrections, call);
    },
    parseArticles<T extends BatchItem>(items: Iterable<T> | AsyncIterable<T>, batch: BatchOptions = {}) {
      const pause = createPause();
      return parseInOrder(items, batch, 1, async (input, options, call) => {
        await pause();
        return api.parseArticle(input, options, call);
      });
    },
    exportArticle(article, format, options, call) {
      return exporting.call(call?.signal, (glue) => glue.exportArticle(article, format, options));
    },
    applyCorrections(article, corrections, call) {
      return exporting.call(call?.signal, (glue) => glue.applyCorrections(article, corrections));
    },
    async init(given, { pagesSource, patternsSource, exportSource, signal } = {}) {
      signal?.throwIfAborted();
      if (pagesSource !== undefined) pages = () => pagesSource;
      if (patternsSource !== undefined) patterns = () => patternsSource;
      if (exportSource !== undefined) exporter = () => exportSource;
      await reading.start(given === undefined ? undefined : () => given);
      signal?.throwIfAborted();
    },
    dispose() {
      reading.dispose();
      layingOut.dispose();
      matching.dispose();
      exporting.dispose();
    },
  };
  return api;

  async function parse(input: string, options: Options | undefined, signal: AbortSignal | undefined): Promise<Article> {
    const matcher = hasPatterns(options) ? await createMatcher(options.patterns, signal) : undefined;
    const article = await reading.call(signal, (glue) => glue.parseArticle(input, options, matcher));
    if (article) return article;
    const laidOut = await layingOut.call(signal, (glue) => glue.layOut(input, options));
    return reading.call(signal, (glue) => glue.parseLaidOut(laidOut, options, matcher));
  }

  /** The module that reads asks for the matches in the midst of a call: the one for patterns has to be there. */
  async function createMatcher(patterns: readonly Pattern[], signal: AbortSignal | undefined): Promise<Matcher> {
    const use = await matching.ready(signal);
    return { findMatches: (text) => use((glue) => glue.findMatches(text, patterns)) };
  }
}

/** Where there is only a source for the module that reads. */
const MISSING: Omit<Sources, "reader"> = {
  pages: () => missing("pages", "pagesSource"),
  patterns: () => missing("patterns", "patternsSource"),
  exporter: () => missing("exports", "exportSource"),
};

function missing(use: string, option: string): never {
  throw new WirecopyError("not-loaded", `the module for ${use} is missing: call init(source, { ${option} }) first`);
}

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createApi(() => {
  throw new WirecopyError("not-loaded", "wirecopy/core comes without its module: call init(source) first");
});
