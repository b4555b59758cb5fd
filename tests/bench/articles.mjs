// What is read: the project's own example articles and the page's samples, each one article.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "../../scripts/setup.mjs";

const FOLDERS = ["tests/articles", "www/samples"];

/** Each article's text, in the order of the files' names. */
export function articles() {
  const folders = FOLDERS.map((folder) => join(root, folder)).filter(existsSync);
  const files = folders.flatMap((folder) => readdirSync(folder).sort().map((file) => join(folder, file)));
  return files.filter((file) => file.endsWith(".txt")).map((file) => readFileSync(file, "utf8"));
}

/** One article of about so many bytes, from the articles' paragraphs over and over. */
export function articleOf(bytes) {
  const paragraphs = articles().flatMap((article) => article.split(/\r?\n(?:\r?\n)+/));
  const chosen = [];
  for (let at = 0, length = 0; length < bytes; at++) {
    const paragraph = paragraphs[at % paragraphs.length];
    chosen.push(paragraph);
    length += bytesOf(paragraph) + 2;
  }
  return chosen.join("\n\n");
}

export function bytesOf(text) {
  return Buffer.byteLength(text);
}
