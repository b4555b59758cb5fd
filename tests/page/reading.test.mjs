// The article as it is set, its marks, the legend, the names, and stepping through them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { EXPORT_FORMATS, exportArticle } from "wirecopy";

import { dropFiles, pages, readSample, whenRead } from "./page.mjs";

const onPage = pages();
const sample = (name) => readFileSync(new URL(`../../www/samples/${name}.txt`, import.meta.url), "utf8");
const withoutSpace = (text) => text.replace(/\s+/g, "");

for (const [name, file] of [["The dam", "dam"], ["The ferry", "ferry"], ["The bank", "bank"]]) {
  test(`${name}: nothing of the text is lost or added`, () =>
    onPage(async (page) => {
      await readSample(page, name);
      assert.equal(withoutSpace(await page.locator("#article").textContent()), withoutSpace(sample(file)));
    }));
}

test("headline, repeated headline, dateline, teaser, note, correction and credit are told apart in words", () =>
  onPage(async (page) => {
    const aside = (locator) => locator.evaluate((block) => getComputedStyle(block, "::before").content);
    await readSample(page, "The dam");
    assert.match(await page.locator("#article h2").textContent(), /^The Ministry of water denied/);
    assert.equal(await page.locator("#article h2").count(), 1);
    assert.equal(await aside(page.locator("#article .repeated")), '"repeated"');
    assert.match(await page.locator("#article .dateline").textContent(), /^TASHKENT, 14 October —/);
    assert.equal(await aside(page.locator("#article .teaser").first()), '"teaser"');
    await page.getByRole("button", { name: "Another article" }).click();
    await readSample(page, "The ferry");
    assert.equal(await aside(page.locator("#article .editor-note")), '"note"');
    assert.equal(await aside(page.locator("#article .correction").first()), '"correction"');
    assert.equal(await aside(page.locator("#article .credit")), '"credit"');
    await page.getByRole("button", { name: "Another article" }).click();
    await readSample(page, "The bank");
    assert.equal(await aside(page.locator("#article .correction").first()), '"update"');
  }));

test("every mark says its type in words, on the page and in the accessibility tree", () =>
  onPage(async (page) => {
    await readSample(page, "The ferry");
    const marks = await page.locator("#article mark").evaluateAll((marks) =>
      marks.map((mark) => ({ text: mark.textContent, word: getComputedStyle(mark, "::before").content, type: mark.dataset.type })),
    );
    assert.ok(marks.length > 10, `${marks.length} marks`);
    for (const { text, word, type } of marks) assert.match(word, /^"[a-z ]+"$/, `${type} ${text}`);
    assert.ok(marks.some(({ text, word }) => text === "Ragnhild Tveter" && word === '"person"'));
    assert.match(await page.locator("#article").ariaSnapshot(), /person ?Ragnhild Tveter/);
  }));

test("no two types look the same without colour", () =>
  onPage(async (page) => {
    const types = ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "MISC"];
    types.push("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL");
    const looks = await page.evaluate((types) => {
      return types.map((type) => {
        const mark = document.querySelector("#article").appendChild(document.createElement("mark"));
        mark.dataset.type = type;
        const style = getComputedStyle(mark);
        return `${style.textDecorationStyle} ${style.textDecorationThickness}`;
      });
    }, types);
    // Names have a tint and a hue; within a hue, and among the untinted, the lines must differ.
    const families = [["PERSON", "NORP"], ["GPE", "LOC", "FAC"], types.slice(6, 12), ["DATE", "TIME"], types.slice(14)];
    for (const family of families) {
      const lines = family.map((type) => looks[types.indexOf(type)]);
      assert.equal(new Set(lines).size, family.length, `${family}: ${lines}`);
    }
  }));

test("the words for types are legible in light and dark: contrast 4.5 or more", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await onPage(
      async (page) => {
        const pairs = await page.evaluate(() => {
          const color = (value) => {
            const canvas = new OffscreenCanvas(1, 1).getContext("2d");
            canvas.fillStyle = value;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
          };
          const root = getComputedStyle(document.documentElement);
          const value = (name) => color(root.getPropertyValue(`--${name}`));
          const hues = ["blue", "sky", "vermilion", "green", "purple", "orange"];
          return [
            ["soft on paper", value("soft"), value("paper")],
            ["soft on card", value("soft"), value("card")],
            ["alarm on card", value("alarm"), value("card")],
            ["grey word on paper", value("grey-word"), value("paper")],
            ...hues.flatMap((hue) => [
              [`${hue} word on paper`, value(`${hue}-word`), value("paper")],
              [`${hue} word on its tint`, value(`${hue}-word`), value(`${hue}-tint`)],
              [`${hue} word on card`, value(`${hue}-word`), value("card")],
              [`ink on ${hue} tint`, value("ink"), value(`${hue}-tint`)],
              [`soft on ${hue} tint`, value("soft"), value(`${hue}-tint`)],
            ]),
          ];
        });
        for (const [name, a, b] of pairs) assert.ok(contrast(a, b) >= 4.5, `${colorScheme}, ${name}: ${contrast(a, b).toFixed(2)}`);
      },
      { colorScheme },
    );
  }
});

test("the legend counts the types and switches them, also for the next article", () =>
  onPage(async (page) => {
    await readSample(page, "The ferry");
    const box = page.locator("#legend input[value=PERSON]");
    const count = Number(await page.locator("#legend li", { has: page.locator("input[value=PERSON]") }).locator(".count").textContent());
    assert.equal(await page.locator("#article mark[data-type=PERSON]").count(), count);
    const look = () => page.locator("#article mark[data-type=PERSON]").first().evaluate((mark) => ({
      line: getComputedStyle(mark).textDecorationLine,
      word: getComputedStyle(mark, "::before").content,
    }));
    assert.deepEqual(await look(), { line: "underline", word: '"person"' });
    await box.uncheck();
    assert.deepEqual(await look(), { line: "none", word: "none" });
    await page.reload();
    await readSample(page, "The bank");
    assert.deepEqual(await look(), { line: "none", word: "none" });
    assert.equal(await page.locator("#legend input[value=PERSON]").isChecked(), false);
    await page.getByRole("button", { name: "All", exact: true }).click();
    assert.deepEqual(await look(), { line: "underline", word: '"person"' });
  }));

test("a name in the list steps through its marks, round the ends", () =>
  onPage(async (page) => {
    await readSample(page, "The ferry");
    const name = page.locator("#names li button", { hasText: "Tveter" });
    const total = Number(await name.locator(".count").textContent());
    assert.ok(total >= 2, `${total} marks`);
    await name.click();
    const place = page.locator("#stepper .place");
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    assert.equal(await place.textContent(), `1 of ${total}`);
    assert.match(await focused(), /Tveter/);
    await page.getByRole("button", { name: "Next" }).click();
    assert.equal(await place.textContent(), `2 of ${total}`);
    assert.equal(await focused(), "Next", "a pressed button keeps the focus");
    await page.getByRole("button", { name: "Previous" }).click();
    await page.getByRole("button", { name: "Previous" }).click();
    assert.equal(await place.textContent(), `${total} of ${total}`);
    assert.equal(await name.getAttribute("aria-current"), "true");
    await page.getByRole("button", { name: "Let go" }).click();
    assert.ok(await page.locator("#stepper").isHidden());
  }));

test("the list of names is searched and sorted", () =>
  onPage(async (page) => {
    await readSample(page, "The bank");
    const names = () => page.locator("#names li .name").allTextContents();
    const all = await names();
    await page.getByLabel("Search the names").fill("vilhena");
    assert.deepEqual(await names(), all.filter((name) => /vilhena/i.test(name)));
    await page.getByLabel("Search the names").fill("");
    await page.getByLabel("Order of the names").selectOption("name");
    const people = await page.locator("#names section").first().locator(".name").allTextContents();
    assert.deepEqual(people, [...people].sort((a, b) => a.localeCompare(b)));
  }));

test("a note beside a mark gives type, confidence and name; Escape closes it", () =>
  onPage(async (page) => {
    await readSample(page, "The ferry");
    // A mark of one word: the middle of one that goes over two lines lies between them.
    const mark = page.locator("#article mark", { hasText: /^Tveter$/ }).first();
    await mark.hover();
    const note = page.locator("#note");
    await note.waitFor({ state: "visible" });
    assert.match(await note.textContent(), /person.*\d+ % sure.*Tveter.*named/);
    assert.equal(await mark.getAttribute("aria-describedby"), "note");
    await page.keyboard.press("Escape");
    assert.ok(await note.isHidden());
  }));

test("the article is downloaded and copied in the format that is chosen", () =>
  onPage(
    async (page) => {
      await readSample(page, "The ferry");
      const marks = await page.locator("#article mark").count();
      const save = async (format) => {
        await page.getByLabel("Format").selectOption(format);
        const download = page.waitForEvent("download");
        await page.getByRole("button", { name: "Download" }).click();
        return { name: (await download).suggestedFilename(), text: readFileSync(await (await download).path(), "utf8") };
      };
      const json = await save("json");
      const article = JSON.parse(json.text);
      assert.equal(article.text, sample("ferry"));
      assert.equal(article.mentions.length, marks);
      await page.getByRole("button", { name: "Copy" }).click();
      await page.locator("#status", { hasText: "JSON: copied." }).waitFor();
      assert.deepEqual(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), article);

      const formats = await page.getByLabel("Format").locator("option").evaluateAll((all) => all.map(({ value }) => value));
      assert.deepEqual(formats, EXPORT_FORMATS.map(({ format }) => format));
      // Every format's contents are tested with the package.
      for (const format of ["csv-mentions", "html", "tei"]) {
        const { name, text } = await save(format);
        assert.equal(text, await exportArticle(article, format, { id: "The ferry" }), format);
        assert.ok(name.endsWith(EXPORT_FORMATS.find((one) => one.format === format).extension), name);
      }
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));

test("the chosen theme is kept", () =>
  onPage(
    async (page) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      assert.equal(await theme(), "light");
      await page.getByRole("button", { name: "Switch to the dark page" }).click();
      await page.reload();
      assert.equal(await theme(), "dark");
    },
    { colorScheme: "light" },
  ));

test("at 360 pixels nothing needs sideways scrolling", () =>
  onPage(
    async (page) => {
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await overflow()) <= 0);
      await dropFiles(page, [{ name: `${"long".repeat(40)}.txt`, bytes: `Oslo ${"x".repeat(500)}\n\n${sample("bank")}` }]);
      await whenRead(page);
      assert.ok((await overflow()) <= 0);
    },
    { viewport: { width: 360, height: 740 } },
  ));

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color) {
  const [red, green, blue] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
