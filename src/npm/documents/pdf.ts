// PDF with a text layer, by Mozilla's PDF.js. Lines become paragraphs by the gaps between them, and headings by size.

import { getDocumentProxy, getMeta } from "unpdf";

import type { DocumentArticle } from "../documents.js";
import { refuse } from "./limits.js";
import { escape, page } from "./markup.js";
import { weigh } from "./streams.js";

/** More pages than a newspaper has. */
const MAX_PAGES = 2000;

interface Line {
  text: string;
  /** The height of its letters. */
  size: number;
  /** The distance to the line before, in heights; infinite where another column or page begins. */
  gap: number;
}

/** Reads the text layer. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentArticle[]> {
  weigh(bytes);
  // PDF.js takes the bytes away from whoever hands them over.
  const file = await getDocumentProxy(Uint8Array.from(bytes), { disableFontFace: true });
  if (file.numPages > MAX_PAGES) refuse(`the file has ${file.numPages} pages; ${MAX_PAGES} is the most`);
  const lines: Line[] = [];
  for (let number = 1; number <= file.numPages; number++) lines.push(...(await linesOf(file, number)));
  if (lines.length === 0) refuse("the PDF has no text layer: its pages are pictures");
  const { info = {} } = await getMeta(file).catch(() => ({ info: {} as { [key: string]: unknown } }));
  const text = (key: string) => (typeof info[key] === "string" ? (info[key] as string) : undefined);
  const date = /^D:(\d{4})(\d{2})(\d{2})/.exec(text("CreationDate") ?? "");
  const about = { title: text("Title"), authors: [text("Author")], published: date?.slice(1).join("-") };
  await file.cleanup();
  return [{ input: page(about, blocks(lines)), options: { format: "html" }, title: about.title }];
}

async function linesOf(file: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<Line[]> {
  const { items } = await (await file.getPage(number)).getTextContent();
  const lines: Line[] = [];
  let open: { text: string; size: number; y: number } | undefined;
  let last: number | undefined;
  const close = () => {
    if (open && open.text.trim()) {
      const gap = last === undefined ? Infinity : (last - open.y) / (open.size || 1);
      lines.push({ text: open.text.replaceAll(/\s+/g, " ").trim(), size: open.size, gap: gap > 0 ? gap : Infinity });
      last = open.y;
    }
    open = undefined;
  };
  for (const item of items) {
    if (!("str" in item)) continue;
    const y = Number(item.transform[5]);
    if (open && Math.abs(open.y - y) > Math.max(open.size, item.height) / 2) close();
    open ??= { text: "", size: 0, y };
    open.text += item.str;
    open.size = Math.max(open.size, item.height);
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

function blocks(lines: Line[]): string {
  const PARAGRAPH = 1.2;
  const usual = part(lines.map(({ size }) => size), 0.5);
  // The lines within paragraphs are the closest ones, and at least a quarter of all.
  const space = part(lines.map(({ gap }) => gap).filter(Number.isFinite), 0.25) || PARAGRAPH;
  const parts: { lines: string[]; size: number }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const goesOn = before && Math.abs(before.size - line.size) < usual / 10 && line.gap < space * PARAGRAPH;
    // A sentence that a new column or page goes on with.
    const isCut = before && line.gap === Infinity && !/[.!?:”"»]$/.test(before.text) && Math.abs(before.size - line.size) < usual / 10;
    const last = parts.at(-1);
    if (last && (goesOn || isCut)) last.lines.push(line.text);
    else parts.push({ lines: [line.text], size: line.size });
    before = line;
  }
  const tag = (size: number) => (size > usual * 1.6 ? "h1" : size > usual * 1.15 ? "h2" : "p");
  return parts.map(({ lines, size }) => `<${tag(size)}>${escape(join(lines))}</${tag(size)}>`).join("\n");
}

/** Lines as one. A word that was parted at the end of a line is whole again. */
function join(lines: string[]): string {
  const isParted = (line: string, next: string) => /\p{L}-$/u.test(line.slice(-3)) && /^\p{Ll}/u.test(next);
  const parts = lines.map((line, at) => {
    const next = lines[at + 1];
    if (next === undefined) return line;
    return isParted(line, next) ? line.slice(0, -1) : `${line} `;
  });
  return parts.join("");
}

/** The number that such a part of the others is smaller than. */
function part(numbers: number[], share: number): number {
  return numbers.sort((one, other) => one - other)[Math.floor(numbers.length * share)] ?? 0;
}
