import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { createConsumer, root } from "./consumer.mjs";

const folder = createConsumer(test);

const GOOD = `
import { parseArticle, init, WirecopyError, type Article, type Mention, type MentionType, type Options } from "wirecopy";
import { parseArticle as inBackground, createBackground } from "wirecopy/background";
import { createApi, type Api } from "wirecopy/core";
import { parseArticle as inline } from "wirecopy/inline";

const options: Options = {
  format: "text",
  offsets: "codepoint",
  lexicon: [{ name: "Nordmann", type: "PERSON", aliases: ["Kari"] }, { name: "X", type: "A_TYPE_OF_MY_OWN" }],
  limits: { maxBytes: 1_000_000 },
};
const article: Article = await parseArticle("text", options, { signal: new AbortController().signal });
const mention: Mention | undefined = article.mentions[0];
const type: MentionType | undefined = mention?.type;
if (mention?.value && "timex" in mention.value) mention.value.timex.toUpperCase();
const place: string | undefined = article.metadata.dateline?.places[0];
const repeated: number | undefined = article.blocks[0]?.repeats;
const spans: { start: number; end: number }[] = [...article.sentences, ...article.blocks, ...article.mentions];
const apis: Api[] = [createApi(() => new ArrayBuffer(8)), createBackground({ startWorker: () => new Worker("w.js") })];
await init(new URL("https://example.org/wirecopy.wasm"));
try {
  await inBackground("text");
} catch (error) {
  if (error instanceof WirecopyError && error.code === "too-large") await inline("text");
}
export { apis, place, repeated, spans, type };
`;

/** Each of these lines is wrong. */
const BAD = [
  `parseArticle(5);`,
  `parseArticle("x", { ofsets: "utf8" });`,
  `parseArticle("x", { offsets: "bytes" });`,
  `parseArticle("x", { limits: { maxBytes: "1" } });`,
  `parseArticle("x").mentions;`,
  `(await parseArticle("x")).mention;`,
  `(await parseArticle("x")).metadata.headline.length;`,
  `(await parseArticle("x")).blocks[0]!.kind === "heading";`,
];

for (const [module, moduleResolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
  test(`a strict project compiles against it, resolving by ${moduleResolution}`, () => {
    assert.deepEqual(errorsIn(GOOD, { module, moduleResolution }), []);
  });
}

test("what is wrong does not compile", () => {
  const source = `import { parseArticle } from "wirecopy";\n${BAD.join("\n")}\nexport {};`;
  const lines = errorsIn(source, { module: "esnext", moduleResolution: "bundler" }).map((error) => error.line);
  assert.deepEqual([...new Set(lines)], BAD.map((_, index) => index + 2));
});

function errorsIn(source, options) {
  writeFileSync(join(folder, "consumer.ts"), source);
  const compilerOptions = { ...options, target: "es2022", lib: ["es2022", "dom"], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, types: [], noEmit: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder, encoding: "utf8" });
  const errors = stdout.matchAll(/^(\S+)\((\d+),\d+\): (.*)$/gm);
  const found = [...errors].map(([, file, line, message]) => ({ file, line: Number(line), message }));
  assert.equal(found.length > 0, stdout.includes("error"), stdout);
  return found;
}
