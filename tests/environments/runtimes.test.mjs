import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { createProject, expected, run, SCRIPT, text } from "./environment.mjs";

const folder = createProject(test);

for (const entry of ["wirecopy", "wirecopy/background"]) {
  test(`Node, ES modules and CommonJS: ${entry}`, () => {
    const call = `run(entry, ${JSON.stringify(text)}).then((result) => { console.log(JSON.stringify(result)); process.exit(); });`;
    const sources = { module: `import * as entry from "${entry}"; ${SCRIPT} ${call}` };
    sources.commonjs = `const entry = require("${entry}"); ${SCRIPT} ${call}`;
    for (const [type, source] of Object.entries(sources)) {
      const printed = execFileSync(process.execPath, ["--no-warnings", `--input-type=${type}`, "--eval", source], { cwd: folder, encoding: "utf8" });
      assert.deepEqual(JSON.parse(printed), expected, type);
    }
  });

  test(`Deno without permissions: ${entry}`, async () => {
    const source = `import * as entry from "${entry}"; ${SCRIPT} console.log(JSON.stringify(await run(entry, ${JSON.stringify(text)})));`;
    writeFileSync(join(folder, "deno.mjs"), source);
    const printed = await run("deno", ["run", "--node-modules-dir=manual", "--no-prompt", "deno.mjs"], { cwd: folder });
    assert.deepEqual(JSON.parse(printed), expected);
  });
}

test("Cloudflare's runtime, which compiles no bytes", async (t) => {
  const { build } = await import("esbuild");
  const { Miniflare } = await import("miniflare");
  const source = `import * as entry from "wirecopy"; ${SCRIPT}
    export default { async fetch(request) { return Response.json(await run(entry, await request.text())); } };`;
  writeFileSync(join(folder, "cloudflare.js"), source);
  await build({
    absWorkingDir: folder, entryPoints: ["cloudflare.js"], outfile: "cloudflare/index.js", bundle: true, format: "esm",
    conditions: ["workerd"], external: ["*.wasm"], logLevel: "error",
  });
  const modules = [{ type: "ESModule", path: "index.js", contents: readFileSync(join(folder, "cloudflare", "index.js"), "utf8") }];
  for (const name of ["wirecopy.wasm", "wirecopy-pages.wasm", "wirecopy-patterns.wasm", "wirecopy-export.wasm"]) {
    modules.push({ type: "CompiledWasm", path: name, contents: readFileSync(join(folder, "node_modules", "wirecopy", "dist", name)) });
  }
  const miniflare = new Miniflare({ modules, compatibilityDate: "2025-01-01" });
  t.after(() => miniflare.dispose());
  const response = await miniflare.dispatchFetch("http://localhost/", { method: "POST", body: text });
  assert.deepEqual(await response.json(), expected);
});
