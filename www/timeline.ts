import type { Article } from "wirecopy";

import { byId, element } from "./element";

// More than anyone reads beside an article.
const MOST = 60;

/** The dates that the article speaks of, in the order of time. Picking one goes to its first mark. */
export function showTimeline(article: Article, onPick: (mention: number) => void): void {
  const first = new Map<string, { mention: number; count: number }>();
  for (const [mention, { value }] of article.mentions.entries()) {
    if (!value || !("timex" in value) || !value.anchored) continue;
    const known = first.get(value.timex);
    if (known) known.count += 1;
    else first.set(value.timex, { mention, count: 1 });
  }
  const days = [...first].sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const root = byId("timeline");
  root.hidden = days.length === 0;
  const rows = days.slice(0, MOST).map(([timex, { mention, count }]) => {
    const words = article.mentions[mention]!.text.replace(/\s+/g, " ");
    const button = element(
      "button",
      { type: "button" },
      element("span", { class: "when" }, timex),
      element("span", { class: "name" }, count > 1 ? `${words} and ${count - 1} more` : words),
    );
    button.addEventListener("click", () => onPick(mention));
    return element("li", {}, button);
  });
  const rest = days.length - rows.length;
  root.replaceChildren(
    element(
      "div",
      { class: "panel-head" },
      element("h2", { id: "timeline-title" }, "Dates"),
      element("span", { class: "count" }, String(days.length)),
    ),
    element("ol", {}, ...rows),
    ...(rest > 0 ? [element("p", {}, `and ${rest} later ones`)] : []),
  );
}

/** A TIMEX3 value so that values sort as time goes: quarters and seasons by their first month. */
function sortKey(timex: string): string {
  const [, year = timex, rest = ""] = /^(?:FY)?(\d{4})-?(.*)$/.exec(timex) ?? [];
  const months: Record<string, string> = { Q1: "01", Q2: "04", Q3: "07", Q4: "10", H1: "01", H2: "07", SP: "03", SU: "06", FA: "09", WI: "12" };
  const week = /^W(\d\d)/.exec(rest);
  if (timex.startsWith("BC")) return `!${String(9999 - Number(timex.slice(2))).padStart(4, "0")}`;
  if (week) return `${year}-${dayOfWeek(Number(week[1]))}`;
  return `${year.padEnd(4, "0")}-${months[rest] ?? rest}`;
}

/** About the month and day on which a week of the year starts. */
function dayOfWeek(week: number): string {
  return new Date(Date.UTC(2001, 0, 1 + 7 * (week - 1))).toISOString().slice(5, 10);
}
