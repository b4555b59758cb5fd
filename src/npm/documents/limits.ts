// What a file may ask of the machine.

import { WirecopyError } from "../error.js";

/** The largest file. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** The most that a packed file may hold, unpacked. */
export const MAX_UNPACKED = 256 * 1024 * 1024;

/** How deep the elements of XML may nest. */
export const MAX_DEPTH = 256;

/** The most elements that XML may have: what is made of each takes far more memory than it takes in the file. */
export const MAX_ELEMENTS = 2_000_000;

/** A size in words. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) ? 1 : 0)} MB`;
}

/** Says that there is nothing to read. */
export function refuse(message: string): never {
  throw new WirecopyError("unsupported-format", message);
}

/** Says that the file is over a limit. */
export function refuseAsTooLarge(message: string): never {
  throw new WirecopyError("too-large", message);
}

/** Whether the bytes begin with these, which may be given as letters. */
export function beginsWith(bytes: Uint8Array, start: string | number[]): boolean {
  const expected = typeof start === "string" ? [...start].map((letter) => letter.charCodeAt(0)) : start;
  return expected.every((byte, at) => bytes[at] === byte);
}
