import type { Options } from "wirecopy";

import { decode, type Decoded, MAX_BYTES, tooLarge, Unreadable } from "./decode";

/** Something to read: it is opened when its turn comes. */
export interface Source {
  name: string;
  options: Options;
  open(): Promise<Decoded>;
}

/** A file as a source. */
export function fromFile(file: File): Source {
  const html = /\.x?html?$/i.test(file.name);
  return { name: file.name, options: html ? { format: "html" } : {}, open: () => openFile(file) };
}

/** A text as a source. */
export function fromText(name: string, text: string): Source {
  return {
    name,
    options: {},
    open: async () => {
      if (text.trim() === "") throw new Unreadable("There is no text in it.");
      if (/^https?:\/\/\S+$/.test(text.trim())) {
        throw new Unreadable("It is a link. This page fetches nothing: open the link, select the article and drop that.");
      }
      return { text, notice: null };
    },
  };
}

async function openFile(file: File): Promise<Decoded> {
  // Looked at before the file is loaded, so that a huge one costs nothing.
  if (file.size > MAX_BYTES) throw new Unreadable(tooLarge(file.size));
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    throw new Unreadable("The browser cannot open it. If it is a folder, drop the files in it.");
  }
  return decode(new Uint8Array(bytes));
}
