// Files as they lie on a desk: each becomes what parseArticle and parseArticles take. The readers of the
// formats load when one of their files comes.

import type { BatchItem, Options } from "./api.js";
import { decode } from "./documents/encoding.js";
import { beginsWith, MAX_BYTES, megabytes } from "./documents/limits.js";
import { WirecopyError } from "./error.js";

export { WirecopyError, type WirecopyErrorCode } from "./error.js";

/** What is known of a file beside its bytes. */
export interface DocumentOptions {
  /** Its name. The ending tells Markdown and mail from plain text. */
  name?: string | undefined;
}

/** An article of a file, ready for `parseArticles`, or for `parseArticle(input, options)`. */
export interface DocumentArticle extends Exclude<BatchItem, string> {
  readonly input: string;
  readonly options: Options;
  /** What it is called, where the file says so: the headline of a feed's item, the title of a chapter. */
  readonly title?: string | undefined;
  /** The encoding of a text, where that is a guess: nothing declares it, and it is not Unicode. */
  readonly encoding?: string | undefined;
}

/** The first characters, which tell the format. */
const HEAD = 8192;

/**
 * Reads a file: plain text, web pages and Markdown in any common encoding, EML, RTF, DOCX, ODT, EPUB, PDF with a text
 * layer, RSS, Atom, NewsML-G2, NITF, ninjs and JSON Lines.
 *
 * @param source - The file or its bytes.
 * @returns The articles in it: one for most formats, one for each chapter, item or line for EPUB, feeds and JSON Lines.
 * @throws {@link WirecopyError} `unsupported-format` where it is none of these or has no text layer, `bad-input` where
 * it is broken, `too-large` over 64 MiB, unpacked 256 MiB.
 */
export async function readDocument(
  source: Blob | ArrayBuffer | Uint8Array,
  { name }: DocumentOptions = {},
): Promise<DocumentArticle[]> {
  const size = source instanceof Blob ? source.size : source.byteLength;
  if (size > MAX_BYTES) throw new WirecopyError("too-large", `the file has ${megabytes(size)}, and ${megabytes(MAX_BYTES)} is the most that is read at a time`);
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(source instanceof Blob ? await source.arrayBuffer() : source);
  const known = name ?? (source instanceof Blob && "name" in source ? String(source.name) : "");
  try {
    return await read(bytes, known.toLowerCase());
  } catch (error) {
    if (error instanceof WirecopyError) throw error;
    throw new WirecopyError("bad-input", `the file is broken: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

async function read(bytes: Uint8Array, name: string): Promise<DocumentArticle[]> {
  if (beginsWith(bytes, "%PDF-")) return (await load(import("./documents/pdf.js"))).readPdf(bytes);
  if (beginsWith(bytes, "PK\x03\x04")) return (await load(import("./documents/packed.js"))).readPacked(bytes);
  if (beginsWith(bytes, "{\\rtf")) return (await load(import("./documents/rtf.js"))).readRtf(bytes);
  if (/\.(eml|mht|mhtml)$/.test(name) || isMail(bytes)) return (await load(import("./documents/mail.js"))).readMail(bytes);
  const { text, guess } = await decode(bytes);
  if (isFeed(text)) return (await load(import("./documents/feeds.js"))).readFeed(text);
  if (/^\s*[[{]/.test(text) && (/\.(json|jsonl|ndjson|ninjs)$/.test(name) || /^\s*\{\s*"/.test(text))) {
    const articles = (await load(import("./documents/json.js"))).readJson(text);
    if (articles) return articles;
  }
  const format = /\.(md|markdown)$/.test(name) ? "markdown" : /\.x?html?$/.test(name) ? "html" : "auto";
  return [{ input: text, options: { format }, ...(guess && { encoding: guess }) }];
}

/** Waits for the reader of a format. That it cannot be had is no fault of the file's. */
async function load<T>(reader: Promise<T>): Promise<T> {
  return reader.catch((cause: unknown) => {
    throw new WirecopyError("not-loaded", "the reader of this format did not load", { cause });
  });
}

/** Whether the outermost element is that of a feed or of an agency's message. */
function isFeed(text: string): boolean {
  const head = text.slice(0, HEAD).replaceAll(/<\?[^>]*>|<!--.*?-->|<!doctype[^>[]*(\[[^\]]*\])?[^>]*>/gis, "");
  return /^\s*<(rss|feed|rdf:RDF|newsMessage|newsItem|nitf)\b/i.test(head);
}

/** Whether the file begins with the headers of a message. */
function isMail(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const headers = head.split(/\r?\n\r?\n/, 1)[0]!.split(/\r?\n(?![ \t])/);
  const known = headers.filter((line) => /^(received|return-path|mime-version|message-id|from|to|subject|date|delivered-to):/i.test(line));
  return known.length > 2 && headers.every((line, at) => /^[\w-]+:/.test(line) || (at === 0 && line.startsWith("From ")) || line === "");
}
