import type { Article } from "wirecopy";

import { element } from "./element";

/** Saves the article's JSON as a file. It is made in the browser; nothing is sent. */
export function downloadJson(article: Article, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(article, null, 2)], { type: "application/json" }));
  element("a", { href: url, download: `${name.replace(/\.[^.]*$/, "")}.json` }).click();
  // The download has its own hold on the data once it began.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Puts the article's JSON on the clipboard. */
export async function copyJson(article: Article): Promise<void> {
  await navigator.clipboard.writeText(JSON.stringify(article, null, 2));
}
