// Written by scripts/build.mjs.

/** The module's bytes. */
export function bytes(): Uint8Array<ArrayBuffer>;
