import type { WasmSource } from "./core.js";
import { isWasm } from "./response.js";

/**
 * The file beside this one. Where a server or a development tool does not deliver it, the same
 * bytes come as a script.
 */
export async function findBesideScript(): Promise<WasmSource> {
  const response = await fetch(new URL("./wirecopy.wasm", import.meta.url)).catch(() => undefined);
  if (response?.ok) {
    if (isWasm(response)) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (MAGIC.every((byte, index) => bytes[index] === byte)) return bytes;
  }
  return (await import("./wasm-inline.js")).bytes();
}

/** What every WebAssembly module starts with. A server may answer any address with a page. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
