import type { Article, Correction, Entity } from "wirecopy";
import { applyCorrections } from "wirecopy/background";

import { byId, element } from "./element";
import { inOrder, KNOWN_TYPES, wordsFor } from "./mention-types";
import { saveAs } from "./save";

const ACTIONS = new Set(["merge", "split", "retype", "rename", "remove"]);
const NUMBERS = new Set(["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"]);
// More names than anyone looks through in a menu.
const MENU = 300;

/** What the reader puts right: kept while the page is open, applied to every article, saved as a file. */
export class Corrections {
  #list: Correction[] = [];
  #article: Article | null = null;
  #picked: number | null = null;
  readonly #panel = byId("corrections");
  readonly #form = element("div", { class: "put-right" });
  readonly #done = element("ol", { class: "corrections-done" });
  readonly #said = element("p", { role: "status" });
  readonly #undo = element("button", { type: "button" }, "Undo the last");
  readonly #save = element("button", { type: "button" }, "Save as a file");
  readonly #onChange: () => Promise<void>;

  /** `onChange` sets the article anew after the list has changed. */
  constructor(onChange: () => Promise<void>) {
    this.#onChange = onChange;
    const file = element("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": "A file of corrections" });
    const load = element("button", { type: "button" }, "Load a file");
    load.addEventListener("click", () => file.click());
    file.addEventListener("change", () => void this.#load(file));
    this.#undo.addEventListener("click", () => void this.#change(this.#list.slice(0, -1)));
    this.#save.addEventListener("click", () => saveAs("corrections.json", "application/json", `${JSON.stringify(this.#list, null, 2)}\n`));
    this.#panel.replaceChildren(
      element("div", { class: "panel-head" }, element("h2", { id: "corrections-title" }, "Put right")),
      this.#form,
      this.#done,
      element("div", { class: "row" }, this.#undo, this.#save, load, file),
      this.#said,
    );
  }

  /** The article with everything put right that was put right so far. */
  async applied(article: Article): Promise<Article> {
    return this.#list.length ? await applyCorrections(article, this.#list) : article;
  }

  /** Shows the panel for an article. */
  show(article: Article): void {
    this.#article = article;
    this.#panel.hidden = article.entities.length === 0 && this.#list.length === 0;
    this.#done.replaceChildren(...this.#list.map((correction) => element("li", {}, inWords(correction))));
    this.#undo.hidden = this.#save.hidden = this.#list.length === 0;
    this.pick(null);
  }

  /** Offers what can be done with the entity that is picked out. */
  pick(picked: number | null): void {
    this.#picked = picked;
    const entity = picked === null ? undefined : this.#article?.entities[picked];
    if (!entity) this.#form.replaceChildren(element("p", { class: "hint" }, "Pick a name from the list or the text to put it right."));
    else this.#form.replaceChildren(...this.#offers(entity));
  }

  #offers(entity: Entity): HTMLElement[] {
    const which = { name: entity.name, type: entity.type };
    const add = (correction: Correction) => void this.#change([...this.#list, correction]);
    const name = element("input", { type: "text", "aria-label": "Its name", value: entity.name });
    const others = this.#others().map((other) => element("option", { value: other.name }, other.name));
    const same = element("select", { "aria-label": "The name it is the same as" }, ...others);
    const forms = entity.aliases.map((form) => element("option", { value: form }, form));
    const form = element("select", { "aria-label": "The form that is somebody else" }, ...forms);
    const types = inOrder(KNOWN_TYPES.filter((type) => !NUMBERS.has(type)));
    const type = element("select", { "aria-label": "Its type" }, ...types.map((type) => element("option", { value: type }, wordsFor(type).one)));
    type.value = entity.type;
    const offers = [
      offer("Rename", name, () => name.value.trim() && add({ action: "rename", ...which, to: name.value.trim() })),
      offer("Change type", type, () => add({ action: "retype", ...which, to: type.value })),
    ];
    if (others.length) offers.push(offer("Is the same as", same, () => add({ action: "merge", name: longer(entity.name, same.value), with: [entity.name, same.value] })));
    if (forms.length) offers.push(offer("Split off", form, () => add({ action: "split", ...which, forms: [form.value] })));
    offers.push(offer("Remove", element("span", { class: "hint" }, "It is no name."), () => add({ action: "remove", ...which })));
    return [element("p", { class: "picked" }, entity.name), ...offers];
  }

  #others(): Entity[] {
    const entities = this.#article?.entities ?? [];
    const others = entities.filter((_, index) => index !== this.#picked);
    const picked = this.#picked === null ? undefined : entities[this.#picked];
    // Those of its own type first: these it is mostly mistaken for.
    return others.sort((a, b) => Number(b.type === picked?.type) - Number(a.type === picked?.type)).slice(0, MENU);
  }

  async #change(list: Correction[]): Promise<void> {
    const before = this.#list;
    this.#list = list;
    try {
      await this.#onChange();
      this.#said.textContent = list.length ? `${list.length} put right.` : "Nothing put right.";
    } catch (error) {
      this.#list = before;
      this.#said.textContent = `That did not work: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async #load(file: HTMLInputElement): Promise<void> {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    try {
      const list: unknown = JSON.parse(await chosen.text());
      if (!Array.isArray(list) || !list.every(isCorrection)) throw new Error("it is no list of corrections");
      await this.#change([...this.#list, ...list]);
    } catch (error) {
      this.#said.textContent = `${chosen.name} was not loaded: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

function offer(label: string, control: HTMLElement, act: () => unknown): HTMLElement {
  const button = element("button", { type: "button" }, label);
  button.addEventListener("click", act);
  return element("div", { class: "offer" }, control, button);
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

/** Enough to tell a list of corrections from another file; the rest the module itself checks. */
function isCorrection(item: unknown): item is Correction {
  const { action, name } = (item ?? {}) as { action?: unknown; name?: unknown };
  return typeof action === "string" && ACTIONS.has(action) && typeof name === "string";
}

function inWords(correction: Correction): string {
  const { name } = correction;
  switch (correction.action) {
    case "merge":
      return `${correction.with.join(" and ")} are ${name}`;
    case "split":
      return `${correction.forms.join(", ")} is not ${name}`;
    case "retype":
      return `${name} is a ${wordsFor(correction.to).one}`;
    case "rename":
      return `${name} is called ${correction.to}`;
    case "remove":
      return `${name} is no name`;
  }
}
