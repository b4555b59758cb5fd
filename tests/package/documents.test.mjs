import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { strToU8, zipSync, zlibSync } from "fflate";
import { parseArticle } from "wirecopy";
import { readDocument } from "wirecopy/documents";

import { launchBrowser } from "./browser.mjs";
import { createConsumer } from "./consumer.mjs";

const folder = createConsumer(test);
const FIRST = "BERGEN, May 3 (Reuters) - The pilots of Bergen harbour went back to work on Friday, Kari Nordmann said.";
const SECOND = "Members will vote on the terms by the end of the month.";

/** Reads a file's bytes to the end. */
async function read(bytes, name) {
  const articles = await readDocument(typeof bytes === "string" ? strToU8(bytes) : bytes, { name });
  return Promise.all(articles.map(({ input, options }) => parseArticle(input, options)));
}

/** Checks that a file gives one article with these two paragraphs under this headline. */
async function check(bytes, name, { headline = "Pilots back at work", authors = ["Ana Mota"], published = "2024-05-03" } = {}) {
  const articles = await read(bytes, name);
  assert.equal(articles.length, 1);
  const [{ text, metadata, blocks, mentions }] = articles;
  assert.ok(text.includes(FIRST) && text.includes(SECOND), text);
  assert.equal(metadata.headline, headline);
  assert.deepEqual(metadata.authors, authors);
  assert.equal(metadata.published?.slice(0, 10) ?? null, published);
  assert.deepEqual(metadata.dateline?.places, ["BERGEN"]);
  assert.ok(blocks.some(({ kind }) => kind === "paragraph"));
  assert.ok(mentions.some((mention) => mention.text === "Kari Nordmann"));
  return articles[0];
}

const docx = (document, rest = {}) =>
  zipSync({
    "word/document.xml": strToU8(`<w:document><w:body>${document}</w:body></w:document>`),
    "word/styles.xml": strToU8('<w:styles><w:style w:styleId="Tittel"><w:name w:val="Title"/></w:style></w:styles>'),
    "docProps/core.xml": strToU8("<c><dc:creator>Ana Mota</dc:creator><dcterms:created>2024-05-03T10:00:00Z</dcterms:created></c>"),
    ...rest,
  });
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

test("DOCX: styles, changes under review, tables", async () => {
  const title = `<w:p><w:pPr><w:pStyle w:val="Tittel"/></w:pPr>${run("Pilots back at work")}</w:p>`;
  const review = `<w:p>${run("Members will ")}<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins>${run(SECOND.slice(13))}</w:ins></w:p>`;
  const heading = `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run("What next")}</w:p>`;
  const table = `<w:tbl><w:tr><w:tc><w:p>${run("a")}</w:p></w:tc><w:tc><w:p>${run("b")}</w:p></w:tc></w:tr></w:tbl>`;
  const { blocks, text } = await check(docx(`${title}<w:p>${run(FIRST)}</w:p>${heading}${review}${table}`), "a.docx");
  assert.ok(blocks.some(({ kind, start, end }) => kind === "subheading" && text.slice(start, end) === "What next"));
});

test("ODT", async () => {
  const content = `<office:document-content><office:body><office:text><text:h text:outline-level="1">Pilots back at work</text:h>
    <text:p>${FIRST.replace(" ", "<text:s/>")}<text:note>Not this</text:note></text:p><text:p>${SECOND}</text:p></office:text></office:body></office:document-content>`;
  const meta = "<m><meta:initial-creator>Ana Mota</meta:initial-creator><meta:creation-date>2024-05-03T10:00:00</meta:creation-date></m>";
  const { text } = await check(zipSync({ "content.xml": strToU8(content), "meta.xml": strToU8(meta) }), "a.odt");
  assert.ok(!text.includes("Not this"));
});

test("EPUB: an article for each chapter, in the order of the book", async () => {
  const chapter = (title, text) => strToU8(`<html><head><title>x</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`);
  const articles = await read(
    zipSync({
      "META-INF/container.xml": strToU8('<container><rootfiles><rootfile full-path="book/a.opf"/></rootfiles></container>'),
      "book/a.opf": strToU8(`<package><metadata><dc:title>Harbours</dc:title><dc:creator>Ana Mota</dc:creator></metadata>
        <manifest><item id="b" href="two%20b.xhtml"/><item id="a" href="one.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/></manifest>
        <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`),
      "book/one.xhtml": chapter("One", FIRST),
      "book/two b.xhtml": chapter("Two", SECOND),
      "book/nav.xhtml": chapter("Contents", "One, two"),
    }),
    "a.epub",
  );
  assert.deepEqual(articles.map(({ metadata }) => [metadata.headline, metadata.siteName]), [["One", "Harbours"], ["Two", "Harbours"]]);
});

test("RTF: code pages, Unicode, groups that are no text", async () => {
  const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title Pilots back at work}{\\author Ana Mota}}\\f0 ${FIRST}\\par ${SECOND}
    \\par K\\'e5fjord \\u8220?yes\\u8221?{\\*\\generator x;}\\par }`;
  const { text } = await check(rtf, "a.rtf", { published: null });
  assert.ok(text.includes("Kåfjord “yes”") && !text.includes("Arial"));
});

test("EML: encoded subject, parts, the plain one before the other", async () => {
  const mail = [
    "From: Ana Mota <ana@x.example>", "To: desk@x.example", "Subject: =?utf-8?q?Pilots_back_at_work?=", "Date: Fri, 3 May 2024 10:00:00 +0200",
    'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="b"', "", "--b", "Content-Type: text/html", "", "<p>Not this</p>",
    "--b", "Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable", "",
    FIRST.replace(" - ", " =2D "), "", SECOND, "--b--", "",
  ].join("\r\n");
  for (const name of ["a.eml", undefined]) assert.ok(!(await check(mail, name)).text.includes("Not this"));
});

test("PDF: paragraphs and headings of the text layer", async (t) => {
  const browser = await launchBrowser(t);
  const page = await browser.newPage();
  await page.setContent(`<title>Pilots back at work</title><h1>Pilots back at work</h1><p>${FIRST} ${"They sailed. ".repeat(20)}</p><p>${SECOND}</p>`);
  const [article] = await read(await page.pdf(), "a.pdf");
  const parts = article.blocks.map(({ start, end }) => article.text.slice(start, end));
  assert.equal(article.metadata.headline, "Pilots back at work");
  assert.equal(parts.at(-1), SECOND);
  assert.ok(article.text.includes(FIRST.slice(0, 40)));
  await page.setContent("<svg width=100 height=100><circle r=50></svg>");
  await assert.rejects(read(await page.pdf(), "b.pdf"), { code: "unsupported-format", message: /no text layer/ });
});

const body = `<p>${FIRST}</p><p>${SECOND}</p>`;
for (const [name, xml] of [
  ["RSS", `<?xml version="1.0"?><rss><channel><title>The Post</title><item><title>Pilots back at work</title><dc:creator>Ana Mota</dc:creator>
    <link>https://post.example/1</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate><description><![CDATA[${body}]]></description></item></channel></rss>`],
  ["Atom", `<feed><title>The Post</title><entry><title>Pilots back at work</title><author><name>Ana Mota</name></author><link href="https://post.example/1"/>
    <published>2024-05-03T10:00:00Z</published><content type="xhtml"><div>${body}</div></content></entry></feed>`],
  ["NITF", `<nitf><head><docdata><date.issue norm="20240503T100000Z"/></docdata></head><body><body.head><hedline><hl1>Pilots back at work</hl1></hedline>
    <byline>By Ana Mota</byline></body.head><body.content>${body}</body.content></body></nitf>`],
  ["NewsML-G2", `<newsMessage><itemSet><newsItem guid="tag:x"><contentMeta><headline>Pilots back at work</headline><by>Ana Mota</by>
    <contentCreated>2024-05-03T10:00:00Z</contentCreated></contentMeta><contentSet><inlineXML><html><head><title>x</title></head><body>${body}</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`],
]) {
  test(name, () => check(xml, "a.xml"));
}

test("ninjs and JSON Lines", async () => {
  const ninjs = { headline: "Pilots back at work", byline: "By Ana Mota", versioncreated: "2024-05-03T10:00:00Z", body_html: body };
  await check(JSON.stringify(ninjs), "a.json");
  const lines = await read(`${JSON.stringify(ninjs)}\n{"title": "B", "text": "Two"}\n`, "a.jsonl");
  assert.deepEqual(lines.map(({ metadata }) => metadata.headline), ["Pilots back at work", "B"]);
  // JSON that holds no article is text like any other.
  assert.equal((await read('{"a": 1}', "a.json"))[0].text, '{"a": 1}');
});

test("Markdown by its name, pages by their marks", async () => {
  const markdown = `---\ntitle: Pilots back at work\nauthor: Ana Mota\ndate: 2024-05-03\n---\n${FIRST}\n\n${SECOND}\n`;
  assert.equal((await check(markdown, "a.md")).format, "markdown");
  const html = `<!doctype html><title>x</title><meta name=author content="Ana Mota"><meta name=date content=2024-05-03><article><h1>Pilots back at work</h1>${body}</article>`;
  assert.equal((await check(html, undefined)).format, "html");
});

test("encodings, declared or guessed", async () => {
  const text = async (bytes) => (await readDocument(bytes))[0].input;
  const russian = "Премьер-министр заявил в понедельник, что переговоры с соседней страной продолжатся на следующей неделе.";
  const inCodePage = (label) => {
    const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(label).decode(Uint8Array.of(byte)), byte]));
    return Uint8Array.from([...russian], (letter) => table.get(letter));
  };
  for (const label of ["windows-1251", "koi8-r", "iso-8859-5"]) assert.equal(await text(inCodePage(label)), russian, label);
  assert.equal(await text(Buffer.from("\ufeffMalmö", "utf16le")), "Malmö");
  assert.equal(await text(Buffer.from("Ferries sail from Malmö again", "utf16le")), "Ferries sail from Malmö again");
  assert.equal(await text(Buffer.from("Die Fähren fahren wieder über die Förde, heißt es in Malmö.", "latin1")), "Die Fähren fahren wieder über die Förde, heißt es in Malmö.");
  const declared = Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), inCodePage("windows-1251")]);
  assert.ok((await text(declared)).includes(russian));
  for (const unchanged of ["", " \n", "\ufeffa", "Malmö"]) assert.equal(await text(strToU8(unchanged)), unchanged);
});

test("hostile files end in a clear error, or are read as far as they are text", async () => {
  const lol = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "${"&a;".repeat(100)}">]><rss><channel><item><title>T</title><description>${"&b;".repeat(1000)}</description></item></channel></rss>`;
  assert.ok((await read(lol, "a.xml"))[0].text.length < 10_000);
  await assert.rejects(read(`<rss>${"<a>".repeat(100_000)}`, "a.xml"), { code: "too-large" });
  const bomb = docx("", { "word/document.xml": [new Uint8Array(300 * 1024 * 1024), { level: 1 }] });
  await assert.rejects(read(bomb, "a.docx"), { code: "too-large" });
  await assert.rejects(read(docx("x").subarray(0, 200), "a.docx"), { code: "bad-input" });
  await assert.rejects(read("%PDF-1.7\nbroken", "a.pdf"), { code: "bad-input" });
  await assert.rejects(read(Uint8Array.of(0, 1, 2, 3, 0, 5), "a.bin"), { code: "unsupported-format" });
  await assert.rejects(read(zipSync({ "a.txt": strToU8("x") }), "a.zip"), { code: "unsupported-format" });
  await assert.rejects(readDocument(new Uint8Array(65 * 1024 * 1024)), { code: "too-large", message: /65 MB.*64 MB is the most/ });
  await assert.rejects(read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), "a.png"), { code: "unsupported-format", message: /PNG picture/ });
  assert.equal((await read(`{\\rtf1 ${"{".repeat(200_000)}x`, "a.rtf"))[0].text, "x");
});

test("a PDF whose parts unpack to more than they may is refused before it is read", async () => {
  const pdf = (part) => Buffer.concat([Buffer.from("%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\r\n"), part, Buffer.from("\nendstream\n")]);
  const bomb = zlibSync(new Uint8Array(300 * 1024 * 1024), { level: 9 });
  for (const part of [bomb, zlibSync(bomb)]) {
    await assert.rejects(read(pdf(part), "a.pdf"), { code: "too-large", message: /unpacked.*256 MB/ });
  }
  await assert.rejects(read(pdf(bomb.subarray(0, 1000)), "a.pdf"), { code: "bad-input" });
});

test("hostile files take time that grows with their length alone", async () => {
  const MEGABYTES = 8;
  const long = (unit) => unit.repeat((MEGABYTES * 1024 * 1024) / unit.length);
  const rss = (text) => `<rss><channel><item><title>T</title><description>${text}</description></item></channel></rss>`;
  const mail = (text) => `From: a@x.example\nTo: b@x.example\nSubject: s\nContent-Type: text/html\n\n${text}`;
  const book = (text) =>
    zipSync({
      "META-INF/container.xml": strToU8('<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'),
      "a.opf": strToU8('<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'),
      "a.xhtml": strToU8(text),
    });
  for (const [name, bytes] of [
    ["entities.xml", rss(long("&a;"))],
    ["opened.xml", rss(`<![CDATA[${long("<a")}]]>`)],
    ["signs.xml", rss(`<![CDATA[${long("<")}]]>`)],
    ["opened.eml", mail(long("<body"))],
    ["bodies.eml", mail(long("<body>"))],
    ["bodies.epub", book(long("<body>x"))],
    ["elements.xml", rss(long("<a/>"))],
    ["deep.json", long("[")],
    ["words.rtf", `{\\rtf1 ${long("\\par ")}}`],
    ["streams.pdf", `%PDF-1.4\n${long("stream\nx\u0001")}`],
    ["line.html", `<!doctype html><p>${long("word ")}`],
    ["tags.html", `<!doctype html>${long("<div>")}`],
    ["attributes.html", `<!doctype html><p ${long("a=b ")}>x`],
  ]) {
    const start = performance.now();
    await read(bytes, name).catch((error) => assert.match(error.code, /^(too-large|bad-input|unsupported-format)$/, `${name}: ${error}`));
    assert.ok(performance.now() - start < 30_000, `${name} took ${Math.round(performance.now() - start)} ms`);
  }
});

test("a page of 50 MB in one line is read whole", async () => {
  const [article] = await read(`<!doctype html><p>${"Ships stayed in port. ".repeat((50 * 1024 * 1024) / 22)}`, "a.html");
  assert.ok(article.text.length > 49 * 1024 * 1024 && article.text.endsWith("in port."));
});

test("titles and guessed encodings are told", async () => {
  const [first, second] = await readDocument(strToU8("<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>"));
  assert.deepEqual([first.title, second.title], ["A", "B"]);
  const [text] = await readDocument(Buffer.from("Die Fähren fahren wieder über die Förde, heißt es.", "latin1"));
  assert.match(text.encoding, /^(iso-8859-1|windows-1252)$/i);
  assert.equal((await readDocument(strToU8("Malmö")))[0].encoding, undefined);
});

test("the command line reads documents, and each article of a feed", () => {
  const file = (name, bytes) => writeFileSync(join(folder, name), bytes);
  file("a.docx", docx(`<w:p>${run(FIRST)}</w:p>`));
  file("a.rss", "<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>");
  const answers = (name) => {
    const command = join(folder, "node_modules", "wirecopy", "dist", "cli.js");
    const { stdout, stderr, status } = spawnSync(process.execPath, [command, name], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  };
  assert.equal(answers("a.docx")[0].text, FIRST);
  assert.deepEqual(answers("a.rss").map(({ id, article }) => [id, article.metadata.headline]), [["a.rss", "A"], ["a.rss", "B"]]);
});
