// The same functions, done by workers, so that a page stays at hand while it reads. Where a worker
// cannot start, they read on this thread.

import type { Api, BatchItem, BatchOptions, Sources } from "./api.js";
import type { Article } from "./article.js";
import { parseInOrder } from "./batch.js";
import { besideScript } from "./browser-source.js";
import type { SourceFinder } from "./core.js";
import { createPool } from "./pool.js";
import { countThreads, startThread, type Thread } from "./thread.js";

export { compile, createApi, EXPORT_FORMATS, WirecopyError } from "./core.js";
export type * from "./core.js";

/** How a background differs from the usual one. */
export interface BackgroundOptions {
  /** Starts a worker: from a copy of `wirecopy/worker` at an address of your own, for example. */
  startWorker?: () => Worker;
  /** Finds the module that reads, or both. */
  source?: SourceFinder | Sources;
}

/** As many as share the work of a batch where the caller does not say. */
const MOST_THREADS = 4;

/** Articles of a batch that are begun for each thread, so that none waits for the next. */
const AHEAD = 4;

/** Makes the functions of this entry with workers of their own. The first starts with the first call. */
export function createBackground({ startWorker, source = besideScript }: BackgroundOptions = {}): Api {
  const sources = typeof source === "function" ? { ...besideScript, reader: source } : source;
  const pool = createPool(sources, startWorker ? () => startWorker() as Thread : startThread);

  return {
    async parseArticle(input, options, call) {
      return (await pool.perform({ name: "parseArticle", given: [input, options] }, call?.signal)) as Article;
    },
    async *parseArticles<T extends BatchItem>(items: Iterable<T> | AsyncIterable<T>, batch: BatchOptions = {}) {
      const concurrency = Math.max(1, batch.concurrency ?? Math.min(MOST_THREADS, countThreads() - 1));
      pool.widen(concurrency);
      try {
        yield* parseInOrder(items, batch, AHEAD * concurrency, async (input, options, call) => {
          return (await pool.perform({ name: "parseArticle", given: [input, options] }, call.signal)) as Article;
        });
      } finally {
        pool.narrow(1);
      }
    },
    async exportArticle(article, format, options, call) {
      return (await pool.perform({ name: "exportArticle", given: [article, format, options] }, call?.signal)) as string;
    },
    async applyCorrections(article, corrections, call) {
      return (await pool.perform({ name: "applyCorrections", given: [article, corrections] }, call?.signal)) as Article;
    },
    async init(given, { pagesSource, patternsSource, exportSource, signal } = {}) {
      const finder = (source: typeof given) => (source === undefined ? undefined : () => source);
      pool.load(finder(given), {
        pages: finder(pagesSource),
        patterns: finder(patternsSource),
        exporter: finder(exportSource),
      });
      await pool.perform(undefined, signal);
    },
    dispose: () => pool.dispose(),
  };
}

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createBackground();
