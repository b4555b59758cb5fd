// Opens the built page in Chromium, and sees to it that no test passes while the page talks to
// another host, breaks its Content-Security-Policy or throws.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { build, preview } from "vite";

import { launchChromium } from "../chromium.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));

/** Builds and serves the page, and starts a browser. Returns the server's address, the browser, and
 *  what ends both. */
export async function startPage() {
  const outDir = mkdtempSync(join(tmpdir(), "wirecopy-page-"));
  const common = { root: www, configFile: join(www, "vite.config.ts"), logLevel: "error", build: { outDir } };
  await build(common);
  const server = await preview({ ...common, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await launchChromium();
  return {
    address: `http://127.0.0.1:${server.httpServer.address().port}/`,
    browser,
    async end() {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}

/** For a test file: a function that opens the page in a fresh context. */
export function pages() {
  let started;
  before(async () => (started = await startPage()));
  after(() => started?.end());

  /** Runs the steps on a fresh page; whatever they do, the page must keep to itself, unless the test
   *  breaks the policy on purpose. */
  return async function onPage(steps, { breaksPolicy = false, ...options } = {}) {
    // Without gliding: it would move a button away between the press and the release of the mouse.
    const still = { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" };
    const context = await started.browser.newContext({ ...still, ...options });
    const page = await context.newPage();
    const { origin } = new URL(started.address);
    const outside = [];
    const errors = [];
    context.on("request", (request) => {
      const local = request.url().startsWith(`${origin}/`) || request.url().startsWith(`blob:${origin}/`);
      if (!local) outside.push(request.url());
    });
    page.on("websocket", (socket) => outside.push(socket.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.addInitScript(() => {
      globalThis.violations = [];
      addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
    try {
      await page.goto(started.address);
      await steps(page);
      if (breaksPolicy) return;
      assert.deepEqual(outside, [], "the page asked another host");
      assert.deepEqual(await page.evaluate(() => violations), [], "the page broke its own policy");
      assert.deepEqual(errors, [], "the page reported errors");
    } finally {
      await context.close();
    }
  };
}

/** Waits until the page says that it has read something. */
export async function whenRead(page) {
  await page.locator("#status", { hasText: /^Read \d/ }).waitFor();
}

/** Waits for a complaint and returns it. */
export async function whenRefused(page) {
  const complaint = page.locator("#trouble p");
  await complaint.waitFor();
  return complaint.textContent();
}

/** Reads the sample with this name. */
export async function readSample(page, name) {
  await page.getByRole("button", { name }).click();
  await whenRead(page);
}

/** Drags files or text onto the middle of the page, as the browser itself does for a mouse. */
export async function drop(page, data) {
  const session = await page.context().newCDPSession(page);
  const event = { x: 400, y: 400, data: { items: [], files: [], dragOperationsMask: 1, ...data } };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, ...event });
  await session.detach();
}

/** Drops files with these contents through an event of the page's own. */
export async function dropFiles(page, files) {
  const plain = files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString("base64") }));
  await page.evaluate((plain) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of plain) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, plain);
}
