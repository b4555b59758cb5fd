import { launchChromium } from "../chromium.mjs";

/** Starts the machine's Chromium, until the test file ends. */
export async function launchBrowser(test) {
  const browser = await launchChromium();
  test.after(() => browser.close());
  return browser;
}
