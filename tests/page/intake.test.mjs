// Every way in which an article reaches the page, and every way in which it does not.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { drop, dropFiles, pages, readSample, whenRead, whenRefused } from "./page.mjs";

const onPage = pages();
const text = "Harbour opens again\n\nVARDEN, Norway, March 11 (Reuters) - The harbour of Varden opened on Monday.\n";

const fileOnDisk = (name, contents) => {
  const path = join(mkdtempSync(join(tmpdir(), "wirecopy-drop-")), name);
  writeFileSync(path, contents);
  return path;
};

async function assertShows(page, words) {
  await whenRead(page);
  assert.ok((await page.locator("#article").textContent()).includes(words), `the article shows "${words}"`);
}

test("a file is dropped with the mouse", () =>
  onPage(async (page) => {
    await drop(page, { files: [fileOnDisk("harbour.txt", text)] });
    await assertShows(page, "opened on Monday");
  }));

test("a selection of text is dropped with the mouse, also onto the text field", () =>
  onPage(async (page) => {
    await drop(page, { items: [{ mimeType: "text/plain", data: text }] });
    await assertShows(page, "opened on Monday");
    assert.equal(await page.locator("#paste-field").inputValue(), "");
  }));

test("the page says that a drop is welcome while something is dragged", () =>
  onPage(async (page) => {
    const session = await page.context().newCDPSession(page);
    const data = { items: [{ mimeType: "text/plain", data: text }], files: [], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver"]) {
      await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
    }
    await page.locator("#drop").waitFor({ state: "visible" });
    await session.send("Input.dispatchDragEvent", { type: "dragCancel", x: 300, y: 300, data });
    await page.locator("#drop").waitFor({ state: "hidden" });
  }));

test("text is pasted anywhere with the keyboard", () =>
  onPage(
    async (page) => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await page.keyboard.press("Control+V");
      await assertShows(page, "opened on Monday");
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));

test("text is typed into the field", () =>
  onPage(async (page) => {
    await page.getByLabel("Paste or type an article").fill(text);
    await page.getByRole("button", { name: "Read this text" }).click();
    await assertShows(page, "opened on Monday");
  }));

test("a file is chosen", () =>
  onPage(async (page) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({ name: "harbour.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await assertShows(page, "opened on Monday");
  }));

for (const [name, words] of [
  ["The dam", "It is not a crack, it is a shadow"],
  ["The ferry", "We do not sail on luck"],
  ["The bank", "There is a hole in the orchard"],
]) {
  test(`the sample "${name}" is read whole`, () =>
    onPage(async (page) => {
      await readSample(page, name);
      await assertShows(page, words);
    }));
}

test("several files are listed, and each is read when it is chosen", () =>
  onPage(async (page) => {
    await dropFiles(page, [
      { name: "one.txt", bytes: "The first harbour opened." },
      { name: "two.txt", bytes: "The second harbour opened." },
      { name: "three.txt", bytes: "" },
    ]);
    await assertShows(page, "The first harbour");
    const list = page.getByRole("navigation", { name: "Articles" });
    assert.equal(await list.getByRole("button").count(), 3);
    await list.getByRole("button", { name: "two.txt" }).click();
    await page.locator("#article", { hasText: "The second harbour" }).waitFor();
    assert.equal(await list.locator("[aria-current]").textContent(), "two.txt");
    await list.getByRole("button", { name: "three.txt" }).click();
    assert.match(await whenRefused(page), /three\.txt was not read\. The file is empty/);
  }));

const refused = [
  ["an empty file", "empty.txt", "", /empty/],
  ["white space", "blank.txt", " \n\t\n", /nothing but white space/],
  ["a PDF", "report.pdf", "%PDF-1.7\n%\xe2\xe3", /is a PDF\..*copy the text out of it/],
  ["a Word document", "report.docx", "PK\x03\x04\x14\x00\x06\x00", /\.docx.*copy the text out of it/],
  ["a picture", "photo.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /PNG picture/],
  ["bytes that are no text", "noise.txt", Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256), /not text/],
];
for (const [what, name, bytes, message] of refused) {
  test(`${what}: refused in plain words, and the page stays as it is`, () =>
    onPage(async (page) => {
      await dropFiles(page, [{ name, bytes: typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes }]);
      assert.match(await whenRefused(page), message);
      assert.ok(await page.getByRole("button", { name: "Choose a file" }).isVisible());
      await dropFiles(page, [{ name: "good.txt", bytes: text }]);
      await assertShows(page, "opened on Monday");
      assert.equal(await page.locator("#trouble").textContent(), "");
    }));
}

test("a saved web page is read as its article, and nothing in it runs", () =>
  onPage(async (page) => {
    const paragraph = "<p>The harbour of Varden opened on Monday, said Kari Nordmann.</p>".repeat(4);
    const html = `<!doctype html><nav><p>All sections</nav><article><h1>Harbour opens &amp; fills</h1>${paragraph}
      <script>globalThis.caught = true</script><img src=x onerror="globalThis.caught = true"></article>`;
    await dropFiles(page, [{ name: "page.html", bytes: html }]);
    await assertShows(page, "Harbour opens & fills");
    const shown = await page.locator("#article").textContent();
    assert.ok(shown.includes("said Kari Nordmann") && !shown.includes("All sections") && !shown.includes("<p>"), shown);
    assert.equal(await page.evaluate(() => globalThis.caught), undefined);
  }));

test("a file over the limit is refused before it is loaded", () =>
  onPage(async (page) => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(65 * 1024 * 1024).fill(97)], "huge.txt"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    assert.match(await whenRefused(page), /65 MB.*64 MB is the most.*Nothing was read/);
  }));

test("a dropped link is refused: the page fetches nothing", () =>
  onPage(async (page) => {
    await drop(page, { items: [{ mimeType: "text/plain", data: "https://news.example/article" }] });
    assert.match(await whenRefused(page), /link.*fetches nothing/);
  }));

const encoded = [
  ["UTF-8 with a byte order mark", Buffer.from("\ufeffMalmö öppnar", "utf8"), null],
  ["UTF-16, little endian", Buffer.from("\ufeffMalmö öppnar", "utf16le"), null],
  ["UTF-16, big endian", Buffer.from("\ufeffMalmö öppnar", "utf16le").swap16(), null],
  ["Windows-1252", Buffer.from("Malmö öppnar", "latin1"), /not UTF-8.*Windows-1252/],
];
for (const [name, bytes, notice] of encoded) {
  test(`${name} is decoded`, () =>
    onPage(async (page) => {
      await dropFiles(page, [{ name: "malmo.txt", bytes }]);
      await whenRead(page);
      assert.equal(await page.locator("#article").textContent(), "Malmö öppnar");
      const about = await page.locator("#facts").textContent();
      if (notice) assert.match(about, notice);
      else assert.doesNotMatch(about, /UTF-8/);
    }));
}
