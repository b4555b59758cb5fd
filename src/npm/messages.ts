// What a page and its worker say to each other. Each request is answered before the next is sent.

import type { Article, Options } from "./article.js";
import type { WirecopyErrorCode } from "./error.js";

/** From the page: first the compiled module, then articles. */
export type Request =
  | { id: number; module: WebAssembly.Module }
  | { id: number; input: string; options: Options | undefined };

/** From the worker: what became of the request with that id. */
export interface Reply {
  id: number;
  article?: Article;
  error?: ErrorFields;
}

/** An error in the parts that cross between threads; its class does not. */
export interface ErrorFields {
  name: string;
  message: string;
  stack: string | undefined;
  code: WirecopyErrorCode | undefined;
}
