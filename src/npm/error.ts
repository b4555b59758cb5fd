import type { ErrorCode } from "./article.js";

/**
 * Why a call failed. Beside the core's own codes:
 *
 * - `not-loaded`: the WebAssembly module could not be loaded or compiled. The next call tries again.
 * - `crashed`: the core broke off, as when the memory ends. The next call starts on a fresh one.
 */
export type WirecopyErrorCode = ErrorCode | "not-loaded" | "crashed";

/** Every error of this package, but for an abort, which rejects with the signal's own reason. */
export class WirecopyError extends Error {
  /** A word for programs; the message is for people. */
  readonly code: WirecopyErrorCode;

  constructor(code: WirecopyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  static {
    this.prototype.name = "WirecopyError";
  }

  /** Whether a value is such an error. `wirecopy`, `wirecopy/documents` and what CommonJS requires have a class each. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== WirecopyError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && value.name === "WirecopyError" && "code" in value;
  }
}
