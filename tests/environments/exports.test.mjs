// Each export before the program that it is made for.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse as parseCsv } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import jsonld from "jsonld";
import { exportArticle, parseArticle } from "../../dist/inline.js";
import { validateXML } from "xmllint-wasm";

import { launchBrowser } from "../package/browser.mjs";
import { full, here, run } from "./environment.mjs";

const folder = join(here, "..", "articles");
const read = (name) => readFileSync(join(folder, name), "utf8");
const examples = await Promise.all(["ap-legacy.txt", "ria-russian.txt", "wire-1996.txt", "translated-agency.txt"].map((name) => parseArticle(read(name))));
const articles = [full, ...examples, await parseArticle("")];
const every = (format) => Promise.all(articles.map((article, id) => exportArticle(article, format, { id: `article ${id}` })));

/** A Python with what tests/environments/requirements.txt lists. */
function python(script, input) {
  const environment = join(here, "python");
  const program = join(environment, "bin", "python");
  if (!existsSync(join(environment, "done"))) {
    execFileSync("python3", ["-m", "venv", environment]);
    execFileSync(program, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", join(here, "requirements.txt")]);
    writeFileSync(join(environment, "done"), "");
  }
  return JSON.parse(execFileSync(program, ["-c", script], { input: JSON.stringify(input), encoding: "utf8", maxBuffer: 2 ** 26 }));
}

/** Mentions as [words, type], the offsets being code points. */
const mentionsOf = ({ mentions }) => mentions.map(({ text, type }) => [text, type]);

test("spaCy reads its Doc back, with text, sentences and spans, and displaCy draws it", async () => {
  const docs = python(
    `import json, sys, spacy
from spacy import displacy
from spacy.tokens import Doc
docs = []
for line in json.load(sys.stdin):
    given = json.loads(line)
    doc = Doc(spacy.blank("en").vocab).from_json(given, validate=True) if given["text"] else None
    html = displacy.render(given, style="ent", manual=True) if given["text"] else ""
    docs.append(None if doc is None else {"text": doc.text, "ents": [[ent.text, ent.label_] for ent in doc.ents], "links": html.count(">Q130879<"),
      "sents": len(list(doc.sents)), "quotes": [span.text for span in doc.spans["quotes"]], "marks": html.count("<mark")})
json.dump(docs, sys.stdout)`,
    await every("spacy"),
  );
  for (const [index, doc] of docs.entries()) {
    const article = articles[index];
    if (article.text === "") continue;
    assert.equal(doc.text, article.text);
    assert.deepEqual(doc.ents, mentionsOf(article));
    assert.equal(doc.sents, article.sentences.length);
    assert.equal(doc.marks, article.mentions.length);
  }
  assert.deepEqual(docs[0].quotes, full.quotes.map(({ start, end }) => full.text.slice(start, end)));
  assert.equal(docs[0].links, 3, "displaCy links each mention of what has an id");
});

/** The article without the claims that stand in the place of something else. */
function withPlacesApart(article) {
  const place = ({ start, end }) => `${start} ${end}`;
  const taken = new Set([...article.mentions, ...article.quotes].map(place));
  const speakers = article.quotes.flatMap(({ speaker }) => (speaker ? [place(speaker)] : []));
  speakers.forEach((speaker) => taken.add(speaker));
  const claims = article.claims.filter((claim) => !taken.has(place(claim)) && taken.add(place(claim)));
  return { ...article, claims: claims.map((claim) => ({ ...claim, refersTo: null })) };
}

test("brat's standoff is read back by a parser of it", async () => {
  // Unlike brat, the parser allows no two spans in one place: claims that are also quotations stay out.
  const [denial, , doubt] = full.claims;
  const articles = [{ ...full, claims: [denial, { ...doubt, refersTo: 0 }] }, ...examples.map(withPlacesApart)];
  const pairs = await Promise.all(articles.map(async (article) => [await exportArticle(article, "brat"), article.text]));
  const parsed = python(
    `import json, os, sys, tempfile
from pybrat.parser import BratParser
pairs = json.load(sys.stdin)
with tempfile.TemporaryDirectory() as folder:
    for index, (ann, text) in enumerate(pairs):
        for ending, contents in [("ann", ann), ("txt", text)]:
            with open(os.path.join(folder, f"{index}.{ending}"), "w", encoding="utf-8", newline="") as file:
                file.write(contents)
    examples = BratParser(error="raise").parse(folder)
json.dump([{"entities": [[entity.mention, entity.type, " ".join(pairs[index][1][span.start:span.end] for span in entity.spans)] for entity in example.entities],
  "relations": [[relation.type, relation.arg1.mention, relation.arg2.mention] for relation in example.relations]} for index, example in enumerate(examples)], sys.stdout)`,
    pairs,
  );
  for (const [index, { entities }] of parsed.entries()) {
    const article = articles[index];
    assert.ok(entities.length >= article.mentions.length + article.quotes.length + article.claims.length);
    for (const [mention, , cut] of entities) assert.equal(mention, cut);
  }
  const said = parsed[0].relations.filter(([type]) => type === "SaidBy").map(([, , speaker]) => speaker);
  assert.deepEqual(said, ["she", "she", "Berg"]);
});

test("CSV is read back by a strict reader", async () => {
  for (const [index, table] of (await every("csv-mentions")).entries()) {
    const rows = parseCsv(table, { bom: true, columns: true });
    const unguarded = (text) => (/^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text);
    assert.deepEqual(rows.map(({ text, type, start }) => [unguarded(text), type, Number(start)]), articles[index].mentions.map(({ text, type, start }) => [text, type, start]));
  }
  const [quotes] = (await every("csv-quotes")).map((table) => parseCsv(table, { bom: true, columns: true }));
  assert.deepEqual(quotes.map(({ name }) => name), ["Kari Nordmann", "Kari Nordmann", "Tor Berg"]);
});

test("Web Annotation and JSON-LD are JSON-LD to a processor", async () => {
  const context = (vocab, terms = {}) => ({ contextUrl: null, documentUrl: "a", document: { "@context": { "@vocab": vocab, id: "@id", type: "@type", ...terms } } });
  const contexts = {
    "http://www.w3.org/ns/anno.jsonld": context("http://www.w3.org/ns/oa#"),
    "https://schema.org": context("https://schema.org/", { sameAs: { "@type": "@id" } }),
  };
  const documentLoader = async (url) => contexts[url] ?? assert.fail(`the document loads ${url}`);
  for (const [index, list] of (await every("web-annotation")).entries()) {
    const expanded = await jsonld.expand(JSON.parse(list), { documentLoader });
    const { mentions, quotes, claims } = articles[index];
    assert.equal(expanded.length, mentions.length + quotes.length + claims.length);
    assert.ok(expanded.every((one) => one["@type"][0] === "http://www.w3.org/ns/oa#Annotation"));
  }
  for (const [index, document] of (await every("json-ld")).entries()) {
    const [expanded] = await jsonld.expand(JSON.parse(document), { documentLoader, safe: true });
    assert.deepEqual(expanded["@type"], ["https://schema.org/NewsArticle"]);
    const mentioned = expanded["https://schema.org/mentions"] ?? [];
    assert.deepEqual(mentioned.map((one) => one["https://schema.org/name"][0]["@value"]), articles[index].entities.map(({ name }) => name));
    const ids = new Set(mentioned.map((one) => one["@id"]));
    for (const part of expanded["https://schema.org/hasPart"] ?? []) {
      for (const { "@id": id } of part["https://schema.org/creator"] ?? []) assert.ok(ids.has(id));
    }
  }
});

test("JSON-LD has the types of schema.org", async () => {
  const documents = await every("json-ld");
  const source = documents.map((json) => `check(${json});`).join("\n");
  mkdirSync(join(here, "projects"), { recursive: true });
  const file = join(here, "projects", "schema.ts");
  writeFileSync(file, `import type { NewsArticle, WithContext } from "schema-dts";\nfunction check(_: WithContext<NewsArticle>): void {}\n${source}\n`);
  await run("tsc", ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", file]);
});

test("ninjs keeps to the rules of ninjs 3.0", async () => {
  const ajv = addFormats(new Ajv({ allErrors: true }));
  const validate = ajv.compile(JSON.parse(readFileSync(join(here, "ninjs-3.0.json"), "utf8")));
  for (const document of await every("ninjs")) {
    assert.ok(validate(JSON.parse(document)), JSON.stringify(validate.errors));
  }
  assert.equal(validate({ uri: "urn:a", people: [{ nam: "x" }] }), false, "the rules forbid something");
});

test("TEI is well-formed, keeps the text, and points only at what is there", async () => {
  for (const [index, document] of (await every("tei")).entries()) {
    const { valid, errors } = await validateXML({ xml: [{ fileName: "article.xml", contents: document }], schema: [ANY_XML] });
    assert.ok(valid, JSON.stringify(errors));
    const xml = new JSDOM(document, { contentType: "application/xml" }).window.document;
    assert.equal(xml.querySelector("body").textContent, articles[index].text);
    const ids = new Set([...xml.querySelectorAll("standOff [*|id]")].map((one) => `#${one.getAttribute("xml:id")}`));
    for (const name of ["ref", "who", "corresp"]) {
      for (const one of xml.querySelectorAll(`[${name}]`)) assert.ok(ids.has(one.getAttribute(name)), one.outerHTML);
    }
  }
});

/** A schema that lets every document of one root pass: it is the parser that judges. */
const ANY_XML = {
  fileName: "any.xsd",
  contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.tei-c.org/ns/1.0">
    <xs:element name="TEI"><xs:complexType mixed="true"><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`,
};

test("the web page shows the text and runs nothing", async (t) => {
  const browser = await launchBrowser(test);
  for (const [index, html] of (await every("html")).entries()) {
    const page = await browser.newPage();
    t.after(() => page.close());
    const asked = [];
    page.on("request", ({ url }) => asked.push(url));
    await page.setContent(html);
    assert.equal(await page.locator("article").evaluate((one) => one.textContent), articles[index].text);
    assert.equal(await page.locator("script, [onclick], [onerror], iframe, a").count(), 0);
    assert.deepEqual(asked, []);
  }
});

test("Recogito's text annotator takes the annotations", async () => {
  const { window } = new JSDOM("<!doctype html><div id=text></div>", { pretendToBeVisual: true });
  for (const name of ["document", "NodeFilter", "Node", "Range", "HTMLElement", "Element"]) globalThis[name] = window[name];
  globalThis.window = window;
  const { W3CTextFormat } = await import("@recogito/text-annotator");
  for (const [index, list] of (await every("web-annotation")).entries()) {
    const article = articles[index];
    // It counts UTF-16 units, where the standard counts code points: beyond the basic plane they differ.
    if (/[\u{10000}-\u{10ffff}]/u.test(article.text)) continue;
    const container = window.document.getElementById("text");
    container.textContent = article.text;
    const annotations = JSON.parse(list);
    const source = annotations[0]?.target.source ?? "urn:a";
    const format = W3CTextFormat(source, container);
    const selectors = annotations.map((annotation) => {
      const { parsed, error } = format.parse(annotation);
      assert.equal(error, undefined);
      return parsed.target.selector[0];
    });
    assert.deepEqual(selectors.slice(0, article.mentions.length).map(({ quote, start, end }) => [quote, start, end]), article.mentions.map(({ text, start, end }) => [text, start, end]));
  }
});
