import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";

import { build } from "esbuild";

import { root } from "./consumer.mjs";

const entryPoints = [join(root, "src", "npm", "lines.ts")];
const { outputFiles } = await build({ entryPoints, bundle: true, format: "esm", platform: "node", write: false });
const { splitLines, TOO_LONG } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

/** The lines of the text when it comes in chunks of this many bytes. */
async function split(text, size, limit) {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const lines = [];
  for await (const block of splitLines(chunks(), limit)) {
    lines.push(...(block === TOO_LONG ? [TOO_LONG] : block.toString().split("\n")));
  }
  return lines;
}

test("lines are the same however the bytes arrive", async () => {
  const text = "first\n\nç あ 🎉\r\na longer line than the others\nlast";
  for (const end of ["", "\n"]) {
    for (let size = 1; size <= 60; size++) assert.deepEqual(await split(text + end, size), text.split("\n"), `${size}`);
  }
  assert.deepEqual(await split("", 5), []);
  assert.deepEqual(await split("\n", 5), [""]);
});

test("a line over the limit is let go, and the others are not", async () => {
  for (let size = 1; size <= 8; size++) {
    const lines = await split("short\n123456789\n12345678\n1234567890", size, 8);
    assert.deepEqual(lines, ["short", TOO_LONG, "12345678", TOO_LONG], `${size}`);
  }
});
