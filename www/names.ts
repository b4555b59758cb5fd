import type { Article, Entity } from "wirecopy";

import { byId, element } from "./element";
import { keep, kept } from "./keep";
import type { Marks } from "./marks";
import { inOrder, wordsFor } from "./mention-types";
import { whoIs } from "./who";

// More rows than anyone scans. The rest is a press of a button or a search away.
const PAGE = 200;

const ORDERS = {
  count: { label: "Most marks first", compare: (a: Entity, b: Entity) => b.mentions.length - a.mentions.length },
  name: { label: "A to Z", compare: (a: Entity, b: Entity) => a.name.localeCompare(b.name) },
  place: { label: "As they appear", compare: (a: Entity, b: Entity) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0) },
};

/** The list of entities: searched, sorted, grouped by type. Picking one starts stepping. */
export function showNames(article: Article, marks: Marks, onPick: (entity: number) => void): void {
  const root = byId("names");
  root.hidden = article.entities.length === 0;
  let shown = PAGE;

  const search = element("input", { type: "search", id: "names-search", "aria-label": "Search the names", placeholder: "Search" });
  const order = element(
    "select",
    { "aria-label": "Order of the names" },
    ...Object.entries(ORDERS).map(([value, { label }]) => element("option", { value }, label)),
  );
  const chosen = kept("names-order");
  order.value = chosen && Object.hasOwn(ORDERS, chosen) ? chosen : "count";
  const list = element("div", { class: "groups" });
  const found = element("p", { class: "found", role: "status" });

  const draw = () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    const { compare } = ORDERS[order.value as keyof typeof ORDERS];
    const matching = [...article.entities.keys()]
      .filter((index) => matches(article.entities[index]!, wanted))
      .sort((a, b) => compare(article.entities[a]!, article.entities[b]!) || a - b);
    list.replaceChildren(...groups(article, matching.slice(0, shown), marks, onPick));
    found.textContent = wanted ? `${matching.length} of ${article.entities.length} names` : "";
    if (matching.length > shown) {
      const more = element("button", { type: "button" }, `Show more of ${matching.length} names`);
      more.addEventListener("click", () => {
        shown += PAGE * 5;
        draw();
      });
      list.append(more);
    }
  };
  search.addEventListener("input", draw);
  order.addEventListener("change", () => {
    keep("names-order", order.value);
    draw();
  });
  marks.onPick.set("names", () => markPicked(list, marks.picked));

  root.replaceChildren(
    element(
      "div",
      { class: "panel-head" },
      element("h2", { id: "names-title" }, "Names"),
      element("span", { class: "count" }, String(article.entities.length)),
    ),
    element("div", { class: "row" }, search, order),
    found,
    list,
  );
  draw();
}

function matches(entity: Entity, wanted: string): boolean {
  return [entity.name, ...entity.aliases].some((name) => name.toLocaleLowerCase().includes(wanted));
}

function groups(article: Article, indices: number[], marks: Marks, onPick: (entity: number) => void): HTMLElement[] {
  const typeOf = (index: number) => article.entities[index]!.type;
  return inOrder(new Set(indices.map(typeOf))).map((type) => {
    const ofType = indices.filter((index) => typeOf(index) === type);
    const rows = ofType.map((index) => row(article, index, marks, onPick));
    return element("section", {}, element("h3", {}, wordsFor(type).many), element("ul", {}, ...rows));
  });
}

function row(article: Article, index: number, marks: Marks, onPick: (entity: number) => void): HTMLElement {
  const entity = article.entities[index]!;
  const button = element(
    "button",
    { type: "button", "data-entity": String(index) },
    element("span", { class: "name" }, entity.name),
    element("span", { class: "count" }, String(entity.mentions.length)),
  );
  if (marks.picked === index) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => onPick(index));
  const who = whoIs(entity, article);
  return element("li", {}, button, ...(who ? [who] : []));
}

function markPicked(list: HTMLElement, picked: number | null): void {
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  if (picked !== null) list.querySelector(`[data-entity="${picked}"]`)?.setAttribute("aria-current", "true");
}
