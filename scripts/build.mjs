// Builds dist/ from the crate and src/npm/. Run by itself it sets the machine up first.
// A step whose inputs are as they were at its last success is skipped.

import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { fail, isMain, root, run, setUp } from "./setup.mjs";

const sources = join(root, "src", "npm");
const dist = join(root, "dist");
/** What the steps hand to each other, and the marks of what they were made from. */
const work = join(root, "target", "npm");

/**
 * The WebAssembly modules that the crate makes: the one that reads, and four that load only when they are needed: the
 * one that lays pages out, the one that finds the caller's patterns, the pack of identities, and the one that exports and
 * corrects.
 */
const MODULES = [undefined, "pages", "patterns", "identities", "export"].map((feature) => {
  const name = feature ? `wirecopy-${feature}` : "wirecopy";
  // Each has a folder of its own: otherwise they would be built anew in turns.
  const target = join(root, "target", feature ?? "");
  return {
    name,
    // The others are small before they are fast: each is one short call.
    cargo: feature ? ["--features", feature, "--config", "profile.release.opt-level='s'"] : [],
    target,
    compiled: join(target, "wasm32-unknown-unknown", "release", "wirecopy.wasm"),
    bindgen: join(work, name),
    wasm: join(work, `${name}.wasm`),
    glue: join(work, feature ? `${feature}-glue.js` : "glue.js"),
    inline: `${feature ?? "wasm"}-inline.js`,
  };
});

/** Each of these becomes one file of dist/. All but the worker share core.js. */
const ENTRIES = ["core", "browser", "inline", "workerd", "edge", "background", "worker", "cli", "cli-worker"];

/**
 * Those that CommonJS can require as well, and what of. ES modules they import are imported as such, for no Node lacks
 * that; the worker is one script for both.
 */
const COMMONJS = { core: "core", inline: "inline", background: "background", documents: "documents-commonjs", worker: "worker" };

/** Parts of the package whose declarations are nobody's but its own. */
const INTERNAL = ["batch", "browser-source", "in-order", "line", "lines", "messages", "on-this-thread", "options", "pool", "response"]
  .concat(["thread", "documents-commonjs", "cli", "cli-files", "cli-progress", "cli-tasks", "cli-threads", "cli-worker"]);

/**
 * The features that Rust's target has switched on. -Os came out 2 KB smaller after brotli than -O2, and
 * as fast.
 */
const WASM_OPT = [
  "-Os",
  // Until nothing changes any more: another half KB.
  "--converge",
  // The functions that are called most get the shortest numbers: 6 KB less before compression.
  "--reorder-functions",
  // By itself it puts the whole pipeline into one function, for which V8's optimizing compiler takes much time and
  // memory; in pieces it is also faster, and smaller after brotli.
  "--one-caller-inline-max-function-size=20",
  "--enable-bulk-memory",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
  "--enable-simd",
];

/** Brings dist/ up to date. */
export async function build() {
  mkdirSync(work, { recursive: true });
  for (const module of MODULES) {
    const { name, cargo, target, compiled, bindgen, wasm, glue } = module;
    const generated = join(bindgen, "wirecopy.js");
    // Cargo knows by itself what has changed.
    run("cargo", ["build", "--release", "--lib", "--target", "wasm32-unknown-unknown", "--target-dir", target, "--quiet", ...cargo]);
    await step(`${name}.wasm`, { from: [compiled], to: [wasm, generated] }, () => makeWasm(module));
    await step(`${name}.glue`, { from: [generated], to: [glue] }, () => makeGlue(module));
  }
  const made = MODULES.flatMap(({ wasm, glue }) => [wasm, glue]);
  await step("dist", { from: [sources, ...made], to: [dist] }, makeDist);
}

function makeWasm({ compiled, bindgen, wasm }) {
  // Without its default path the glue holds no `new URL`, of which bundlers would emit a copy.
  run("wasm-bindgen", ["--target", "web", "--omit-default-module-path", "--out-dir", bindgen, compiled]);
  runPackage("binaryen/bin/wasm-opt", [...WASM_OPT, join(bindgen, "wirecopy_bg.wasm"), "-o", wasm]);
}

/**
 * Makes the generated glue, which keeps one instance in its module's variables, into a function
 * that ties as many as are needed: after a crash the core starts on a fresh one.
 */
async function makeGlue({ bindgen, glue }) {
  const { build: bundle } = await import("esbuild");
  const generated = readFileSync(join(bindgen, "wirecopy.js"), "utf8");
  // The loaders are not exported any more, and so bundling drops them.
  const contents = generated.replace(
    "export { initSync, __wbg_init as default };",
    "export { __wbg_get_imports as imports, __wbg_finalize_init as start };",
  );
  const options = { stdin: { contents, resolveDir: bindgen }, bundle: true, format: "esm", target: "es2022", write: false };
  const { outputFiles } = await bundle(options);
  const [, body, names] = outputFiles[0].text.match(/^([^]*)\nexport \{([^}]*)\};\s*$/) ?? [];
  if (!names?.includes(" as start")) fail("wasm-bindgen writes its glue in a new way: makeGlue in scripts/build.mjs must follow");
  const properties = names.replace(/(\w+) as (\w+)/g, "$2: $1");
  writeFileSync(glue, `export function createGlue() {\n${body}\nreturn {${properties}};\n}\n`);
}

async function makeDist() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const { name, wasm, inline } of MODULES) {
    copyFileSync(wasm, join(dist, `${name}.wasm`));
    writeFileSync(join(dist, inline), inlineModule(wasm));
  }
  await Promise.all([...ENTRIES.map(makeEntry), ...Object.entries(COMMONJS).map(makeCommonJs), makeDocuments()]);
  chmodSync(join(dist, "cli.js"), 0o755);
  runPackage("typescript/bin/tsc", ["-p", sources]);
  // Those that no entry's declarations lead to.
  for (const name of INTERNAL) rmSync(join(dist, `${name}.d.ts`));
  const isForNode = (name) => name.endsWith(".d.ts") && !/^(browser|edge|workerd)\./.test(name);
  for (const name of readdirSync(dist).filter(isForNode)) {
    const types = readFileSync(join(dist, name), "utf8");
    writeFileSync(join(dist, name.replace(/ts$/, "cts")), types.replace(/(["']\.\/[\w-]+)\.js(["'])/g, "$1.cjs$2"));
  }
}

async function makeEntry(name) {
  const { build: bundle } = await import("esbuild");
  const isWorker = name === "worker";
  await bundle({
    entryPoints: [join(sources, `${name}.ts`)],
    outfile: join(dist, `${name}.js`),
    bundle: true,
    format: isWorker ? "iife" : "esm",
    platform: name.startsWith("cli") ? "node" : "neutral",
    target: "es2022",
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [{ name: "dist", setup: (build) => resolveInDist(build, name) }],
    logLevel: "warning",
  });
}

/** An entry for CommonJS, whole in one file but for the modules' bytes. */
async function makeCommonJs([name, source]) {
  const { build: bundle } = await import("esbuild");
  await bundle({
    entryPoints: [join(sources, `${source}.ts`)],
    outfile: join(dist, `${name}.cjs`),
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "es2022",
    banner: { js: 'const here = require("node:url").pathToFileURL(__filename).href;' },
    define: { "import.meta.url": "here" },
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [{ name: "dist", setup: (build) => resolveForCommonJs(build) }],
    logLevel: "warning",
  });
}

/** The readers of documents: a file for each, with the libraries that it needs. */
async function makeDocuments() {
  const { build: bundle } = await import("esbuild");
  const { metafile } = await bundle({
    entryPoints: [join(sources, "documents.ts")],
    outdir: dist,
    bundle: true,
    splitting: true,
    chunkNames: "documents/[name]-[hash]",
    legalComments: "linked",
    metafile: true,
    absWorkingDir: root,
    format: "esm",
    // The libraries' own forms for browsers, which run in Node as well.
    platform: "browser",
    target: "es2022",
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "warning",
  });
  writeFileSync(join(dist, "documents", "LICENSES.txt"), licencesOf(Object.keys(metafile.inputs)));
}

/** The licences of the packages that the files belong to, which ask to be handed on. */
function licencesOf(files) {
  const folders = new Set(files.map((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean));
  const licences = [...folders].sort().map((folder) => {
    const name = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    if (!name) fail(`${folder} has no licence beside it, and may not be bundled`);
    return `${folder.replace("node_modules/", "")}\n\n${readFileSync(join(root, folder, name), "utf8").trim()}\n`;
  });
  return licences.join(`\n${"-".repeat(80)}\n\n`);
}

/** Which imports stay imports of the files beside an entry. The glue is the one made above. */
function resolveInDist({ onResolve }, entry) {
  const beside = ({ path }) => ({ path, external: true });
  onResolve({ filter: /^\.\/((pages|patterns|identities|export)-)?glue\.js$/ }, ({ path }) => ({ path: join(work, path) }));
  onResolve({ filter: /^\.\/((wasm|pages|patterns|identities|export)-inline\.js|wirecopy(-pages|-patterns|-identities|-export)?\.wasm(\?module)?)$/ }, beside);
  if (entry.startsWith("cli")) onResolve({ filter: /^\.\/documents\.js$/ }, beside);
  if (entry === "inline") onResolve({ filter: /^\.\/background\.js$/ }, beside);
  if (entry === "core" || entry === "worker") return;
  onResolve({ filter: /^\.\/core\.js$/ }, beside);
  // There is one class of errors, and core.js has it.
  onResolve({ filter: /^\.\/error\.js$/ }, () => ({ path: "./core.js", external: true }));
}

function resolveForCommonJs({ onResolve }) {
  onResolve({ filter: /^\.\/((pages|patterns|identities|export)-)?glue\.js$/ }, ({ path }) => ({ path: join(work, path) }));
  onResolve({ filter: /^\.\/((wasm|pages|patterns|identities|export)-inline|documents)\.js$/ }, ({ path }) => ({ path, external: true }));
}

function inlineModule(wasm) {
  return `const base64 = "${readFileSync(wasm).toString("base64")}";
export function bytes() {
  if (globalThis.Buffer) return globalThis.Buffer.from(base64, "base64");
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
`;
}

/** Runs the step unless its outputs are there and its inputs, this script among them, as before. */
async function step(name, { from, to }, make) {
  const mark = join(work, `${name}.made-from`);
  const digest = digestOf([fileURLToPath(import.meta.url), join(root, "package-lock.json"), ...from]);
  if (to.every(existsSync) && existsSync(mark) && readFileSync(mark, "utf8") === digest) return;
  rmSync(mark, { force: true });
  await make();
  writeFileSync(mark, digest);
}

function digestOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const files = statSync(path).isDirectory() ? filesIn(path) : [path];
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** All files of a folder and of those within. */
function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Runs a program of an installed package. */
function runPackage(path, args) {
  run(process.execPath, [join(root, "node_modules", path), ...args]);
}

if (isMain(import.meta.url)) {
  setUp();
  await build();
}
