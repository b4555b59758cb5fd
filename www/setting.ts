import type { Article, Block, Mention } from "wirecopy";

import { element } from "./element";
import { lowerBound } from "./lower-bound";
import { wordsFor } from "./mention-types";
import { Pronouns } from "./pronouns";
import { speakerOf, voicesOf, type Voice } from "./voices";

/** A stretch of the text that is set as one element: a block, a dateline with the paragraph that
 *  it runs into, or a part of a block too long to be laid out at once. */
interface Line {
  kind: Block["kind"] | "deck" | "dateline-alone";
  start: number;
  end: number;
  repeats: boolean;
}

// About a screenful: the browser lays out only the sections that are near the window.
const SECTION_CHARACTERS = 5_000;
const LINE_CHARACTERS = 20_000;
// Long enough to get somewhere, short enough that no key press waits for it.
const SLICE_MS = 12;

// What the margin says beside the blocks that are not the article's running text.
const ASIDES: Partial<Record<Line["kind"], string>> = {
  "editor-note": "note",
  correction: "correction",
  credit: "credit",
  teaser: "teaser",
  caption: "caption",
};

/** An article set into the page, section by section. */
export class Setting {
  readonly #article: Article;
  readonly #pronouns: Pronouns;
  readonly #sections: { lines: Line[]; root: HTMLElement; filled: boolean }[] = [];
  readonly #voices: Voice[];
  readonly #lineRoots = new Map<Line, HTMLElement>();

  constructor(article: Article, root: HTMLElement) {
    this.#article = article;
    this.#pronouns = new Pronouns(article);
    this.#voices = voicesOf(article);
    let length = Infinity;
    for (const line of linesOf(article)) {
      if (length > SECTION_CHARACTERS) {
        this.#sections.push({ lines: [], root: element("div", { class: "stretch" }), filled: false });
        length = 0;
      }
      this.#sections.at(-1)!.lines.push(line);
      length += line.end - line.start;
    }
    root.replaceChildren(...this.#sections.map((section) => section.root));
    root.classList.toggle("long", this.#sections.length > 8);
  }

  /** Sets every section, and leaves the browser time for the reader in between. */
  async fill(onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
    let since = performance.now();
    for (let at = 0; at < this.#sections.length; at += 1) {
      if (signal.aborted) return;
      this.#fillSection(at);
      if (performance.now() - since < SLICE_MS) continue;
      onProgress(at / this.#sections.length);
      await nextTask();
      since = performance.now();
    }
  }

  /** The first of the elements of a mention, set now if its turn has not come yet. */
  mark(index: number): HTMLElement | null {
    const mention = this.#article.mentions[index];
    if (!mention) return null;
    const after = lowerBound(this.#sections, (section) => section.lines[0]!.start > mention.start);
    const section = this.#sections[after - 1];
    if (!section) return null;
    this.#fillSection(after - 1);
    return section.root.querySelector<HTMLElement>(`mark[data-mention="${index}"]`);
  }

  /** The elements of the lines that the stretch of the text runs over, set now if their turn has not
   *  come yet, and where each line's text starts. */
  linesWithin(start: number, end: number): { root: HTMLElement; from: number }[] {
    const first = lowerBound(this.#sections, (section) => section.lines.at(-1)!.end > start);
    const found: { root: HTMLElement; from: number }[] = [];
    for (let at = first; at < this.#sections.length && this.#sections[at]!.lines[0]!.start < end; at += 1) {
      this.#fillSection(at);
      for (const line of this.#sections[at]!.lines) {
        const root = this.#lineRoots.get(line);
        if (root && line.start < end && line.end > start) found.push({ root, from: line.start });
      }
    }
    return found;
  }

  #fillSection(at: number): void {
    const section = this.#sections[at]!;
    if (section.filled) return;
    section.filled = true;
    let list: HTMLElement | null = null;
    for (const line of section.lines) {
      const set = this.#setLine(line);
      if (line.kind !== "list-item") list = null;
      else if (!list) section.root.append((list = element("ul", { class: "list" })));
      (list ?? section.root).append(set);
    }
  }

  #setLine(line: Line): HTMLElement {
    const set = element(tagFor(line), { class: line.repeats ? `${line.kind} repeated` : line.kind });
    this.#lineRoots.set(line, set);
    const aside = this.#asideFor(line);
    if (aside) set.dataset.aside = aside;
    const inner = line.repeats ? element("s") : set;
    if (inner !== set) set.append(inner);

    const { dateline } = this.#article.metadata;
    if (dateline && line.start <= dateline.start && dateline.end <= line.end) {
      const small = element("span", { class: "dateline" });
      this.#setText(inner, line.start, dateline.start);
      this.#setText(small, dateline.start, dateline.end);
      inner.append(small);
      this.#setText(inner, dateline.end, line.end);
    } else {
      this.#setText(inner, line.start, line.end);
    }
    return set;
  }

  #asideFor(line: Line): string | undefined {
    if (line.repeats) return "repeated";
    // Corrections and updates are one kind of block: "(Adds details)" corrects nothing.
    const corrects = () => /correct/i.test(this.#article.text.slice(line.start, line.end));
    return line.kind === "correction" && !corrects() ? "update" : ASIDES[line.kind];
  }

  /** Sets text with its quotations, each with its speaker beside it where another spoke before in the
   *  same line. */
  #setText(parent: HTMLElement, start: number, end: number): void {
    let at = start;
    let before = "";
    let index = lowerBound(this.#voices, (voice) => voice.end > start);
    for (; index < this.#voices.length && this.#voices[index]!.start < end; index += 1) {
      const voice = this.#voices[index]!;
      const from = Math.max(voice.start, start);
      const to = Math.min(voice.end, end);
      const speaker = speakerOf(this.#article, this.#article.quotes[voice.quote]!.speaker);
      const said = element("span", { class: "voice" });
      if (speaker !== before) said.dataset.speaker = speaker;
      before = speaker;
      this.#setWords(parent, at, from);
      this.#setWords(said, from, to);
      parent.append(said);
      at = to;
    }
    this.#setWords(parent, at, end);
  }

  /** Sets text and marks. Everything becomes a text node: nothing in an article is markup. */
  #setWords(parent: HTMLElement, start: number, end: number): void {
    const { text, mentions } = this.#article;
    let at = start;
    let index = lowerBound(mentions, (mention) => mention.end > start);
    for (; index < mentions.length && mentions[index]!.start < end; index += 1) {
      const mention = mentions[index]!;
      const from = Math.max(mention.start, start);
      const to = Math.min(mention.end, end);
      if (from > at) this.#pronouns.set(parent, at, from);
      parent.append(markFor(mention, index, text.slice(from, to), mentions[index + 1]));
      at = to;
    }
    if (end > at) this.#pronouns.set(parent, at, end);
  }
}

// How wide a character is on average, in a word for a type and in the text. Where the next mark
// follows closely, the mark makes room for its word.
const WORD_REM = 0.34;
const TEXT_REM = 0.52;

/** The type's word hangs under the mark as generated content: it is seen and heard, but it is not
 *  part of the text and does not get into a copy. */
function markFor(mention: Mention, index: number, text: string, next: Mention | undefined): HTMLElement {
  const word = wordsFor(mention.type).one;
  const mark = element("mark", { tabindex: "-1" }, text);
  mark.dataset.mention = String(index);
  mark.dataset.type = mention.type;
  mark.dataset.word = word;
  if (mention.entity !== null) mark.dataset.entity = String(mention.entity);
  const room = next ? word.length * WORD_REM + 0.25 - (next.start - mention.start) * TEXT_REM : 0;
  if (room > 0) mark.style.setProperty("--room", `${room.toFixed(2)}rem`);
  return mark;
}

function tagFor(line: Line): "h2" | "h3" | "p" | "li" | "blockquote" | "pre" {
  if (line.repeats) return "p";
  if (line.kind === "headline") return "h2";
  if (line.kind === "subheading") return "h3";
  if (line.kind === "list-item") return "li";
  if (line.kind === "blockquote") return "blockquote";
  return line.kind === "table" ? "pre" : "p";
}

function* linesOf(article: Article): Generator<Line> {
  const { blocks, text } = article;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    const before = blocks[at - 1];
    const next = blocks[at + 1];
    const repeats = block.repeats !== undefined;
    if (block.kind === "dateline" && next?.kind === "paragraph" && !text.slice(block.end, next.start).includes("\n")) {
      yield* parts(article, { kind: "paragraph", start: block.start, end: next.end, repeats: false });
      at += 1;
    } else if (block.kind === "dateline") {
      yield { kind: "dateline-alone", start: block.start, end: block.end, repeats };
    } else if (block.kind === "subheading" && before?.kind === "headline") {
      yield { kind: "deck", start: block.start, end: block.end, repeats };
    } else {
      yield* parts(article, { kind: block.kind, start: block.start, end: block.end, repeats });
    }
  }
}

/** Cuts a line that is too long to lay out at once, between two words and outside every mention. */
function* parts(article: Article, line: Line): Generator<Line> {
  let start = line.start;
  while (line.end - start > LINE_CHARACTERS) {
    const space = article.text.lastIndexOf(" ", start + LINE_CHARACTERS);
    let cut = space > start ? space + 1 : start + LINE_CHARACTERS;
    const mention = article.mentions[lowerBound(article.mentions, (mention) => mention.end > cut)];
    if (mention && mention.start < cut && mention.start > start) cut = mention.start;
    // A cut within a pair of surrogates would spoil a character.
    if ((article.text.charCodeAt(cut) & 0xfc00) === 0xdc00) cut += 1;
    yield { ...line, start, end: cut };
    start = cut;
  }
  yield { ...line, start };
}

/** Waits until the browser has handled what came in, without the pause of a timer. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
