// XML as a tree. The parser knows no document types, so an entity that a file defines stays as it is written: nothing
// grows, and nothing is fetched.

import { Parser } from "htmlparser2";

import { MAX_DEPTH, MAX_ELEMENTS, refuseAsTooLarge } from "./limits.js";

/** An element. Prefixes stay in the names. */
export interface Element {
  name: string;
  attributes: { [name: string]: string };
  children: (Element | string)[];
}

/** Reads XML, broken as it may be. The result holds the outermost elements. */
export function parseXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++count > MAX_ELEMENTS) refuseAsTooLarge(`the XML has more than ${MAX_ELEMENTS} elements`);
        if (open.length > MAX_DEPTH) refuseAsTooLarge(`the XML nests deeper than ${MAX_DEPTH} elements`);
        const element = { name, attributes, children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(text) {
        open.at(-1)!.children.push(text);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return root;
}

/** The elements directly within that have one of the names. */
export function childrenOf(element: Element | undefined, ...names: string[]): Element[] {
  const isWanted = (child: Element | string): child is Element => typeof child !== "string" && names.includes(child.name);
  return element?.children.filter(isWanted) ?? [];
}

/** The first element of the name anywhere within. */
export function find(element: Element | undefined, ...names: string[]): Element | undefined {
  return all(element, ...names)[0];
}

/** All elements of the names anywhere within, but none within another. */
export function all(element: Element | undefined, ...names: string[]): Element[] {
  return (element?.children ?? []).flatMap((child) => {
    if (typeof child === "string") return [];
    return names.includes(child.name) ? [child] : all(child, ...names);
  });
}

/** All text within. */
export function textOf(element: Element | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
