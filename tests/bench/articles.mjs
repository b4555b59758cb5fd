// What is read: the project's own example articles and the page's samples, each one article.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { root } from "../../scripts/setup.mjs";

const FOLDERS = ["tests/articles", "www/samples"];

/** The examples in other languages: all three libraries are made for English. */
const NOT_ENGLISH = ["dpa-german.txt", "efe-spanish.txt", "ria-russian.txt"];

/** Each English article's text, in the order of the files' names. */
export function articles() {
  const folders = FOLDERS.map((folder) => join(root, folder)).filter(existsSync);
  const files = folders.flatMap((folder) => readdirSync(folder).sort().map((file) => join(folder, file)));
  const english = files.filter((file) => file.endsWith(".txt") && !NOT_ENGLISH.includes(basename(file)));
  return english.map((file) => readFileSync(file, "utf8"));
}

/** The project's own web pages, but for the one that is none: what browsers save of articles, menus and scripts with it. */
export function pages() {
  const folder = join(root, "tests", "pages");
  const files = readdirSync(folder).filter((file) => file.endsWith(".html") && file !== "hostile-soup.html");
  return files.sort().map((file) => readFileSync(join(folder, file), "utf8"));
}

/**
 * Articles of about so many bytes each, cut out of the paragraphs of all articles over and over, so
 * that they hold the same words at every length.
 */
export function articlesOf(bytes) {
  const paragraphs = articles().flatMap((article) => article.split(/\r?\n(?:\r?\n)+/));
  const cut = [];
  for (let at = 0; at < paragraphs.length; ) {
    const chosen = [];
    for (let length = 0; length < bytes; at++) {
      const paragraph = paragraphs[at % paragraphs.length];
      chosen.push(paragraph);
      length += bytesOf(paragraph) + 2;
    }
    cut.push(chosen.join("\n\n"));
  }
  return cut;
}

/**
 * What hostile texts repeat, with a running number for "#": where a reading that looks back, or looks
 * for an end, could take the square of the time.
 */
export const HOSTILE = [
  ...["a", "A", "A ", "\n", '"', "“", "'", "(", "( ", "[", ")", ".", "-", ": ", "@", "(@a) ", "<", "<!--"],
  ...["Kari Nordmann ", "World Health Organization (WHO) ", "Bank of ", "Ministry of Trade and ", "President "],
  ...["U.S. ", "A-", "O'", "OSLO, May 3 (Reuters) - ", "Also read: a. ", "By Ana Mota\n", "1. a\n", "a\tb\n"],
  ...["Mr Ana# Mota met President Lind. He left. ", "Ana Mota# Hale ", '"It rained," said Ana Mota#. '],
  ...["<div>", "<b>", "<p>", "</b>", "<a href=x>", "<i><div></i>", "<table>", "<table><tr><td>", "<ul><li>", "<svg><a>"],
  ...["<h1>", "<article>", "<select><option>", "<div itemprop=author>", "<meta name=author content=x>", "<x a=\"", "&x", "<![CDATA["],
];

/** A hostile text of about so many bytes. */
export function hostileText(unit, bytes) {
  return Array.from({ length: Math.ceil(bytes / bytesOf(unit)) }, (_, number) => unit.replaceAll("#", `${number}`)).join("");
}

export function bytesOf(text) {
  return Buffer.byteLength(text);
}
