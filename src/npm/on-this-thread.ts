// The functions of the package, done on this thread.

import type { Api, BatchItem, BatchOptions, Options, Sources } from "./api.js";
import type { Article } from "./article.js";
import { createPause, ONE_BY_ONE, parseInOrder } from "./batch.js";
import { createGlue as createExportGlue } from "./export-glue.js";
import { createGlue, type Others } from "./glue.js";
import { createGlue as createIdentitiesGlue } from "./identities-glue.js";
import { createInstance } from "./instance.js";
import { outcomeOf } from "./messages.js";
import { patternsOf, split, wantsAllIdentities } from "./options.js";
import { createGlue as createPagesGlue } from "./pages-glue.js";
import { createGlue as createPatternsGlue } from "./patterns-glue.js";

/** An instance of each module. */
export type Instances = ReturnType<typeof createInstances>;

/** An instance of each module, which start when they are needed. */
export function createInstances({ reader, pages, patterns, identities, exporter }: Required<Sources>) {
  return {
    reading: createInstance(reader, createGlue),
    layingOut: createInstance(pages, createPagesGlue),
    matching: createInstance(patterns, createPatternsGlue),
    identifying: createInstance(identities, createIdentitiesGlue),
    exporting: createInstance(exporter, createExportGlue),
  };
}

/** The functions of an entry, which use the instances. */
export function createApiOf(instances: Instances): Api {
  const { reading, layingOut, matching, identifying, exporting } = instances;
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
        return [await outcomeOf(api.parseArticle(...reading!, call))];
      });
    },
    exportArticle(article, format, options, call) {
      return exporting.call(call?.signal, (glue) => glue.exportArticle(article, format, options));
    },
    applyCorrections(article, corrections, call) {
      return exporting.call(call?.signal, (glue) => glue.applyCorrections(article, corrections));
    },
    async init(given, { pagesSource, patternsSource, identitiesSource, exportSource, signal } = {}) {
      signal?.throwIfAborted();
      if (pagesSource !== undefined) layingOut.findLater(() => pagesSource);
      if (patternsSource !== undefined) matching.findLater(() => patternsSource);
      if (identitiesSource !== undefined) identifying.findLater(() => identitiesSource);
      if (exportSource !== undefined) exporting.findLater(() => exportSource);
      await reading.start(given === undefined ? undefined : () => given);
      signal?.throwIfAborted();
    },
    dispose() {
      reading.dispose();
      layingOut.dispose();
      matching.dispose();
      identifying.dispose();
      exporting.dispose();
    },
  };
  return api;

  async function parse(input: string, options: Options | undefined, signal: AbortSignal | undefined): Promise<Article> {
    const others = await findOthers(instances, options, signal);
    const article = await reading.call(signal, (glue) => glue.parseArticle(input, options, others));
    if (article) return article;
    const laidOut = await layingOut.call(signal, (glue) => glue.layOut(input, options));
    return reading.call(signal, (glue) => glue.parseLaidOut(laidOut, options, others));
  }
}

/**
 * What the options ask of other modules while the one that reads is in the midst of a call: those have to be there.
 */
export async function findOthers(
  { matching, identifying }: Instances,
  options: Options | undefined,
  signal?: AbortSignal,
): Promise<Others | undefined> {
  const patterns = patternsOf(options);
  const match = patterns && (await matching.ready(signal));
  const identify = wantsAllIdentities(options) ? await identifying.ready(signal) : undefined;
  if (!match && !identify) return undefined;
  return {
    findMatches: (text) => match!((glue) => glue.findMatches(text, patterns)),
    findIdentities: (names) => identify!((glue) => glue.findIdentities(names)),
  };
}
