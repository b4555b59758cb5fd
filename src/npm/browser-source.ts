import type { Sources } from "./api.js";
import type { WasmSource } from "./instance.js";
import { isWasm } from "./response.js";

/**
 * The files beside this one. Where a server or a development tool does not deliver one, the same bytes
 * come as a script.
 */
export const besideScript: Required<Sources> = {
  async reader() {
    const found = await find(new URL("./wirecopy.wasm", import.meta.url));
    return found ?? (await import("./wasm-inline.js")).bytes();
  },
  async pages() {
    const found = await find(new URL("./wirecopy-pages.wasm", import.meta.url));
    return found ?? (await import("./pages-inline.js")).bytes();
  },
  async patterns() {
    const found = await find(new URL("./wirecopy-patterns.wasm", import.meta.url));
    return found ?? (await import("./patterns-inline.js")).bytes();
  },
  async identities() {
    const found = await find(new URL("./wirecopy-identities.wasm", import.meta.url));
    return found ?? (await import("./identities-inline.js")).bytes();
  },
  async exporter() {
    const found = await find(new URL("./wirecopy-export.wasm", import.meta.url));
    return found ?? (await import("./export-inline.js")).bytes();
  },
};

async function find(url: URL): Promise<WasmSource | undefined> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) return undefined;
  if (isWasm(response)) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return MAGIC.every((byte, index) => bytes[index] === byte) ? bytes : undefined;
}

/** What every WebAssembly module starts with. A server may answer any address with a page. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
