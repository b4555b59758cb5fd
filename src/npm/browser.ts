// In browsers: the modules are files beside the script and compile while they arrive.

import { besideScript } from "./browser-source.js";
import { createApi } from "./core.js";

export { compile, createApi, EXPORT_FORMATS, WirecopyError } from "./core.js";
export type * from "./core.js";

export const { parseArticle, parseArticles, exportArticle, applyCorrections, init, dispose } = createApi(besideScript);
