import type { Article } from "wirecopy";

import { byId, element } from "./element";
import type { Marks } from "./marks";
import { inOrder, wordsFor } from "./mention-types";

/** The list of types with their counts, each a switch. */
export function showLegend(article: Article, marks: Marks): void {
  const counts = new Map<string, number>();
  for (const { type } of article.mentions) counts.set(type, (counts.get(type) ?? 0) + 1);
  const types = inOrder(counts.keys());
  const root = byId("legend");
  root.hidden = types.length === 0;

  const switches = types.map((type) => legendSwitch(type, counts.get(type)!, marks));
  const all = element("button", { type: "button", class: "plain" }, "All");
  const none = element("button", { type: "button", class: "plain" }, "None");
  const setAll = (shown: boolean) => {
    marks.show(types, shown);
    for (const box of root.querySelectorAll<HTMLInputElement>("input")) box.checked = shown;
  };
  all.addEventListener("click", () => setAll(true));
  none.addEventListener("click", () => setAll(false));

  root.replaceChildren(
    element("div", { class: "panel-head" }, element("h2", { id: "legend-title" }, "Marks"), all, none),
    element("ul", {}, ...switches),
  );
}

function legendSwitch(type: string, count: number, marks: Marks): HTMLElement {
  const words = wordsFor(type);
  const box = element("input", { type: "checkbox", value: type });
  box.checked = !marks.hidden.has(type);
  box.addEventListener("change", () => marks.show([type], box.checked));
  const swatch = element("span", { class: "swatch", "data-type": type }, words.one);
  const number = element("span", { class: "count" }, String(count));
  return element("li", {}, element("label", { title: words.explanation }, box, swatch, number));
}
