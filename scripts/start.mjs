// `npm start`: sets up, builds the package and the page, and serves the page. It is the built page
// that is served, under the policy that it has anywhere: the development server would need more.

import { join } from "node:path";

import { build } from "./build.mjs";
import { root, setUp } from "./setup.mjs";

setUp();
await build();
const vite = await import("vite");
const configFile = join(root, "www", "vite.config.ts");
// Vite would warn of a large script: the module in a script, which loads only where its file cannot.
await vite.build({ configFile, logLevel: "error" });
const server = await vite.preview({ configFile });
console.log("\nThe page is at:");
server.printUrls();
