import type { Article, Quote } from "wirecopy";

/** A stretch of the text that somebody says, and the index of its quotation. */
export interface Voice {
  start: number;
  end: number;
  quote: number;
}

/** What is said in somebody's own words, in order and without overlap: of one quotation within another
 *  the outer one. */
export function voicesOf(article: Article): Voice[] {
  const voices: Voice[] = [];
  for (const [index, quote] of article.quotes.entries()) {
    if (quote.kind === "indirect" || !quote.speaker) continue;
    for (const part of withMarks(quote)) {
      if (part.start >= (voices.at(-1)?.end ?? 0)) voices.push({ ...part, quote: index });
    }
  }
  return voices;
}

/** The parts of a quotation: what an editor put between belongs to the line of thought, the words
 *  that attribute it do not. */
function withMarks(quote: Quote): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  const inserted = (from: number, to: number) =>
    quote.insertions.some(({ start, end }) => from <= start && end <= to);
  for (const { start, end } of quote.content) {
    const last = parts.at(-1);
    if (last && inserted(last.end, start)) last.end = end;
    else parts.push({ start, end });
  }
  return parts;
}

/** Who speaks, by the fullest name that the article has. */
export function speakerOf(article: Article, who: Quote["speaker"]): string {
  if (!who) return "";
  const name = who.entity === null ? undefined : article.entities[who.entity]?.name;
  return (name ?? who.text).replace(/\s+/g, " ");
}
