// RSS, Atom, NewsML-G2 and NITF: an article for each item.

import type { DocumentArticle } from "../documents.js";
import { refuse } from "./limits.js";
import { type About, escape, hasWords, isMarkup, page, TAG } from "./markup.js";
import { all, childrenOf, type Element, find, parseXml, textOf } from "./xml.js";

/** Reads a feed or an agency's message. */
export function readFeed(xml: string): DocumentArticle[] {
  const root = parseXml(xml);
  const feed = text(childrenOf(find(root, "channel"), "title")[0] ?? childrenOf(find(root, "feed"), "title")[0]);
  const items = all(root, "item", "entry", "newsItem", "nitf");
  const articles = items.map((item) => readItem(item, feed)).filter((article) => article !== undefined);
  return articles.length > 0 ? articles : refuse("the feed has no items with text");
}

function readItem(item: Element, site: string | undefined): DocumentArticle | undefined {
  if (item.name === "newsItem") return readNewsItem(item);
  return item.name === "nitf" ? readNitf(item) : readFeedItem(item, site);
}

function readFeedItem(item: Element, site: string | undefined): DocumentArticle | undefined {
  const one = (...names: string[]) => names.map((name) => childrenOf(item, name)[0]).find((element) => element);
  const content = one("content:encoded", "content", "description", "summary");
  const authors = childrenOf(item, "author", "dc:creator").map((author) => text(find(author, "name") ?? author));
  const links = childrenOf(item, "link");
  const link = links.find(({ attributes: { rel = "alternate" } }) => rel === "alternate");
  const url = link?.attributes.href ?? text(link);
  const about: About = {
    title: plain(text(one("title"))),
    authors: authors.map(withoutAddress),
    published: text(one("pubDate", "published", "dc:date", "issued")),
    modified: text(one("updated", "atom:updated")),
    keywords: childrenOf(item, "category").map((category) => category.attributes.term ?? text(category)),
    url,
    site,
  };
  return article(about, markupOf(content));
}

/** "ana@example.com (Ana Mota)", as RSS writes it. */
function withoutAddress(author: string | undefined): string | undefined {
  const name = /\(([^)]+)\)/.exec(author ?? "")?.[1] ?? author;
  return name?.includes("@") ? undefined : name;
}

function readNewsItem(item: Element): DocumentArticle | undefined {
  const meta = find(item, "contentMeta");
  const about: About = {
    title: text(find(meta, "headline")),
    authors: all(meta, "by").map((by) => text(by)?.replace(/^by\s+/i, "")),
    published: text(find(meta, "contentCreated")) ?? text(find(find(item, "itemMeta"), "versionCreated")),
    modified: text(find(meta, "contentModified")),
    keywords: childrenOf(meta, "keyword").map(text),
    description: text(find(meta, "description")),
    language: find(meta, "language")?.attributes.tag,
    url: item.attributes.guid,
  };
  const content = find(item, "contentSet");
  const nitf = find(content, "nitf");
  if (nitf) return article({ ...nitfAbout(nitf), ...defined(about) }, markupOf(find(nitf, "body.content")));
  return article(about, markupOf(find(content, "body") ?? find(content, "inlineXML") ?? find(content, "inlineData")));
}

function readNitf(nitf: Element): DocumentArticle | undefined {
  return article(nitfAbout(nitf), markupOf(find(nitf, "body.content")));
}

function nitfAbout(nitf: Element): About {
  const byline = text(find(nitf, "byline"))?.replaceAll(/\s+/g, " ").replace(/^by\s+/i, "");
  const date = find(nitf, "date.issue")?.attributes.norm ?? find(nitf, "story.date")?.attributes.norm;
  return {
    title: text(find(nitf, "hl1")) ?? text(find(nitf, "title")),
    authors: [byline],
    published: date?.replace(/^(\d{4})(\d{2})(\d{2})/, "$1-$2-$3").replace(/T(\d{2})(\d{2})(\d{2})/, "T$1:$2:$3"),
    keywords: all(nitf, "keyword").map(({ attributes }) => attributes.key),
  };
}

function defined(about: About): About {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value?.length)) as About;
}

function article(about: About, body: string): DocumentArticle | undefined {
  if (!about.title && !hasWords(body)) return undefined;
  return { input: page(about, body), options: { format: "html" }, title: about.title ?? undefined };
}

/** The content as markup: it may be XHTML, or text that is markup itself, or plain text. */
function markupOf(element: Element | undefined): string {
  if (!element) return "";
  if (element.children.some((child) => typeof child !== "string")) return serialize(element);
  const words = textOf(element);
  if (isMarkup(words)) return words;
  return words.split(/\n\s*\n/).map((part) => `<p>${escape(part.trim())}</p>`).join("");
}

/** NITF's names for what HTML has under another. */
const NAMES: { [name: string]: string } = { hl2: "h2", block: "div", "body.content": "div" };

function serialize(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return escape(child);
      const name = (NAMES[child.name] ?? child.name).replace(/^.*:/, "");
      if (!/^[a-z][a-z0-9]*$/i.test(name) || /^(html|head|body)$/i.test(name)) return serialize(child);
      return `<${name}>${serialize(child)}${/^(br|hr|img)$/i.test(name) ? "" : `</${name}>`}`;
    })
    .join("");
}

function text(element: Element | undefined): string | undefined {
  return textOf(element).trim() || undefined;
}

/** A title without the tags that some feeds put into it. */
function plain(title: string | undefined): string | undefined {
  return title?.replaceAll(TAG, "");
}
