import type { Api, BatchItem, BatchOptions, Options, Sources } from "./api.js";
import type { Article } from "./article.js";
import { createPause, parseInOrder } from "./batch.js";
import { WirecopyError } from "./error.js";
import { createGlue as createExportGlue } from "./export-glue.js";
import { createGlue } from "./glue.js";
import { createInstance, type SourceFinder } from "./instance.js";
import { createGlue as createPagesGlue } from "./pages-glue.js";

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
  const sources = typeof source === "function" ? { reader: source, pages: noPages, exporter: noExporter } : source;
  let { pages, exporter } = sources;
  const reading = createInstance(sources.reader, createGlue);
  const layingOut = createInstance(() => pages(), createPagesGlue);
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
    async init(given, { pagesSource, exportSource, signal } = {}) {
      signal?.throwIfAborted();
      if (pagesSource !== undefined) pages = () => pagesSource;
      if (exportSource !== undefined) exporter = () => exportSource;
      await reading.start(given === undefined ? undefined : () => given);
      signal?.throwIfAborted();
    },
    dispose() {
      reading.dispose();
      layingOut.dispose();
      exporting.dispose();
    },
  };
  return api;

  async function parse(input: string, options: Options | undefined, signal: AbortSignal | undefined): Promise<Article> {
    const article = await reading.call(signal, (glue) => glue.parseArticle(input, options));
    if (article) return article;
    const laidOut = await layingOut.call(signal, (glue) => glue.layOut(input, options));
    return reading.call(signal, (glue) => glue.parseLaidOut(laidOut, options));
  }
}

/** The corrections, which are for the second module, apart from the other options. */
function split(given: Options | undefined): Pick<Options, "corrections"> & { options: Options | undefined } {
  try {
    if (given?.corrections === undefined) return { options: given };
    const { corrections, ...options } = given;
    return { corrections, options };
  } catch {
    // Options may be anything, a getter that throws too: the core says what is wrong with them.
    return { options: given };
  }
}

function noPages(): never {
  throw new WirecopyError("not-loaded", "the module for pages is missing: call init(source, { pagesSource }) first");
}

function noExporter(): never {
  throw new WirecopyError("not-loaded", "the module for exports is missing: call init(source, { exportSource }) first");
}

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createApi(() => {
  throw new WirecopyError("not-loaded", "wirecopy/core comes without its module: call init(source) first");
});
