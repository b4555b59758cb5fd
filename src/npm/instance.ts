// One WebAssembly module and its instance: loaded when it is needed, thrown away when it breaks.

import { WirecopyError, type WirecopyErrorCode } from "./error.js";
import { isWasm } from "./response.js";

/** Where a WebAssembly module comes from. */
export type WasmSource = WebAssembly.Module | BufferSource | Response | URL | string;

/** Finds a module when it is needed. */
export type SourceFinder = () => WasmSource | Promise<WasmSource>;

/** What wasm-bindgen writes beside a module, made into a function of the instance by the build. */
export interface Glue {
  /** What the module imports. */
  imports(): WebAssembly.Imports;
  /** Ties the glue to an instance of the module. */
  start(instance: WebAssembly.Instance, module: WebAssembly.Module): void;
}

/** Memory that an instance may keep between two calls. WebAssembly cannot give a part of it back. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** A module that starts with the first call and starts afresh after a crash. */
export interface Instance<G extends Glue> {
  /** Loads the module and starts it. */
  start(source?: SourceFinder): Promise<unknown>;
  /** Finds the module elsewhere from now on. */
  findLater(source: SourceFinder): void;
  /** Starts the module; gives what calls its functions at once. */
  ready(signal: AbortSignal | undefined): Promise<<T>(work: (glue: G) => T) => T>;
  /** Calls a function of the module's. */
  call<T>(signal: AbortSignal | undefined, work: (glue: G) => T): Promise<T>;
  /** Lets the module and its memory go. */
  dispose(): void;
}

/** Makes the holder of one module. */
export function createInstance<G extends Glue>(findModule: SourceFinder, createGlue: () => G): Instance<G> {
  let module: Promise<WebAssembly.Module> | undefined;
  let started: Promise<{ glue: G; memory: WebAssembly.Memory }> | undefined;

  function load(source: SourceFinder): Promise<WebAssembly.Module> {
    if (module) return module;
    const loading = compile(source);
    module = loading;
    loading.catch(() => {
      if (module === loading) module = undefined;
    });
    return loading;
  }

  function start(source = findModule) {
    if (started) return started;
    const starting = load(source).then((compiled) => instantiate(compiled, createGlue()));
    started = starting;
    starting.catch(() => {
      if (started === starting) started = undefined;
    });
    return starting;
  }

  async function ready(signal: AbortSignal | undefined) {
    signal?.throwIfAborted();
    const starting = start();
    const { glue, memory } = await starting;
    signal?.throwIfAborted();
    return <T>(work: (glue: G) => T): T => {
      let keep = true;
      try {
        const result = work(glue);
        keep = memory.buffer.byteLength <= KEPT_BYTES;
        return result;
      } catch (error) {
        if (isRefusal(error)) throw new WirecopyError(error.code, error.message);
        keep = false;
        throw new WirecopyError("crashed", `the core broke off: ${messageOf(error)}`, { cause: error });
      } finally {
        if (!keep && started === starting) started = undefined;
      }
    };
  }

  return {
    start,
    findLater(source) {
      findModule = source;
    },
    ready,
    async call(signal, work) {
      return (await ready(signal))(work);
    },
    dispose() {
      module = undefined;
      started = undefined;
    },
  };
}

/**
 * Compiles a module alone: to hand one module to many threads, each of which calls `init` with it.
 */
export async function compile(source: SourceFinder): Promise<WebAssembly.Module> {
  try {
    return await compileSource(await source());
  } catch (error) {
    if (error instanceof WirecopyError) throw error;
    throw new WirecopyError("not-loaded", `the module could not be loaded: ${messageOf(error)}`, { cause: error });
  }
}

async function compileSource(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return compileSource(await fetch(source));
  // Told apart by what it can do: only to mention `Response` makes Node load all of its fetch.
  if (!("arrayBuffer" in source)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`${source.url} answers ${source.status}`);
  if (isWasm(source) && "compileStreaming" in WebAssembly) return WebAssembly.compileStreaming(source);
  return WebAssembly.compile(await source.arrayBuffer());
}

async function instantiate<G extends Glue>(module: WebAssembly.Module, glue: G) {
  const instance = await WebAssembly.instantiate(module, glue.imports());
  glue.start(instance, module);
  return { glue, memory: instance.exports.memory as WebAssembly.Memory };
}

/** Whether the core refused the call, and did not break. */
function isRefusal(error: unknown): error is Error & { code: WirecopyErrorCode } {
  return error instanceof Error && error.name === "WirecopyError" && "code" in error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
