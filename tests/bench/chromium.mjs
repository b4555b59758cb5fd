// The same measurements in Chromium: each reader as a bundler hands it to a page, from a server on
// this machine that lets nothing be cached.

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { chromium } from "playwright-core";

import { findProgram, root } from "../../scripts/setup.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const PAGE = '<!doctype html><meta charset="utf-8"><title>Bench</title>';
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Opens a bench in Chromium; `close` ends it. */
export async function openChromium(readers) {
  const folder = mkdtempSync(join(tmpdir(), "wirecopy-bench-"));
  await bundle(readers, folder);
  const asked = [];
  const server = createServer(({ url }, response) => serve(folder, url, response, asked));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({
    executablePath: findProgram("chromium", "chromium-browser", "google-chrome"),
    args: [...FLAGS, "--disable-component-update", "--disable-sync", "--js-flags=--expose-gc"],
  });

  /** Runs the measurement in a page without a past. */
  async function inFreshPage(measure, plan) {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      return await page.evaluate(measure, plan);
    } finally {
      await context.close();
    }
  }

  return {
    version: browser.version(),
    first: (name, plan) => inFreshPage(measureFirst, { ...plan, name }),
    rounds: (plan) => inFreshPage(measureRounds, plan),
    /** The files that a page fetches for its first article. */
    async downloads(name, plan) {
      asked.length = 0;
      await inFreshPage(measureFirst, { ...plan, name });
      return asked.filter((url) => url !== "/measure.js").map((url) => readFileSync(join(folder, url)));
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/* The next two run in the page. */

async function measureFirst({ name, articles }) {
  const { timeFirst } = await import("/measure.js");
  return timeFirst(() => import(`/${name}.js`), articles[0]);
}

async function measureRounds({ readers, articles, rounds, repeats }) {
  const { timeRounds } = await import("/measure.js");
  const loaded = await Promise.all(readers.map(async (name) => [name, (await import(`/${name}.js`)).read]));
  return timeRounds(Object.fromEntries(loaded), articles, { rounds, repeats });
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
