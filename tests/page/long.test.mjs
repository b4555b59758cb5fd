// Ten megabytes: the page answers while it works, shows everything, and stops when asked.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { pages, whenRead } from "./page.mjs";

const onPage = pages();
const ferry = readFileSync(new URL("../../www/samples/ferry.txt", import.meta.url), "utf8");

/** Pastes the text many times over, in the page, so that it need not travel. */
const paste = (page, text, times) =>
  page.evaluate(
    ([text, times]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text.repeat(times));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, times],
  );

test("ten megabytes are shown whole, and the page stays at hand", { timeout: 180_000 }, () =>
  onPage(async (page) => {
    await page.evaluate(() => {
      globalThis.longest = 0;
      let last = performance.now();
      const beat = () => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        setTimeout(beat);
      };
      // The paste itself belongs to the test.
      document.addEventListener("paste", () => setTimeout(() => ((last = performance.now()), beat()), 50));
    });
    const times = Math.ceil(1e7 / ferry.length);
    await paste(page, `${ferry}\n`, times);
    await page.locator("#stop").waitFor({ state: "visible" });
    await page.locator("#status", { hasText: /^Read \d/ }).waitFor({ timeout: 150_000 });
    const { length, longest } = await page.evaluate(() => ({
      length: document.querySelector("#article").textContent.replace(/\s+/g, "").length,
      longest: globalThis.longest,
    }));
    assert.equal(length, ferry.replace(/\s+/g, "").length * times);
    assert.ok(longest < 2_000, `the page did not answer for ${Math.round(longest)} ms`);
    // The last mark can be stepped to at once.
    await page.keyboard.press("p");
    assert.match(await page.locator("#stepper .place").textContent(), /^(\d+) of \1$/);
  }));

test("ten megabytes on one line are shown whole", { timeout: 180_000 }, () =>
  onPage(async (page) => {
    const line = ferry.replace(/\s+/g, " ");
    const times = Math.ceil(1e7 / line.length);
    await paste(page, line, times);
    await page.locator("#status", { hasText: /^Read \d/ }).waitFor({ timeout: 150_000 });
    const length = await page.evaluate(() => document.querySelector("#article").textContent.replace(/\s+/g, "").length);
    assert.equal(length, line.replace(/\s+/g, "").length * times);
  }));

test("Stop ends the work, and the page reads on afterwards", { timeout: 120_000 }, () =>
  onPage(async (page) => {
    await paste(page, `${ferry}\n`, 8_000);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.locator("#status", { hasText: /^Stopped/ }).waitFor();
    await paste(page, "The small harbour opened.", 1);
    await whenRead(page);
    assert.equal(await page.locator("#article").textContent(), "The small harbour opened.");
  }));
