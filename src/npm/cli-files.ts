import { opendir, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";

/** A file to read. */
export interface Input {
  path: string;
  /** Where it belongs in a folder of results. */
  name: string;
}

/** What is read of a folder. */
const ENDINGS = /\.(te?xt|x?html?|md|markdown|eml|rtf|docx|odt|epub|pdf|rss|atom|xml)$/i;

/** The files that the arguments name: files, folders with all that is in them, patterns. */
export async function* findFiles(args: string[]): AsyncGenerator<Input> {
  for (const arg of args) {
    const found = await stat(arg).catch(() => undefined);
    if (found?.isDirectory()) yield* walk(arg, arg, (path) => ENDINGS.test(path));
    else if (!found && /[*?{[]/.test(arg)) yield* match(arg);
    // One that is not there is an error when it is read.
    else yield { path: arg, name: basename(arg) };
  }
}

/** Whether the arguments can name more than one file. */
export async function nameMany(args: string[]): Promise<boolean> {
  if (args.length !== 1) return args.length > 1;
  const found = await stat(args[0]!).catch(() => undefined);
  return found ? found.isDirectory() : /[*?{[]/.test(args[0]!);
}

/** The files of a folder and of those in it, by name. Links to folders are not followed. */
async function* walk(folder: string, root: string, isWanted: (path: string) => boolean): AsyncGenerator<Input> {
  const entries = [];
  for await (const entry of await opendir(folder)) entries.push(entry);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, root, isWanted);
    else if (isWanted(path)) yield { path, name: path.slice(join(root, sep).length) };
  }
}

/** The files that a pattern fits, from the last folder on that it names in full. */
async function* match(pattern: string): AsyncGenerator<Input> {
  const parts = pattern.split("/");
  const fixed = parts.findIndex((part) => /[*?{[]/.test(part));
  const folder = parts.slice(0, fixed).join("/") || (pattern.startsWith("/") ? "/" : ".");
  const form = toRegExp(pattern.replace(/^\.\//, ""));
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return;
  yield* walk(folder, folder, (path) => form.test(path.split(sep).join("/")));
}

/** The pattern as a regular expression: `*` and `?` within a name, `**` across folders, `{a,b}`, `[a-z]`. */
function toRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|\[[^\]]*\]|[^*?{[]+|./g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (/^\{.*\}$/.test(part)) return `(?:${part.slice(1, -1).split(",").map(escape).join("|")})`;
    if (/^\[.+\]$/.test(part)) return part.replace(/^\[!/, "[^");
    return escape(part);
  });
  return new RegExp(`^${source}$`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
