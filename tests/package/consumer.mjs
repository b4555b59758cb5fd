// A project outside the checkout that has nothing but the packed package installed.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Packs the package and installs the tarball without a network; gives the project's folder. It is made in the
 * folder `within`, so that it finds what is installed there.
 */
export function createConsumer(test, within = tmpdir()) {
  const folder = mkdtempSync(join(within, "wirecopy-consumer-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  const [{ filename }] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], root));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  npm(["install", "--offline", "--no-audit", "--no-fund", `./${filename}`], folder);
  return folder;
}

/** Runs a module of the project in a Node of its own; gives what it prints. */
export function runModule(folder, source, { type = "module", args = [] } = {}) {
  return execFileSync(process.execPath, [...args, `--input-type=${type}`, "--eval", source], {
    cwd: folder,
    encoding: "utf8",
  });
}

function npm(args, cwd) {
  const shell = process.platform === "win32";
  return execFileSync("npm", args, { cwd, encoding: "utf8", shell, stdio: ["ignore", "pipe", "pipe"] });
}
