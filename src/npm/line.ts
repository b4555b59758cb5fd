// One line of NDJSON: what is asked in it, and the answer.

import { constants } from "node:buffer";

import type { Options } from "./api.js";
import { TOO_LONG } from "./lines.js";

/** An error as it is printed. */
export interface Failure {
  /** A code of the package, or of the command line: bad-json, bad-encoding, unreadable. */
  code: string;
  message: string;
}

/** A document of a line, or what is wrong with the line. */
export type LineDocument = { id: unknown } & ({ input: string; own: Options } | { path: string; own: Options } | { failure: Failure });

/** What a line asks for; nothing where it is empty. */
export function documentOf(line: Buffer | typeof TOO_LONG): LineDocument | undefined {
  let id: unknown = null;
  try {
    if (line === TOO_LONG) throw new CommandError("too-large", "the line is longer than a string can be");
    const json = decode(line).trim();
    if (json === "") return undefined;
    const document = readDocument(json);
    id = document.id ?? null;
    return { id, ...inputOf(document) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}

/** An error of the command line's own. */
export class CommandError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Bytes as text, unchanged. Bytes that are no UTF-8 are an error, for a guess would lose some. */
export function decode(bytes: Buffer): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw new CommandError("too-large", `${bytes.length} bytes are more than a string can hold`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandError("bad-encoding", "not UTF-8: convert it first, for example with iconv");
  }
}

/** The code and the message of anything that was thrown. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: "crashed", message: String(error) };
  if (error instanceof RangeError) return { code: "too-large", message: error.message };
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined) return { code: "crashed", message: error.message };
  return { code: syscall ? "unreadable" : code, message: error.message };
}

interface Document {
  id?: unknown;
  text?: unknown;
  html?: unknown;
  markdown?: unknown;
  path?: unknown;
  format?: unknown;
  date?: unknown;
  url?: unknown;
}

/** What a line can hold its document in. */
const PLACES = ["text", "html", "markdown", "path"] as const;

function readDocument(json: string): Document {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    throw new CommandError("bad-json", `the line is not JSON: ${(error as Error).message}`);
  }
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw new CommandError("bad-json", "the line is not a JSON object");
  }
  return document;
}

/** What to read and how. The types of the fields are for the core to check. */
function inputOf(document: Document): { input: string; own: Options } | { path: string; own: Options } {
  const given = PLACES.filter((name) => document[name] != null);
  const [name] = given;
  if (given.length > 1) throw new CommandError("bad-input", `the line has both ${given.map((name) => `"${name}"`).join(" and ")}`);
  if (!name) throw new CommandError("bad-input", 'the line has neither "text" nor "html" nor "markdown" nor "path"');
  const { date, url, format } = document;
  const isText = name === "text" || name === "path";
  if (format != null && !isText) throw new CommandError("bad-input", `the line has both "${name}" and "format"`);
  const own = {
    ...(date != null && { date }),
    ...(url != null && { url }),
    ...(format != null && { format }),
    ...(!isText && { format: name }),
  } as Options;
  const value = document[name];
  if (name !== "path") return { input: value as string, own };
  if (typeof value !== "string") throw new CommandError("bad-input", '"path" is no string');
  return { path: value, own };
}
