import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { createProject, run } from "./environment.mjs";

const folder = createProject(test);
const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")));

test("publint has nothing to say", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: join(folder, "node_modules", "wirecopy"), strict: true });
  assert.deepEqual(messages, []);
});

test("attw finds the types in every way of looking for them", async () => {
  const printed = await run("attw", [tarball, "--format", "json", "--exclude-entrypoints", "./wirecopy.wasm", "./wirecopy-pages.wasm", "./wirecopy-patterns.wasm", "./wirecopy-identities.wasm", "./wirecopy-export.wasm", "./package.json"]);
  const { problems = {} } = JSON.parse(printed);
  assert.deepEqual(problems, {});
});
