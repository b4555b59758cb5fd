// What scripts/build.mjs makes of the glue that wasm-bindgen writes: a function that gives each
// instance its own state, so that a broken one can be thrown away.

import type { Article } from "./article.js";

export interface Glue {
  /** What the module imports. */
  imports(): WebAssembly.Imports;
  /** Ties the glue to an instance of the module. */
  start(instance: WebAssembly.Instance, module: WebAssembly.Module): void;
  /** The core's one function. */
  parseArticle(input: unknown, options: unknown): Article;
}

export function createGlue(): Glue;
