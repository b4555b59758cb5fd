// Takes the picture of the page that README.md shows: `npm run screenshot`.

import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { readSample, startPage } from "./page.mjs";

const path = fileURLToPath(new URL("../../www/screenshot.png", import.meta.url));
const { address, browser, end } = await startPage();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme: "light", reducedMotion: "reduce" });
await page.goto(address);
await readSample(page, "The dam");
// A name is picked out, to show the stepping.
await page.locator("#names li button", { hasText: "Nazarbekov" }).click();
await page.evaluate(() => window.scrollTo(0, 0));
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path });
await end();
console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KB`);
