// What scripts/build.mjs makes of the glue that wasm-bindgen writes: a function that gives each
// instance its own state, so that a broken one can be thrown away.

import type { Article } from "./article.js";
import type { Glue } from "./instance.js";

export interface ReadingGlue extends Glue {
  parseArticle(input: unknown, options: unknown): Article;
}

export function createGlue(): ReadingGlue;
