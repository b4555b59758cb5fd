// Mail: the subject is the headline, the sender the author.

import PostalMime from "postal-mime";

import type { DocumentArticle } from "../documents.js";
import { bodyOf, page, paragraphs } from "./markup.js";

/** Reads a message. Of two forms of its text the plain one is read: the other is full of the sender's layout. */
export async function readMail(bytes: Uint8Array): Promise<DocumentArticle[]> {
  const { subject, from, date, text, html } = await PostalMime.parse(bytes, { maxNestingDepth: 32 });
  const about = { title: subject, authors: [from?.name || undefined], published: date };
  const body = text?.trim() ? paragraphs(text) : bodyOf(html ?? "").replace(/<\/?(html|head|body)\b[^<>]*>/gi, "");
  return [{ input: page(about, body), options: { format: "html" }, title: subject }];
}
