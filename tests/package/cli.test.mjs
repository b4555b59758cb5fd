import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import test from "node:test";

import { EXPORT_FORMATS, exportArticle, parseArticle } from "wirecopy";

import { articlesOf } from "../bench/articles.mjs";
import { createConsumer } from "./consumer.mjs";
import { limitMemory } from "./memory.mjs";
import { loneSurrogates, texts, withMembers } from "./texts.mjs";

const folder = createConsumer(test);
const command = join(folder, "node_modules", "wirecopy", "dist", "cli.js");

/** Starts the command line in the project's folder. */
function start(...args) {
  return spawn(process.execPath, [command, ...args], { cwd: folder });
}

/** Runs it to its end on an input. */
async function run(args, input = "") {
  const child = start(...args);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk) => (stderr += chunk));
  child.stdin.end(input);
  const [status] = await once(child, "close");
  return { status, stdout, stderr };
}

/** Runs --ndjson on lines: values, or strings that stand for themselves. */
async function runLines(lines, ...args) {
  const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const { status, stdout, stderr } = await run(["--ndjson", ...args], input);
  assert.equal(stderr, "");
  return { status, answers: stdout.trimEnd().split("\n").filter(Boolean).map((line) => JSON.parse(line)) };
}

test("the package links its command", () => {
  assert.ok(existsSync(join(folder, "node_modules", ".bin", "wirecopy")));
  assert.match(readFileSync(command, "utf8"), /^#!\/usr\/bin\/env node\n/);
});

test("one file gives its article, unchanged to the last byte", async () => {
  for (const [index, text] of texts.entries()) {
    const file = `${index}.txt`;
    writeFileSync(join(folder, file), text);
    const { status, stdout, stderr } = await run([file]);
    assert.equal(stderr, "");
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), await parseArticle(text));
  }
});

test("several files give a line each, and those that cannot be read an error", async () => {
  writeFileSync(join(folder, "good.txt"), "Hello");
  writeFileSync(join(folder, "picture.txt"), Buffer.from([0x89, 0x50, 0, 1, 2, 3, 4, 0xff]));
  const { status, stdout, stderr } = await run(["good.txt", "picture.txt", "absent.txt", "good.txt"]);
  const lines = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ id }) => id), ["good.txt", "picture.txt", "absent.txt", "good.txt"]);
  assert.deepEqual(lines.map(({ error }) => error?.code), [undefined, "unsupported-format", "unreadable", undefined]);
  assert.deepEqual(lines[3].article, await parseArticle("Hello"));
  assert.match(stderr, /picture\.txt: the file is not text/);
  assert.equal(status, 1);
});

test("standard input, by a dash or by nothing", async () => {
  const expected = await parseArticle("Hello", { offsets: "utf8", date: "2019-01-28" });
  for (const args of [[], ["-"], ["--format", "text"]]) {
    const { status, stdout } = await run(["--offsets", "utf8", "--date", "2019-01-28", ...args], "Hello");
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), expected);
  }
});

test("a wrong command line ends with 2 and prints no JSON", async () => {
  for (const args of [["--offset", "utf8"], ["--offsets", "bytes"], ["--date", "today"], ["--ndjson", "file.txt"]]) {
    const { status, stdout, stderr } = await run(args);
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, /^wirecopy: .+/);
  }
});

test("--help and --version", async () => {
  assert.match((await run(["--help"])).stdout, /--ndjson[^]*Exit status/);
  const { version } = JSON.parse(readFileSync(join(folder, "node_modules", "wirecopy", "package.json"), "utf8"));
  assert.equal((await run(["--version"])).stdout, `${version}\n`);
});

test("--ndjson answers every line in order, and wrong lines with their error", async () => {
  const long = "A long line. ".repeat(200_000);
  const { status, answers } = await runLines([
    { id: "a", text: texts[2] },
    "",
    "not JSON",
    "[]",
    { id: { any: ["value"] }, text: "ç あ 🎉" },
    { id: 3 },
    { id: 4, text: 5 },
    { id: 5, text: "x", html: "<p>x" },
    { id: 6, text: "x", date: "yesterday" },
    { id: 7, text: "x", html: null, date: null },
    '{"id":8,"text":"Lone \\ud800 high, \\udc00 low and 🎉 whole"}\r',
    { text: "no id" },
    { id: 9, text: long },
    { id: 10, text: "last, without a line feed" },
  ], "--offsets", "codepoint");
  const codes = answers.map(({ id, article, error }) => [id, error?.code ?? article.text.length]);
  assert.deepEqual(codes, [
    ["a", texts[2].length],
    [null, "bad-json"],
    [null, "bad-json"],
    [{ any: ["value"] }, 6],
    [3, "bad-input"],
    [4, "bad-input"],
    [5, "bad-input"],
    [6, "bad-option"],
    [7, 1],
    [8, loneSurrogates.length],
    [null, 5],
    [9, long.length],
    [10, 25],
  ]);
  assert.equal(status, 1);
  assert.deepEqual(answers[0].article, await parseArticle(texts[2], { offsets: "codepoint" }));
  assert.deepEqual(answers[9].article, await parseArticle(loneSurrogates, { offsets: "codepoint" }));
  assert.ok(answers.filter(({ error }) => error).every(({ error }) => error.message.length > 10));
});

test("a line of --ndjson is, to the last byte, the article's JSON", async () => {
  const inputs = [...texts, loneSurrogates, ...articlesOf(6000), "It rose 0.5 to 2.375 percent, or $1.23456 million, on “\u2028 Monday \u001f\u007f”."];
  const { stdout } = await run(["--ndjson", "--offsets", "codepoint"], inputs.map((text, id) => JSON.stringify({ id, text })).join("\n"));
  for (const [id, line] of stdout.trimEnd().split("\n").entries()) {
    assert.equal(line, JSON.stringify({ id, article: await parseArticle(inputs[id], { offsets: "codepoint" }) }));
  }
  assert.equal(stdout.trimEnd().split("\n").length, inputs.length);
});

test("--ndjson reads html lines as html", async () => {
  const html = "<!doctype html><title>T</title><p>Hello</p>";
  const { answers } = await runLines([{ id: 1, html }, { id: 2, text: "x" }]);
  assert.deepEqual(answers[0], { id: 1, article: await parseArticle(html, { format: "html" }) });
  assert.deepEqual([answers[0].article.format, answers[0].article.text], ["html", "Hello"]);
  assert.equal(answers[1].article.text, "x");
});

test("--ndjson reads files that its lines name, and takes the format, the date and the address of a line", async () => {
  writeFileSync(join(folder, "named.html"), "<!doctype html><h1>Named</h1><p>Hello</p>");
  writeFileSync(join(folder, "named.rss"), "<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>");
  const { status, answers } = await runLines([
    { id: 1, path: "named.html", date: "2024-05-03" },
    { path: "named.rss" },
    { id: 3, path: "missing.txt" },
    { id: 4, text: "# Title\n\nHello", format: "markdown" },
    { id: 5, html: "<p>x", format: "text" },
    { id: 6, html: "<link rel=canonical href=/a><p>x", url: "https://post.example/" },
    { id: 7, path: 7 },
  ]);
  assert.deepEqual(
    answers.map(({ id, article, error }) => [id, error?.code ?? article.metadata.headline ?? article.metadata.url]),
    [[1, "Named"], ["named.rss", "A"], ["named.rss", "B"], [3, "unreadable"], [4, "Title"], [5, "bad-input"], [6, "https://post.example/a"], [7, "bad-input"]],
  );
  assert.equal(status, 1);
});

test("--ndjson says which line is not UTF-8 and reads on", async () => {
  const lines = Buffer.concat([Buffer.from('{"id":1,"text":"'), Buffer.from([0xff]), Buffer.from('"}\n{"id":2,"text":"x"}')]);
  const { stdout } = await run(["--ndjson"], lines);
  const answers = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(answers.map(({ id, error }) => [id, error?.code]), [[null, "bad-encoding"], [2, undefined]]);
});

test("--ndjson answers a crash of the core with an error line and reads on", async () => {
  const limited = join(folder, "limited");
  cpSync(join(folder, "node_modules", "wirecopy", "dist"), limited, { recursive: true });
  const module = join(limited, "wirecopy.wasm");
  writeFileSync(module, limitMemory(readFileSync(module), 16 * 1024 * 1024));
  const child = spawn(process.execPath, [join(limited, "cli.js"), "--ndjson"]);
  const lines = ["Hello", "word ".repeat(5_000_000), "Hello"].map((text, id) => `${JSON.stringify({ id, text })}\n`);
  child.stdin.end(lines.join(""));
  const answers = [];
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line));
  assert.deepEqual(answers.map(({ id, error }) => [id, error?.code]), [[0, undefined], [1, "crashed"], [2, undefined]]);
  assert.deepEqual(answers[2].article, answers[0].article);
});

test("--ndjson answers a line before the next one comes", async () => {
  const child = start("--ndjson");
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(`{"id":${id},"text":"x"}\n`);
    assert.equal(JSON.parse((await answers.next()).value).id, id);
  }
  child.stdin.end();
  const [status] = await once(child, "close");
  assert.equal(status, 0);
});

test("a reader who stops early ends it quietly", async () => {
  const child = start("--ndjson");
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdin.on("error", () => {});
  child.stdout.once("data", () => child.stdout.destroy());
  for (let id = 0; id < 5000 && !child.stdin.destroyed; id++) child.stdin.write(`{"id":${id},"text":"x"}\n`);
  const [status] = await once(child, "exit");
  assert.equal(stderr, "");
  assert.equal(status, 0);
});

test("the memory of --ndjson does not grow with the number of lines", { skip: !existsSync("/proc/self/status") }, async () => {
  const child = start("--ndjson");
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const text = texts[2].repeat(100);
  const memory = [];
  for (let id = 0; id < 2000; id++) {
    const drained = child.stdin.write(`${JSON.stringify({ id, text })}\n`);
    assert.equal(JSON.parse((await answers.next()).value).id, id);
    if (!drained) await once(child.stdin, "drain");
    if (id % 500 === 499) memory.push(residentKilobytes(child.pid));
  }
  child.stdin.end();
  await once(child, "close");
  const growth = memory.at(-1) - memory[0];
  assert.ok(growth < 60_000, `${memory.join(" kB, ")} kB`);
});

test("a slow reader makes it wait instead of filling the memory", { skip: !existsSync("/proc/self/status") }, async () => {
  const child = start("--ndjson");
  const line = `${JSON.stringify({ id: 0, text: texts[2].repeat(100) })}\n`;
  let accepted = 0;
  for (let quiet = 0; quiet < 20; ) {
    if (child.stdin.writableNeedDrain) {
      const drained = await Promise.race([once(child.stdin, "drain"), new Promise((resolve) => setTimeout(resolve, 50))]);
      quiet = drained ? 0 : quiet + 1;
    } else {
      child.stdin.write(line);
      accepted += line.length;
    }
  }
  assert.ok(accepted < 20_000_000, `it took in ${accepted} bytes while nobody read what it wrote`);
  child.kill();
  await once(child, "close");
});

function residentKilobytes(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]);
}

/** A folder of articles: two texts, a page, Markdown, and a file that is none of these. */
function makeArchive(name) {
  const archive = join(folder, name);
  mkdirSync(join(archive, "deep"), { recursive: true });
  writeFileSync(join(archive, "a.txt"), "Ana Mota left Oslo.");
  writeFileSync(join(archive, "b.html"), "<p>Eva Lind left Bergen.</p>");
  writeFileSync(join(archive, "deep", "c.txt"), "Tor Berg, 🎉, left Oslo.");
  writeFileSync(join(archive, "picture.png"), Buffer.from([0x89, 0x50, 0]));
  return archive;
}

test("folders and patterns, in order, whatever the number of threads", async () => {
  makeArchive("archive");
  const jobs = ["1", "2", "5"];
  for (const [args, expected] of [
    [["archive"], ["archive/a.txt", "archive/b.html", "archive/deep/c.txt"]],
    [["archive/**/*.txt"], ["archive/a.txt", "archive/deep/c.txt"]],
    [["archive/{b,x}.htm?"], ["archive/b.html"]],
    [["archive/*.none"], []],
  ]) {
    const runs = await Promise.all(jobs.map((count) => run(["--jobs", count, ...args])));
    for (const { status, stdout } of runs) {
      assert.equal(stdout, runs[0].stdout);
      assert.equal(status, 0);
    }
    assert.deepEqual(runs[0].stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line).id), expected);
  }
});

test("every format, of one article and of many", async () => {
  makeArchive("formats");
  const article = await parseArticle("Ana Mota left Oslo.");
  for (const { format, extension } of EXPORT_FORMATS) {
    const one = await run(["--to", format, "formats/a.txt"]);
    const expected = await exportArticle(article, format, { id: "formats/a.txt" });
    if (format === "json") assert.deepEqual(JSON.parse(one.stdout), article);
    else assert.equal(one.stdout, expected, format);

    const many = await run(["--to", format, "formats"]);
    const apart = ["html", "tei", "brat"].includes(format);
    assert.equal(many.status, apart ? 2 : 0, `${format}: ${many.stderr}`);
    const out = await run(["--to", format, "--out", `out-${format}`, "formats"]);
    assert.equal(out.status, 0, out.stderr);
    assert.equal(out.stdout, "");
    assert.equal(readFileSync(join(folder, `out-${format}`, `a.txt.${extension}`), "utf8"), expected);
    assert.ok(existsSync(join(folder, `out-${format}`, "deep", `c.txt.${extension}`)));
  }
  assert.equal(readFileSync(join(folder, "out-brat", "a.txt.txt"), "utf8"), article.text);
  const table = (await run(["--to", "csv-entities", "formats"])).stdout;
  assert.equal(table.split("article,entity").length, 2, "one head");
  assert.match(table, /formats\/a\.txt,0,PERSON,Ana Mota/);
  assert.match(table, /formats\/deep\/c\.txt,0,PERSON,Tor Berg/);
  const lines = (await run(["--to", "spacy", "formats"])).stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines[2].export.text, "Tor Berg, 🎉, left Oslo.");
});

test("--ndjson in other formats", async () => {
  const input = ['{"id":"a","text":"Ana Mota left Oslo."}', "no JSON", '{"id":"b","text":"Eva Lind left."}'].join("\n");
  const { stdout, stderr, status } = await run(["--ndjson", "--to", "csv-entities"], input);
  assert.deepEqual(stdout.split("\r\n").slice(1, 4).map((row) => row.slice(0, 17)), ["a,0,PERSON,Ana Mo", "a,1,GPE,Oslo,,1,,", "b,0,PERSON,Eva Li"]);
  assert.match(stderr, /not JSON/);
  assert.equal(status, 1);
});

test("--options brings the options that have no name on the command line", async () => {
  const options = { lexicon: [{ name: "Halvorsen", type: "ORG" }], patterns: [{ type: "CASE", pattern: "[A-Z]{2}-\\d+" }], corrections: [{ action: "rename", name: "Oslo", to: "Oslo (Norway)" }] };
  writeFileSync(join(folder, "options.json"), JSON.stringify(options));
  const text = "Halvorsen left Oslo with AB-12.";
  const expected = await parseArticle(text, options);
  assert.ok(expected.mentions.some(({ text, type }) => text === "AB-12" && type === "CASE"));
  const { stdout } = await run(["--options", "options.json", "-"], text);
  assert.deepEqual(JSON.parse(stdout), expected);
  const { answers } = await runLines([{ id: 1, text }, { id: 2, text }], "--options", "options.json", "--jobs", "2");
  assert.deepEqual(answers, [1, 2].map((id) => ({ id, article: expected })));
  const wrong = [["bad.json", "{"], ["list.json", "[]"], ["unknown.json", '{"lexikon":[]}'], ["pattern.json", '{"patterns":[{"type":"A","pattern":"("}]}']];
  for (const [file, contents] of wrong) {
    writeFileSync(join(folder, file), contents);
    assert.equal((await run(["--options", file, "-"], text)).status, 2, file);
  }
  for (const args of [["--to", "docx"], ["--jobs", "0"], ["--jobs", "many"], ["--out", "x"], ["--ndjson", "--out", "x"], ["--ndjson", "--to", "tei"]]) {
    assert.equal((await run(args, text)).status, 2, args.join(" "));
  }
});

test("--identities asks the pack", async () => {
  const expected = await parseArticle(withMembers, { identities: "all" });
  assert.notDeepEqual(expected, await parseArticle(withMembers));
  assert.deepEqual(JSON.parse((await run(["--identities", "-"], withMembers)).stdout), expected);
  const { answers } = await runLines([{ id: 1, text: withMembers }, { id: 2, text: withMembers }], "--identities", "--jobs", "2");
  assert.deepEqual(answers, [1, 2].map((id) => ({ id, article: expected })));
  assert.deepEqual(JSON.parse((await run(["-"], withMembers)).stdout), await parseArticle(withMembers));
});

test("ten thousand articles within 150 MB of memory over its start", { skip: !existsSync("/proc/self/status") }, async () => {
  const grown = await growthOver(10_000, "json");
  assert.ok(grown < 150_000, `${grown} kB`);
});

// It is reached within some hundred articles.
for (const { format } of EXPORT_FORMATS.filter(({ format }) => !["json", "html", "tei", "brat"].includes(format))) {
  test(`the same memory for articles as ${format}`, { skip: !existsSync("/proc/self/status") }, async () => {
    const grown = await growthOver(500, format);
    assert.ok(grown < 150_000, `${grown} kB`);
  });
}

/** The most memory in kB that so many articles of 6 KB on two threads take, over that after a first short one. */
async function growthOver(count, format) {
  const child = start("--ndjson", "--jobs", "2", "--to", format);
  child.stdout.resume();
  await new Promise((resolve) => child.stdin.write('{"id":0,"text":"x"}\n', () => child.stdout.once("data", resolve)));
  const before = residentKilobytes(child.pid);
  const articles = articlesOf(6000);
  for (let id = 0; id < count; id++) {
    const drained = child.stdin.write(`${JSON.stringify({ id, text: articles[id % articles.length] })}\n`);
    if (!drained) await once(child.stdin, "drain");
  }
  const peak = Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]);
  child.stdin.end();
  const [status] = await once(child, "close");
  assert.equal(status, 0);
  return peak - before;
}
