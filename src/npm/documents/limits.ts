// What a file may ask of the machine.

import { WirecopyError } from "../error.js";

/** The largest file. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** The most that a packed file may hold, unpacked. */
export const MAX_UNPACKED = 256 * 1024 * 1024;

/** How deep the elements of XML may nest. */
export const MAX_DEPTH = 256;

/** Says that there is nothing to read. */
export function refuse(message: string): never {
  throw new WirecopyError("unsupported-format", message);
}

/** Says that the file is over a limit. */
export function refuseAsTooLarge(message: string): never {
  throw new WirecopyError("too-large", message);
}

/** Whether the bytes begin with these letters. */
export function beginsWith(bytes: Uint8Array, letters: string): boolean {
  return [...letters].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}
