// What every entry of the package offers.

import type { Article, Correction, ExportFormat, ExportOptions, Options as ReadingOptions } from "./article.js";
import type { WirecopyError } from "./error.js";
import type { SourceFinder, WasmSource } from "./instance.js";

/** What belongs to one call rather than to the reading. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** How an article is to be read. Every field has a default, and an unknown one is an error. */
export interface Options extends ReadingOptions {
  /** What a reader has put right before: applied to what is found, in order. Loads the second module. */
  corrections?: readonly Correction[];
}

/** Where the modules come from, when that is not the entry's own place. */
export interface InitOptions extends CallOptions {
  /** The module for pages, `wirecopy/wirecopy-pages.wasm`. It loads with the first page or Markdown. */
  pagesSource?: WasmSource | Promise<WasmSource> | undefined;
  /** The module for patterns, `wirecopy/wirecopy-patterns.wasm`. It loads with the first `options.patterns`. */
  patternsSource?: WasmSource | Promise<WasmSource> | undefined;
  /** The pack, `wirecopy/wirecopy-identities.wasm`. It loads with the first `options.identities` of "all". */
  identitiesSource?: WasmSource | Promise<WasmSource> | undefined;
  /** The second module, `wirecopy/wirecopy-export.wasm`. It loads with the first export or correction. */
  exportSource?: WasmSource | Promise<WasmSource> | undefined;
}

/** Finds the modules. */
export interface Sources {
  /** The module that reads: `wirecopy.wasm`. */
  reader: SourceFinder;
  /** The module that lays web pages and Markdown out as text: `wirecopy-pages.wasm`. */
  pages: SourceFinder;
  /** The module that finds the caller's patterns: `wirecopy-patterns.wasm`. */
  patterns: SourceFinder;
  /** The pack of identities: `wirecopy-identities.wasm`. Without it calls that ask for it fail. */
  identities?: SourceFinder;
  /** The module that exports and corrects: `wirecopy-export.wasm`. */
  exporter: SourceFinder;
}

/** One of the articles to read: its text, or its text with options of its own and whatever else. */
export type BatchItem = string | { readonly input: string; readonly options?: Options | undefined };

/** How far a batch has come. */
export interface Progress {
  /** Articles that were handed on, those with an error among them. */
  done: number;
  /** Articles that gave an error. */
  failed: number;
  /** How many there are, where the caller's list tells. */
  total: number | undefined;
}

/** How a batch is read. */
export interface BatchOptions extends CallOptions {
  /** The options for each article; an item's own go before them. */
  options?: Options | undefined;
  /**
   * How many threads read. Default: 1; in `wirecopy/background` one less than the machine has, at most 4.
   * Without workers, as in `wirecopy` in a browser, this thread reads one after the other.
   */
  concurrency?: number | undefined;
  /** Is told after each article. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** What became of one of the articles: `article`, or `error` where it could not be read. */
export type BatchResult<T> =
  | { index: number; item: T; article: Article; error?: undefined }
  | { index: number; item: T; article?: undefined; error: WirecopyError };

/** The functions of an entry. */
export interface Api {
  /**
   * Reads one article. Any string is read.
   *
   * @param input - The article: plain text or a web page.
   * @param options - How to read it.
   * @param call - An `AbortSignal`, if need be.
   * @returns Plain data: nothing to free. Of plain text, `article.text === input`.
   * @throws {@link WirecopyError} where the input is no string, an option is wrong or a limit is passed.
   */
  parseArticle(input: string, options?: Options, call?: CallOptions): Promise<Article>;

  /**
   * Reads many articles, in order, as fast as the results are taken: only a few are held at a time. An
   * article that cannot be read gives an error in its place and never ends the batch.
   *
   * @param items - Any iterable, async ones too: a list, a generator, a stream of records.
   * @param batch - Options for all, `concurrency`, `onProgress`, an `AbortSignal`.
   * @returns An async iterator. Leaving the loop ends the work.
   * @throws The signal's reason; a {@link WirecopyError} with the code `not-loaded`.
   */
  parseArticles<T extends BatchItem>(
    items: Iterable<T> | AsyncIterable<T>,
    batch?: BatchOptions,
  ): AsyncGenerator<BatchResult<T>, void, undefined>;

  /**
   * Writes an article in another format: see `EXPORT_FORMATS`. Loads the second module, once.
   *
   * @param article - An article as `parseArticle` gives it. It may have been kept as JSON.
   * @param format - The format's word: "csv-mentions", "web-annotation" ...
   * @param options - What the article is called in the export.
   * @returns The contents of a file. Offsets count what the format counts.
   * @throws {@link WirecopyError} `bad-input` where the article is not sound, `bad-option` for an unknown format.
   */
  exportArticle(article: Article, format: ExportFormat, options?: ExportOptions, call?: CallOptions): Promise<string>;

  /**
   * Applies corrections to an article that was read before. `options.corrections` does the same while an
   * article is read. Loads the second module, once.
   *
   * @param article - Stays as it is.
   * @param corrections - Applied in order; one that finds nothing does nothing.
   * @returns A new article.
   */
  applyCorrections(article: Article, corrections: readonly Correction[], call?: CallOptions): Promise<Article>;

  /**
   * Loads the module that reads ahead of the first call, from the given source or from the entry's own. It
   * is loaded once, whatever later calls say; after a failure the next call tries again.
   */
  init(source?: WasmSource | Promise<WasmSource>, options?: InitOptions): Promise<void>;

  /** Gives the memory back. A later call loads the modules again. */
  dispose(): void;
}
