// Bytes as text: by the byte order mark, by what the file declares, as UTF-8, and last by a guess.

import { beginsWith, refuse } from "./limits.js";

/** A declaration stands within these bytes. */
const HEAD = 2048;

/** As much as a guess looks at. */
const SAMPLE = 64 * 1024;

/** What files begin with that hold no text. */
const OTHERS: [start: number[] | string, what: string][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Office document, such as .doc: save it as .docx"],
  [[0x89, 0x50, 0x4e, 0x47], "a PNG picture"],
  [[0xff, 0xd8, 0xff], "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  [[0x1f, 0x8b], "a compressed file: unpack it first"],
  [[0x00, 0x61, 0x73, 0x6d], "a WebAssembly module"],
];

/** The text of a file. */
export async function decodeText(bytes: Uint8Array): Promise<string> {
  return (await decode(bytes)).text;
}

/** The text of a file, and its encoding where that had to be guessed. */
export async function decode(bytes: Uint8Array): Promise<{ text: string; guess?: string }> {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  if (mark) return { text: new TextDecoder(mark).decode(bytes) };
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes) };
  const other = OTHERS.find(([start]) => beginsWith(bytes, start));
  if (other) refuse(`the file is ${other[1]}`);
  if (isBinary(bytes)) refuse("the file is not text, nor a document of a format that is read");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const declared = declaredEncoding(bytes);
    if (declared && !/^utf-?8$/i.test(declared)) return { text: new TextDecoder(declared).decode(bytes) };
    const { default: chardet } = await import("chardet");
    const likely = chardet.detect(bytes.subarray(0, SAMPLE)) ?? "";
    const guess = isKnown(likely) ? likely : "windows-1252";
    return { text: new TextDecoder(guess).decode(bytes), guess };
  }
}

/** The encoding that a page, a style or XML names. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, HEAD));
  const label = /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ?? /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  const name = label?.[1];
  return name && isKnown(name) ? name : undefined;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

/** UTF-16 without its mark: every other byte of Latin text is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 512 - (512 % 2));
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, at) => (zeros[at % 2]! += Number(byte === 0)));
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0] === 0) return "utf-16le";
  return zeros[0]! > half * 0.7 && zeros[1] === 0 ? "utf-16be" : undefined;
}

/** Text has hardly any control characters; a short one may have a few. */
function isBinary(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, SAMPLE);
  const controls = beginning.filter((byte) => byte < 9 || (byte > 13 && byte < 27)).length;
  return controls * (controls > 10 ? 50 : 10) > beginning.length;
}
