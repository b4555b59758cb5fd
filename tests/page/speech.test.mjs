// Quotations with their speakers, and the ledger of claims beside the text.

import assert from "node:assert/strict";
import { test } from "node:test";

import { parseArticle } from "wirecopy";

import { pages, readSample } from "./page.mjs";

const onPage = pages();

test("what is said stands out, with who says it in the margin", () =>
  onPage(async (page) => {
    await readSample(page, "The dam");
    const voices = await page.locator("#article .voice").evaluateAll((voices) =>
      voices.map((voice) => ({ words: voice.textContent, who: getComputedStyle(voice, "::before").content })),
    );
    const shadow = voices.find(({ words }) => words.startsWith("It is not a crack"));
    assert.equal(shadow.who, '"Farrukh Nazarbekov"');
    assert.ok(voices.length >= 4, `${voices.length} voices`);
    // The name in the margin is no part of the text, and keeps clear of it.
    const { left } = await page.locator("#article p.paragraph").first().boundingBox().then(({ x }) => ({ left: x }));
    const margin = await page.locator("#article .voice[data-speaker]").first().evaluate((voice) => {
      const { insetInlineStart, width } = getComputedStyle(voice, "::before");
      return [parseFloat(insetInlineStart), parseFloat(width)];
    });
    assert.ok(left > 0 && margin[0] + margin[1] < 0, `${margin}`);
  }));

test("the ledger lists who claims and denies what, and a click goes to the words", () =>
  onPage(async (page) => {
    await readSample(page, "The dam");
    const ledger = page.locator("#ledger");
    const rows = ledger.locator("li");
    assert.ok((await rows.count()) >= 8);
    const denial = rows.filter({ hasText: "Timur Akhmedov denies" });
    assert.match(await denial.first().textContent(), /this information/);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await denial.first().getByRole("button").first().click();
    const picked = () =>
      page.evaluate(() => [...CSS.highlights.get("picked-words")].map((range) => range.toString()).join(""));
    assert.equal(await picked(), "this information");
    const seen = await page.evaluate(() => {
      const { top, bottom } = [...CSS.highlights.get("picked-words")][0].getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(seen, "the words are out of sight");
    // The denial leads to the claim that it is about.
    await denial.first().getByRole("button", { name: /^against/ }).click();
    assert.match(await picked(), /there appeared the slit/);
  }));

test("every claim leads to exactly its words", () =>
  onPage(async (page) => {
    for (const name of ["The dam", "The ferry", "The bank"]) {
      await readSample(page, name);
      const buttons = page.locator("#ledger li > button:first-child");
      const shown = await page.locator("#article").textContent();
      for (const button of await buttons.all()) {
        await button.click();
        const words = await page.evaluate(() => [...CSS.highlights.get("picked-words")].map(String).join(""));
        const listed = (await button.locator(".what").textContent()).replace(/ …$/, "");
        const plain = (text) => text.replace(/\s+/g, "");
        assert.ok(plain(words).startsWith(plain(listed)) && plain(shown).includes(plain(words)), `${listed}: ${words}`);
      }
      await page.getByRole("button", { name: "Another article" }).click();
    }
  }));

test("the voices of an article are those that the package gives", async () => {
  const { quotes, claims } = await parseArticle("“It rains,” said Ana Mota. She denied that it pours.");
  assert.deepEqual(quotes.map(({ kind, speaker }) => [kind, speaker.text]), [["direct", "Ana Mota"], ["indirect", "She"]]);
  assert.deepEqual(claims.map(({ stance }) => stance), ["asserts", "denies"]);
});
