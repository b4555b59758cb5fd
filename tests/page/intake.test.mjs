// Every way in which an article reaches the page, and every way in which it does not.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { strToU8, zipSync } from "fflate";

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
    assert.equal(await list.locator(".row button").count(), 3);
    await list.getByRole("button", { name: "two.txt" }).click();
    await page.locator("#article", { hasText: "The second harbour" }).waitFor();
    assert.equal(await list.locator("[aria-current]").textContent(), "two.txt");
    await list.getByRole("button", { name: "three.txt" }).click();
    assert.match(await whenRefused(page), /three\.txt was not read\. The file is empty/);
  }));

const refused = [
  ["an empty file", "empty.txt", "", /empty/],
  ["white space", "blank.txt", " \n\t\n", /nothing but white space/],
  ["a broken PDF", "report.pdf", "%PDF-1.7\n%\xe2\xe3", /The file is broken/],
  ["a broken Word document", "report.docx", "PK\x03\x04\x14\x00\x06\x00", /The file is broken/],
  ["an archive", "all.zip", zipSync({ "a.txt": strToU8("x") }), /no DOCX, ODT or EPUB.*copy it and paste it here/],
  ["an old Word document", "report.doc", "\xd0\xcf\x11\xe0\xa1\xb1", /old Office document.*save it as \.docx/],
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
    assert.match(await whenRefused(page), /65 MB.*64 MB is the most.*Nothing was read\./);
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
  ["Windows-1252", Buffer.from("Malmö öppnar", "latin1"), /read as (windows-1252|ISO-8859-1).*save it as UTF-8/i],
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

const wordFile = (xml) => zipSync({ "word/document.xml": typeof xml === "string" ? strToU8(`<w:document><w:body>${xml}</w:body></w:document>`) : xml });

test("a Word document is dropped with the mouse", () =>
  onPage(async (page) => {
    const paragraph = (words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const heading = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Harbour opens again</w:t></w:r></w:p>';
    await drop(page, { files: [fileOnDisk("harbour.docx", wordFile(heading + paragraph("The harbour of Varden opened on Monday.")))] });
    await assertShows(page, "opened on Monday");
    assert.match(await page.title(), /^Harbour opens again/);
    assert.ok((await page.locator("#article mark").count()) > 0);
  }));

test("a PDF is dropped with the mouse", () =>
  onPage(async (page) => {
    const printer = await page.context().browser().newPage();
    await printer.setContent("<title>Harbour opens again</title><h1>Harbour opens again</h1><p>The harbour of Varden opened on Monday.</p>");
    const file = fileOnDisk("harbour.pdf", await printer.pdf());
    await printer.close();
    await drop(page, { files: [file] });
    await assertShows(page, "opened on Monday");
  }));

test("mail is dropped with the mouse", () =>
  onPage(async (page) => {
    const mail = ["From: Ana Mota <ana@post.example>", "To: desk@post.example", "Subject: Harbour opens again", "Date: Fri, 3 May 2024 10:00:00 +0200", "", "The harbour of Varden opened on Monday.", ""];
    await drop(page, { files: [fileOnDisk("harbour.eml", mail.join("\r\n"))] });
    await assertShows(page, "opened on Monday");
    assert.match(await page.locator("#facts").textContent(), /Ana Mota.*3 May 2024/);
  }));

test("text in windows-1251 is dropped with the mouse, and the guess is told", () =>
  onPage(async (page) => {
    const russian = "Премьер-министр заявил в понедельник, что переговоры с соседней страной продолжатся на следующей неделе.";
    const byte = new Map(Array.from({ length: 256 }, (_, at) => [new TextDecoder("windows-1251").decode(Uint8Array.of(at)), at]));
    await drop(page, { files: [fileOnDisk("russian.txt", Uint8Array.from([...russian], (letter) => byte.get(letter)))] });
    await assertShows(page, "переговоры с соседней страной");
    assert.match(await page.locator("#facts").textContent(), /read as windows-1251/i);
  }));

test("the articles of a feed are listed, stepped through, and each is read when it is chosen", () =>
  onPage(async (page) => {
    const items = ["North", "East", "South"].map((name) => `<item><title>${name} pier opens</title><description>The ${name} pier opened on Monday.</description></item>`);
    await drop(page, { files: [fileOnDisk("feed.xml", `<?xml version="1.0"?><rss><channel><title>The Post</title>${items.join("")}</channel></rss>`)] });
    await assertShows(page, "The North pier opened");
    const list = page.getByRole("navigation", { name: "Articles" });
    assert.match(await list.textContent(), /1 of 3 articles/);
    assert.ok(await list.getByRole("button", { name: "Previous article" }).isDisabled());
    await list.getByRole("button", { name: "Next article" }).click();
    await page.locator("#article", { hasText: "The East pier opened" }).waitFor();
    assert.equal(await list.locator("[aria-current]").textContent(), "East pier opens");
    await list.getByRole("button", { name: "South pier opens" }).click();
    await page.locator("#article", { hasText: "The South pier opened" }).waitFor();
    assert.ok(await list.getByRole("button", { name: "Next article" }).isDisabled());
  }));

test("a file that unpacks to more than it may is refused, and the page stays at hand", () =>
  onPage(async (page) => {
    await drop(page, { files: [fileOnDisk("bomb.docx", wordFile([new Uint8Array(300 * 1024 * 1024), { level: 9 }]))] });
    assert.match(await whenRefused(page), /bomb\.docx was not read\. Unpacked, the file has more than 256 MB\. Nothing was read\./);
    await drop(page, { files: [fileOnDisk("harbour.txt", text)] });
    await assertShows(page, "opened on Monday");
  }));

test("XML whose entities grow is read as it is written", () =>
  onPage(async (page) => {
    const lol = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "${"&a;".repeat(100)}">]><rss><channel><item><title>Piers open</title><description>Two piers opened. &b;</description></item></channel></rss>`;
    await drop(page, { files: [fileOnDisk("laughs.xml", lol)] });
    await assertShows(page, "Two piers opened");
    assert.ok((await page.locator("#article").textContent()).length < 1000);
  }));

test("what reads a format loads when one of its files comes", () =>
  onPage(async (page) => {
    const scripts = new Set();
    page.on("request", (request) => request.url().endsWith(".js") && scripts.add(request.url().replace(/^.*\//, "")));
    await page.reload();
    await readSample(page, "The ferry");
    const before = new Set(scripts);
    assert.ok([...before].every((name) => !/pdf|packed|mail|feeds/.test(name)), [...before].join(" "));
    await drop(page, { files: [fileOnDisk("harbour.docx", wordFile("<w:p><w:r><w:t>The pier opened.</w:t></w:r></w:p>"))] });
    await assertShows(page, "The pier opened");
    const added = [...scripts].filter((name) => !before.has(name));
    assert.ok(added.some((name) => name.startsWith("packed")) && added.every((name) => !/pdf|mail|feeds/.test(name)), added.join(" "));
  }));
