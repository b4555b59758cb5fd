// A saved page as the browser shows it, with the names of its article marked through the selectors of the blocks: what
// an extension or a bookmarklet does.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { parseArticle } from "wirecopy";

import { launchChromium } from "../chromium.mjs";

const folder = new URL("../pages/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".html"));

let browser;
before(async () => (browser = await launchChromium()));
after(() => browser?.close());

for (const file of files) {
  test(`the names in ${file} are marked in the page itself`, async () => {
    const markup = readFileSync(new URL(file, folder), "utf8");
    const { text, blocks, mentions } = await parseArticle(markup, { format: "html" });
    const page = await browser.newPage();
    // The selectors are those of the page as it is written, before scripts add to it.
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'none'" };
    await page.route("**", (route) => route.fulfill({ body: markup, headers }));
    await page.goto("http://page.example/");
    assert.ok(blocks.every((block) => block.path), "a block without a selector");
    const parts = blocks.map(({ start, end, path }) => ({
      path,
      words: text.slice(start, end),
      names: mentions.filter((name) => name.start >= start && name.end <= end).map((name) => name.text),
    }));
    const { strange, marked } = await page.evaluate(mark, parts);
    assert.deepEqual(strange, [], "words that are not where the selector points");
    const plain = (name) => name.replaceAll(/\s+/g, "");
    assert.deepEqual(marked, parts.flatMap(({ names }) => names.map(plain)));
    await page.close();
  });
}

/** Runs in the page: marks the names within each block's element, in order, and tells what it marked, without spaces. */
function mark(parts) {
  // Signs that a reader does not see, or that the page's style adds.
  const unseen = /[\s\u00ad“”]/;
  const strange = [];
  const marked = [];
  const behind = new Map();
  for (const { path, words, names } of parts) {
    const element = document.querySelector(path);
    const nodes = element ? textNodes(element) : [];
    // Each letter that is seen, and where it stands.
    const letters = nodes.flatMap((node) =>
      [...node.data].flatMap((letter, at) => (unseen.test(letter) ? [] : [{ letter, node, at }])),
    );
    const text = letters.map(({ letter }) => letter).join("");
    if (!isWithin([...words].filter((letter) => !unseen.test(letter)), text)) strange.push(`${path}: ${words}`);
    for (const name of names) {
      const wanted = name.replaceAll(/\s+/g, "");
      const start = text.indexOf(wanted, behind.get(element) ?? 0);
      if (start < 0) continue;
      behind.set(element, start + wanted.length);
      marked.push(letters.slice(start, start + wanted.length));
    }
  }
  // From the last letter on, so that the places of the others stay.
  for (const { node, at } of marked.flat().toReversed()) {
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    range.surroundContents(document.createElement("mark"));
  }
  const names = marked.map((letters) => letters.map(({ letter }) => letter).join(""));
  const shown = document.querySelectorAll("mark").length;
  return { strange, marked: shown === names.join("").length ? names : [] };

  function textNodes(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  /** Whether the letters stand in the text in this order; what the page hides may stand between. */
  function isWithin(letters, text) {
    let at = 0;
    return letters.every((letter) => (at = text.indexOf(letter, at) + 1) > 0);
  }
}
