/** The text of a file, and what the reader should know about how it was read. */
export interface Decoded {
  text: string;
  notice: string | null;
}

/** Why a file is not read, in words for the reader. */
export class Unreadable extends Error {}

/** As much as the package reads. */
export const MAX_BYTES = 64 * 1024 * 1024;

// What files begin with that hold more than text.
const SIGNATURES: [number[] | string, string][] = [
  ["%PDF", "a PDF"],
  ["PK\x03\x04", "a packed document, such as .docx, .odt or .zip"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Office document, such as .doc"],
  ["{\\rtf", "a Rich Text document"],
  [[0x89, 0x50, 0x4e, 0x47], "a PNG picture"],
  [[0xff, 0xd8, 0xff], "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  [[0x1f, 0x8b], "a compressed file"],
  [[0x00, 0x61, 0x73, 0x6d], "a WebAssembly module"],
];

const TAKE_THE_TEXT = "Wirecopy reads plain text: copy the text out of it and paste it here.";

/** Turns a file's bytes into text, or says in plain words why that cannot be done. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new Unreadable("The file is empty.");
  if (bytes.length > MAX_BYTES) throw new Unreadable(tooLarge(bytes.length));
  const signature = SIGNATURES.find(([start]) => startsWith(bytes, start));
  if (signature) throw new Unreadable(`The file is ${signature[1]}. ${TAKE_THE_TEXT}`);
  const decoded = decodeText(bytes);
  if (decoded.text.trim() === "") throw new Unreadable("The file holds nothing but white space.");
  return decoded;
}

/** The message for a file or a text over the limit. */
export function tooLarge(bytes: number): string {
  return `It has ${megabytes(bytes)}, and ${megabytes(MAX_BYTES)} is the most that is read at a time. Nothing was read.`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) ? 1 : 0)} MB`;
}

function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe])) return { text: new TextDecoder("utf-16le").decode(bytes), notice: null };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: new TextDecoder("utf-16be").decode(bytes), notice: null };
  if (looksBinary(bytes)) throw new Unreadable(`The file is not text. ${TAKE_THE_TEXT}`);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notice: null };
  } catch {
    const notice = "The file is not UTF-8. It was read as Windows-1252; if letters look wrong, save it as UTF-8.";
    return { text: new TextDecoder("windows-1252").decode(bytes), notice };
  }
}

function startsWith(bytes: Uint8Array, start: number[] | string): boolean {
  const expected = typeof start === "string" ? [...start].map((letter) => letter.charCodeAt(0)) : start;
  return expected.every((byte, at) => bytes[at] === byte);
}

/** Text has no NUL and hardly any other control character. */
function looksBinary(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 64 * 1024);
  if (beginning.includes(0)) return true;
  const controls = beginning.filter((byte) => byte < 9 || (byte > 13 && byte < 27)).length;
  return controls * 50 > beginning.length;
}
