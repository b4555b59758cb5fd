// `npm start`: sets up, builds, and serves the page.

import { join } from "node:path";

import { build } from "./build.mjs";
import { root, setUp } from "./setup.mjs";

setUp();
await build();
const { createServer } = await import("vite");
const www = join(root, "www");
const server = await createServer({ root: www, configFile: join(www, "vite.config.ts") });
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
