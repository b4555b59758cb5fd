import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { root } from "./consumer.mjs";
import { texts, withMembers } from "./texts.mjs";

const folder = join(root, "tests", "articles");
const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".txt")) : [];
const documents = [
  ...[...texts, withMembers].map((text, id) => ({ id, text })),
  ...files.map((id) => ({ id, text: readFileSync(join(folder, id), "utf8") })),
];
const input = documents.map((document) => `${JSON.stringify(document)}\n`).join("");

for (const unit of ["utf16", "codepoint", "utf8"]) {
  test(`the native program and WebAssembly give the same, counted in ${unit}`, () => {
    const native = answers("cargo", ["run", "--quiet", "--example", "ndjson", "--", unit]);
    const wasm = answers(process.execPath, ["dist/cli.js", "--ndjson", "--offsets", unit]);
    assert.equal(native.length, documents.length);
    for (const [index, { id, text }] of documents.entries()) {
      assert.deepEqual(wasm[index], native[index], `${id}`);
      assert.equal(wasm[index].article.text, text);
    }
  });
}

test("the same with all identities", () => {
  const native = answers("cargo", ["run", "--quiet", "--example", "ndjson", "--", "utf16", "all"]);
  const wasm = answers(process.execPath, ["dist/cli.js", "--ndjson", "--identities"]);
  assert.deepEqual(wasm, native);
  assert.ok(native[texts.length].article.entities.some(({ name, wikidata }) => name === "Renato Schifani" && wikidata));
});

function answers(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, input, encoding: "utf8", maxBuffer: 2 ** 30 });
  assert.equal(error, undefined);
  assert.equal(status, 0, stderr);
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}
