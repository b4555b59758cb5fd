// Packed documents: DOCX, ODT, EPUB. Only the parts that hold text and what the file says of itself are unpacked.

import { unzipSync } from "fflate";

import type { DocumentArticle } from "../documents.js";
import { decodeText } from "./encoding.js";
import { MAX_UNPACKED, megabytes, refuse, refuseAsTooLarge } from "./limits.js";
import { type About, bodyOf, escape, hasWords, page } from "./markup.js";
import { all, childrenOf, type Element, find, parseXml, textOf } from "./xml.js";

type Files = { [name: string]: Uint8Array };

/** Reads a packed document. */
export async function readPacked(bytes: Uint8Array): Promise<DocumentArticle[]> {
  const names: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  if (names.includes("word/document.xml")) return readDocx(unpack(bytes, /^(word\/(document|styles)|docProps\/core)\.xml$/));
  if (names.includes("META-INF/container.xml")) return readEpub(unpack(bytes, /^META-INF\/container\.xml$|\.(opf|x?html?)$/i));
  if (names.includes("content.xml")) return readOdt(unpack(bytes, /^(content|meta)\.xml$/));
  return refuse("the packed file is no DOCX, ODT or EPUB");
}

function unpack(bytes: Uint8Array, wanted: RegExp): Files {
  let total = 0;
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!wanted.test(name)) return false;
      total += originalSize;
      if (total > MAX_UNPACKED) refuseAsTooLarge(`unpacked, the file has more than ${megabytes(MAX_UNPACKED)}`);
      return true;
    },
  });
}

async function xmlOf(files: Files, name: string): Promise<Element | undefined> {
  const bytes = files[name];
  return bytes && parseXml(await decodeText(bytes));
}

async function readDocx(files: Files): Promise<DocumentArticle[]> {
  const styles = new Map<string, string>();
  for (const style of all(await xmlOf(files, "word/styles.xml"), "w:style")) {
    const name = childrenOf(style, "w:name")[0]?.attributes["w:val"] ?? "";
    styles.set(style.attributes["w:styleId"] ?? "", name.toLowerCase());
  }
  const body = find(await xmlOf(files, "word/document.xml"), "w:body");
  const core = await xmlOf(files, "docProps/core.xml");
  return [article(aboutOf(core), wordBlocks(body, styles))];
}

function wordBlocks(parent: Element | undefined, styles: Map<string, string>): string {
  return (parent?.children ?? [])
    .map((child) => {
      if (typeof child === "string") return "";
      if (child.name === "w:p") return wordParagraph(child, styles);
      if (child.name === "w:tbl") {
        const rows = childrenOf(child, "w:tr").map((row) => {
          const cells = childrenOf(row, "w:tc").map((cell) => `<td>${wordBlocks(cell, styles)}</td>`);
          return `<tr>${cells.join("")}</tr>`;
        });
        return `<table>${rows.join("")}</table>`;
      }
      return ["w:sdt", "w:sdtContent", "w:ins", "w:customXml"].includes(child.name) ? wordBlocks(child, styles) : "";
    })
    .join("\n");
}

function wordParagraph(paragraph: Element, styles: Map<string, string>): string {
  const words = wordText(paragraph);
  if (words.trim() === "") return "";
  const properties = childrenOf(paragraph, "w:pPr")[0];
  const id = childrenOf(properties, "w:pStyle")[0]?.attributes["w:val"] ?? "";
  const style = styles.get(id) ?? id.toLowerCase();
  const level = /^heading ?([1-6])$/.exec(style)?.[1];
  const isListed = childrenOf(properties, "w:numPr").length > 0 || style.startsWith("list ");
  if (style === "title") return `<h1>${words}</h1>`;
  if (level) return heading(Number(level), words);
  if (style === "caption") return `<figure><figcaption>${words}</figcaption></figure>`;
  if (/quote$/.test(style)) return `<blockquote>${words}</blockquote>`;
  return isListed ? `<li>${words}</li>` : `<p>${words}</p>`;
}

/** The words of a paragraph. What was deleted under review, and what stands there for old programs, is none of them. */
function wordText(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return "";
      switch (child.name) {
        case "w:t":
          return escape(textOf(child));
        case "w:tab":
          return " ";
        case "w:br":
        case "w:cr":
          return "<br>";
        case "w:noBreakHyphen":
          return "-";
        case "w:del":
        case "w:moveFrom":
        case "w:pPr":
        case "w:rPr":
        case "w:instrText":
        case "mc:Fallback":
          return "";
        default:
          return wordText(child);
      }
    })
    .join("");
}

async function readOdt(files: Files): Promise<DocumentArticle[]> {
  const body = find(await xmlOf(files, "content.xml"), "office:text");
  return [article(aboutOf(await xmlOf(files, "meta.xml")), openBlocks(body))];
}

function openBlocks(parent: Element | undefined): string {
  return (parent?.children ?? [])
    .map((child) => {
      if (typeof child === "string") return "";
      switch (child.name) {
        case "text:h":
          return heading(Number(child.attributes["text:outline-level"]), openText(child));
        case "text:p":
          return child.attributes["text:style-name"] === "Title" ? `<h1>${openText(child)}</h1>` : `<p>${openText(child)}</p>`;
        case "text:list-item":
          return `<li>${openBlocks(child)}</li>`;
        case "table:table":
          return `<table>${openBlocks(child)}</table>`;
        case "table:table-row":
          return `<tr>${openBlocks(child)}</tr>`;
        case "table:table-cell":
          return `<td>${openBlocks(child)}</td>`;
        case "text:tracked-changes":
        case "office:annotation":
        case "text:sequence-decls":
        case "text:table-of-content":
          return "";
        default:
          return openBlocks(child);
      }
    })
    .join("\n");
}

function heading(level: number, words: string): string {
  const name = level >= 1 && level <= 6 ? `h${level}` : "h2";
  return `<${name}>${words}</${name}>`;
}

function openText(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return escape(child);
      if (child.name === "text:line-break") return "<br>";
      if (child.name === "text:s" || child.name === "text:tab") return " ";
      return ["text:note", "office:annotation"].includes(child.name) ? "" : openText(child);
    })
    .join("");
}

/** A chapter is an article. What the book says of itself stands in each. */
async function readEpub(files: Files): Promise<DocumentArticle[]> {
  const path = find(await xmlOf(files, "META-INF/container.xml"), "rootfile")?.attributes["full-path"] ?? "";
  const book = await xmlOf(files, path);
  const about = aboutOf(book);
  const items = new Map(all(book, "item", "opf:item").map(({ attributes }) => [attributes.id, attributes]));
  const articles: DocumentArticle[] = [];
  for (const { attributes } of all(book, "itemref", "opf:itemref")) {
    const item = items.get(attributes.idref);
    const isContents = item?.properties?.split(" ").includes("nav");
    const bytes = item?.href && !isContents ? files[resolve(path, item.href)] : undefined;
    if (!bytes) continue;
    const chapter = await decodeText(bytes);
    const tree = parseXml(chapter);
    const title = textOf(find(tree, "h1") ?? find(tree, "h2") ?? find(tree, "title")).replaceAll(/\s+/g, " ").trim();
    const body = bodyOf(chapter);
    if (!hasWords(body)) continue;
    articles.push(article({ ...about, site: about.title, title: title || about.title }, body));
  }
  return articles.length > 0 ? articles : refuse("the book has no chapters with text");
}

/** The path of a file that is named from within another. */
function resolve(from: string, to: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of decodeURIComponent(to.split("#")[0]!).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Dublin Core, which all three have in one place or another. */
function aboutOf(core: Element | undefined): About {
  const text = (...names: string[]) => textOf(find(core, ...names)).trim() || undefined;
  return {
    title: text("dc:title"),
    authors: [text("dc:creator", "meta:initial-creator")],
    published: text("dcterms:created", "meta:creation-date", "dc:date"),
    modified: text("dcterms:modified"),
    language: text("dc:language"),
    description: text("dc:description"),
  };
}

function article(about: About, body: string): DocumentArticle {
  return { input: page(about, body), options: { format: "html" }, title: about.title ?? undefined };
}
