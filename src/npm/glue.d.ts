// What scripts/build.mjs makes of the glue that wasm-bindgen writes: a function that gives each
// instance its own state, so that a broken one can be thrown away.

import type { Parts } from "../wasm/objects.js";
import type { Article } from "./article.js";
import type { Glue } from "./instance.js";
import type { LaidOut } from "./pages-glue.js";

/** The other modules, as far as the one that reads asks them in the midst of a call. */
export interface Others {
  /** Finds the caller's patterns. */
  findMatches(text: string): Uint32Array;
  /** Looks names up in the pack. */
  findIdentities(names: string): string;
}

export interface ReadingGlue extends Glue {
  /** Nothing where the input has markup: then the module for pages is to lay it out first. */
  parseArticle(input: unknown, options: unknown, others: Others | undefined): Article | undefined;
  /** The same, but the article in parts. */
  parseParts(input: unknown, options: unknown, others: Others | undefined): Parts | undefined;
  /** The same, but the bytes of the article's JSON; nothing also where the input holds half a surrogate pair. */
  parseJson(input: unknown, options: unknown, others: Others | undefined): Uint8Array | undefined;
  /** Reads on from there. */
  parseLaidOut(laidOut: LaidOut, options: unknown, others: Others | undefined): Article;
}

export function createGlue(): ReadingGlue;
