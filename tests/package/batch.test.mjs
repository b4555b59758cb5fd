// Many articles: in order, with errors in their place, no faster than they are taken, the same on every thread.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { createConsumer } from "./consumer.mjs";
import { loneSurrogates, page, patterns, texts, withCases } from "./texts.mjs";

const folder = createConsumer(test);
const load = (file) => import(pathToFileURL(join(folder, "node_modules", "wirecopy", "dist", file)).href);
const full = JSON.parse(readFileSync(new URL("../export/article.json", import.meta.url), "utf8"));
const { parseArticle, exportArticle, applyCorrections, EXPORT_FORMATS } = await load("inline.js");
const inputs = [...texts, loneSurrogates, "<!doctype html><title>T</title><p>Ana Mota left Oslo.</p>"];

for (const [entry, concurrency] of [["inline.js", 1], ["inline.js", 2], ["background.js", 1], ["background.js", 2]]) {
  const name = `${entry} with ${concurrency} threads`;

  test(`${name}: the results are those of single calls, in order`, async (t) => {
    const { parseArticles, dispose } = await load(entry);
    t.after(dispose);
    const items = Array.from({ length: 300 }, (_, id) => ({ id, input: id % 50 === 7 ? 5 : inputs[id % inputs.length], options: { offsets: "codepoint" } }));
    const told = [];
    const expected = await Promise.all(inputs.map((input) => parseArticle(input, { offsets: "codepoint", date: "2019-01-28" })));
    let at = 0;
    for await (const { index, item, article, error } of parseArticles(items, { concurrency, options: { date: "2019-01-28", offsets: "utf8" }, onProgress: (progress) => told.push(progress) })) {
      assert.equal(index, at);
      assert.equal(item, items[at]);
      if (at % 50 === 7) assert.equal(error.code, "bad-input");
      else assert.deepEqual(article, expected[at % inputs.length]);
      at += 1;
    }
    assert.equal(at, 300);
    assert.deepEqual(told.at(-1), { done: 300, failed: 6, total: 300 });
    assert.deepEqual(told.map(({ done }) => done), Array.from({ length: 300 }, (_, index) => index + 1));
  });

  test(`${name}: the caller's patterns are found, and what is none is an error in its place`, async (t) => {
    const { parseArticles, dispose } = await load(entry);
    t.after(dispose);
    const bad = { input: "x", options: { patterns: [{ type: "CASE", pattern: "(" }] } };
    const results = [];
    for await (const { article, error } of parseArticles([withCases, bad, page], { concurrency, options: { patterns } })) results.push(error?.message ?? article);
    const expected = await Promise.all([withCases, page].map((input) => parseArticle(input, { patterns })));
    assert.ok(expected.every(({ mentions }) => mentions.some(({ text, type }) => text === "AB-1234" && type === "CASE")));
    const message = await parseArticle(bad.input, bad.options).catch(({ message }) => message);
    assert.match(message, /"\(" is no pattern/);
    assert.deepEqual(results, [expected[0], message, expected[1]]);
  });

  test(`${name}: it reads no further ahead than it must, and ends with the loop`, async (t) => {
    const { parseArticles, dispose } = await load(entry);
    t.after(dispose);
    let given = 0;
    let closed = false;
    async function* source() {
      try {
        for (;;) yield `Ana Mota left Oslo ${given++} times.`;
      } finally {
        closed = true;
      }
    }
    let taken = 0;
    for await (const { article } of parseArticles(source(), { concurrency })) {
      assert.ok(article.text.includes(`${taken} times`));
      if (++taken === 20) break;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    assert.ok(given <= 20 + 64 * (2 * concurrency + 3), `${given} were taken from the source`);
    assert.ok(closed);
  });

  test(`${name}: a signal ends it, also while the source gives nothing`, async (t) => {
    const { parseArticles, dispose } = await load(entry);
    t.after(dispose);
    const controller = new AbortController();
    async function* source() {
      yield "one";
      await new Promise(() => {});
    }
    let taken = 0;
    const reading = (async () => {
      for await (const _ of parseArticles(source(), { concurrency, signal: controller.signal })) {
        taken += 1;
        setTimeout(() => controller.abort(new Error("enough")), 10);
      }
    })();
    await assert.rejects(reading, /enough/);
    assert.equal(taken, 1, "what was read is given while the source is slow");
  });

  test(`${name}: an error of the source is the caller's`, async (t) => {
    const { parseArticles, dispose } = await load(entry);
    t.after(dispose);
    function* source() {
      yield "one";
      throw new Error("the file ends here");
    }
    await assert.rejects(async () => {
      for await (const _ of parseArticles(source(), { concurrency }));
    }, /the file ends here/);
  });
}

test("exports and corrections are the same in a worker", async (t) => {
  const background = await load("background.js");
  t.after(background.dispose);
  for (const { format } of EXPORT_FORMATS) {
    assert.equal(await background.exportArticle(full, format, { id: "a" }), await exportArticle(full, format, { id: "a" }), format);
  }
  const corrections = [{ action: "merge", name: "Tor Berg", with: ["Bergen"] }, { action: "remove", name: "Reuters" }];
  const corrected = await applyCorrections(full, corrections);
  assert.deepEqual(await background.applyCorrections(full, corrections), corrected);
  assert.ok(!corrected.entities.some(({ name }) => name === "Reuters"));
  assert.equal(full.entities[2].name, "Reuters", "the given article stays as it is");
  const text = inputs[2];
  assert.deepEqual(await background.parseArticle(text, { corrections }), await applyCorrections(await parseArticle(text), corrections));
});

test("what is wrong with an export or a correction is said, on every thread", async (t) => {
  for (const entry of ["inline.js", "background.js"]) {
    const { exportArticle, applyCorrections, parseArticle, dispose } = await load(entry);
    t.after(dispose);
    await assert.rejects(exportArticle(full, "docx"), { code: "bad-option", message: /no such format.*csv-mentions/ });
    await assert.rejects(exportArticle(full, "tei", { idd: "x" }), { code: "bad-option", message: /`idd`/ });
    await assert.rejects(exportArticle({ ...full, offsets: "utf8" }, "tei"), { code: "bad-input", message: /utf8/ });
    await assert.rejects(exportArticle(null, "tei"), { code: "bad-input" });
    await assert.rejects(exportArticle({ text: "a" }, "tei"), { code: "bad-input", message: /missing field/ });
    await assert.rejects(exportArticle({ ...full, mentions: [{ ...full.mentions[0], start: "a" }] }, "tei"), { code: "bad-input", message: /article\.mentions\[0\]\.start/ });
    await assert.rejects(applyCorrections(full, [{ action: "mix", name: "a" }]), { code: "bad-option", message: /corrections\[0\].*`mix`/ });
    await assert.rejects(parseArticle("x", { corrections: [{ action: "rename", name: "a" }] }), { code: "bad-option", message: /`to`/ });
    await assert.rejects(exportArticle(full, "tei", {}, { signal: AbortSignal.abort(new Error("no")) }), /no/);
  }
});

test("an export of an article with half a surrogate pair", async () => {
  const article = await parseArticle(`${loneSurrogates} and Ana Mota`);
  assert.match(await exportArticle(article, "tei"), /Lone \ufffd high, \ufffd low and 🎉 whole/);
  assert.deepEqual(await applyCorrections(article, []), article);
});

test("two threads cost little more than one", { skip: !existsSync("/proc/self/status") }, async (t) => {
  const { parseArticles, dispose } = await load("inline.js");
  t.after(dispose);
  const items = Array.from({ length: 2000 }, (_, index) => texts[2].repeat(10 + (index % 10)));
  const cost = async (concurrency) => {
    const before = process.cpuUsage();
    for await (const { error } of parseArticles(items, { concurrency })) assert.equal(error, undefined);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  // What the processor does is measured, not the time: that depends on what else the machine does.
  const ratios = [];
  for (let round = 0; round < 3; round++) ratios.push((2 * (await cost(1))) / (await cost(2)));
  assert.ok(Math.max(...ratios) > 1.5, `at best ${Math.max(...ratios).toFixed(2)} times as fast`);
});
