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

/** Whether there are patterns to find. */
export function hasPatterns(given: Options | undefined): given is Options & { patterns: Pattern[] } {
  try {
    return Array.isArray(given?.patterns) && given.patterns.length > 0;
  } catch {
    return false;
  }
}
