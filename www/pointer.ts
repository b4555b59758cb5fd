import { lowerBound } from "./lower-bound";
import type { Setting } from "./setting";

const HIGHLIGHT = "picked-words";

/** Brings a stretch of the text into view and marks it until another is picked. */
export function pointTo(setting: Setting, start: number, end: number): void {
  const ranges = setting.linesWithin(start, end).flatMap(({ root, from }) => rangeWithin(root, start - from, end - from) ?? []);
  const first = ranges[0]?.startContainer.parentElement;
  if (!first) return;
  // A browser without highlights selects the words instead.
  if ("highlights" in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  else getSelection()?.setBaseAndExtent(ranges[0]!.startContainer, ranges[0]!.startOffset, ranges[0]!.endContainer, ranges[0]!.endOffset);
  first.scrollIntoView({ block: "center" });
}

/** Lets go of what is marked. */
export function pointNowhere(): void {
  if ("highlights" in CSS) CSS.highlights.delete(HIGHLIGHT);
}

/** The part of a line between two of its characters. */
function rangeWithin(line: HTMLElement, start: number, end: number): Range | null {
  const nodes: { node: Text; at: number }[] = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, at: length });
    length += node.data.length;
  }
  const place = (offset: number) => {
    const clipped = Math.min(Math.max(offset, 0), length);
    const found = nodes[Math.max(0, lowerBound(nodes, ({ at }) => at > clipped) - 1)];
    return found && { node: found.node, offset: clipped - found.at };
  };
  const from = place(start);
  const to = place(end);
  if (!from || !to || start >= length || end <= 0) return null;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
