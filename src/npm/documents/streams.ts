// What the compressed parts of a PDF come to, before anything keeps them unpacked.

import { Unzlib } from "fflate";

import { WirecopyError } from "../error.js";
import { MAX_UNPACKED, megabytes, refuseAsTooLarge } from "./limits.js";

/** Compressed parts within compressed parts that are looked into. */
const MAX_LAYERS = 4;

/** More parts than the largest of newspapers has. */
const MAX_PARTS = 20_000;

/** Portions that are unpacked at a time: small at first, for most of what looks like a part is none. */
const FIRST = 1024;
const LARGEST = 64 * 1024;

/** Refuses a PDF that holds more than a file may, unpacked. Nothing of it is kept. */
export function weigh(bytes: Uint8Array): void {
  const scale = { total: 0 };
  let count = 0;
  for (let at = bytes.indexOf(0x73); at >= 0; at = bytes.indexOf(0x73, at + 1)) {
    const start = behindKeyword(bytes, at);
    if (start === undefined || !isCompressed(bytes.subarray(start, start + 2))) continue;
    if (++count > MAX_PARTS) refuseAsTooLarge(`the file has more than ${MAX_PARTS} compressed parts`);
    weighPart(bytes.subarray(start), scale);
  }
}

/** Where a part begins whose keyword, "stream" and a line end, stands here. */
function behindKeyword(bytes: Uint8Array, at: number): number | undefined {
  const KEYWORD = "stream";
  for (let place = 1; place < KEYWORD.length; place++) if (bytes[at + place] !== KEYWORD.charCodeAt(place)) return undefined;
  const end = at + KEYWORD.length;
  if (bytes[end] === 0x0a) return end + 1;
  return bytes[end] === 0x0d ? end + (bytes[end + 1] === 0x0a ? 2 : 1) : undefined;
}

/** Whether bytes begin as zlib's do. */
function isCompressed([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0;
}

function weighPart(bytes: Uint8Array, scale: { total: number }): void {
  const push = layer(scale, 1);
  for (let at = 0, size = FIRST; at < bytes.length; at += size, size = Math.min(2 * size, LARGEST)) {
    // Broken or at its end: the reader finds out as much.
    if (!push(bytes.subarray(at, at + size))) return;
  }
}

/** Takes portions of a compressed part; tells whether one gave anything. */
function layer(scale: { total: number }, depth: number): (portion: Uint8Array) => boolean {
  let given = 0;
  let inner: ReturnType<typeof layer> | undefined;
  const unpacking = new Unzlib((unpacked) => {
    if (given === 0 && depth < MAX_LAYERS && isCompressed(unpacked)) inner = layer(scale, depth + 1);
    given += unpacked.length;
    scale.total += unpacked.length;
    if (scale.total > MAX_UNPACKED) refuseAsTooLarge(`unpacked, the file has more than ${megabytes(MAX_UNPACKED)}`);
    inner?.(unpacked);
  });
  return (portion) => {
    const before = given;
    try {
      unpacking.push(portion);
    } catch (error) {
      if (error instanceof WirecopyError) throw error;
      return false;
    }
    return given > before;
  };
}
