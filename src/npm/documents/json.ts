// ninjs, and JSON or JSON Lines with the usual names for an article's parts.

import type { DocumentArticle } from "../documents.js";
import { type About, isMarkup, page, paragraphs } from "./markup.js";

type Json = { [key: string]: unknown };

/** Reads articles out of JSON; nothing where it is none, or holds none. */
export function readJson(json: string): DocumentArticle[] | undefined {
  const objects = parse(json.trim());
  const articles = objects?.map(readObject);
  return articles?.every((article) => article !== undefined) && articles.length > 0 ? articles : undefined;
}

/** One value, a list, or a value a line. */
function parse(json: string): Json[] | undefined {
  const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
  for (const read of [() => [JSON.parse(json)].flat(1), () => json.split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line))]) {
    try {
      const values: unknown[] = read();
      if (values.every(isObject)) return values;
    } catch {
      // The other way may do.
    }
  }
  return undefined;
}

function readObject(object: Json): DocumentArticle | undefined {
  const text = (...keys: string[]) => keys.map((key) => object[key]).find((value) => typeof value === "string" && value.trim()) as string | undefined;
  const body = text("body_html", "body_xhtml", "html", "content_html");
  const words = text("body_text", "text", "body", "content", "content_text");
  if (body === undefined && words === undefined) return undefined;
  const about: About = {
    title: text("headline", "title", "name"),
    authors: [object.authors, object.author, object.byline].flat().map(nameOf),
    published: text("firstcreated", "published", "date", "datePublished", "date_published", "pubDate", "versioncreated"),
    modified: text("versioncreated", "modified", "dateModified", "date_modified"),
    url: text("url", "link", "uri"),
    language: text("language", "lang"),
    description: text("description_text", "description", "summary"),
    keywords: [object.subject, object.keywords, object.tags].flat().map(nameOf),
  };
  const markup = body ?? (isMarkup(words!) ? words! : paragraphs(words!));
  return { input: page(about, markup), options: { format: "html" }, title: about.title ?? undefined };
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.replace(/^by\s+/i, "");
  const name = typeof value === "object" && value !== null && "name" in value ? value.name : undefined;
  return typeof name === "string" ? name : undefined;
}
