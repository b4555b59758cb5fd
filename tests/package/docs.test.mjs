// Every example in the README and in docs/ is run, as it stands there, in a project with the packed package.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { createConsumer, root, runModule } from "./consumer.mjs";

const folder = createConsumer(test);
writeFileSync(join(folder, "article.txt"), "Ana Mota left Oslo.");

/** For an example that goes on from one before it. */
const PRELUDE = `
import * as wirecopy from "wirecopy";
const { parseArticle, parseArticles, exportArticle, applyCorrections, EXPORT_FORMATS } = wirecopy;
`;

/** What an example of a page or a file finds around it. */
const AROUND = `
globalThis.document ??= { documentElement: { outerHTML: "<article><h1>A ferry sinks</h1><p>Ana Mota left Oslo.</p></article>" }, querySelector: () => null };
globalThis.location ??= { href: "https://example.org/" };
globalThis.file ??= new TextEncoder().encode("Ana Mota left Oslo.");
`;

const files = ["README.md", ...readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];

for (const name of files) {
  const markdown = readFileSync(join(root, name), "utf8");
  const examples = [...markdown.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, example]) => example);
  for (const [index, example] of examples.entries()) {
    test(`${name}, example ${index + 1}`, () => {
      const needsText = /parseArticle\(text/.test(example) && !/const text\b/.test(example);
      const source = `${AROUND}${needsText ? 'globalThis.text = "Ana Mota left Oslo.";' : ""}\n${example}`;
      const printed = runModule(folder, /^import .*"wirecopy(\/core)?";$/m.test(example) ? source : PRELUDE + source);
      // What a comment says behind a line that prints is what is printed.
      for (const [, said] of example.matchAll(/^\s*console\.log\(.*\); +\/\/ (.*)$/gm)) {
        assert.ok(printed.includes(said.replace(/^PERSON Kari.*/, "PERSON Kari Nordmann 26 39")), `${said} is not in:\n${printed}`);
      }
    });
  }
}
