/**
 * The engine's one error class. Callers branch on `kind`, a stable string; the
 * message is English, for logs. Whatever is thrown that does not carry a kind of
 * the core (a wasm trap, an out-of-memory RangeError) counts as a crash, because
 * after it the instance cannot be trusted: that is the decision of this module.
 *
 * @import { ErrorKind } from "./types.js"
 */

/** Whatever goes wrong in the engine, except that a cancelled call rejects with an `AbortError`. `kind` is stable; `message` is English, for logs. */
export class MubinError extends Error {
  /**
   * @param {ErrorKind} kind
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(kind, message, cause) {
    super(message, { cause });
    this.name = "MubinError";
    this.kind = kind;
  }
}

/** @returns {DOMException} what an aborted call rejects with */
export function abortError() {
  return new DOMException("The analysis was cancelled.", "AbortError");
}

/** @param {unknown} error */
export function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
}

/**
 * Anything thrown inside the engine, as an error a caller can act on.
 * @param {unknown} error
 * @returns {MubinError | DOMException}
 */
export function asEngineError(error) {
  if (error instanceof MubinError) return error;
  if (error instanceof DOMException && error.name === "AbortError") return error;
  if (isCoreError(error)) {
    return new MubinError(/** @type {ErrorKind} */ (error.kind), error.message, error);
  }
  return new MubinError("engine-crashed", `The engine stopped: ${describe(error)}`, error);
}

/**
 * The core throws plain `{kind, message}` objects and nothing else does.
 * @param {unknown} error
 * @returns {error is { kind: string, message: string }}
 */
function isCoreError(error) {
  return typeof error === "object" && error !== null && !(error instanceof Error)
    && typeof (/** @type {any} */ (error).kind) === "string";
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? error.message : String(error);
}
