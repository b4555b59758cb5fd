import type { Options } from "wirecopy";
import { type DocumentArticle, readDocument, WirecopyError } from "wirecopy/documents";

/** Something to read: it is opened when its turn comes. */
export interface Source {
  /** What it is kept under. */
  name: string;
  /** What it is listed as. */
  title: string;
  /** Its articles: most sources have one, a feed or a book several. */
  open(): Promise<Opened[]>;
}

/** An article, and what the reader should know about how it was opened. */
export interface Opened {
  title: string | undefined;
  text: string;
  options: Options;
  notice: string | null;
}

/** Why something is not read, in words for the reader. */
export class Unreadable extends Error {}

/** A file as a source. */
export function fromFile(file: File): Source {
  return { name: file.name, title: file.name, open: () => openFile(file) };
}

/** A text as a source. */
export function fromText(name: string, text: string): Source {
  return {
    name,
    title: name,
    open: async () => {
      if (text.trim() === "") throw new Unreadable("There is no text in it.");
      if (/^https?:\/\/\S+$/.test(text.trim())) {
        throw new Unreadable("It is a link. This page fetches nothing: open the link, select the article and drop that.");
      }
      return [{ title: undefined, text, options: {}, notice: null }];
    },
  };
}

/** One of several articles as a source of its own. */
export function fromOpened(opened: Opened, place: number, within: string): Source {
  const name = within.replace(/(\.[^.]*)?$/, ` ${place}$1`);
  return { name, title: opened.title ?? name, open: async () => [opened] };
}

async function openFile(file: File): Promise<Opened[]> {
  if (file.size === 0) throw new Unreadable("The file is empty.");
  // What cannot be opened at all is no broken file.
  await file.slice(0, 1).arrayBuffer().catch(() => {
    throw new Unreadable("The browser cannot open it. If it is a folder, drop the files in it.");
  });
  const articles = (await readDocument(file).catch(explain)).map(opened);
  if (articles.every(({ text }) => text.trim() === "")) throw new Unreadable("The file holds nothing but white space.");
  return articles;
}

function opened({ input, options, title, encoding }: DocumentArticle): Opened {
  const notice = `Nothing says how the file's letters are encoded. They were read as ${encoding}; if they look wrong, save it as UTF-8.`;
  // The mark that tells the order of bytes is none of the text.
  const text = input.replace(/^\ufeff/, "");
  return { title, text, options, notice: encoding ? notice : null };
}

/** Says what to do about a file that is not read, where there is something. */
function explain(error: unknown): never {
  if (error instanceof WirecopyError) {
    const { code, message } = error;
    if (code === "too-large") throw new Unreadable(`${sentence(message)} Nothing was read.`);
    if (code === "not-loaded") throw new Unreadable(`${sentence(message)} Load this page anew, and try again.`);
    if (code === "unsupported-format" && !/[:;]/.test(message)) {
      throw new Unreadable(`${sentence(message)} If you can see its text, copy it and paste it here.`);
    }
    throw new Unreadable(sentence(message));
  }
  throw error;
}

/** A message as a sentence. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}`;
}
