// Rich Text. No library that is kept up reads it without Node, and its text is a matter of few control words.

import type { DocumentArticle } from "../documents.js";
import { page, paragraphs } from "./markup.js";

/** Groups whose content is none of the text. */
const OTHER = /^(fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|footnote|listtable|listoverridetable|rsidtbl|generator|themedata|datastore|latentstyles|xmlnstbl|filetbl|revtbl|fldinst)$/;

/** The signs that have a word of their own. */
const SIGNS: { [word: string]: string } = {
  par: "\n\n", sect: "\n\n", page: "\n\n", row: "\n\n", line: "\n", tab: "\t", cell: "\t", emdash: "—", endash: "–", lquote: "‘", rquote: "’",
  ldblquote: "“", rdblquote: "”", bullet: "•", emspace: " ", enspace: " ", qmspace: " ",
};

/** A control word with its number, a sign behind a backslash, a brace, or text. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

/** Reads the text of an RTF file. */
export function readRtf(bytes: Uint8Array): DocumentArticle[] {
  const { text, title, author } = textOf(new TextDecoder("windows-1252").decode(bytes));
  return [{ input: page({ title, authors: [author] }, paragraphs(text)), options: { format: "html" }, title: title || undefined }];
}

function textOf(rtf: string): { text: string; title: string; author: string } {
  const codePage = /\\ansicpg(\d+)/.exec(rtf)?.[1] ?? "1252";
  const decoder = decoderOf(codePage);
  const out: { [place: string]: string[] } = { text: [], title: [], author: [] };
  // For each open group where its text goes, nowhere for those that are not read, and how many signs stand in for \u.
  const groups = [{ place: "text" as string | undefined, skip: 1 }];
  let pending: number[] = [];
  let toSkip = 0;
  let isStarred = false;
  const put = (text: string) => {
    const { place } = groups.at(-1)!;
    if (place) out[place]!.push(text);
  };
  const flush = () => {
    if (pending.length > 0) put(decoder.decode(Uint8Array.from(pending)));
    pending = [];
  };
  for (const [, word, number, hex, sign, brace, text] of rtf.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (toSkip > 0) toSkip--;
      else pending.push(parseInt(hex, 16));
      continue;
    }
    flush();
    const group = groups.at(-1)!;
    if (brace === "{") {
      groups.push({ ...group });
    } else if (brace === "}") {
      if (groups.length > 1) groups.pop();
      toSkip = 0;
    } else if (sign !== undefined) {
      if (sign === "*") isStarred = true;
      else if (sign === "~") put("\u00a0");
      else if (sign === "_") put("-");
      else if (/[\\{}]/.test(sign)) put(sign);
      else if (/[\r\n]/.test(sign)) put("\n\n");
    } else if (word !== undefined) {
      if (isStarred || OTHER.test(word)) group.place = undefined;
      else if (SIGNS[word]) put(SIGNS[word]);
      if (word === "title" || word === "author") group.place = word;
      if (word === "uc") group.skip = Number(number ?? 1);
      if (word === "u") {
        put(String.fromCharCode((Number(number) + 65536) % 65536));
        toSkip = group.skip;
      }
      isStarred = false;
    } else if (text !== undefined) {
      put(text.slice(toSkip));
      toSkip = Math.max(0, toSkip - text.length);
    }
  }
  flush();
  const joined = (place: string) => out[place]!.join("");
  return { text: joined("text"), title: joined("title"), author: joined("author") };
}

function decoderOf(codePage: string): TextDecoder {
  const label = { "932": "shift_jis", "936": "gbk", "949": "euc-kr", "950": "big5", "10000": "macintosh" }[codePage] ?? `windows-${codePage}`;
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
