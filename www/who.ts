import type { Article, Entity } from "wirecopy";

import { element } from "./element";

/** What the article says of somebody or something beside the name: offices as printed, other names, the Wikidata id. */
export function whoIs(entity: Entity, article: Article): HTMLElement | null {
  const lines: HTMLElement[] = [];
  const offices = entity.roles.map(({ start, end }) => article.text.slice(start, end));
  if (offices.length) lines.push(element("p", { class: "offices" }, offices.join("; ")));
  if (entity.aliases.length) lines.push(element("p", {}, `also ${entity.aliases.join(", ")}`));
  if (entity.wikidata) lines.push(element("p", { class: "identity", title: "Its number in Wikidata" }, entity.wikidata));
  return lines.length ? element("div", { class: "who" }, ...lines) : null;
}
