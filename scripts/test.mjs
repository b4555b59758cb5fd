// `npm test`: sets up, builds, runs every suite and says at the end how each went.
// `npm test -- package types` runs only the suites of those names.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { build } from "./build.mjs";
import { fail, root, setUp } from "./setup.mjs";

/** Each suite in the order of what it stands on; a suite is a list of commands. */
const SUITES = {
  rust: [["cargo", "test", "--workspace"]],
  "wasm in Node": [["wasm-pack", "test", "--node"]],
  "wasm in Chrome": [["wasm-pack", "test", "--headless", "--chrome"]],
  types: ["src/npm", "www"].filter(hasTypes).map((folder) => [process.execPath, tsc(), "--noEmit", "-p", folder]),
  package: nodeTests("tests/package"),
  page: nodeTests("tests/page"),
};

/**
 * What only runs when it is asked for by its name, because it installs large things: bundlers, frameworks,
 * runtimes, and the programs that exports are made for.
 */
const ON_DEMAND = {
  environments: [
    ["npm", "ci", "--no-audit", "--no-fund", "--prefix", "tests/environments"],
    ...nodeTests("tests/environments"),
  ],
};

const names = process.argv.slice(2);
const all = { ...SUITES, ...ON_DEMAND };
const unknown = names.filter((name) => !(name in all));
if (unknown.length > 0) fail(`No such suite: ${unknown.join(", ")}. There are: ${Object.keys(all).join(", ")}.`);

setUp({ forTests: true });
await build();
const chosen = names.length === 0 ? Object.entries(SUITES) : names.map((name) => [name, all[name]]);
const results = chosen.map(([name, commands]) => runSuite(name, commands));
console.log(`\n${results.map(({ name, status, seconds }) => `${status}  ${name} (${seconds} s)`).join("\n")}`);
process.exit(results.some(({ status }) => status === "FAILED") ? 1 : 0);

function runSuite(name, commands) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const failed = commands.some(([command, ...args]) => {
    const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
    if (error) console.error(error.message);
    return status !== 0;
  });
  const status = failed ? "FAILED" : commands.length > 0 ? "passed" : "absent";
  return { name, status, seconds: Math.round((performance.now() - start) / 1000) };
}

function hasTypes(folder) {
  return existsSync(join(root, folder, "tsconfig.json"));
}

function tsc() {
  return join(root, "node_modules", "typescript", "bin", "tsc");
}

/** One run of Node's test runner over the folder's test files, or nothing where there are none. */
function nodeTests(folder) {
  if (!existsSync(join(root, folder))) return [];
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(".test.mjs"));
  if (files.length === 0) return [];
  return [[process.execPath, "--test", ...files.map((file) => join(folder, file))]];
}
