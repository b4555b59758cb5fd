// Who is who on the page: offices, ids and pronouns are shown, and what is put right is shown, saved and loaded.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { pages, whenRead } from "./page.mjs";

const onPage = pages();

const ARTICLE = `OSLO, March 3 (Reuters) - The mayor of Bergen, Kari Nordmann, denied on Monday that she would resign.

"It is false," Nordmann said. Russia's Ambassador in Oslo Ivan Orlov welcomed it. Orlow said he was glad.`;

async function read(page) {
  await page.locator("#paste-field").fill(ARTICLE);
  await page.getByRole("button", { name: "Read this text" }).click();
  await whenRead(page);
}

const names = (page) => page.locator("#names .name").allTextContents();
const pick = (page, name) => page.locator("#names button", { has: page.locator(".name", { hasText: name }) }).first().click();
const putRight = (page, button) => page.locator("#corrections").getByRole("button", { name: button, exact: true }).click();
const said = (page, text) => page.locator("#corrections [role=status]", { hasText: text }).waitFor();

test("offices, other names, ids and pronouns are told", () =>
  onPage(async (page) => {
    await read(page);
    const told = await page.locator("#names li", { hasText: "Kari Nordmann" }).locator(".who").innerText();
    assert.match(told, /mayor of Bergen/);
    assert.match(told, /also Nordmann/);
    assert.equal(await page.locator("#names li", { hasText: "Russia" }).locator(".identity").innerText(), "Q159");
    const pronoun = page.locator(".article .pronoun").first();
    assert.deepEqual([await pronoun.innerText(), await pronoun.getAttribute("title")], ["she", "Kari Nordmann"]);
    assert.equal(await page.locator("#article").evaluate((root) => root.innerText.includes("denied on Monday that she would")), true);
  }));

test("what is put right is shown, undone, saved and loaded", () =>
  onPage(async (page) => {
    await read(page);
    await pick(page, "Kari Nordmann");
    await page.getByLabel("Its name").fill("Kari A. Nordmann");
    await putRight(page, "Rename");
    await said(page, "1 put right");
    assert.ok((await names(page)).includes("Kari A. Nordmann"));

    await pick(page, "Reuters");
    await putRight(page, "Remove");
    await said(page, "2 put right");
    assert.ok(!(await names(page)).includes("Reuters"));
    await putRight(page, "Undo the last");
    await said(page, "1 put right");
    assert.ok((await names(page)).includes("Reuters"));

    const saving = page.waitForEvent("download");
    await putRight(page, "Save as a file");
    const file = await (await saving).path();
    const saved = JSON.parse(readFileSync(file, "utf8"));
    assert.deepEqual(saved, [{ action: "rename", name: "Kari Nordmann", type: "PERSON", to: "Kari A. Nordmann" }]);

    await putRight(page, "Undo the last");
    await said(page, "Nothing put right");
    assert.ok((await names(page)).includes("Kari Nordmann"));
    const bytes = { name: "corrections.json", mimeType: "application/json", buffer: readFileSync(file) };
    await page.locator("#corrections input[type=file]").setInputFiles(bytes);
    await said(page, "1 put right");
    assert.ok((await names(page)).includes("Kari A. Nordmann"));

    const strange = { name: "other.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') };
    await page.locator("#corrections input[type=file]").setInputFiles(strange);
    await said(page, "other.json was not loaded");
  }));
