// In Vercel's edge runtime, which compiles no bytes: with this ending the build deploys the module.

import { createApi } from "./core.js";
import module from "./wirecopy.wasm?module";

export { compile, createApi, WirecopyError } from "./core.js";
export type * from "./core.js";

export const { parseArticle, init, dispose } = createApi(() => module);
