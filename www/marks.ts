import type { Article } from "wirecopy";

import { keep, kept } from "./keep";

/** Which types are marked, and which entity is picked out. Both are rules of one style sheet, so
 *  that a change costs the same for ten marks and for a hundred thousand. */
export class Marks {
  readonly hidden: Set<string>;
  #picked: number | null = null;
  readonly #sheet = new CSSStyleSheet();
  /** Called after every change, by who asked for it. */
  readonly onPick = new Map<string, () => void>();

  constructor() {
    this.hidden = new Set((kept("hidden-types") ?? "").split(" ").filter(Boolean));
    document.adoptedStyleSheets.push(this.#sheet);
    this.#write();
  }

  get picked(): number | null {
    return this.#picked;
  }

  /** Picks an entity out, or none. */
  pick(entity: number | null): void {
    this.#picked = entity;
    this.#changed();
  }

  /** Marks a type or leaves it unmarked. */
  show(types: Iterable<string>, shown: boolean): void {
    for (const type of types) {
      if (shown) this.hidden.delete(type);
      else this.hidden.add(type);
    }
    keep("hidden-types", [...this.hidden].join(" "));
    this.#changed();
  }

  /** The mentions that stepping walks through: those of the picked entity, or all that are marked. */
  walk(article: Article): number[] {
    if (this.#picked !== null) return article.entities[this.#picked]?.mentions ?? [];
    return [...article.mentions.keys()].filter((index) => !this.hidden.has(article.mentions[index]!.type));
  }

  #changed(): void {
    this.#write();
    for (const told of this.onPick.values()) told();
  }

  #write(): void {
    const rules = [...this.hidden].map((type) => {
      const mark = `.article mark[data-type=${CSS.escape(type)}]`;
      return `${mark}{background:none;text-decoration:none;padding-inline:0;margin-inline:0}${mark}::before{content:none}`;
    });
    if (this.#picked !== null) {
      rules.push(`.article mark[data-entity="${this.#picked}"]{outline:2px solid var(--pick);outline-offset:1px}`);
      rules.push(`.article .pronoun[data-entity="${this.#picked}"]{text-decoration:underline 2px solid var(--pick)}`);
    }
    this.#sheet.replaceSync(rules.join("\n"));
  }
}
