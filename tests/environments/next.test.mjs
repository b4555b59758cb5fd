import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { launchBrowser } from "../package/browser.mjs";
import { createProject, expected, here, run, SCRIPT, text } from "./environment.mjs";

const browser = await launchBrowser(test);
const folder = createProject(test);
const write = (path, contents) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), contents);
};

write("next.config.mjs", `export default { turbopack: { root: ${JSON.stringify(join(here, "..", ".."))} }, telemetry: false };`);
write("run.js", `${SCRIPT}\nexport { run };\nexport const text = ${JSON.stringify(text)};`);
write("app/layout.js", `export default ({ children }) => <html><body>{children}</body></html>;`);
write(
  "app/page.js",
  `import * as wirecopy from "wirecopy";
   import { run, text } from "../run.js";
   import { Reader } from "./reader.js";
   export const dynamic = "force-dynamic";
   export default async function Page() {
     return <><pre id="server">{JSON.stringify(await run(wirecopy, text))}</pre><Reader /></>;
   }`,
);
write(
  "app/reader.js",
  `"use client";
   import { useEffect, useState } from "react";
   import * as direct from "wirecopy";
   import * as background from "wirecopy/background";
   import { run, text } from "../run.js";
   export function Reader() {
     const [results, setResults] = useState(null);
     useEffect(() => { Promise.all([run(direct, text), run(background, text)]).then(setResults, (error) => setResults(String(error))); }, []);
     return results && <pre id="client">{JSON.stringify(results)}</pre>;
   }`,
);
write(
  "app/node/route.js",
  `import * as wirecopy from "wirecopy"; import { run, text } from "../../run.js";
   export const dynamic = "force-dynamic";
   export const GET = async () => Response.json(await run(wirecopy, text));`,
);

test("Next.js: on the server, in a route and in the client", { timeout: 400_000 }, async (t) => {
  const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  await run("next", ["build"], { cwd: folder, env: environment });
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(process.execPath, [join(here, "node_modules", "next", "dist", "bin", "next"), "start", "-p", `${port}`], { cwd: folder, env: environment });
  t.after(() => server.kill());
  await Promise.race([once(server.stdout, "data"), once(server, "exit")]);
  const address = `http://127.0.0.1:${port}`;
  const fetched = await poll(() => fetch(`${address}/node`));
  assert.deepEqual(await fetched.json(), expected);
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(address);
  assert.deepEqual(JSON.parse(await page.locator("#server").textContent()), expected);
  assert.deepEqual(JSON.parse(await page.locator("#client").textContent()), [expected, expected]);
});

async function poll(attempt) {
  for (let left = 50; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
