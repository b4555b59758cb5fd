import type { Article, Mention } from "wirecopy";

import { byId, element } from "./element";
import { wordsFor } from "./mention-types";

const note = byId("note");
// Long enough not to flicker while the pointer crosses the text.
const OPEN_MS = 120;
const CLOSE_MS = 200;

/** Why a mention was made. */
const REASONS: Record<NonNullable<Mention["evidence"]>, string> = {
  own: "your own name or pattern",
  pattern: "told by the form of its words",
  definition: "an acronym that the article spells out",
  dateline: "the dateline has it as its place",
  title: "a title stands before it",
  "known-name": "a known name",
  "head-word": "told by its first or last word",
  "person-name": "a known given name or surname",
  "seen-in-full": "named in full elsewhere",
  context: "told by the words around it",
};

let described: HTMLElement | null = null;
let timer = 0;

/** Shows a small note beside a mark that the pointer or the focus is on. */
export function startNotes(root: HTMLElement, articleShown: () => Article | null): void {
  const markOf = (event: Event) => (event.target as HTMLElement).closest?.<HTMLElement>("mark") ?? null;
  const later = (ms: number, then: () => void) => {
    clearTimeout(timer);
    timer = window.setTimeout(then, ms);
  };
  const open = (mark: HTMLElement) => {
    const article = articleShown();
    if (article && mark.isConnected) openNote(mark, article);
  };
  root.addEventListener("pointerover", (event) => {
    const mark = markOf(event);
    if (mark) later(OPEN_MS, () => open(mark));
  });
  root.addEventListener("pointerout", (event) => {
    if (markOf(event)) later(CLOSE_MS, closeNote);
  });
  // The pointer may rest on the note, to read or to copy from it.
  note.addEventListener("pointerenter", () => clearTimeout(timer));
  note.addEventListener("pointerleave", () => later(CLOSE_MS, closeNote));
  for (const arrival of ["focusin", "arrive"]) {
    root.addEventListener(arrival, (event) => {
      clearTimeout(timer);
      const mark = markOf(event);
      if (mark) open(mark);
    });
  }
  root.addEventListener("focusout", () => closeNote());
  window.addEventListener("scroll", () => described && place(described), { passive: true });
  window.addEventListener("resize", closeNote);
}

/** Closes the note, and says whether there was one. */
export function closeNote(): boolean {
  const wasOpen = described !== null;
  clearTimeout(timer);
  described?.removeAttribute("aria-describedby");
  described = null;
  note.hidden = true;
  return wasOpen;
}

function openNote(mark: HTMLElement, article: Article): void {
  closeNote();
  const mention = article.mentions[Number(mark.dataset.mention)];
  if (!mention) return;
  note.dataset.type = mention.type;
  note.replaceChildren(...contents(mention, article));
  described = mark;
  mark.setAttribute("aria-describedby", note.id);
  note.hidden = false;
  place(mark);
}

function contents(mention: Mention, article: Article): HTMLElement[] {
  const parts = [
    element(
      "p",
      { class: "note-type" },
      wordsFor(mention.type).one,
      element("span", { class: "sure" }, `${Math.round(mention.confidence * 100)} % sure`),
    ),
  ];
  const entity = mention.entity === null ? undefined : article.entities[mention.entity];
  if (entity) {
    const times = entity.mentions.length === 1 ? "once" : `${entity.mentions.length} times`;
    parts.push(element("p", { class: "note-name" }, entity.name), element("p", {}, `named ${times}`));
    for (const { start, end } of entity.roles.slice(0, 3)) parts.push(element("p", { class: "offices" }, article.text.slice(start, end)));
    if (entity.aliases.length) parts.push(element("p", {}, `also ${entity.aliases.join(", ")}`));
    if (entity.wikidata) parts.push(element("p", {}, `Wikidata ${entity.wikidata}`));
  }
  if (mention.evidence) parts.push(element("p", { class: "because" }, REASONS[mention.evidence]));
  if (mention.value) parts.push(element("p", {}, valueInWords(mention.value)));
  return parts;
}

function valueInWords(value: NonNullable<Mention["value"]>): string {
  if ("timex" in value) {
    const kinds = { date: "", time: "", duration: "a length of time: ", set: "again and again: " };
    return `${kinds[value.kind]}${value.timex}`;
  }
  const { amount, unit, approx, low, high } = value;
  const write = (number: number) => number.toLocaleString("en");
  const bounds = low === undefined ? high !== undefined && `at most ${write(high)}` : high === undefined ? `at least ${write(low)}` : `${write(low)} to ${write(high)}`;
  return `${approx ? "about " : ""}${bounds || write(amount)}${unit ? ` ${unit}` : ""}`;
}

/** Under the mark, or above it where there is no room below; always inside the window. */
function place(mark: HTMLElement): void {
  const line = mark.getClientRects()[0];
  if (!line || line.bottom < 0 || line.top > innerHeight) {
    note.style.visibility = "hidden";
    return;
  }
  const below = line.bottom + 18;
  const top = below + note.offsetHeight < innerHeight ? below : line.top - note.offsetHeight - 6;
  note.style.visibility = "visible";
  note.style.top = `${Math.max(4, top)}px`;
  note.style.left = `${Math.max(8, Math.min(line.left, innerWidth - note.offsetWidth - 8))}px`;
}
