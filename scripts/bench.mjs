// `npm run bench`: sets up, builds and measures Wirecopy beside two libraries that people use for the
// same: speed, time to the first result and bytes to download, all on the same text in one run.
// `-- --check` fails where a bar is missed, `-- --readme` writes the tables into README.md.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

import { articles, bytesOf } from "../tests/bench/articles.mjs";
import { build } from "./build.mjs";
import { fail, root, setUp } from "./setup.mjs";
import { BUDGET, sizeOf } from "./size.mjs";

const READERS = ["wirecopy", "compromise", "wink-nlp"];
/** Bytes to read in a round for the throughput, and for each length of the scaling. */
const THROUGHPUT_BYTES = 500_000;
const SCALING_BYTES = 4_000_000;
const LENGTHS = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/** The row of LENGTHS that the others are compared to. */
const REFERENCE = 100_000;
const ROUNDS = 5;
const FRESH_STARTS = 7;

const FLAGS = ["--check", "--readme"];
const unknown = process.argv.slice(2).filter((flag) => !FLAGS.includes(flag));
if (unknown.length > 0) fail(`No such option: ${unknown.join(" ")}. There are: ${FLAGS.join(", ")}.`);
const wants = (flag) => process.argv.includes(flag);

const MARKERS = /(<!-- bench:start -->\n)[^]*(<!-- bench:end -->)/;
const readme = join(root, "README.md");
if (wants("--readme") && !MARKERS.test(readFileSync(readme, "utf8"))) {
  fail("README.md has no lines <!-- bench:start --> and <!-- bench:end --> to write the tables between.");
}

setUp({ forTests: true });
await build();
const results = await measure();
const bars = checkBars(results);
const report = `${describe(results)}\n\n${comparison(results)}\n\n${scaling(results)}\n`;
console.log(`\n${report}`);
for (const { holds, bar, value } of bars) console.log(`${holds ? "pass" : "FAIL"}  ${bar}: ${value}`);
if (wants("--readme")) writeFileSync(readme, readFileSync(readme, "utf8").replace(MARKERS, `$1\n${report}\n$2`));
process.exitCode = wants("--check") && bars.some(({ holds }) => !holds) ? 1 : 0;

/** Everything that is measured; times in milliseconds. */
async function measure() {
  const { openChromium } = await import("../tests/bench/chromium.mjs");
  const texts = articles();
  const bytes = texts.reduce((sum, text) => sum + bytesOf(text), 0);
  const repeats = Math.ceil(THROUGHPUT_BYTES / bytes);
  const plan = { readers: READERS, articles: texts, rounds: ROUNDS, repeats };

  const chromium = await openChromium(READERS);
  try {
    progress("time to the first result");
    const first = { node: byReader(() => []), chromium: byReader(() => []) };
    for (let start = 0; start < FRESH_STARTS; start++) {
      for (const name of READERS) {
        first.node[name].push(inNode(["first", name], plan));
        first.chromium[name].push(await chromium.first(name, plan));
      }
    }
    progress("throughput in Node");
    const node = inNode(["rounds"], plan);
    progress("throughput in Chromium");
    const page = await chromium.rounds(plan);
    progress("time by length");
    const lengths = inNode(["scaling"], { lengths: LENGTHS, bytes: SCALING_BYTES, rounds: ROUNDS });
    progress("bytes to download");
    const sizes = {};
    for (const name of READERS) sizes[name] = sizeOf(await chromium.downloads(name, plan));
    const text = { articles: texts.length, bytes, repeats };
    return { text, first, rounds: { node, chromium: page }, lengths, sizes, version: chromium.version };
  } finally {
    await chromium.close();
  }
}

/** Runs a measurement in a Node of its own. */
function inNode(args, plan) {
  const script = join(root, "tests", "bench", "node.mjs");
  const input = JSON.stringify(plan);
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", script, ...args], {
    input,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (status !== 0) fail(`Failed: tests/bench/node.mjs ${args.join(" ")}`);
  return JSON.parse(stdout);
}

function checkBars({ first, rounds, lengths, sizes }) {
  const times = (milliseconds, of) => median(milliseconds[of]) / median(milliseconds.wirecopy);
  const atLeast = (bar, value, least) => ({ bar, value: `${value.toFixed(2)} times`, holds: value >= least });
  const atMost = (bar, value, most) => ({ bar, value: `${value.toFixed(2)} times`, holds: value <= most });
  const perByte = lengths.map(timePerByte);
  const growth = Math.max(...perByte) / perByte[LENGTHS.indexOf(REFERENCE)];
  return [
    atLeast("throughput in Node at least 2.5 times wink-nlp's", times(rounds.node, "wink-nlp"), 2.5),
    atLeast("throughput in Node at least 50 times compromise's", times(rounds.node, "compromise"), 50),
    atMost("first result in Node in at most half of compromise's time", 1 / times(first.node, "compromise"), 0.5),
    atMost("first result in Chromium in at most half of compromise's time", 1 / times(first.chromium, "compromise"), 0.5),
    atMost("time per byte at any length at most 1.5 times that at 100 KB", growth, 1.5),
    {
      bar: `download at most ${BUDGET / 1000} KB after brotli`,
      value: `${(sizes.wirecopy.brotli / 1000).toFixed(1)} KB`,
      holds: sizes.wirecopy.brotli <= BUDGET,
    },
  ];
}

function describe({ text, version }) {
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const total = ((text.bytes * text.repeats) / 1e6).toFixed(2);
  return (
    `${text.articles} articles of ${text.bytes} bytes together, read ${text.repeats} times over in a round ` +
    `(${total} MB) on one thread; the median of ${ROUNDS} rounds in turns, or of ${FRESH_STARTS} fresh processes ` +
    `or pages, and the range. ${date}, Node ${process.versions.node}, Chromium ${version}, ` +
    `${processors[0].model.trim()}, ${processors.length} cores.`
  );
}

function comparison({ text, first, rounds, sizes }) {
  const bytes = text.bytes * text.repeats;
  const speed = (times) => (name) => withRange(times[name].map((time) => bytes / 1000 / time));
  const kilobytes = (kind) => (name) => (sizes[name][kind] / 1000).toFixed(0);
  const rows = {
    "MB/s in Node": speed(rounds.node),
    "MB/s in Chromium": speed(rounds.chromium),
    "ms from import to first result in Node": (name) => withRange(first.node[name]),
    "ms from import to first result in Chromium": (name) => withRange(first.chromium[name]),
    "KB to download": kilobytes("raw"),
    "KB to download, gzip": kilobytes("gzip"),
    "KB to download, brotli": kilobytes("brotli"),
  };
  return table(["", ...READERS], Object.entries(rows).map(([label, cell]) => [label, ...READERS.map(cell)]));
}

function scaling({ lengths }) {
  const reference = timePerByte(lengths[LENGTHS.indexOf(REFERENCE)]);
  const rows = lengths.map((row) => [
    String(row.bytes),
    withRange(row.times),
    (row.bytes / 1000 / median(row.times)).toFixed(2),
    (timePerByte(row) / reference).toFixed(2),
  ]);
  return table(["bytes of one article", "ms in Wirecopy", "MB/s", "time per byte, to that at 100 KB"], rows);
}

function timePerByte({ bytes, times }) {
  return median(times) / bytes;
}

/** A table in Markdown, its columns aligned for the terminal. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, at) => (at > 0 ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at > 0 ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function withRange(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return `${short(median(values))} (${short(sorted[0])}–${short(sorted.at(-1))})`;
}

function short(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function byReader(make) {
  return Object.fromEntries(READERS.map((name) => [name, make(name)]));
}

function progress(what) {
  console.log(`Measuring: ${what}`);
}
