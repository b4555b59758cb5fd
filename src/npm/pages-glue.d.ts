// The same for the module that lays pages out.

import type { Glue } from "./instance.js";

/** A page laid out as text. Only the module that reads looks into it. */
export type LaidOut = object;

export interface PagesGlue extends Glue {
  layOut(input: unknown, options: unknown): LaidOut;
}

export function createGlue(): PagesGlue;
