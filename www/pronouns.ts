import type { Article } from "wirecopy";

import { element } from "./element";
import { lowerBound } from "./lower-bound";

interface Pronoun {
  start: number;
  end: number;
  entity: number;
}

/** The pronouns of an article, where it is known whom they stand for. */
export class Pronouns {
  readonly #article: Article;
  readonly #list: Pronoun[];

  constructor(article: Article) {
    this.#article = article;
    this.#list = article.entities
      .flatMap(({ pronouns }, entity) => pronouns.map(({ start, end }) => ({ start, end, entity })))
      .sort((a, b) => a.start - b.start);
  }

  /** Sets a stretch of text that holds no mark, its pronouns lightly underlined. */
  set(parent: HTMLElement, start: number, end: number): void {
    const { text, entities } = this.#article;
    let at = start;
    for (let index = lowerBound(this.#list, (pronoun) => pronoun.start >= start); index < this.#list.length; index += 1) {
      const pronoun = this.#list[index]!;
      if (pronoun.end > end) break;
      parent.append(text.slice(at, pronoun.start));
      const name = entities[pronoun.entity]!.name;
      parent.append(
        element("span", { class: "pronoun", "data-entity": String(pronoun.entity), title: name }, text.slice(pronoun.start, pronoun.end)),
      );
      at = pronoun.end;
    }
    parent.append(text.slice(at, end));
  }
}
