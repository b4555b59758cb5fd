import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { launchBrowser } from "../package/browser.mjs";
import { createProject, expected, SCRIPT, serve, text } from "./environment.mjs";

const browser = await launchBrowser(test);
const folder = createProject(test);
writeFileSync(
  join(folder, "page.js"),
  `import * as direct from "wirecopy";
   import * as background from "wirecopy/background";
   ${SCRIPT}
   window.read = (text) => Promise.all([run(direct, text), run(background, text)]);`,
);

test("webpack 5: one copy of each module and of the worker, under a strict policy", async (t) => {
  const { default: webpack } = await import("webpack");
  const path = join(folder, "webpack");
  const config = { mode: "production", context: folder, entry: "./page.js", output: { path, publicPath: "auto" }, performance: false };
  const stats = await new Promise((resolve, reject) => webpack(config, (error, stats) => (error ? reject(error) : resolve(stats))));
  assert.deepEqual(stats.toJson({ errors: true, warnings: true }).errors, []);
  assert.deepEqual(stats.toJson({ warnings: true }).warnings, []);
  const modules = (name) => name.endsWith(".wasm");
  const ours = readdirSync(new URL("../../dist/", import.meta.url)).filter(modules).length;
  assert.equal(readdirSync(path).filter(modules).length, ours, `${readdirSync(path)}`);
  await check(t, path, "main.js");
});

test("esbuild: what it leaves behind comes as a script", async (t) => {
  const { build } = await import("esbuild");
  const outdir = join(folder, "esbuild");
  await build({ absWorkingDir: folder, entryPoints: ["page.js"], bundle: true, format: "esm", splitting: true, outdir, logLevel: "error" });
  await check(t, outdir, "page.js");
});

async function check(t, path, script) {
  writeFileSync(join(path, "index.html"), `<!doctype html><title>A page</title><script type="module" src="${script}"></script>`);
  const page = await browser.newPage();
  t.after(() => page.close());
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(await serve(t, path));
  await page.waitForFunction(() => "read" in window);
  assert.deepEqual(await page.evaluate((text) => window.read(text), text), [expected, expected]);
  assert.deepEqual(errors, []);
}
