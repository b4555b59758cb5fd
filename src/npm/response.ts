/** Whether the response says that it is WebAssembly, so that it can be compiled as it arrives. */
export function isWasm(response: Response): boolean {
  return response.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() === "application/wasm";
}
