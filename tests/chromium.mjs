// The machine's Chromium, as every test and benchmark starts it.

import { chromium } from "playwright-core";

import { fail, findProgram } from "../scripts/setup.mjs";

/** As root it needs the first; the others keep it from asking hosts of its own. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts it; the caller closes it. */
export function launchChromium() {
  const executablePath = findProgram("chromium", "chromium-browser", "google-chrome");
  if (!executablePath) fail("Chromium is missing. On Debian and Ubuntu: apt install chromium");
  return chromium.launch({ executablePath, args: FLAGS });
}
