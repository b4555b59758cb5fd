import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { build, createServer, preview } from "vite";
import { parseArticle } from "wirecopy";

import { launchBrowser } from "./browser.mjs";
import { createConsumer } from "./consumer.mjs";
import { texts } from "./texts.mjs";

const folder = createConsumer(test);
const browser = await launchBrowser(test);
const expected = await parseArticle(texts[2]);

writeFileSync(join(folder, "index.html"), '<!doctype html><title>A page</title><script type="module" src="/page.js"></script>');
writeFileSync(
  join(folder, "page.js"),
  `import { parseArticle } from "wirecopy";
   import { parseArticle as inBackground } from "wirecopy/background";
   window.read = (text) => Promise.all([parseArticle(text), inBackground(text)]);`,
);
const config = { root: folder, configFile: false, logLevel: "error", server: { port: 0, host: "127.0.0.1" }, preview: { port: 0, host: "127.0.0.1" } };

test("built by Vite it ships one module and one worker, and reads", async (t) => {
  await build(config);
  const assets = readdirSync(join(folder, "dist", "assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1, `${assets}`);
  assert.equal(assets.filter((name) => name.startsWith("worker")).length, 1, `${assets}`);
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
}
