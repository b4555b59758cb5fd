// One line of NDJSON: what is asked in it, and the answer.

import { constants } from "node:buffer";

import type { Article, Options } from "./article.js";
import { TOO_LONG } from "./lines.js";

/** An error as it is printed. */
export interface Failure {
  /** A code of the package, or of the command line: bad-json, bad-encoding, unreadable. */
  code: string;
  message: string;
}

/** Reads an article with the options that a line brings. */
export type Parse = (input: string, own: Options) => Promise<Article>;

/** The answer to a line, ready to print; nothing to an empty one. */
export async function readLine(
  line: Buffer | typeof TOO_LONG,
  parse: Parse,
): Promise<{ output: string; failed: boolean }> {
  let id: unknown = null;
  try {
    if (line === TOO_LONG) throw new CommandError("too-large", "the line is longer than a string can be");
    const json = decode(line).trim();
    if (json === "") return { output: "", failed: false };
    const document = readDocument(json);
    id = document.id ?? null;
    const article = await parse(...inputOf(document));
    return { output: `${JSON.stringify({ id, article })}\n`, failed: false };
  } catch (error) {
    return { output: `${JSON.stringify({ id, error: failureOf(error) })}\n`, failed: true };
  }
}

/** An error of the command line's own. */
class CommandError extends Error {
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
  date?: unknown;
}

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
function inputOf({ text, html, date }: Document): [input: string, own: Options] {
  const own = { ...(date != null && { date }), ...(html != null && { format: "html" }) } as Options;
  if (text != null && html != null) throw new CommandError("bad-input", 'the line has both "text" and "html"');
  if (text == null && html == null) throw new CommandError("bad-input", 'the line has neither "text" nor "html"');
  return [(text ?? html) as string, own];
}
