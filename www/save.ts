import type { Article, ExportFormatInfo } from "wirecopy";
import { EXPORT_FORMATS, exportArticle } from "wirecopy/background";

import { byId, element } from "./element";
import { keep, kept } from "./keep";

const menu = byId<HTMLSelectElement>("save-format");

/** Fills the menu of formats. */
export function startSaving(): void {
  menu.replaceChildren(...EXPORT_FORMATS.map(({ format, title }) => element("option", { value: format }, title)));
  menu.value = kept("format") ?? "json";
  if (menu.selectedIndex < 0) menu.selectedIndex = 0;
  menu.addEventListener("change", () => keep("format", menu.value));
}

/** The format that is chosen. */
export function chosenFormat(): ExportFormatInfo {
  return EXPORT_FORMATS[menu.selectedIndex] ?? EXPORT_FORMATS[0]!;
}

/** Saves the article as a file in the format that is chosen. It is made in the browser; nothing is sent. */
export async function download(article: Article, name: string): Promise<void> {
  const { format, extension, mediaType } = chosenFormat();
  const stem = name.replace(/\.[^.]*$/, "");
  saveAs(`${stem}.${extension}`, mediaType, await exportArticle(article, format, { id: name }));
  // Of brat's two files one is the text itself.
  if (format === "brat") saveAs(`${stem}.txt`, "text/plain", article.text);
}

/** Puts the article on the clipboard in the format that is chosen. */
export async function copy(article: Article, name: string): Promise<void> {
  await navigator.clipboard.writeText(await exportArticle(article, chosenFormat().format, { id: name }));
}

/** Saves a text as a file. */
export function saveAs(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: url, download: name }).click();
  // The download has its own hold on the data once it began.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
