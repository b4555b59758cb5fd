// What the tests of this folder share: projects that find the bundlers and frameworks installed here, a
// server, and what every environment must read.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { exportArticle, parseArticle } from "../../dist/inline.js";

import { createConsumer } from "../package/consumer.mjs";

export const here = fileURLToPath(new URL(".", import.meta.url));

/** An article with everything that an article can have, written by hand. */
export const full = JSON.parse(readFileSync(join(here, "..", "export", "article.json"), "utf8"));

export const text = "OSLO, March 3 (Reuters) - Prime Minister Kari Nordmann, 🎉, said in Bergen she would resign.";
export const article = await parseArticle(text);
export const conll = await exportArticle(article, "conll");

/** What a script runs in an environment; `wirecopy` stands for the entry. It gives what {@link expected} holds. */
export const SCRIPT = `
async function run({ parseArticle, parseArticles, exportArticle, applyCorrections, WirecopyError }, text) {
  const article = await parseArticle(text);
  const conll = await exportArticle(article, "conll");
  const corrected = await applyCorrections(article, [{ action: "rename", name: "Kari Nordmann", to: "K." }]);
  const many = [];
  for await (const one of parseArticles([text, 5, text])) many.push(one.error ? one.error.code : one.article.mentions.length);
  const own = await parseArticle(text, { patterns: [{ type: "DAY", pattern: "March [0-9]" }] });
  const days = own.mentions.filter(({ type }) => type === "DAY").map(({ text }) => text);
  const error = await parseArticle(5).catch((error) => error);
  return { article, conll, days, names: corrected.entities.map(({ name }) => name), many, isError: error instanceof WirecopyError };
}
`;

const count = article.mentions.length;
const names = article.entities.map(({ name }) => (name === "Kari Nordmann" ? "K." : name));
export const expected = { article, conll, days: ["March 3"], names, many: [count, "bad-input", count], isError: true };

/** A project with the packed package, inside this folder. */
export function createProject(test) {
  mkdirSync(join(here, "projects"), { recursive: true });
  return createConsumer(test, join(here, "projects"));
}

/** Runs a program that is installed here; gives what it prints. */
export async function run(program, args, options = {}) {
  const { stdout } = await promisify(execFile)(join(here, "node_modules", ".bin", program), args, {
    maxBuffer: 2 ** 26,
    ...options,
  }).catch((error) => {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** Serves a folder under a strict policy; gives its address. */
export async function serve(t, folder) {
  const server = createServer(async ({ url }, response) => {
    const path = join(folder, url === "/" ? "index.html" : new URL(url, "http://a").pathname);
    const body = await readFile(path).catch(() => undefined);
    const type = TYPES[extname(path)] ?? "text/plain";
    response.writeHead(body ? 200 : 404, { "Content-Type": type, "Content-Security-Policy": POLICY }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}
