// wirecopy/documents for CommonJS. The readers are ES modules, which load with the first file.

import type * as documents from "./documents.js";

export { WirecopyError } from "./error.js";

export const readDocument: typeof documents.readDocument = async (source, options) => {
  return (await import("./documents.js")).readDocument(source, options);
};
