#!/usr/bin/env node
// The command line. It prints to standard output nothing but JSON, so that it fits in a pipe.

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import type { Article, Options } from "./article.js";
import { createApi, WirecopyError } from "./core.js";
import { decode, type Failure, failureOf, readLine } from "./line.js";
import { splitLines } from "./lines.js";

const HELP = `Reads news articles and prints them as JSON.

Usage:
  wirecopy [options] [FILE...]
  wirecopy --ndjson [options] < LINES

  FILE             A text file in UTF-8; "-", or none at all: standard input.
                   One file gives its article, several give a line for each:
                   {"id": FILE, "article"} or {"id": FILE, "error": {"code", "message"}}.
  --ndjson         Reads lines {"id", "text" or "html", "date"?} from standard input and writes
                   a line for each, in order, as above. Memory does not grow with their number.
  --offsets UNIT   What start and end count: utf16 (default), codepoint or utf8.
  --date DATE      The day of publication in ISO 8601; a line's own date goes before it.
  --format FORMAT  auto (default), text, html or markdown.
  -h, --help       Prints this.
  -v, --version    Prints the version.

Exit status: 0 when all was read, 1 when something could not be read, 2 for a wrong command line.
`;

const file = (name: string) => async () => new Uint8Array(await readFile(new URL(name, import.meta.url)));

const { parseArticle } = createApi({
  reader: file("./wirecopy.wasm"),
  pages: file("./wirecopy-pages.wasm"),
  patterns: file("./wirecopy-patterns.wasm"),
  exporter: file("./wirecopy-export.wasm"),
});

async function main(): Promise<void> {
  process.stdout.on("error", endWithReader);
  try {
    const { values, positionals: files } = readCommandLine();
    if (values.help) return await print(HELP);
    if (values.version) return await print(`${await version()}\n`);
    const options = optionsOf(values);
    // The core itself says whether it knows the options, before anything is read.
    await parseArticle("", options).catch((error) => {
      if (error instanceof WirecopyError && error.code === "bad-option") throw new UsageError(error.message);
    });
    if (values.ndjson) {
      if (files.length > 0) throw new UsageError("--ndjson reads standard input and takes no FILE");
      await readLines(options);
    } else if (files.length > 1) {
      await readFiles(files, options);
    } else {
      await readOne(files[0] ?? "-", options);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(`${error.message}\nTry --help.`, 2);
  }
}

/** A command line that asks for nothing that there is. */
class UsageError extends Error {}

function readCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ndjson: { type: "boolean" },
        offsets: { type: "string" },
        date: { type: "string" },
        format: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    throw new UsageError(failureOf(error).message);
  }
}

function optionsOf({ offsets, date, format }: { [name: string]: string | boolean | undefined }): Options {
  const given = Object.entries({ offsets, date, format }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Options;
}

/** One article, set out for a reader at a terminal. */
async function readOne(file: string, options: Options): Promise<void> {
  const result = await readArticle(file, options);
  if ("error" in result) return complain(`${file}: ${result.error.message} (${result.error.code})`, 1);
  await print(`${JSON.stringify(result.article, null, process.stdout.isTTY ? 2 : 0)}\n`);
}

async function readFiles(files: string[], options: Options): Promise<void> {
  for (const file of files) {
    const result = await readArticle(file, options);
    if ("error" in result) complain(`${file}: ${result.error.message} (${result.error.code})`, 1);
    await print(`${JSON.stringify({ id: file, ...result })}\n`);
  }
}

async function readArticle(file: string, options: Options): Promise<{ article: Article } | { error: Failure }> {
  try {
    const text = decode(file === "-" ? await readAll(process.stdin) : await readFile(file));
    return { article: await parseArticle(text, options) };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

async function readLines(options: Options): Promise<void> {
  for await (const line of splitLines(process.stdin)) {
    const { output, failed } = await readLine(line, (input, own) => parseArticle(input, { ...options, ...own }));
    if (failed) process.exitCode = 1;
    await print(output);
  }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Waits for a slow reader, so that what is written does not pile up in memory. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

function complain(message: string, status: 1 | 2): void {
  console.error(`wirecopy: ${message}`);
  process.exitCode = status;
}

/** Whoever reads the output may stop early, as `head` does. */
function endWithReader(error: NodeJS.ErrnoException): never {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(manifest).version;
}

await main();
