import type { Article, Claim } from "wirecopy";

import { byId, element } from "./element";
import { speakerOf } from "./voices";

// More than anyone reads beside an article.
const MOST = 200;
const LONGEST = 140;

/** Who asserts or denies what, in the order of the text. Picking a claim goes to its words. */
export function showLedger(article: Article, onPick: (start: number, end: number) => void): void {
  const root = byId("ledger");
  const { claims } = article;
  root.hidden = claims.length === 0;
  const rows = claims.slice(0, MOST).map((claim, index) => row(article, claim, index, onPick));
  const rest = claims.length - rows.length;
  root.replaceChildren(
    element(
      "div",
      { class: "panel-head" },
      element("h2", { id: "ledger-title" }, "Who says what"),
      element("span", { class: "count" }, String(claims.length)),
    ),
    element("ol", {}, ...rows),
    ...(rest > 0 ? [element("p", {}, `and ${rest} more`)] : []),
  );
}

function row(article: Article, claim: Claim, index: number, onPick: (start: number, end: number) => void): HTMLElement {
  const via = claim.via.map((who) => speakerOf(article, who));
  const button = element(
    "button",
    { type: "button" },
    element("span", { class: "who" }, sourceOf(article, claim)),
    " ",
    element("span", { class: "stance", "data-stance": claim.stance }, claim.stance),
    ...(via.length ? [element("span", { class: "via" }, ` on the word of ${via.join(", ")}`)] : []),
    element("span", { class: "what" }, shortened(article.text.slice(claim.content.start, claim.content.end))),
  );
  button.addEventListener("click", () => onPick(claim.content.start, claim.content.end));
  const item = element("li", { id: `claim-${index}` }, button);
  const about = claim.refersTo === null ? undefined : article.claims[claim.refersTo];
  if (about) {
    const words = { denies: "against", confirms: "bears out" }[claim.stance as string] ?? "about";
    const link = element("button", { type: "button", class: "plain" }, `${words} ${sourceOf(article, about)}`);
    link.addEventListener("click", () => onPick(about.content.start, about.content.end));
    item.append(link);
  }
  return item;
}

function sourceOf(article: Article, claim: Claim): string {
  return speakerOf(article, claim.source) || "Not said who";
}

function shortened(words: string): string {
  const plain = words.replace(/\s+/g, " ");
  if (plain.length <= LONGEST) return plain;
  return `${plain.slice(0, plain.lastIndexOf(" ", LONGEST) || LONGEST)} …`;
}
