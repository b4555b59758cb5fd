// Many articles: in order, a few at a time, no faster than the results are taken.

import type { Article } from "./article.js";
import type { BatchItem, BatchOptions, BatchResult, CallOptions } from "./api.js";
import { WirecopyError } from "./error.js";
import { inOrder } from "./in-order.js";
import type { Outcome, Reading } from "./messages.js";

/** How the articles are handed out. */
export interface Portions {
  /** Articles in a portion, and UTF-16 units: it is complete with either. */
  items: number;
  units: number;
  /** How many portions are begun before the first of them is taken. */
  ahead: number;
}

/** For a thread that reads by itself. */
export const ONE_BY_ONE: Portions = { items: 1, units: 0, ahead: 1 };

/** Reads the articles of a portion. */
export type ReadPortion = (portion: Reading[], call: CallOptions) => Promise<Outcome<Article>[]>;

/** As long as a portion waits for articles that are slow to come. */
const PATIENCE_MS = 5;

/** Reads the items in order. */
export async function* parseInOrder<T extends BatchItem>(
  items: Iterable<T> | AsyncIterable<T>,
  { signal, options, onProgress }: BatchOptions,
  { ahead, ...size }: Portions,
  readPortion: ReadPortion,
): AsyncGenerator<BatchResult<T>, void, undefined> {
  signal?.throwIfAborted();
  // Ends what was begun, too, when the caller leaves the loop.
  const stop = new AbortController();
  const abort = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  const progress = { done: 0, failed: 0, total: lengthOf(items) };
  const read = async (portion: T[]) => {
    const outcomes = await readPortion(portion.map(readingOf), { signal: stop.signal });
    return portion.map((item, place) => ({ item, outcome: outcomes[place]! }));
  };
  try {
    for await (const portion of inOrder(portions(items, size), ahead, read, stop.signal)) {
      for (const { item, outcome } of portion) {
        signal?.throwIfAborted();
        const result = open(outcome);
        const index = progress.done++;
        if ("error" in result) progress.failed += 1;
        onProgress?.({ ...progress });
        yield { index, item, ...result };
      }
    }
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener("abort", abort);
    stop.abort();
  }

  function readingOf(item: BatchItem): Reading {
    if (typeof item === "string") return [item, options];
    return [item?.input, item?.options ? { ...options, ...item.options } : options];
  }
}

/** Puts items together to portions. One that is slow to come does not keep back those before it. */
async function* portions<T extends BatchItem>(
  items: Iterable<T> | AsyncIterable<T>,
  size: Pick<Portions, "items" | "units">,
): AsyncGenerator<T[], void, undefined> {
  const source = iterate(items);
  let coming: Promise<IteratorResult<T>> | IteratorResult<T> | undefined;
  let isOver = false;
  try {
    while (!isOver) {
      const portion: T[] = [];
      const patience = startPatience();
      for (let units = 0; portion.length < size.items && units <= size.units; ) {
        coming ??= source.next();
        const step: IteratorResult<T> | undefined = await (portion.length > 0 ? Promise.race([coming, patience.end]) : coming);
        if (!step) break;
        coming = undefined;
        isOver = step.done === true;
        if (step.done) break;
        portion.push(step.value);
        units += lengthOfText(step.value);
      }
      patience.stop();
      if (portion.length > 0) yield portion;
    }
  } finally {
    if (!isOver) await source.return?.();
  }
}

function startPatience(): { end: Promise<undefined>; stop(): void } {
  let stop = () => {};
  const end = new Promise<undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    stop = () => clearTimeout(timer);
  });
  return { end, stop: () => stop() };
}

function lengthOfText(item: BatchItem): number {
  return (typeof item === "string" ? item : item?.input)?.length ?? 0;
}

/** The article, or the error in its place. Without the module, and after an abort, none can be read. */
function open(outcome: Outcome<Article>): { article: Article } | { error: WirecopyError } {
  try {
    return { article: outcome() };
  } catch (error) {
    if (error instanceof WirecopyError && error.code !== "not-loaded") return { error };
    throw error;
  }
}

function iterate<T>(items: Iterable<T> | AsyncIterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

function lengthOf(items: Iterable<unknown> | AsyncIterable<unknown>): number | undefined {
  if (typeof items !== "object") return undefined;
  if ("length" in items && typeof items.length === "number") return items.length;
  if ("size" in items && typeof items.size === "number") return items.size;
  return undefined;
}

/** As long as this thread may be kept from anything else. */
const SLICE_MS = 50;

/** Lets other work of this thread have a turn after each slice of time. */
export function createPause(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < SLICE_MS) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve();
      });
    });
  };
}
