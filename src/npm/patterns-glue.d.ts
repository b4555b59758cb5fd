// The same for the module that finds the caller's patterns.

import type { Glue } from "./instance.js";

export interface PatternsGlue extends Glue {
  /** Three numbers for each match; only the module that reads looks into them. */
  findMatches(text: string, patterns: unknown): Uint32Array;
}

export function createGlue(): PatternsGlue;
