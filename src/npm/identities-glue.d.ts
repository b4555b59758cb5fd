// The same for the pack of identities.

import type { Glue } from "./instance.js";

export interface IdentitiesGlue extends Glue {
  /** Lines in, lines out; only the module that reads looks into them. */
  findIdentities(names: string): string;
}

export function createGlue(): IdentitiesGlue;
