import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { build, createServer, preview } from "vite";
import { exportArticle, parseArticle } from "wirecopy";

import { launchBrowser } from "./browser.mjs";
import { createConsumer } from "./consumer.mjs";
import { texts } from "./texts.mjs";

const folder = createConsumer(test);
const browser = await launchBrowser(test);
const expected = await parseArticle(texts[2]);
const markup = `<article><h1>Mill closes</h1><p>${texts[2]}</p></article>`;

writeFileSync(join(folder, "index.html"), '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>');
writeFileSync(
  join(folder, "page.js"),
  `import * as direct from "wirecopy";
   import * as background from "wirecopy/background";
   window.read = (text) => Promise.all([direct.parseArticle(text), background.parseArticle(text)]);
   window.write = (article) => Promise.all([direct, background].map((entry) => entry.exportArticle(article, "conll")));`,
);
const config = { root: folder, configFile: false, logLevel: "error", server: { port: 0, host: "127.0.0.1" }, preview: { port: 0, host: "127.0.0.1" } };

test("built by Vite it ships each module and the worker once, and reads", async (t) => {
  await build(config);
  const assets = readdirSync(join(folder, "dist", "assets"));
  const shipped = assets.filter((name) => /\.wasm$|^worker/.test(name)).map((name) => name.replace(/-.{8}\./, "."));
  assert.deepEqual(shipped.sort(), ["wirecopy-export.wasm", "wirecopy-identities.wasm", "wirecopy-pages.wasm", "wirecopy-patterns.wasm", "wirecopy.wasm", "worker.js"], `${assets}`);
  const server = await preview(config);
  t.after(() => server.close());
  await check(t, server);
});

test("served by Vite's development server it reads", async (t) => {
  const server = await createServer(config);
  t.after(() => server.close());
  await server.listen();
  await check(t, server);
});

async function check(t, server) {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  await page.waitForFunction(() => "read" in window);
  assert.deepEqual(await page.evaluate((text) => window.read(text), texts[2]), [expected, expected]);
  const article = await parseArticle(markup);
  assert.deepEqual(await page.evaluate((markup) => window.read(markup), markup), [article, article]);
  const words = await exportArticle(expected, "conll");
  assert.deepEqual(await page.evaluate((article) => window.write(article), expected), [words, words]);
}
