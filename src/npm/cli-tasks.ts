// What a thread of the command line does: documents in, lines or files out.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { Options, Sources } from "./api.js";
import type { Article, ExportFormat } from "./article.js";
import { EXPORT_FORMATS } from "./core.js";
import type { Input } from "./cli-files.js";
import { CommandError, decode, documentOf, type Failure, failureOf, type LineDocument } from "./line.js";
import { TOO_LONG } from "./lines.js";
import { createApiOf, createInstances, findOthers } from "./on-this-thread.js";

/** What is the same for every document. */
export interface Plan {
  options: Options;
  to: ExportFormat;
  /** The folder for a file of each article; without it all go to standard output. */
  out: string | undefined;
}

/** Some documents: files, lines of NDJSON, or a line that is too long to be one. */
export type Task = { files: Input[] } | { lines: Uint8Array } | { tooLong: true };

/** What is to be printed, and what went wrong. */
export interface Done {
  output: Uint8Array;
  failures: { id: string; failure: Failure }[];
  count: number;
}

type Result = { article: Article } | { error: unknown };

/** What is printed of a document, in pieces: bytes that are ready are not made a string first. */
type Printed = string | (string | Uint8Array)[];

/** Takes the answer to a document, whose id is printed with an error too. */
type Answer = (id: unknown, work: () => Promise<Printed>) => Promise<void>;

/** The modules beside this file. */
export const besideCommand: Required<Sources> = {
  reader: () => readFile(new URL("./wirecopy.wasm", import.meta.url)) as Promise<Uint8Array<ArrayBuffer>>,
  pages: () => readFile(new URL("./wirecopy-pages.wasm", import.meta.url)) as Promise<Uint8Array<ArrayBuffer>>,
  patterns: () => readFile(new URL("./wirecopy-patterns.wasm", import.meta.url)) as Promise<Uint8Array<ArrayBuffer>>,
  identities: () => readFile(new URL("./wirecopy-identities.wasm", import.meta.url)) as Promise<Uint8Array<ArrayBuffer>>,
  exporter: () => readFile(new URL("./wirecopy-export.wasm", import.meta.url)) as Promise<Uint8Array<ArrayBuffer>>,
};

/** How the exports of several articles are put together on standard output. */
export function joins(to: ExportFormat): "lines" | "rows" | "text" | "never" {
  if (to.startsWith("csv-")) return "rows";
  if (to === "conll" || to === "huggingface-dataset") return "text";
  return to === "html" || to === "tei" || to === "brat" ? "never" : "lines";
}

/** What does the tasks of a plan. */
export class Desk {
  readonly #instances;
  readonly #api;
  readonly #plan: Plan;

  constructor(plan: Plan, sources: Required<Sources>) {
    this.#plan = plan;
    this.#instances = createInstances(sources);
    this.#api = createApiOf(this.#instances);
  }

  perform(task: Task): Promise<Done> {
    return this.#collect(async (answer) => {
      if ("files" in task) {
        for (const input of task.files) {
          const results = await this.#read(() => readFile(input.path), input.path);
          for (const [place, result] of results.entries()) {
            await answer(input.path, () => this.#write(result, input, place));
          }
        }
        return;
      }
      const lines: Iterable<Buffer | typeof TOO_LONG> = "tooLong" in task ? [TOO_LONG] : linesOf(task.lines);
      for (const line of lines) {
        const document = documentOf(line);
        if (!document) continue;
        if ("path" in document) {
          const id = document.id ?? document.path;
          const results = await this.#read(() => readFile(document.path), document.path, document.own);
          for (const result of results) await answer(id, () => this.#joined(result, id));
        } else {
          await answer(document.id, () => this.#line(document));
        }
      }
    });
  }

  /** What is printed, and what went wrong, while some work gives its answers in order. */
  async #collect(work: (answer: Answer) => Promise<unknown>): Promise<Done> {
    const printed: (string | Uint8Array)[] = [];
    const done = { failures: [] as Done["failures"], count: 0 };
    await work(async (id, one) => {
      done.count += 1;
      try {
        const answer = await one();
        if (typeof answer === "string") printed.push(answer);
        else printed.push(...answer);
      } catch (error) {
        const failure = failureOf(error);
        if (joins(this.#plan.to) === "lines") printed.push(`${JSON.stringify({ id, error: failure })}\n`);
        done.failures.push({ id: typeof id === "string" ? id : JSON.stringify(id), failure });
      }
    });
    return { output: bytesOf(printed), ...done };
  }

  /** One document: its one article or the export of that, or, where it holds several, a line for each. */
  async single(bytes: Buffer, path: string): Promise<Done | string | Article> {
    const results = await this.#read(async () => bytes, path);
    const [only] = results;
    if (results.length === 1 && only) {
      if ("error" in only) throw only.error;
      return this.#plan.to === "json" ? only.article : this.#export(only.article, path === "-" ? undefined : path);
    }
    return this.#collect(async (answer) => {
      for (const result of results) await answer(path, () => this.#joined(result, path));
    });
  }

  /** What stands above the rows of a table. */
  async head(): Promise<string> {
    return firstLine(await this.#export(await this.#api.parseArticle(""), ""));
  }

  /** Prints an article of a file, or writes it to a file of its own. */
  async #write(result: Result, { path, name }: Input, place: number): Promise<Printed> {
    const { to, out } = this.#plan;
    if (!out) return this.#joined(result, path);
    if ("error" in result) throw result.error;
    const { article } = result;
    // A file may hold several articles: a feed, a mailbox.
    const stem = join(out, place === 0 ? name : `${name}.${place + 1}`);
    await mkdir(dirname(stem), { recursive: true });
    const { extension } = EXPORT_FORMATS.find(({ format }) => format === to)!;
    await writeFile(`${stem}.${extension}`, await this.#export(article, path));
    if (to === "brat") await writeFile(`${stem}.txt`, article.text);
    return "";
  }

  async #line(document: Exclude<LineDocument, { path: string }>): Promise<Printed> {
    if ("failure" in document) throw new CommandError(document.failure.code, document.failure.message);
    const { id, input, own } = document;
    const options = { ...this.#plan.options, ...own };
    const json = await this.#json(input, options);
    if (json) return [`{"id":${JSON.stringify(id)},"article":`, json, "}\n"];
    return this.#joined({ article: await this.#api.parseArticle(input, options) }, id);
  }

  /** The article's JSON as the module writes it, where nothing has to be done to the object. */
  async #json(input: string, options: Options): Promise<Uint8Array | undefined> {
    if (this.#plan.to !== "json" || options.corrections !== undefined) return undefined;
    const others = await findOthers(this.#instances, options);
    return this.#instances.reading.call(undefined, (glue) => glue.parseJson(input, options, others));
  }

  /** The articles in a document. A format that is asked for is that of its text. */
  async #read(open: () => Promise<Buffer>, name: string, given: Options = {}): Promise<Result[]> {
    const options = { ...this.#plan.options, ...given };
    const parse = async (input: string, own: Options): Promise<Result> => {
      return this.#api.parseArticle(input, { ...options, ...own }).then((article) => ({ article }), (error: unknown) => ({ error }));
    };
    try {
      const bytes = await open();
      if (options.format !== undefined) return [await parse(decode(bytes), {})];
      const { readDocument } = await import("./documents.js");
      const results: Result[] = [];
      for (const { input, options: own } of await readDocument(bytes, { name })) results.push(await parse(input, own ?? {}));
      return results;
    } catch (error) {
      return [{ error }];
    }
  }

  #export(article: Article, id: string | undefined): Promise<string> {
    return this.#api.exportArticle(article, this.#plan.to, id === undefined ? {} : { id });
  }

  /** The article in a form that others can follow. */
  async #joined(result: Result, id: unknown): Promise<string> {
    if ("error" in result) throw result.error;
    const { to } = this.#plan;
    const { article } = result;
    if (to === "json") return `${JSON.stringify({ id, article })}\n`;
    const text = await this.#export(article, id === null ? undefined : typeof id === "string" ? id : JSON.stringify(id));
    if (joins(to) === "lines") return `${JSON.stringify({ id, export: JSON.parse(text) })}\n`;
    return joins(to) === "rows" ? text.slice(firstLine(text).length) : text;
  }
}

/** The pieces one after the other, in memory of their own. */
function bytesOf(pieces: (string | Uint8Array)[]): Uint8Array {
  const lengths = pieces.map((piece) => (typeof piece === "string" ? Buffer.byteLength(piece) : piece.length));
  const bytes = Buffer.from(new ArrayBuffer(lengths.reduce((sum, length) => sum + length, 0)));
  let at = 0;
  pieces.forEach((piece, index) => {
    if (typeof piece === "string") bytes.write(piece, at);
    else bytes.set(piece, at);
    at += lengths[index]!;
  });
  return bytes;
}

/** The first line with its end. No name of a column holds one. */
function firstLine(text: string): string {
  return text.slice(0, text.indexOf("\n") + 1);
}

function* linesOf(bytes: Uint8Array): Generator<Buffer> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < all.length; ) {
    const end = all.indexOf("\n", start);
    yield all.subarray(start, end < 0 ? all.length : end);
    start = end < 0 ? all.length : end + 1;
  }
}

/** What is left to say where a task failed as a whole. */
export function lost(task: Task, error: unknown, { to }: Plan): Done {
  const failure = failureOf(error);
  const ids = "files" in task ? task.files.map(({ path }) => path) : [null];
  const output = joins(to) === "lines" ? ids.map((id) => `${JSON.stringify({ id, error: failure })}\n`).join("") : "";
  return { output: Buffer.from(output), failures: ids.map((id) => ({ id: String(id), failure })), count: ids.length };
}
