// In Node, Deno, Bun and wherever else scripts run: the module's bytes are a script, loaded with the
// first call. No file system and no network.

import { createApi } from "./core.js";

export { compile, createApi, WirecopyError } from "./core.js";
export type * from "./core.js";

export const { parseArticle, init, dispose } = createApi(async () => (await import("./wasm-inline.js")).bytes());
