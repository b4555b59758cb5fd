// The functions of the package, done on this thread.

import type { Api, BatchItem, BatchOptions, Options, Sources } from "./api.js";
import type { Article } from "./article.js";
import { createPause, errorInPlace, ONE_BY_ONE, parseInOrder } from "./batch.js";
import { createGlue as createExportGlue } from "./export-glue.js";
import { createGlue } from "./glue.js";
import { createInstance } from "./instance.js";
import { createGlue as createPagesGlue } from "./pages-glue.js";

/** An instance of each module, which start when they are needed. */
export function createInstances({ reader, pages, exporter }: Sources) {
  return {
    reading: createInstance(reader, createGlue),
    layingOut: createInstance(pages, createPagesGlue),
    exporting: createInstance(exporter, createExportGlue),
  };
}

/** The functions of an entry, which use the instances. */
export function createApiOf({ reading, layingOut, exporting }: ReturnType<typeof createInstances>): Api {
  const api: Api = {
    async parseArticle(input, given, call) {
      const { corrections, options } = split(given);
      const article = await parse(input, options, call?.signal);
      return corrections === undefined ? article : api.applyCorrections(article, corrections, call);
    },
    parseArticles<T extends BatchItem>(items: Iterable<T> | AsyncIterable<T>, batch: BatchOptions = {}) {
      const pause = createPause();
      return parseInOrder(items, batch, ONE_BY_ONE, async ([reading], call) => {
        await pause();
        return [await api.parseArticle(...reading!, call).catch((error: unknown) => errorInPlace(error))];
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
      if (pagesSource !== undefined) layingOut.findLater(() => pagesSource);
      if (exportSource !== undefined) exporting.findLater(() => exportSource);
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
