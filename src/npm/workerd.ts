// In Cloudflare's runtime, which compiles no bytes: the module is deployed with the script.

import { createApi } from "./core.js";
import module from "./wirecopy.wasm";

export { compile, createApi, WirecopyError } from "./core.js";
export type * from "./core.js";

export const { parseArticle, init, dispose } = createApi(() => module);
