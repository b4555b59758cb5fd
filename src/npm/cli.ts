#!/usr/bin/env node
// The command line. It prints to standard output nothing but results, so that it fits in a pipe.

import { fstatSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

import type { Options } from "./api.js";
import type { ExportFormat } from "./article.js";
import { findFiles, type Input, nameMany } from "./cli-files.js";
import { Progress } from "./cli-progress.js";
import { besideCommand, Desk, joins, lost, type Plan, type Task } from "./cli-tasks.js";
import { createCrew } from "./cli-threads.js";
import { createApi, EXPORT_FORMATS, WirecopyError } from "./core.js";
import { inOrder } from "./in-order.js";
import { failureOf } from "./line.js";
import { splitLines, TOO_LONG } from "./lines.js";

const HELP = `Reads news articles and marks who, where and what they name.

Usage:
  wirecopy [options] [PATH...]
  wirecopy --ndjson [options] < LINES

  PATH             Text, a web page, Markdown, EML, RTF, DOCX, ODT, EPUB, PDF, RSS, Atom,
                   NewsML-G2, NITF, ninjs or JSON Lines; a folder with such files; a pattern
                   such as 'news/**/*.html'; "-", or none at all: standard input.
                   One article is printed as it is. Of several files, or where a file holds
                   several articles, each gives a line:
                   {"id": PATH, "article"} or {"id": PATH, "error": {"code", "message"}}.
  --ndjson         Reads lines {"id", "text" or "html" or "markdown" or "path", "format"?, "date"?,
                   "url"?} from standard input and writes a line for each, in order, as above. "path"
                   names a file of any kind; each of its articles gives a line.
  --to FORMAT      Writes another format than JSON:
${formats()}
  --out FOLDER     Writes a file for each article there, and nothing to standard output.
  --jobs N         Reads with so many threads. Default: as many as the machine has.
  --format FORMAT  What the input is: auto (default), text, html or markdown.
  --offsets UNIT   What start and end count: utf16 (default), codepoint or utf8.
  --date DATE      The day of publication in ISO 8601; a line's own date goes before it.
  --identities     Gives Wikidata ids also to members of governments and parliaments.
  --options FILE   More options as JSON: lexicon, patterns, ignore, corrections, limits.
  -h, --help       Prints this.
  -v, --version    Prints the version.

Examples:
  wirecopy report.txt                                   who is in it, as JSON
  curl -s https://example.org/ | wirecopy --to html > marked.html
  wirecopy --to csv-mentions archive/ > mentions.csv    one table for a folder
  wirecopy --to brat --out project/ 'archive/**/*.txt'  two files for each article
  wirecopy --ndjson < million.ndjson > read.ndjson      all cores, constant memory

A document that cannot be read never stops a batch: it gives a line with its error, and a message.
Exit status: 0 when all was read, 1 when something could not be read, 2 for a wrong command line.
`;

/** Files that a thread takes at a time. */
const FILES_AT_A_TIME = 8;

async function main(): Promise<void> {
  process.stdout.on("error", endWithReader);
  try {
    const { values, positionals } = readCommandLine();
    if (values.help) return await print(HELP);
    if (values.version) return await print(`${await version()}\n`);
    const plan = await planOf(values);
    const jobs = jobsOf(values.jobs);
    if (values.ndjson) {
      if (positionals.length > 0) throw new UsageError("--ndjson reads standard input and takes no PATH");
      if (plan.out) throw new UsageError("--out is for files: lines have no names to write them by");
      await readMany(lines(), plan, jobs, sizeOfInput());
    } else if (plan.out || (await nameMany(positionals))) {
      if (positionals.length === 0 || positionals.includes("-")) throw new UsageError("standard input is one document: it goes without --out and other PATHs");
      const total = process.stderr.isTTY ? await countFiles(positionals) : undefined;
      await readMany(portions(findFiles(positionals)), plan, jobs, total);
    } else {
      await readOne(positionals[0] ?? "-", plan);
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
        to: { type: "string" },
        out: { type: "string" },
        jobs: { type: "string" },
        offsets: { type: "string" },
        date: { type: "string" },
        format: { type: "string" },
        identities: { type: "boolean" },
        options: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    throw new UsageError(failureOf(error).message);
  }
}

type Values = ReturnType<typeof readCommandLine>["values"];

async function planOf({ to = "json", out, offsets, date, format, identities, options: file }: Values): Promise<Plan> {
  if (!EXPORT_FORMATS.some((one) => one.format === to)) throw new UsageError(`--to ${to}: there is no such format`);
  const given = Object.entries({ offsets, date, format, identities: identities && "all" }).filter(([, value]) => value !== undefined);
  const options: Options = { ...(file !== undefined && (await readOptions(file))), ...Object.fromEntries(given) };
  // The core itself says whether it knows the options, before anything is read.
  await createApi(besideCommand)
    .parseArticle("", options)
    .catch((error) => {
      if (error instanceof WirecopyError && error.code === "bad-option") throw new UsageError(error.message);
    });
  return { options, to: to as ExportFormat, out };
}

async function readOptions(file: string): Promise<Options> {
  try {
    const options: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof options === "object" && options !== null && !Array.isArray(options)) return options;
  } catch (error) {
    throw new UsageError(`--options ${file}: ${failureOf(error).message}`);
  }
  throw new UsageError(`--options ${file}: not a JSON object`);
}

function jobsOf(given: string | undefined): number {
  const jobs = given === undefined ? availableParallelism() : Number(given);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`--jobs ${given}: not a number of threads`);
  return jobs;
}

/** One article, set out for a reader at a terminal. */
async function readOne(path: string, plan: Plan): Promise<void> {
  try {
    const bytes = path === "-" ? await readAll(process.stdin) : await readFile(path);
    const result = await new Desk(plan, besideCommand).single(bytes, path);
    if (typeof result === "object" && "output" in result) {
      if (joins(plan.to) === "never") throw new UsageError(`several articles in ${plan.to} do not fit in one output: say --out FOLDER`);
      if (joins(plan.to) === "rows") await print(await new Desk(plan, besideCommand).head());
      await print(result.output);
      for (const { id, failure } of result.failures) complain(`${id}: ${failure.message} (${failure.code})`, 1);
      return;
    }
    await print(typeof result === "string" ? result : `${JSON.stringify(result, null, process.stdout.isTTY ? 2 : 0)}\n`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { message, code } = failureOf(error);
    complain(`${path}: ${message} (${code})`, 1);
  }
}

/** A task with how much of the whole it is. */
interface Share {
  task: Task;
  size: number;
}

async function readMany(shares: AsyncGenerator<Share>, plan: Plan, jobs: number, total: number | undefined): Promise<void> {
  const how = joins(plan.to);
  if (how === "never" && !plan.out) throw new UsageError(`several articles in ${plan.to} do not fit in one output: say --out FOLDER`);
  const crew = createCrew(plan, jobs);
  const progress = new Progress();
  const perform = async ({ task, size }: Share) => {
    const done = await crew.perform(task).catch((error: unknown) => lost(task, error, plan));
    return { ...done, size, isFile: "files" in task };
  };
  let size = 0;
  if (how === "rows" && !plan.out) await print(await new Desk(plan, besideCommand).head());
  for await (const { output, failures, count, size: more, isFile } of inOrder(shares, jobs + 1, perform)) {
    await print(output);
    size += more;
    progress.add(count, failures.length, total === undefined ? undefined : size / total);
    for (const { id, failure } of failures) {
      process.exitCode = 1;
      if (!isFile && how === "lines") continue;
      progress.clear();
      complain(`${id}: ${failure.message} (${failure.code})`, 1);
    }
  }
  progress.clear();
  crew.end();
}

/** The lines of standard input, as many at a time as have come. */
async function* lines(): AsyncGenerator<Share> {
  for await (const block of splitLines(process.stdin)) {
    if (block === TOO_LONG) yield { task: { tooLong: true }, size: 0 };
    // In memory of its own, which a thread can take over.
    else yield { task: { lines: new Uint8Array(block) }, size: block.length + 1 };
  }
}

async function* portions(files: AsyncGenerator<Input>): AsyncGenerator<Share> {
  let portion: Input[] = [];
  for await (const file of files) {
    portion.push(file);
    if (portion.length < FILES_AT_A_TIME) continue;
    yield { task: { files: portion }, size: portion.length };
    portion = [];
  }
  if (portion.length > 0) yield { task: { files: portion }, size: portion.length };
}

async function countFiles(paths: string[]): Promise<number> {
  let count = 0;
  for await (const _ of findFiles(paths)) count += 1;
  return count;
}

/** The bytes of standard input, where it is a file. */
function sizeOfInput(): number | undefined {
  try {
    const stat = fstatSync(0);
    return stat.isFile() ? stat.size : undefined;
  } catch {
    return undefined;
  }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Waits for a slow reader, so that what is written does not pile up in memory. */
function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (text.length === 0 || process.stdout.write(text)) resolve();
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

/** The list of formats, a line for each. */
function formats(): string {
  return EXPORT_FORMATS.map(({ format, title }) => `                     ${format.padEnd(20)} ${title}`).join("\n");
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(manifest).version;
}

await main();
