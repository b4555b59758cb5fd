// `npm run size`: builds and prints the bytes of every file of dist/ that runs, of what a browser
// downloads for parseArticle, and of what the module is made of. Over the budget it fails.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { build } from "./build.mjs";
import { byCrate, codeAndData } from "./parts.mjs";
import { fail, isMain, root, setUp } from "./setup.mjs";

/** Bytes after brotli of all that a browser downloads for parseArticle, ... */
export const BUDGET = 900_000;
/** ... of the scripts among that, and of the modules that it downloads for the first pattern and the first export. */
const SCRIPT_BUDGET = 25_000;
const PATTERNS_BUDGET = 150_000;
const EXPORT_BUDGET = 150_000;

const dist = join(root, "dist");

/** The bytes of the files as they are, after gzip and after brotli, each at its best. */
export function sizeOf(files) {
  const total = (lengthOf) => files.reduce((sum, file) => sum + lengthOf(file), 0);
  return {
    raw: total((file) => file.length),
    gzip: total((file) => gzipSync(file, { level: 9 }).length),
    brotli: total((file) => brotliCompressSync(file).length),
  };
}

/** The browser entry, the scripts that it imports from the start, and the module. */
async function browserFiles() {
  const { build: bundle } = await import("esbuild");
  const options = { bundle: true, write: false, metafile: true, format: "esm", splitting: true, outdir: dist };
  const { metafile } = await bundle({ ...options, absWorkingDir: root, entryPoints: ["dist/browser.js"] });
  const reached = new Set();
  const follow = (path) => {
    if (reached.has(path)) return;
    reached.add(path);
    const now = metafile.inputs[path].imports.filter(({ kind }) => kind === "import-statement");
    now.forEach((imported) => follow(imported.path));
  };
  follow("dist/browser.js");
  return [...reached, "dist/wirecopy.wasm"].map((path) => path.replace("dist/", ""));
}

async function main() {
  setUp();
  await build();
  const browser = await browserFiles();
  const entries = readdirSync(dist).filter((file) => /\.(js|wasm)$/.test(file));
  const read = (names) => names.map((name) => readFileSync(join(dist, name)));
  const rows = entries.map((name) => ({ file: name, ...sizeOf(read([name])) }));
  const total = { file: `a browser: ${browser.join(" + ")}`, ...sizeOf(read(browser)) };
  print([{ file: "", raw: "raw", gzip: "gzip", brotli: "brotli" }, ...rows, total]);
  console.log("\nOf the module:");
  const unoptimized = readFileSync(join(root, "target/npm/wirecopy/wirecopy_bg.wasm"));
  print(moduleParts(readFileSync(join(dist, "wirecopy.wasm")), unoptimized));
  console.log("\nOf its code, before wasm-opt, by the crate that a function is of:");
  for (const [crate, bytes] of byCrate(unoptimized).slice(0, 10)) console.log(String(bytes).padStart(9), ` ${crate}`);
  console.log();
  const scripts = sizeOf(read(browser.filter((name) => name.endsWith(".js"))));
  check("A browser downloads for parseArticle", total.brotli, BUDGET);
  check("Scripts among that are", scripts.brotli, SCRIPT_BUDGET);
  check("For the first pattern it downloads", sizeOf(read(["wirecopy-patterns.wasm"])).brotli, PATTERNS_BUDGET);
  const pack = sizeOf(read(["wirecopy-identities.wasm"])).brotli;
  console.log(`The pack of identities, which loads only for who asks for it, has ${pack} bytes after brotli.`);
  check("For the first export it downloads", sizeOf(read(["wirecopy-export.wasm"])).brotli, EXPORT_BUDGET);
}

function check(what, bytes, budget) {
  const line = `${what} ${bytes} bytes after brotli; the budget is ${budget}.`;
  if (bytes > budget) fail(line);
  console.log(line);
}

/**
 * The code of the module, the compiled files that lie in its data, and the rest of the data: as it was
 * before wasm-opt, which cuts it up.
 */
function moduleParts(module, unoptimized) {
  const { code } = codeAndData(module);
  const { data } = codeAndData(unoptimized);
  const files = readdirSync(join(root, "src"), { recursive: true }).filter((name) => /\.bin$/.test(name));
  let rest = Buffer.from(data);
  const rows = [{ file: "code", ...sizeOf([code]) }];
  for (const name of files.sort()) {
    const file = readFileSync(join(root, "src", name));
    const at = rest.indexOf(file);
    if (at < 0) continue;
    rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + file.length)]);
    rows.push({ file: `src/${name}`, ...sizeOf([file]) });
  }
  return [...rows, { file: "other data", ...sizeOf([rest]) }];
}

function print(rows) {
  for (const { file, raw, gzip, brotli } of rows) {
    console.log([raw, gzip, brotli].map((bytes) => String(bytes).padStart(9)).join(""), ` ${file}`);
  }
}

if (isMain(import.meta.url)) await main();
