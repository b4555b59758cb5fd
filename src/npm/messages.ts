// What a thread and its worker say to each other. Every request is answered.

import type { Parts } from "../wasm/objects.js";
import type { Api, Options } from "./api.js";
import type { Article, Correction, ExportFormat, ExportOptions } from "./article.js";
import type { WirecopyErrorCode } from "./error.js";
import { patternsOf, wantsAllIdentities } from "./options.js";

/** An article to read. */
export type Reading = readonly [input: string, options: Options | undefined];

/** A function of the core's, with what it is to be called with. */
export type Call =
  | { name: "parseArticles"; given: readonly Reading[] }
  | { name: "exportArticle"; given: [article: Article, format: ExportFormat, options: ExportOptions | undefined] }
  | { name: "applyCorrections"; given: [article: Article, corrections: readonly Correction[]] };

/** To the worker: first the module that reads, then calls, and what a call needs beside it before that call. */
export type Request = { id: number } & (
  | { reader: WebAssembly.Module }
  | { extra: Extra; module: WebAssembly.Module }
  | { call: Call }
);

/** From the worker: what became of the request with that id. */
export interface Reply {
  id: number;
  /** A result for each article to read, and otherwise one. */
  results: Result[];
}

/**
 * What crosses between threads in place of a result. An article comes in parts, without its text where
 * that is the input; anything else as JSON, a string crossing in a fraction of the time of many objects.
 */
export type Result =
  | { parts: Omit<Parts, "text"> & { text: string | undefined } }
  | { json: string }
  | { error: ErrorFields };

/** An error in the parts that cross between threads; its class does not. */
export interface ErrorFields {
  name: string;
  message: string;
  stack: string | undefined;
  code: WirecopyErrorCode | undefined;
}

/**
 * Gives what was asked for, or throws the error in its place. It is made when it is taken and not before: articles that
 * wait for their turn as objects outlive what is cheap to collect.
 */
export type Outcome<T = unknown> = () => T;

/** Does the call with the functions of this thread. */
export function perform(api: Api, call: Call): Promise<Outcome[]> {
  if (call.name === "exportArticle") return Promise.all([outcomeOf(api.exportArticle(...call.given))]);
  if (call.name === "applyCorrections") return Promise.all([outcomeOf(api.applyCorrections(...call.given))]);
  return Promise.all(call.given.map(([input, options]) => outcomeOf(api.parseArticle(input, options))));
}

/** The outcome of work, when it is done. */
export function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  return work.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
}

/** The modules beside the one that reads. */
export type Extra = "pages" | "patterns" | "identities" | "exporter";

/** Which of them may have a part in it. */
export function extrasFor(call: Call): Extra[] {
  if (call.name !== "parseArticles") return ["exporter"];
  const extras: Extra[] = [];
  if (call.given.some(([input, options]) => mayHaveMarkup(input, options?.format ?? "auto"))) extras.push("pages");
  if (call.given.some(([, options]) => patternsOf(options))) extras.push("patterns");
  if (call.given.some(([, options]) => wantsAllIdentities(options))) extras.push("identities");
  if (call.given.some(([, options]) => options?.corrections !== undefined)) extras.push("exporter");
  return extras;
}

/** Whether the core may take an input for a page. It looks closer, and no further. */
function mayHaveMarkup(input: unknown, format: string): boolean {
  if (format !== "auto") return format !== "text";
  return typeof input === "string" && /<[a-z!?]/i.test(input.slice(0, LOOKED_AT));
}

const LOOKED_AT = 1 << 16;
