import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { createConsumer, runModule } from "./consumer.mjs";
import { limitMemory } from "./memory.mjs";
import { loneSurrogates, page, patterns, texts, withCases, withMembers } from "./texts.mjs";

const folder = createConsumer(test);
const installed = join(folder, "node_modules", "wirecopy");
const load = (file) => import(pathToFileURL(join(installed, "dist", file)).href);

test("a project imports it by its name", () => {
  const printed = runModule(
    folder,
    `import { parseArticle } from "wirecopy";
     const article = await parseArticle("OSLO (Reuters) - Nothing happened.");
     console.log(JSON.stringify(article));`,
  );
  const article = JSON.parse(printed);
  assert.equal(article.text, "OSLO (Reuters) - Nothing happened.");
  assert.equal(article.blocks.at(-1).end, article.text.length);
});

/** As every Node 20 is, also those that cannot require ES modules. */
const PLAIN = process.features.require_module ? ["--no-experimental-require-module"] : [];

for (const entry of ["wirecopy", "wirecopy/inline", "wirecopy/background"]) {
  test(`a script requires ${entry}`, () => {
    const source = `const { parseArticle, parseArticles, EXPORT_FORMATS, exportArticle } = require("${entry}");
      (async () => {
        const list = [];
        for await (const { article } of parseArticles(["One", "<p>Two</p>"], { concurrency: 2 })) list.push(article.text);
        const csv = await exportArticle(await parseArticle("Hello from Oslo."), EXPORT_FORMATS.find(({ format }) => format === "csv-mentions").format);
        const { mentions } = await parseArticle("Case AB-12.", { patterns: [{ type: "CASE", pattern: "[A-Z]+-[0-9]+" }] });
        const { entities } = await parseArticle("US senator Tom Coburn left Oslo.", { identities: "all" });
        console.log(list.join(" "), csv.includes("Oslo"), mentions[0].text, /^Q[0-9]+$/.test(entities[1].wikidata));
        process.exit();
      })();`;
    assert.equal(runModule(folder, source, { type: "commonjs", args: PLAIN }), "One Two true AB-12 true\n");
  });
}

test("a script requires the readers of documents, and knows the package's errors whatever they come from", () => {
  const source = `const { readDocument } = require("wirecopy/documents");
    const { WirecopyError } = require("wirecopy");
    const { createApi } = require("wirecopy/core");
    (async () => {
      const [{ input }] = await readDocument(Buffer.from("<rss><channel><item><title>One</title></item></channel></rss>"));
      const error = await readDocument(Uint8Array.of(0, 1, 2, 3)).catch((error) => error);
      console.log(input.includes("One"), error instanceof WirecopyError, new Error() instanceof WirecopyError, typeof createApi);
    })();`;
  assert.equal(runModule(folder, source, { type: "commonjs", args: PLAIN }), "true true false function\n");
});

test("every entry of the exports is there", () => {
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const files = (target) => (typeof target === "string" ? [target] : Object.values(target).flatMap(files));
  for (const file of Object.values(manifest.exports).flatMap(files)) {
    assert.ok(statSync(join(installed, file)).size > 0, file);
  }
  assert.equal(manifest.dependencies, undefined);
  assert.ok(!Object.keys(manifest.scripts ?? {}).some((name) => /install|prepare/.test(name)));
  const names = readdirSync(installed);
  assert.ok(names.includes("LICENSE-MIT") && names.includes("LICENSE-APACHE"));
});

test("importing has no side effect: it neither loads the module nor takes long", async () => {
  const printed = runModule(
    folder,
    `const compile = WebAssembly.compile;
     let compiled = 0;
     WebAssembly.compile = (...given) => (compiled++, compile(...given));
     const { parseArticle } = await import("wirecopy");
     await import("wirecopy/background");
     await import("wirecopy/core");
     const before = compiled;
     await Promise.all([parseArticle("a"), parseArticle("b")]);
     console.log(before, compiled);`,
  );
  assert.equal(printed, "0 1\n");
});

for (const condition of ["workerd", "edge-light"]) {
  test(`under the condition ${condition} it takes the module that is deployed with it`, () => {
    // These runtimes give a compiled module for an import of the file; here a loader does.
    const load = `export async function load(url, context, next) {
      if (!/\\.wasm(\\?module)?$/.test(url)) return next(url, context);
      const path = JSON.stringify(new URL(url).pathname);
      const source = "import { readFileSync } from 'node:fs'; export default new WebAssembly.Module(readFileSync(" + path + "));";
      return { format: "module", shortCircuit: true, source };
    }`;
    const register = `import { register } from "node:module"; register("data:text/javascript," + ${JSON.stringify(encodeURIComponent(load))});`;
    const args = ["--conditions", condition, "--import", `data:text/javascript,${encodeURIComponent(register)}`];
    const source = `
      WebAssembly.compile = () => { throw new Error("this runtime compiles no bytes"); };
      for (const name of ["wirecopy", "wirecopy/background"]) {
        const { parseArticle } = await import(name);
        const { text, mentions } = await parseArticle("Hello", { patterns: [{ type: "CODE", pattern: "l+" }] });
        console.log(text, mentions[0].text);
      }`;
    assert.equal(runModule(folder, source, { args }), "Hello ll\nHello ll\n");
  });
}

test("one class of errors through all entries", async () => {
  const entries = await Promise.all(["core.js", "inline.js", "browser.js", "background.js"].map(load));
  assert.equal(new Set(entries.map(({ WirecopyError }) => WirecopyError)).size, 1);
  const { parseArticle, WirecopyError } = entries[1];
  await assert.rejects(parseArticle(5), (error) => {
    assert.ok(error instanceof WirecopyError && error instanceof Error);
    assert.equal(error.name, "WirecopyError");
    assert.equal(error.code, "bad-input");
    return true;
  });
  await assert.rejects(parseArticle("x", { ofsets: "utf8" }), { code: "bad-option", message: /`ofsets`/ });
  await assert.rejects(parseArticle("four", { limits: { maxBytes: 3 } }), { code: "too-large" });
  await assert.rejects(parseArticle("x".repeat(500_000_000)), { code: "too-large" });
});

test("the text is the caller's own, and a thousandth call gives what the first gave", async () => {
  const { parseArticle } = await load("inline.js");
  for (const text of [...texts, loneSurrogates]) {
    const article = await parseArticle(text);
    assert.equal(article.text, text);
    assert.deepEqual(await parseArticle(text), article);
    assert.deepEqual(JSON.parse(JSON.stringify(article)), article, "plain JSON");
  }
  const [first] = await Promise.all(Array.from({ length: 1000 }, () => parseArticle(texts[2])));
  assert.deepEqual(await parseArticle(texts[2]), first);
});

test("core takes the module in any form", async () => {
  const { createApi, compile } = await load("core.js");
  const bytes = readFileSync(join(installed, "dist", "wirecopy.wasm"));
  const wasm = { headers: { "Content-Type": "application/wasm" } };
  const sources = {
    module: () => new WebAssembly.Module(bytes),
    view: () => bytes,
    buffer: () => new Uint8Array(bytes).buffer,
    response: () => new Response(bytes, wasm),
    "response of another type": () => new Response(bytes),
    URL: () => new URL(`data:application/wasm;base64,${bytes.toString("base64")}`),
    promise: async () => new Response(bytes, wasm),
    compiled: () => compile(() => bytes),
  };
  for (const [name, source] of Object.entries(sources)) {
    const api = createApi(() => assert.fail("the given source goes before the entry's own"));
    await api.init(source());
    assert.equal((await api.parseArticle("Hello")).text, "Hello", name);
  }
});

test("core without a module says what to do", async () => {
  const { parseArticle } = await load("core.js");
  await assert.rejects(parseArticle("Hello"), { code: "not-loaded", message: /call init\(source\)/ });
});

test("patterns are found in the module for them, which loads with the first", async () => {
  const { createApi } = await load("core.js");
  const asked = [];
  const finder = (name) => () => {
    asked.push(name);
    return readFileSync(join(installed, "dist", name));
  };
  const sources = { reader: finder("wirecopy.wasm"), pages: finder("wirecopy-pages.wasm"), patterns: finder("wirecopy-patterns.wasm"), exporter: finder("wirecopy-export.wasm") };
  const api = createApi(sources);
  for (const options of [undefined, {}, { patterns: [] }]) assert.deepEqual(typesIn(await api.parseArticle(withCases, options), "CASE"), []);
  assert.deepEqual(asked, ["wirecopy.wasm"]);
  for (let round = 0; round < 2; round++) {
    const article = await api.parseArticle(withCases, { patterns });
    assert.deepEqual(typesIn(article, "CASE"), ["AB-1234"]);
    assert.deepEqual(typesIn(article, "PLACE"), ["Oslo", "Bergen"]);
  }
  assert.deepEqual(asked, ["wirecopy.wasm", "wirecopy-patterns.wasm"]);
  assert.deepEqual(typesIn(await api.parseArticle(page, { patterns }), "CASE"), ["AB-1234", "AB-5678"]);
  await assert.rejects(api.parseArticle("x", { patterns: [{ type: "CASE", pattern: "(" }] }), { code: "bad-option", message: /"\(" is no pattern/ });
  await assert.rejects(api.parseArticle("x", { patterns: [{ pattern: "x" }] }), { code: "bad-option", message: /missing field `type`/ });
  await assert.rejects(api.parseArticle("x", { patterns: "x" }), { code: "bad-option", message: /options\.patterns/ });

  const alone = createApi(sources.reader);
  await assert.rejects(alone.parseArticle("x", { patterns }), { code: "not-loaded", message: /patternsSource/ });
  await alone.init(undefined, { patternsSource: sources.patterns() });
  assert.deepEqual(typesIn(await alone.parseArticle(withCases, { patterns }), "CASE"), ["AB-1234"]);
});

test("a crash in the module for patterns costs one call", async () => {
  const { createApi } = await load("core.js");
  const file = (name) => () => readFileSync(join(installed, "dist", name));
  const limited = () => limitMemory(file("wirecopy-patterns.wasm")(), 16 * 1024 * 1024);
  const api = createApi({ reader: file("wirecopy.wasm"), patterns: limited });
  const before = await api.parseArticle(withCases, { patterns });
  await assert.rejects(api.parseArticle("AB-1234 ".repeat(4_000_000), { patterns }), { code: "crashed" });
  assert.deepEqual(await api.parseArticle(withCases, { patterns }), before);
});

test("identities are looked up in the pack only for who asks for all, and it loads with the first who does", async () => {
  const { createApi } = await load("core.js");
  const asked = [];
  const finder = (name) => () => {
    asked.push(name);
    return readFileSync(join(installed, "dist", name));
  };
  const sources = { reader: finder("wirecopy.wasm"), pages: finder("wirecopy-pages.wasm"), patterns: finder("wirecopy-patterns.wasm"), identities: finder("wirecopy-identities.wasm"), exporter: finder("wirecopy-export.wasm") };
  const api = createApi(sources);
  const core = await api.parseArticle(withMembers);
  for (const options of [{}, { identities: "core" }]) assert.deepEqual(await api.parseArticle(withMembers, options), core);
  assert.deepEqual(asked, ["wirecopy.wasm"]);
  const all = await api.parseArticle(withMembers, { identities: "all" });
  assert.deepEqual(await api.parseArticle(withMembers, { identities: "all" }), all);
  assert.deepEqual(asked, ["wirecopy.wasm", "wirecopy-identities.wasm"]);
  assert.match(idIn(all, "Renato Schifani"), /^Q\d+$/);
  assert.deepEqual([idIn(core, "Renato Schifani"), idIn(all, "Paolo Romani")], [null, null]);
  // Nothing else differs.
  const ids = new Map(all.entities.map(({ name, wikidata }) => [name, wikidata]));
  assert.deepEqual({ ...core, entities: core.entities.map((entity) => ({ ...entity, wikidata: ids.get(entity.name) })) }, all);
  const asPage = await api.parseArticle(`<article><p>${withMembers}</p></article>`, { identities: "all" });
  assert.equal(idIn(asPage, "Renato Schifani"), idIn(all, "Renato Schifani"));
  await assert.rejects(api.parseArticle("x", { identities: "every" }), { code: "bad-option", message: /options\.identities/ });

  const alone = createApi(sources.reader);
  await assert.rejects(alone.parseArticle("x", { identities: "all" }), { code: "not-loaded", message: /identitiesSource/ });
  await alone.init(undefined, { identitiesSource: sources.identities() });
  assert.deepEqual(await alone.parseArticle(withMembers, { identities: "all" }), all);
});

for (const entry of ["inline.js", "background.js"]) {
  test(`${entry} gives the same ids`, async () => {
    const { createApi } = await load("core.js");
    const { parseArticle, parseArticles, dispose } = await load(entry);
    const file = (name) => () => readFileSync(join(installed, "dist", name));
    const here = createApi({ reader: file("wirecopy.wasm"), identities: file("wirecopy-identities.wasm") });
    const expected = await here.parseArticle(withMembers, { identities: "all" });
    assert.deepEqual(await parseArticle(withMembers, { identities: "all" }), expected);
    assert.equal(idIn(await parseArticle(withMembers), "Renato Schifani"), null);
    const items = [withMembers, { input: withMembers, options: { identities: "core" } }];
    const found = [];
    for await (const { article } of parseArticles(items, { concurrency: 2, options: { identities: "all" } })) found.push(idIn(article, "Renato Schifani"));
    assert.deepEqual(found, [idIn(expected, "Renato Schifani"), null]);
    dispose();
  });
}

function idIn({ entities }, name) {
  return entities.find((entity) => entity.name === name).wikidata;
}

/** The words that are marked with the type. */
function typesIn({ mentions }, type) {
  return mentions.filter((mention) => mention.type === type).map(({ text }) => text);
}

test("init loads once, and again after a failure", async () => {
  const { createApi } = await load("core.js");
  const bytes = readFileSync(join(installed, "dist", "wirecopy.wasm"));
  const answers = [() => Promise.reject(new Error("offline")), () => new Response("gone", { status: 404 }), () => bytes];
  let asked = 0;
  const api = createApi(() => answers[asked++]());
  await assert.rejects(api.parseArticle("Hello"), { code: "not-loaded", message: /offline/ });
  await assert.rejects(api.init(), { code: "not-loaded", message: /404/ });
  await Promise.all([api.init(), api.init(), api.parseArticle("Hello")]);
  assert.equal(asked, 3);
  api.dispose();
  answers.push(() => bytes);
  assert.equal((await api.parseArticle("Hello")).text, "Hello");
  assert.equal(asked, 4);
});

test("after a crash the next call starts on a fresh instance", async () => {
  const { createApi } = await load("core.js");
  const bytes = readFileSync(join(installed, "dist", "wirecopy.wasm"));
  const api = createApi(() => limitMemory(bytes, 16 * 1024 * 1024));
  const before = await api.parseArticle(texts[2]);
  for (let round = 0; round < 3; round++) {
    await assert.rejects(api.parseArticle("word ".repeat(5_000_000)), (error) => {
      assert.equal(error.code, "crashed");
      assert.ok(error.cause instanceof Error);
      return true;
    });
    assert.deepEqual(await api.parseArticle(texts[2]), before);
  }
});

test("the memory that a huge article took is given back", async (t) => {
  const { createApi } = await load("core.js");
  const api = createApi(() => readFileSync(join(installed, "dist", "wirecopy.wasm")));
  const instances = t.mock.method(WebAssembly, "instantiate").mock;
  const read = async (text) => assert.equal((await api.parseArticle(text)).text, text);
  await read("Short");
  await read("Short again");
  assert.equal(instances.callCount(), 1);
  await read(texts[2].repeat(100_000));
  await read("Short");
  assert.equal(instances.callCount(), 2);
});

test("a signal ends a call with its own reason", async () => {
  const reason = new Error("enough");
  for (const entry of ["inline.js", "background.js"]) {
    const { parseArticle } = await load(entry);
    await assert.rejects(parseArticle("Hello", {}, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
    const controller = new AbortController();
    const late = parseArticle("Hello", {}, { signal: controller.signal });
    controller.abort(reason);
    await assert.rejects(late, (error) => error === reason);
    assert.equal((await parseArticle("Hello", {}, { signal: new AbortController().signal })).text, "Hello");
  }
});

test("the background reads in a worker of Node's", async (t) => {
  const { parseArticle, dispose } = await load("background.js");
  t.after(dispose);
  const inline = await load("inline.js");
  for (const text of texts) assert.deepEqual(await parseArticle(text), await inline.parseArticle(text));
  for (const input of [withCases, page]) {
    assert.deepEqual(await parseArticle(input, { patterns }), await inline.parseArticle(input, { patterns }));
  }
  await assert.rejects(parseArticle("x", { offsets: "bytes" }), { code: "bad-option" });
});

test("options that throw when they are looked at are bad options, on every thread", async () => {
  const hostile = [
    Object.defineProperty({}, "date", { enumerable: true, get: () => { throw new Error("no"); } }),
    { lexicon: new Proxy([], { get: () => { throw new Error("no"); } }) },
    new Proxy({}, { ownKeys: () => { throw new Error("no"); } }),
    Object.defineProperty({}, "corrections", { enumerable: true, get: () => { throw new Error("no"); } }),
  ];
  for (const entry of ["inline.js", "background.js"]) {
    const { parseArticle } = await load(entry);
    for (const options of hostile) {
      await assert.rejects(parseArticle("Hello", options), { code: "bad-option", message: /throws: no/ });
    }
    assert.equal((await parseArticle("Hello")).text, "Hello");
  }
});
