// `npm run bench`: sets up, builds and measures Wirecopy beside two libraries that people use for the
// same: speed, time to the first result and bytes to download, all on the same text in one run.
// `-- --check` fails where a bar is missed, `-- --readme` writes the tables into README.md.

import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

import { articles, articlesOf, bytesOf, HOSTILE, hostileText, pages } from "../tests/bench/articles.mjs";
import { openBatch, openInNode } from "../tests/bench/node.mjs";
import { build } from "./build.mjs";
import { fail, root, setUp } from "./setup.mjs";
import { BUDGET, sizeOf } from "./size.mjs";

const READERS = ["wirecopy", "compromise", "wink-nlp"];
const LENGTHS = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/** The row of LENGTHS that the others are compared to. */
const REFERENCE = 100_000;
const ROUNDS = 9;
/** The least milliseconds of a turn, and of the one before the rounds, which warms up. */
const TURN = 500;
const WARM_UP = 3_000;
const FRESH_STARTS = 7;
/** The bytes of an article in a batch, and the least milliseconds of a batch. */
const BATCHED = 6_000;
const BATCH = 3_000;

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
const report = `${describe(results)}\n\n${comparison(results)}\n\n${scaling(results)}\n\n${ofPages(results)}\n\n${ofThreads(results)}\n`;
console.log(`\n${report}`);
for (const { holds, bar, value } of bars) console.log(`${holds ? "pass" : "FAIL"}  ${bar}: ${value}`);
if (wants("--readme")) writeFileSync(readme, readFileSync(readme, "utf8").replace(MARKERS, `$1\n${report}\n$2`));
process.exitCode = wants("--check") && bars.some(({ holds }) => !holds) ? 1 : 0;

/** Everything that is measured; times in milliseconds. */
async function measure() {
  const { openChromium } = await import("../tests/bench/chromium.mjs");
  const texts = articles();
  const chromium = await openChromium(READERS);
  try {
    progress("time to the first result");
    const first = { node: byReader(() => []), chromium: byReader(() => []) };
    for (let start = 0; start < FRESH_STARTS; start++) {
      for (const name of READERS) {
        first.node[name].push(await timeFirst(openInNode, name, texts));
        first.chromium[name].push(await timeFirst(chromium.open, name, texts));
      }
    }
    progress("throughput in Node");
    const node = await timeRounds(openInNode, texts);
    progress("throughput in Chromium");
    const page = await timeRounds(chromium.open, texts);
    progress("time by length");
    const lengths = await timeLengths();
    progress("web pages");
    const html = await timePages();
    progress("batches on one and two threads");
    const threads = await timeThreads();
    progress("time by length of hostile texts");
    const hostile = await timeHostile();
    progress("bytes to download");
    const sizes = {};
    for (const name of READERS) sizes[name] = sizeOf(await chromium.downloads(name, { articles: texts }));
    const text = { articles: texts.length, bytes: total(texts) };
    return { text, first, rounds: { node, chromium: page }, lengths, html, threads, hostile, sizes, version: chromium.version };
  } finally {
    await chromium.close();
  }
}

async function timeFirst(open, name, texts) {
  const place = await open(name);
  const time = await place.time({ articles: texts });
  await place.close();
  return time;
}

/**
 * The time of one pass over the articles, of each reader in each round. Each reader has a process or
 * a page to itself, and they take turns, so that whatever else the machine does meets all alike.
 */
async function timeRounds(open, texts) {
  const places = {};
  const times = byReader(() => []);
  for (const name of READERS) {
    places[name] = await open(name);
    await places[name].time({ articles: texts, least: WARM_UP });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of READERS) times[name].push(await places[name].time({ articles: texts, least: TURN }));
  }
  for (const name of READERS) await places[name].close();
  return times;
}

/** Wirecopy's time of one article of each length. */
async function timeLengths() {
  const place = await openInNode("wirecopy");
  const rows = [];
  for (const length of LENGTHS) {
    const texts = articlesOf(length);
    await place.time({ articles: texts, least: TURN });
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push((await place.time({ articles: texts, least: TURN })) / texts.length);
    }
    rows.push({ bytes: total(texts) / texts.length, times });
  }
  await place.close();
  return rows;
}

/** Wirecopy's time of one pass over the web pages. */
async function timePages() {
  const place = await openInNode("wirecopy");
  const texts = pages();
  await place.time({ articles: texts, least: WARM_UP });
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await place.time({ articles: texts, least: TURN }));
  await place.close();
  return { count: texts.length, bytes: total(texts), times };
}

/** What an article of a batch takes on one thread and on two, which take turns. */
async function timeThreads() {
  const place = await openBatch();
  const articles = articlesOf(BATCHED);
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const timeOf = (concurrency) => place.time({ articles, concurrency, least: BATCH });
    rounds.push({ one: await timeOf(1), two: await timeOf(2) });
  }
  await place.close();
  // The first warmed up.
  return rounds.slice(1);
}

/**
 * How the time per byte grows from a shorter to a longer text of each hostile sort: by the least of several turns, for a
 * machine's other work only ever adds.
 */
async function timeHostile() {
  const [SHORT, LONG] = [250_000, 1_000_000];
  const TURNS = 3;
  const place = await openInNode("wirecopy");
  const growth = [];
  for (const unit of HOSTILE) {
    const timeOf = (length) => place.time({ articles: [hostileText(unit, length)], least: TURN / 4 });
    await timeOf(SHORT);
    let [short, long] = [Infinity, Infinity];
    for (let turn = 0; turn < TURNS; turn++) {
      [short, long] = [Math.min(short, await timeOf(SHORT)), Math.min(long, await timeOf(LONG))];
    }
    growth.push({ unit, times: long / short / (LONG / SHORT) });
  }
  await place.close();
  return growth.sort((a, b) => b.times - a.times);
}

function checkBars({ first, rounds, lengths, html, threads, hostile, sizes }) {
  const times = (milliseconds, of) => median(milliseconds[of]) / median(milliseconds.wirecopy);
  const atLeast = (bar, value, least) => ({ bar, value: `${value.toFixed(2)} times`, holds: value >= least });
  const atMost = (bar, value, most) => ({ bar, value: `${value.toFixed(2)} times`, holds: value <= most });
  const perByte = lengths.map(timePerByte);
  const pagesPerSecond = html.bytes / 1000 / median(html.times);
  // A short article may cost more per byte, for it has a headline as well; a long one may not.
  const growth = Math.max(...perByte.map((time, at) => time / Math.min(...perByte.slice(0, at + 1))));
  return [
    atLeast("throughput in Node at least 2.5 times wink-nlp's", times(rounds.node, "wink-nlp"), 2.5),
    atLeast("throughput in Node at least 50 times compromise's", times(rounds.node, "compromise"), 50),
    atMost("first result in Node in at most half of compromise's time", 1 / times(first.node, "compromise"), 0.5),
    atMost("first result in Chromium in at most half of compromise's time", 1 / times(first.chromium, "compromise"), 0.5),
    atMost("time per byte at most 1.5 times that of any shorter article, from 1 KB to 10 MB", growth, 1.5),
    atMost(`the same for hostile texts, at most 2 times (worst: ${JSON.stringify(hostile[0].unit)})`, hostile[0].times, 2),
    { bar: "at least 1 MB of HTML a second in Node", value: `${pagesPerSecond.toFixed(2)} MB/s`, holds: pagesPerSecond >= 1 },
    atLeast("parseArticles in Node on two threads at least 1.7 times as fast as on one", median(threads.map(gain)), 1.7),
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
  return (
    `${text.articles} articles of ${text.bytes} bytes together, read over and over on one thread in turns of ` +
    `${TURN} ms, each library in a process or page to itself; the median of ${ROUNDS} rounds, or of ${FRESH_STARTS} fresh processes or pages, and the range. ` +
    `${date}, Node ${process.versions.node}, Chromium ${version}, ` +
    `${processors[0].model.trim()}, ${processors.length} cores.`
  );
}

function comparison({ text, first, rounds, sizes }) {
  const speed = (times) => (name) => withRange(times[name].map((time) => text.bytes / 1000 / time));
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

function ofPages({ html: { count, bytes, times } }) {
  const speed = withRange(times.map((time) => bytes / 1000 / time));
  return `Of HTML Wirecopy reads ${speed} MB/s in Node: ${count} pages of ${bytes} bytes together, markup and all.`;
}

function ofThreads({ threads }) {
  const perSecond = (which) => withRange(threads.map((round) => 1000 / round[which].clock));
  const processor = (which) => short(median(threads.map((round) => round[which].processor)));
  return (
    `Of articles of ${BATCHED / 1000} KB \`parseArticles\` in Node reads ${perSecond("one")} a second on one thread and ${perSecond("two")} on two: ` +
    `${withRange(threads.map(gain))} times as many. An article takes ${processor("one")} ms of the processor on one thread, ${processor("two")} ms on two.`
  );
}

/** How many times as fast two threads are. */
function gain({ one, two }) {
  return one.clock / two.clock;
}

function scaling({ lengths }) {
  const reference = timePerByte(lengths[LENGTHS.indexOf(REFERENCE)]);
  const rows = lengths.map((row) => [
    row.bytes.toFixed(0),
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

function total(texts) {
  return texts.reduce((sum, text) => sum + bytesOf(text), 0);
}

function progress(what) {
  console.log(`Measuring: ${what}`);
}
