import { byId, element } from "./element";
import type { Source } from "./source";

interface Place {
  source: Source;
  button: HTMLButtonElement;
}

/** The articles at hand: one of them is read, the others are listed to switch between. */
export class Shelf {
  readonly #read: (source: Source) => void;
  readonly #panel = byId("files");
  readonly #count = element("p", {});
  readonly #list = element("div", { class: "row" });
  readonly #previous = element("button", { type: "button" }, "Previous article");
  readonly #next = element("button", { type: "button" }, "Next article");
  #places: Place[] = [];
  #current = 0;

  /** `read` is told which one is chosen. */
  constructor(read: (source: Source) => void) {
    this.#read = read;
    this.#previous.addEventListener("click", () => this.#choose(this.#current - 1));
    this.#next.addEventListener("click", () => this.#choose(this.#current + 1));
    const steps = element("div", { class: "steps" }, this.#count, this.#previous, this.#next);
    this.#panel.replaceChildren(steps, this.#list);
  }

  /** Takes what came in, and reads the first of it. */
  take(sources: Source[]): void {
    this.#places = sources.map((source) => this.#place(source));
    this.#set(0);
  }

  /** Puts the articles of a source in its place, and reads the first of them. */
  unpack(source: Source, articles: Source[]): void {
    const at = this.#places.findIndex((place) => place.source === source);
    if (at < 0) return;
    this.#places.splice(at, 1, ...articles.map((article) => this.#place(article)));
    this.#set(at);
  }

  #place(source: Source): Place {
    const button = element("button", { type: "button", title: source.title }, source.title);
    button.addEventListener("click", () => this.#choose(this.#places.findIndex((place) => place.button === button)));
    return { source, button };
  }

  #set(current: number): void {
    this.#panel.hidden = this.#places.length < 2;
    this.#list.replaceChildren(...this.#places.map(({ button }) => button));
    this.#choose(current);
  }

  #choose(at: number): void {
    const chosen = this.#places[at];
    if (!chosen) return;
    this.#places[this.#current]?.button.removeAttribute("aria-current");
    this.#current = at;
    chosen.button.setAttribute("aria-current", "true");
    chosen.button.scrollIntoView({ block: "nearest" });
    this.#count.textContent = `${at + 1} of ${this.#places.length} articles`;
    this.#previous.disabled = at === 0;
    this.#next.disabled = at === this.#places.length - 1;
    this.#read(chosen.source);
  }
}
