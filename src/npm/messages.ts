// What a thread and its worker say to each other. Every request is answered.

import type { Api, Options } from "./api.js";
import type { Article, Correction, ExportFormat, ExportOptions } from "./article.js";
import type { WirecopyErrorCode } from "./error.js";
import { hasPatterns } from "./options.js";

/** A function of the core's, with what it is to be called with. */
export type Call =
  | { name: "parseArticle"; given: [input: string, options: Options | undefined] }
  | { name: "exportArticle"; given: [article: Article, format: ExportFormat, options: ExportOptions | undefined] }
  | { name: "applyCorrections"; given: [article: Article, corrections: readonly Correction[]] };

/** Does the call. */
export function perform(api: Api, call: Call): Promise<Article | string> {
  if (call.name === "parseArticle") return api.parseArticle(...call.given);
  return call.name === "exportArticle" ? api.exportArticle(...call.given) : api.applyCorrections(...call.given);
}

/** The modules beside the one that reads. */
export type Extra = "pages" | "patterns" | "exporter";

/** Which of them may have a part in it. */
export function extrasFor({ name, given }: Call): Extra[] {
  if (name !== "parseArticle") return ["exporter"];
  const [input, options] = given;
  const extras: Extra[] = [];
  if (mayHaveMarkup(input, options?.format ?? "auto")) extras.push("pages");
  if (hasPatterns(options)) extras.push("patterns");
  if (options?.corrections !== undefined) extras.push("exporter");
  return extras;
}

/** Whether the core may take an input for a page. It looks closer, and no further. */
function mayHaveMarkup(input: unknown, format: string): boolean {
  if (format !== "auto") return format !== "text";
  return typeof input === "string" && /<[a-z!?]/i.test(input.slice(0, LOOKED_AT));
}

const LOOKED_AT = 1 << 16;

/** To the worker: first the module that reads, then calls, before the first export the module for that. */
export type Request = { id: number } & (
  | { reader: WebAssembly.Module }
  | { extra: Extra; module: WebAssembly.Module }
  | { call: Call }
);

/** From the worker: what became of the request with that id. */
export interface Reply {
  id: number;
  /**
   * The result as JSON: a string crosses between threads in a fraction of the time of as many objects.
   * An article's text is left out where it is the input.
   */
  json?: string;
  error?: ErrorFields;
}

/** An error in the parts that cross between threads; its class does not. */
export interface ErrorFields {
  name: string;
  message: string;
  stack: string | undefined;
  code: WirecopyErrorCode | undefined;
}
