// What the options ask of other modules than the one that reads. They may be anything, with getters that throw too:
// then the core says what is wrong with them.

import type { Options } from "./api.js";
import type { Pattern } from "./article.js";

/** The corrections, which are for the second module, apart from the other options. */
export function split(given: Options | undefined): Pick<Options, "corrections"> & { options: Options | undefined } {
  try {
    if (given?.corrections === undefined) return { options: given };
    const { corrections, ...options } = given;
    return { corrections, options };
  } catch {
    return { options: given };
  }
}

/** Whether the pack is to be asked. */
export function wantsAllIdentities(given: Options | undefined): boolean {
  try {
    return given?.identities === "all";
  } catch {
    return false;
  }
}

/** The patterns that are to be found, if there are any. */
export function patternsOf(given: Options | undefined): readonly Pattern[] | undefined {
  try {
    const patterns = given?.patterns;
    return Array.isArray(patterns) && patterns.length > 0 ? patterns : undefined;
  } catch {
    return undefined;
  }
}
