import type { Article } from "wirecopy";

import { byId, element } from "./element";

/** What the article says of itself, and what was odd about it. */
export function showFacts(article: Article, extraNotice: string | null): void {
  const { dateline, agency, authors, published, language } = article.metadata;
  const rows: [string, string | null | undefined][] = [
    ["Filed from", dateline?.places.join(", ")],
    ["Filed on", dateline?.date && dayInWords(dateline.date)],
    ["Agency", agency],
    ["By", authors.join(", ")],
    ["Published", published && dayInWords(published)],
    ["Language", language && (new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language)],
  ];
  const known = rows.filter((row): row is [string, string] => Boolean(row[1]));
  const notices = [extraNotice, ...article.notices.map((notice) => notice.message)].filter((text) => text !== null);

  const root = byId("facts");
  root.hidden = known.length === 0 && notices.length === 0;
  root.replaceChildren(element("h2", { id: "facts-title" }, "About the article"));
  if (known.length) {
    const pairs = known.flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, value)]);
    root.append(element("dl", {}, ...pairs));
  }
  if (notices.length) {
    root.append(element("ul", { class: "notices" }, ...notices.map((text) => element("li", {}, text))));
  }
}

/** "2019-01-28" and "--01-28" as a day in words; anything else as it is. */
function dayInWords(date: string): string {
  const parts = /^(\d{4}|-)-(\d\d)-(\d\d)/.exec(date);
  if (!parts) return date;
  const [, year, month, day] = parts;
  const known = year !== "-";
  const at = new Date(Date.UTC(known ? Number(year) : 2000, Number(month) - 1, Number(day)));
  const format: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", timeZone: "UTC" };
  return at.toLocaleDateString("en-GB", known ? { ...format, year: "numeric" } : format);
}
