// `node tests/bench/readability.mjs FOLDER`: what Readability finds on the pages of a folder, a line
// of JSON for each. `train -- pages` scores it beside the others; see train/src/pages.rs.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const [folder] = process.argv.slice(2);
const BLOCKS = /<(?=\/?(?:p|div|li|ul|ol|br|h[1-6]|tr|t[dh]|table|blockquote|pre|figure|figcaption|section)\b)/g;

for (const line of readFileSync(join(folder, "truth.jsonl"), "utf8").trim().split("\n")) {
  const { id } = JSON.parse(line);
  const { document } = parseHTML(gunzipSync(readFileSync(join(folder, "pages", `${id}.html.gz`))).toString());
  const article = read(document);
  // Its textContent glues the words of neighbouring elements; that is not held against it here.
  const text = parseHTML(`<!doctype html><html><body>${(article?.content ?? "").replace(BLOCKS, "\n<")}</body></html>`).document.body.textContent;
  const { title = "", byline = null, publishedTime: date = "" } = article ?? {};
  process.stdout.write(`${JSON.stringify({ id, text, title, byline, date })}\n`);
}

function read(document) {
  try {
    return new Readability(document).parse();
  } catch {
    return null;
  }
}
