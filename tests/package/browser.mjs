import { chromium } from "playwright-core";

import { findProgram } from "../../scripts/setup.mjs";

/** Starts the machine's Chromium, until the test file ends. */
export async function launchBrowser(test) {
  const browser = await chromium.launch({
    executablePath: findProgram("chromium", "chromium-browser", "google-chrome"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  test.after(() => browser.close());
  return browser;
}
