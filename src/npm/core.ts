import type { Article, Options } from "./article.js";
import { WirecopyError, type WirecopyErrorCode } from "./error.js";
import { createGlue, type Glue } from "./glue.js";
import { isWasm } from "./response.js";

export type * from "./article.js";
export { WirecopyError, type WirecopyErrorCode } from "./error.js";

/** Where the WebAssembly module comes from. */
export type WasmSource = WebAssembly.Module | BufferSource | Response | URL | string;

/** What belongs to one call rather than to the reading. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What every entry of the package offers. */
export interface Api {
  /**
   * Reads one article. Any string is read; it rejects with a {@link WirecopyError} where the input
   * is no string, an option is wrong or a limit is passed.
   */
  parseArticle(input: string, options?: Options, call?: CallOptions): Promise<Article>;
  /**
   * Loads the module ahead of the first call, from the given source or from the entry's own. It is
   * loaded once, whatever later calls say; after a failure the next call tries again.
   */
  init(source?: WasmSource | Promise<WasmSource>): Promise<void>;
  /** Gives the memory back. A later call loads the module again. */
  dispose(): void;
}

/** Finds the module when it is needed. */
export type SourceFinder = () => WasmSource | Promise<WasmSource>;

/** Memory that an instance may keep between two calls. WebAssembly cannot give a part of it back. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** An instance with its glue. */
interface Core {
  glue: Glue;
  memory: WebAssembly.Memory;
}

/** Makes the functions of an entry, which share one instance of the module. */
export function createApi(defaultSource: SourceFinder): Api {
  let module: Promise<WebAssembly.Module> | undefined;
  let core: Promise<Core> | undefined;

  function load(source: SourceFinder): Promise<WebAssembly.Module> {
    if (module) return module;
    const loading = compile(source);
    module = loading;
    loading.catch(() => {
      if (module === loading) module = undefined;
    });
    return loading;
  }

  function start(source: SourceFinder): Promise<Core> {
    if (core) return core;
    const starting = load(source).then(instantiate);
    core = starting;
    starting.catch(() => {
      if (core === starting) core = undefined;
    });
    return starting;
  }

  return {
    async parseArticle(input, options, call) {
      call?.signal?.throwIfAborted();
      const starting = start(defaultSource);
      const { glue, memory } = await starting;
      call?.signal?.throwIfAborted();
      let keep = true;
      try {
        const article = glue.parseArticle(input, options);
        keep = memory.buffer.byteLength <= KEPT_BYTES;
        return article;
      } catch (error) {
        if (isRefusal(error)) throw new WirecopyError(error.code, error.message);
        keep = false;
        throw new WirecopyError("crashed", `the core broke off: ${messageOf(error)}`, { cause: error });
      } finally {
        if (!keep && core === starting) core = undefined;
      }
    },
    async init(source) {
      await start(source === undefined ? defaultSource : () => source);
    },
    dispose() {
      module = undefined;
      core = undefined;
    },
  };
}

const { parseArticle, init, dispose } = createApi(() => {
  throw new WirecopyError("not-loaded", "wirecopy/core comes without its module: call init(source) first");
});
export { dispose, init, parseArticle };

/**
 * Compiles the module alone: to hand one module to many threads, each of which calls `init` with it.
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

async function instantiate(module: WebAssembly.Module): Promise<Core> {
  const glue = createGlue();
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
