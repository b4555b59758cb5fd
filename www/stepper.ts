import type { Article } from "wirecopy";

import { byId, element } from "./element";
import { lowerBound } from "./lower-bound";
import type { Marks } from "./marks";
import { wordsFor } from "./mention-types";
import type { Setting } from "./setting";

/** Steps through the marks of an article: those of one entity, or all. */
export class Stepper {
  readonly #article: Article;
  readonly #setting: Setting;
  readonly #marks: Marks;
  readonly #panel = byId("stepper");
  readonly #title = element("h2", { id: "stepper-title" });
  readonly #kind = element("p", { class: "kind" });
  readonly #place = element("p", { class: "place", role: "status" });
  #current: number | null = null;

  constructor(article: Article, setting: Setting, marks: Marks) {
    this.#article = article;
    this.#setting = setting;
    this.#marks = marks;
    const previous = element("button", { type: "button", "aria-keyshortcuts": "p" }, "Previous");
    const next = element("button", { type: "button", "aria-keyshortcuts": "n" }, "Next");
    const close = element("button", { type: "button", class: "plain", "aria-keyshortcuts": "Escape" }, "Let go");
    previous.addEventListener("click", () => this.step(-1, previous));
    next.addEventListener("click", () => this.step(1, next));
    close.addEventListener("click", () => this.letGo());
    this.#panel.replaceChildren(
      element("div", { class: "panel-head" }, this.#title, close),
      this.#kind,
      element("div", { class: "row" }, previous, next, this.#place),
    );
    this.#panel.hidden = true;
    marks.pick(null);
  }

  /** Picks an entity out and goes to its first mark. */
  pick(entity: number): void {
    this.#marks.pick(entity);
    this.#current = null;
    this.step(1);
  }

  /** Picks out the entity of a mark, and stays there. */
  pickAt(mention: number): void {
    const entity = this.#article.mentions[mention]?.entity ?? null;
    if (entity === null) return;
    this.#marks.pick(entity);
    this.#panel.hidden = false;
    this.arriveAt(mention);
  }

  /** Goes to the next mark (1) or the one before (-1), round the ends. The focus goes along, unless
   *  a button of the panel keeps it. */
  step(by: 1 | -1, keeper?: HTMLElement): void {
    const walk = this.#marks.walk(this.#article);
    if (walk.length === 0) return;
    const from = this.#current ?? -1;
    const after = lowerBound(walk, (index) => index > from);
    const before = lowerBound(walk, (index) => index >= from) - 1;
    const at = by === 1 ? after % walk.length : (before + walk.length) % walk.length;
    this.#show(walk, at, keeper);
  }

  /** Takes a mark that got the focus as the place to step on from. */
  arriveAt(mention: number): void {
    this.#rove(mention);
    const walk = this.#marks.walk(this.#article);
    const at = walk.indexOf(mention);
    if (!this.#panel.hidden && at >= 0) this.#describe(walk, at);
  }

  /** Ends the stepping. */
  letGo(): void {
    const inside = this.#panel.contains(document.activeElement);
    this.#panel.hidden = true;
    this.#marks.pick(null);
    // The focus would be lost with the button that had it.
    if (inside) this.#setting.mark(this.#current ?? 0)?.focus();
  }

  #show(walk: number[], at: number, keeper: HTMLElement | undefined): void {
    const mark = this.#setting.mark(walk[at]!);
    if (!mark) return;
    this.#panel.hidden = false;
    this.#rove(walk[at]!);
    this.#describe(walk, at);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || this.#article.text.length > 100_000;
    mark.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    if (keeper) mark.dispatchEvent(new CustomEvent("arrive", { bubbles: true }));
    else mark.focus({ preventScroll: true });
  }

  #describe(walk: number[], at: number): void {
    const mention = this.#article.mentions[walk[at]!]!;
    const entity = this.#marks.picked === null ? null : this.#article.entities[this.#marks.picked];
    this.#title.textContent = entity ? entity.name : mention.text;
    this.#kind.textContent = entity ? wordsFor(entity.type).one : `${wordsFor(mention.type).one}, of all marks`;
    this.#place.textContent = `${at + 1} of ${walk.length}`;
  }

  /** One mark at a time is a stop of the Tab key, so that an article is one stop and not hundreds. */
  #rove(mention: number): void {
    this.#setting.mark(this.#current ?? 0)?.setAttribute("tabindex", "-1");
    this.#current = mention;
    this.#setting.mark(mention)?.setAttribute("tabindex", "0");
  }
}
