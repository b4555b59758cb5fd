// Without a mouse, without eyes, without motion.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { dropFiles, pages, readSample, whenRead } from "./page.mjs";

const onPage = pages();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe through the debugger: the page's policy forbids adding a script to it. */
async function violations(page) {
  const session = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    assert.equal(exceptionDetails, undefined);
    return result.value;
  };
  await run(`${axe}; 0`);
  const found = await run("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)");
  return found.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing to mend, ${colorScheme}, ${width} pixels wide`, () =>
      onPage(
        async (page) => {
          assert.deepEqual(await violations(page), []);
          await readSample(page, "The ferry");
          await page.locator("#names li button").first().click();
          assert.deepEqual(await violations(page), []);
          await dropFiles(page, [
            { name: "a.txt", bytes: "" },
            { name: "b.txt", bytes: "b" },
          ]);
          await page.locator("#trouble p").waitFor();
          assert.deepEqual(await violations(page), []);
        },
        { colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" },
      ));
  }
}

test("the whole way with the keyboard alone", () =>
  onPage(async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim().replace(/\s+/g, " "));
    const tabTo = async (wanted) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (wanted.test(await focused())) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`the Tab key does not reach ${wanted}`);
    };
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "Skip to the article");
    await tabTo(/^The ferry/);
    await page.keyboard.press("Enter");
    await whenRead(page);

    // The article is one stop of the Tab key; n and p move within it.
    await page.keyboard.press("n");
    const first = await page.evaluate(() => document.activeElement.dataset.mention);
    assert.equal(first, "0");
    await page.keyboard.press("n");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.mention), "1");
    await page.keyboard.press("p");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.mention), "0");
    assert.ok(await page.locator("#note").isVisible());
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.mention), "1");
    assert.equal(await page.locator("#article [tabindex='0']").count(), 1);

    await page.keyboard.press("/");
    await page.keyboard.type("tveter");
    await tabTo(/^Ragnhild Tveter/);
    await page.keyboard.press("Enter");
    assert.match(await page.locator("#stepper .place").textContent(), /^1 of \d+$/);
    await page.keyboard.press("n");
    assert.match(await page.locator("#stepper .place").textContent(), /^2 of \d+$/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#stepper").isHidden());
    await page.keyboard.press("Enter");
    assert.match(await page.locator("#stepper h2").textContent(), /Tveter/);

    await tabTo(/^$/);
    await page.keyboard.press("Shift+Tab");
    assert.notEqual(await page.evaluate(() => document.activeElement), null);
  }));

test("letters typed into a field are not taken for shortcuts", () =>
  onPage(async (page) => {
    await readSample(page, "The ferry");
    await page.getByLabel("Search the names").pressSequentially("npn");
    assert.equal(await page.getByLabel("Search the names").inputValue(), "npn");
    assert.ok(await page.locator("#stepper").isHidden());
  }));

test("what the page does and what goes wrong is announced", () =>
  onPage(async (page) => {
    assert.equal(await page.locator("#status").getAttribute("role"), "status");
    await readSample(page, "The ferry");
    assert.match(await page.locator("#status").textContent(), /^Read [\d.]+ KB in [\d.]+ m?s: \d+ blocks, \d+ marks, \d+ names\.$/);
    await dropFiles(page, [{ name: "empty.txt", bytes: "" }]);
    await page.getByRole("alert").getByText("The file is empty.").waitFor();
  }));

test("landmarks and headings name the parts of the page", () =>
  onPage(async (page) => {
    await readSample(page, "The ferry");
    for (const role of ["banner", "main", "article", "complementary", "contentinfo"]) {
      assert.equal(await page.getByRole(role).count(), 1, role);
    }
    const headings = await page.getByRole("heading").allTextContents();
    for (const heading of ["Wirecopy", "Marks", "Names", "Keep"]) assert.ok(headings.includes(heading), heading);
  }));
