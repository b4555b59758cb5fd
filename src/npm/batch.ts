// Many articles, one after the other: in order, a few at a time, no faster than the results are taken.

import type { Article } from "./article.js";
import type { BatchItem, BatchOptions, BatchResult, CallOptions, Options } from "./api.js";
import { WirecopyError } from "./error.js";

/** Reads one of the articles. */
export type Parse = (input: string, options: Options | undefined, call: CallOptions) => Promise<Article>;

/**
 * Reads the items in order.
 *
 * @param ahead - How many are begun before the first of them is taken.
 */
export async function* parseInOrder<T extends BatchItem>(
  items: Iterable<T> | AsyncIterable<T>,
  { signal, options, onProgress }: BatchOptions,
  ahead: number,
  parse: Parse,
): AsyncGenerator<BatchResult<T>, void, undefined> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const end = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", end, { once: true });
  const progress = { done: 0, failed: 0, total: lengthOf(items) };
  const begun: Promise<BatchResult<T>>[] = [];
  const source = iterate(items);
  try {
    for (let index = 0, isOver = false; ; ) {
      while (!isOver && begun.length < ahead) {
        const { done = false, value } = await source.next();
        isOver = done;
        if (done) break;
        const result = read(value, index++);
        // It is awaited in its turn; till then a failure is nobody's.
        result.catch(() => {});
        begun.push(result);
      }
      const first = begun.shift();
      if (!first) return;
      const result = await first;
      signal?.throwIfAborted();
      progress.done += 1;
      if (result.error) progress.failed += 1;
      onProgress?.({ ...progress });
      yield result;
      signal?.throwIfAborted();
    }
  } finally {
    signal?.removeEventListener("abort", end);
    stop.abort();
    await source.return?.();
  }

  async function read(item: T, index: number): Promise<BatchResult<T>> {
    try {
      const own = typeof item === "string" ? undefined : item?.options;
      const input = typeof item === "string" ? item : item?.input;
      const article = await parse(input, own ? { ...options, ...own } : options, { signal: stop.signal });
      return { index, item, article };
    } catch (error) {
      // Without the module no article can be read, and after an abort none shall be.
      if (!(error instanceof WirecopyError) || error.code === "not-loaded") throw error;
      return { index, item, error };
    }
  }
}

function iterate<T>(items: Iterable<T> | AsyncIterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

function lengthOf(items: object): number | undefined {
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
