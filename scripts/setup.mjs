// Makes a fresh machine ready to build and to test, and names plainly what it cannot get by itself.
// Plain Node: it runs before anything is installed.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, utimesSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the tools go that this project needs in an exact version. */
const tools = join(root, "target", "tools");

const WASM_TARGET = "wasm32-unknown-unknown";
const WASM_PACK_VERSION = "0.15.1";

/**
 * Prepares the machine for `npm start`, `npm run build` and, with `forTests`, `npm test`.
 * Everything is checked first, so that one run names all that is missing.
 */
export function setUp({ forTests = false } = {}) {
  const missing = [checkNode(), checkRust(), ...(forTests ? [checkChromium()] : [])].filter(Boolean);
  if (missing.length > 0) fail(missing.join("\n\n"));
  process.env.PATH = [join(tools, "bin"), process.env.PATH].join(delimiter);
  installTarget();
  installPackages();
  installCargoTool("wasm-bindgen", "wasm-bindgen-cli", wasmBindgenVersion());
  if (forTests) installCargoTool("wasm-pack", "wasm-pack", WASM_PACK_VERSION, { exact: false });
}

/** Prints the message and ends the program: for what the user has to mend. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Whether the script with this address is the one that Node was started with. */
export function isMain(url) {
  return process.argv[1] === fileURLToPath(url);
}

/** Runs a program that prints to the terminal; ends this one when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) fail(`Could not run ${command}: ${error.message}`);
  if (status !== 0) fail(`Failed: ${command} ${args.join(" ")}`);
}

/** The path of the first of the programs that is on the PATH. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find((path) => existsSync(path));
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Node ${process.versions.node} is too old: building needs Node 20.19 or newer, from https://nodejs.org`;
}

function checkRust() {
  if (!findProgram("cargo") || !findProgram("rustup")) {
    return "Rust is missing: cargo and rustup are not on the PATH. Install them as https://rustup.rs says.";
  }
  if (process.platform === "win32" || findProgram("cc")) return undefined;
  return "Rust needs a C compiler to link with: cc is not on the PATH. On Debian and Ubuntu: apt install build-essential";
}

function checkChromium() {
  const missing = [];
  if (!findProgram("chromium", "chromium-browser", "google-chrome")) missing.push("chromium");
  if (!findProgram("chromedriver")) missing.push("chromedriver");
  if (missing.length === 0) return undefined;
  return (
    `The tests need ${missing.join(" and ")} on the PATH. ` +
    "On Debian and Ubuntu: apt install chromium chromium-driver"
  );
}

function installTarget() {
  const { stdout } = spawnSync("rustup", ["target", "list", "--installed"], { cwd: root, encoding: "utf8" });
  if (!stdout?.split("\n").includes(WASM_TARGET)) run("rustup", ["target", "add", WASM_TARGET]);
}

function installPackages() {
  const lock = join(root, "package-lock.json");
  // npm writes this file last, so its age is the age of the installation.
  const installed = join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  run("npm", ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" });
  const now = new Date();
  utimesSync(installed, now, now);
}

/** The version in Cargo.toml: the tool and the crate must be of the same one. */
function wasmBindgenVersion() {
  const version = readFileSync(join(root, "Cargo.toml"), "utf8").match(/^wasm-bindgen = "=(.+)"$/m)?.[1];
  return version ?? fail("Cargo.toml does not pin wasm-bindgen to one version.");
}

function installCargoTool(program, crate, version, { exact = true } = {}) {
  const found = spawnSync(program, ["--version"], { encoding: "utf8" });
  if (found.status === 0 && (!exact || found.stdout.trim().split(" ")[1] === version)) return;
  console.log(`Installing ${crate} ${version} into target/tools: this takes some minutes, once.`);
  run("cargo", ["install", "--root", tools, crate, "--version", version]);
}
