import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import test from "node:test";

import { parseArticle } from "wirecopy";

import { launchBrowser } from "./browser.mjs";
import { createConsumer } from "./consumer.mjs";
import { loneSurrogates, page as markup, patterns, texts, withCases, withMembers } from "./texts.mjs";

const folder = createConsumer(test);
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const PAGE = '<!doctype html><meta charset="utf-8"><title>A page</title><script type="module" src="/page.js"></script>';
/** Names what the tests use: a page has no bundler to resolve names for it. */
const SCRIPT = `
import * as direct from "/node_modules/wirecopy/dist/browser.js";
import * as background from "/node_modules/wirecopy/dist/background.js";
window.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + " " + blockedURI));
Object.assign(window, { direct, background });
`;

const browser = await launchBrowser(test);

/**
 * Opens the page on a server that answers `special` paths in its own way, and gives the page with
 * the list of what was asked for.
 */
async function openPage(t, { special = {}, policy = POLICY } = {}) {
  const asked = [];
  const server = createServer(async ({ url }, response) => {
    asked.push(url);
    const { status = 200, type = TYPES[extname(url)] ?? "text/html", body } = special[url] ?? (await answer(url));
    response.writeHead(status, { "Content-Type": type, "Content-Security-Policy": policy }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => "background" in window);
  return { page, asked };
}

async function answer(url) {
  if (url === "/") return { body: PAGE };
  if (url === "/page.js") return { body: SCRIPT };
  try {
    return { body: await readFile(join(folder, url)) };
  } catch {
    return { status: 404, body: "" };
  }
}

/** Reads each text in the page. Results cross as JSON, in which lone surrogates are written out. */
function read(page, entry, inputs) {
  const inJson = JSON.stringify(inputs);
  return page.evaluate(async ([entry, inJson]) => {
    const results = JSON.parse(inJson).map((text) => window[entry].parseArticle(text));
    return JSON.stringify(await Promise.all(results));
  }, [entry, inJson]);
}

const inputs = [...texts, loneSurrogates];
const expected = JSON.stringify(await Promise.all(inputs.map((text) => parseArticle(text))));
const wasm = "/node_modules/wirecopy/dist/wirecopy.wasm";
const inline = "/node_modules/wirecopy/dist/wasm-inline.js";
const patternsWasm = "/node_modules/wirecopy/dist/wirecopy-patterns.wasm";
const pack = "/node_modules/wirecopy/dist/wirecopy-identities.wasm";
const worker = "/node_modules/wirecopy/dist/worker.js";

for (const entry of ["direct", "background"]) {
  test(`${entry}: a plain page under a strict policy reads what Node reads`, async (t) => {
    const { page, asked } = await openPage(t);
    assert.ok(!asked.includes(wasm), "importing loads nothing");
    assert.equal(await read(page, entry, inputs), expected);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.equal(asked.filter((url) => url === wasm).length, 1);
    assert.equal(asked.includes(inline), false);
    assert.equal(asked.includes(worker), entry === "background");
  });

  test(`${entry}: the module for patterns comes with the first pattern, once`, async (t) => {
    const { page, asked } = await openPage(t);
    const count = () => asked.filter((url) => url.startsWith(patternsWasm)).length;
    const read = (options) => {
      return page.evaluate(async ([entry, inputs, options]) => {
        return JSON.stringify(await Promise.all(inputs.map((input) => window[entry].parseArticle(input, options))));
      }, [entry, [withCases.replace("\ud800", "�"), markup], options]);
    };
    for (const options of [{}, { patterns: [] }]) await read(options);
    assert.equal(count(), 0, "nothing asks for it");
    const inputs = [withCases.replace("\ud800", "�"), markup];
    const expected = JSON.stringify(await Promise.all(inputs.map((input) => parseArticle(input, { patterns }))));
    for (let round = 0; round < 2; round++) assert.equal(await read({ patterns }), expected);
    assert.equal(count(), 1);
    assert.equal(asked.filter((url) => url === wasm).length, 1);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });

  test(`${entry}: the pack of identities comes for who asks for all, once`, async (t) => {
    const { page, asked } = await openPage(t);
    const count = () => asked.filter((url) => url.startsWith(pack)).length;
    const read = (options) => page.evaluate(async ([entry, input, options]) => JSON.stringify(await window[entry].parseArticle(input, options)), [entry, withMembers, options]);
    for (const options of [{}, { identities: "core" }]) assert.equal(await read(options), JSON.stringify(await parseArticle(withMembers)));
    assert.equal(count(), 0, "nothing asks for it");
    const expected = JSON.stringify(await parseArticle(withMembers, { identities: "all" }));
    for (let round = 0; round < 2; round++) assert.equal(await read({ identities: "all" }), expected);
    assert.equal(count(), 1);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });

  test(`${entry}: errors carry their class, name, message and code`, async (t) => {
    const { page } = await openPage(t);
    const errors = await page.evaluate(async (entry) => {
      const { parseArticle, WirecopyError } = window[entry];
      const calls = [[5], [() => {}], ["x", { ofsets: "utf8" }], ["x", { limits: { maxBytes: 0 } }], ["x", { date: () => {} }]];
      const caught = calls.map((call) => parseArticle(...call).catch((error) => error));
      return (await Promise.all(caught)).map((error) => [error instanceof WirecopyError, error.name, error.code, error.message]);
    }, entry);
    assert.deepEqual(errors.map((error) => error.slice(0, 3)), [
      [true, "WirecopyError", "bad-input"],
      [true, "WirecopyError", "bad-input"],
      [true, "WirecopyError", "bad-option"],
      [true, "WirecopyError", "too-large"],
      [true, "WirecopyError", "bad-option"],
    ]);
    assert.match(errors[2][3], /`ofsets`/);
  });
}

for (const [name, answer] of Object.entries({
  "under another type": { type: "application/octet-stream" },
  "as a page that says it is not there": { body: "<!doctype html>Not found", type: "text/html" },
  "not at all": { status: 404, body: "" },
})) {
  test(`a server that delivers the module ${name} is no obstacle`, async (t) => {
    const special = { [wasm]: { body: await readFile(join(folder, wasm)), ...answer } };
    for (const entry of ["direct", "background"]) {
      const { page } = await openPage(t, { special });
      assert.equal(await read(page, entry, inputs), expected, entry);
    }
  });
}

test("where a worker cannot start, the background reads on the page's thread", async (t) => {
  const missing = { special: { [worker]: { status: 404, body: "" } } };
  const forbidden = { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") };
  const broken = { special: { [worker]: { body: "throw new Error('broken')" } } };
  const badModule = { special: { [worker]: { body: "onmessage = ({ data }) => postMessage({ id: data.id, error: { message: 'no' } })" } } };
  for (const [name, obstacle] of Object.entries({ missing, forbidden, broken, badModule })) {
    const { page } = await openPage(t, obstacle);
    assert.equal(await read(page, "background", inputs), expected, name);
  }
});

test("the page stays at hand while the background reads", async (t) => {
  const { page } = await openPage(t);
  const { longest, length } = await page.evaluate(async () => {
    await background.init();
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const text = "Nothing happened in Oslo on Monday, officials said. ".repeat(10_000);
    const article = await background.parseArticle(text);
    clearInterval(timer);
    return { longest, length: article.text.length };
  });
  assert.equal(length, 520_000);
  assert.ok(longest < 1000, `it stood still for ${longest} ms`);
});

test("a signal ends what the worker does and what waits; the others are answered", async (t) => {
  const { page, asked } = await openPage(t);
  const outcomes = await page.evaluate(async () => {
    const long = "Nothing happened in Oslo on Monday, officials said. ".repeat(200_000);
    const running = new AbortController();
    const waiting = new AbortController();
    const calls = [
      background.parseArticle(long, {}, { signal: running.signal }),
      background.parseArticle("aborted while it waits", {}, { signal: waiting.signal }),
      background.parseArticle("read"),
      background.parseArticle("refused", { offsets: "bytes" }),
    ];
    setTimeout(() => running.abort(new Error("running ended")), 50);
    waiting.abort();
    const settled = await Promise.allSettled(calls);
    return settled.map(({ value, reason }) => value?.text ?? reason.code ?? reason.message);
  });
  assert.deepEqual(outcomes, ["running ended", 20, "read", "bad-option"]);
  assert.equal(asked.filter((url) => url === wasm).length, 1, "the module is compiled once for both workers");
});

test("a disposed background rejects what is under way and starts again", async (t) => {
  const { page } = await openPage(t);
  const outcomes = await page.evaluate(async () => {
    const calls = [background.parseArticle("one"), background.parseArticle("two"), background.init()];
    background.dispose();
    const settled = await Promise.allSettled(calls);
    return [...settled.map(({ reason }) => reason.name), (await background.parseArticle("again")).text];
  });
  assert.deepEqual(outcomes, ["AbortError", "AbortError", "AbortError", "again"]);
});
