// The same measurements in Chromium: each reader as a bundler hands it to a page, from a server on
// this machine that lets nothing be cached.

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { root } from "../../scripts/setup.mjs";
import { launchChromium } from "../chromium.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const PAGE = '<!doctype html><meta charset="utf-8"><title>Bench</title>';

/** Starts Chromium and a server with the readers; `close` ends both. */
export async function openChromium(readers) {
  const folder = mkdtempSync(join(tmpdir(), "wirecopy-bench-"));
  await bundle(readers, folder);
  const asked = [];
  const server = createServer(({ url }, response) => serve(folder, url, response, asked));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();

  /** Opens a page without a past. `time` gives it a task of measure.mjs. */
  async function open(name) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return { time: (task) => page.evaluate(timeInPage, { name, task }), close: () => context.close() };
  }

  return {
    version: browser.version(),
    open,
    /** The files that a page fetches for a task. */
    async downloads(name, task) {
      asked.length = 0;
      const page = await open(name);
      await page.time(task);
      await page.close();
      return asked.filter((url) => url !== "/measure.js").map((url) => readFileSync(join(folder, url)));
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs in the page. */
async function timeInPage({ name, task }) {
  const { time } = await import("/measure.js");
  return time(() => import(`/${name}.js`), task);
}

async function bundle(readers, folder) {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const options = { bundle: true, minify: true, format: "esm", platform: "browser", outdir: folder, logLevel: "warning" };
  await build({ ...options, entryPoints: [join(here, "measure.mjs")] });
  // Each by itself: none pays for what another shares.
  for (const name of readers) {
    await build({ ...options, splitting: true, entryPoints: [join(here, "readers", `${name}.mjs`)] });
  }
  copyFileSync(join(root, "dist", "wirecopy.wasm"), join(folder, "wirecopy.wasm"));
}

/** Notes each file that is there and asked for, the page itself aside. */
function serve(folder, url, response, asked) {
  if (url === "/") return response.writeHead(200, { "Content-Type": "text/html" }).end(PAGE);
  try {
    const body = readFileSync(join(folder, url));
    response.writeHead(200, { "Content-Type": TYPES[extname(url)], "Cache-Control": "no-store" }).end(body);
    asked.push(url);
  } catch {
    response.writeHead(404).end();
  }
}
