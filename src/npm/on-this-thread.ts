// The functions of the package, done on this thread.

import type { Api, BatchItem, BatchOptions, Options, Sources } from "./api.js";
import type { Article } from "./article.js";
import { createPause, errorInPlace, ONE_BY_ONE, parseInOrder } from "./batch.js";
import { createGlue as createExportGlue } from "./export-glue.js";
import { createGlue, type Matcher } from "./glue.js";
import { createInstance } from "./instance.js";
import { patternsOf, split } from "./options.js";
import { createGlue as createPagesGlue } from "./pages-glue.js";
import { createGlue as createPatternsGlue } from "./patterns-glue.js";

/** An instance of each module. */
export type Instances = ReturnType<typeof createInstances>;

/** An instance of each module, which start when they are needed. */
export function createInstances({ reader, pages, patterns, exporter }: Sources) {
  return {
    reading: createInstance(reader, createGlue),
    layingOut: createInstance(pages, createPagesGlue),
    matching: createInstance(patterns, createPatternsGlue),
    exporting: createInstance(exporter, createExportGlue),
  };
}

/** The functions of an entry, which use the instances. */
export function createApiOf(instances: Instances): Api {
  const { reading, layingOut, matching, exporting } = instances;
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
    async init(given, { pagesSource, patternsSource, exportSource, signal } = {}) {
      signal?.throwIfAborted();
      if (pagesSource !== undefined) layingOut.findLater(() => pagesSource);
      if (patternsSource !== undefined) matching.findLater(() => patternsSource);
      if (exportSource !== undefined) exporting.findLater(() => exportSource);
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
    const matcher = await createMatcher(instances, options, signal);
    const article = await reading.call(signal, (glue) => glue.parseArticle(input, options, matcher));
    if (article) return article;
    const laidOut = await layingOut.call(signal, (glue) => glue.layOut(input, options));
    return reading.call(signal, (glue) => glue.parseLaidOut(laidOut, options, matcher));
  }
}

/**
 * What finds the patterns of the options, if there are any. The module that reads asks for the matches in the midst of
 * a call: the one for patterns has to be there.
 */
export async function createMatcher(
  { matching }: Instances,
  options: Options | undefined,
  signal?: AbortSignal,
): Promise<Matcher | undefined> {
  const patterns = patternsOf(options);
  if (!patterns) return undefined;
  const use = await matching.ready(signal);
  return { findMatches: (text) => use((glue) => glue.findMatches(text, patterns)) };
}
