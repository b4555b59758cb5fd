// objects.js for TypeScript: the package makes articles of what its workers send.

import type { Article } from "../npm/article.js";

/** An article in the parts that the core gives: see objects.rs. */
export interface Parts {
  text: string;
  json: string;
  numbers: Uint32Array<ArrayBuffer>;
}

export function makeArticle(text: string, json: string, numbers: Uint32Array): Article;
