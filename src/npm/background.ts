// The same functions, done by workers, so that a page stays at hand while it reads. Where a worker
// cannot start, they read on this thread.

import type { Api, BatchItem, BatchOptions, CallOptions, Sources } from "./api.js";
import type { Article } from "./article.js";
import { parseInOrder } from "./batch.js";
import { besideScript } from "./browser-source.js";
import { type SourceFinder, WirecopyError } from "./core.js";
import { type Call, type Outcome, outcomeOf, type Reading } from "./messages.js";
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

/** Portions that are large enough for what a message costs not to count. */
const PORTION = { items: 32, units: 50_000 };

/** Makes the functions of this entry with workers of their own. The first starts with the first call. */
export function createBackground({ startWorker, source = besideScript }: BackgroundOptions = {}): Api {
  const sources = { ...besideScript, ...(typeof source === "function" ? { reader: source } : source) };
  const pool = createPool(sources, startWorker ? () => startWorker() as Thread : startThread);

  /** What becomes of a call that has one result. */
  async function one<T>(call: Call, signal: AbortSignal | undefined): Promise<T> {
    const [outcome] = await pool.perform(call, signal);
    if (!outcome) throw new WirecopyError("crashed", "the worker gave an empty answer");
    return outcome() as T;
  }

  const parse = (reading: Reading, signal: AbortSignal | undefined) => {
    return one<Article>({ name: "parseArticles", given: [reading] }, signal);
  };

  async function readPortion(portion: Reading[], { signal }: CallOptions): Promise<Outcome<Article>[]> {
    try {
      return (await pool.perform({ name: "parseArticles", given: portion }, signal)) as Outcome<Article>[];
    } catch (error) {
      if (!(error instanceof WirecopyError) || error.code !== "crashed") throw error;
      // The worker died of one of them: which, shows when each is read by itself.
      return Promise.all(portion.map((reading) => outcomeOf(parse(reading, signal))));
    }
  }

  return {
    parseArticle: (input, options, call) => parse([input, options], call?.signal),
    async *parseArticles<T extends BatchItem>(items: Iterable<T> | AsyncIterable<T>, batch: BatchOptions = {}) {
      const concurrency = Math.max(1, batch.concurrency ?? Math.min(MOST_THREADS, countThreads() - 1));
      pool.widen(concurrency);
      try {
        yield* parseInOrder(items, batch, { ...PORTION, ahead: 2 * concurrency + 1 }, readPortion);
      } finally {
        pool.narrow(1);
      }
    },
    exportArticle: (article, format, options, call) => {
      return one({ name: "exportArticle", given: [article, format, options] }, call?.signal);
    },
    applyCorrections: (article, corrections, call) => {
      return one({ name: "applyCorrections", given: [article, corrections] }, call?.signal);
    },
    async init(given, { pagesSource, patternsSource, identitiesSource, exportSource, signal } = {}) {
      const finder = (source: typeof given) => (source === undefined ? undefined : () => source);
      pool.load(finder(given), {
        pages: finder(pagesSource),
        patterns: finder(patternsSource),
        identities: finder(identitiesSource),
        exporter: finder(exportSource),
      });
      await pool.perform(undefined, signal);
    },
    dispose: () => pool.dispose(),
  };
}

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createBackground();
