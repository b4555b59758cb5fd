// In browsers: the module is a file beside the script and compiles while it arrives.

import { findBesideScript } from "./browser-source.js";
import { createApi } from "./core.js";

export { compile, createApi, WirecopyError } from "./core.js";
export type * from "./core.js";

export const { parseArticle, init, dispose } = createApi(findBesideScript);
