// What an article cannot do to the page, and what the page cannot do to an article.

import assert from "node:assert/strict";
import { test } from "node:test";

import { dropFiles, pages, readSample, whenRead } from "./page.mjs";

const onPage = pages();

test("markup in an article stays text", () =>
  onPage(async (page) => {
    const hostile = [
      "<script>globalThis.caught = true</script> in Paris",
      "",
      "LONDON (Reuters) - <img src=x onerror='globalThis.caught=true'> said Boris Johnson<svg onload=globalThis.caught=true>.",
      "",
      "</mark></article><iframe src='https://evil.example/'></iframe><style>*{display:none}</style>",
    ].join("\n");
    await dropFiles(page, [{ name: "<img src=x onerror=globalThis.caught=true>.txt", bytes: hostile }]);
    await whenRead(page);
    const shown = await page.locator("#article").textContent();
    for (const line of hostile.split("\n").filter(Boolean)) assert.ok(shown.includes(line), line);
    assert.equal(await page.locator("#article :is(img, script, svg, iframe, style)").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.caught), undefined);
  }));

test("the policy is in the page and in the answer's header, and forbids every other host", () =>
  onPage(async (page) => {
    const header = (await page.reload()).headers()["content-security-policy"];
    const meta = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    for (const policy of [header, meta]) {
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /connect-src 'self'/);
      assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
    }
  }));

test("the policy holds: a request to another host fails in the browser", () =>
  onPage(
    async (page) => {
      const directive = await page.evaluate(async () => {
        const blocked = new Promise((resolve) => addEventListener("securitypolicyviolation", resolve));
        await fetch("https://news.example/").catch(() => {});
        return (await blocked).violatedDirective;
      });
      assert.equal(directive, "connect-src");
    },
    { breaksPolicy: true },
  ));

test("after the page has loaded, reading works without a network", () =>
  onPage(async (page) => {
    await readSample(page, "The ferry");
    await page.context().setOffline(true);
    await dropFiles(page, [{ name: "offline.txt", bytes: "The offline harbour opened." }]);
    await page.locator("#article", { hasText: "The offline harbour" }).waitFor();
  }));

test("a copy of the article is the article's own text", () =>
  onPage(
    async (page) => {
      const line = "Prime Minister Kari Nordmann met Emmanuel Macron in Paris on Monday.";
      await dropFiles(page, [{ name: "a.txt", bytes: line }]);
      await whenRead(page);
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("#article")));
      await page.keyboard.press("Control+C");
      assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), line);
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));
