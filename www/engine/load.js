/**
 * Compiles the wasm binary, once for every source. The compiled module is what
 * travels (a worker receives it ready-made, a restart reuses it), so the binary is
 * fetched and compiled one time however often the engine is started.
 *
 * @import { Bindings, WasmSource } from "./types.js"
 */

import { MubinError } from "./errors.js";
import { createBindings } from "./generated/bindings.js";

/** @type {Map<unknown, Promise<WebAssembly.Module>>} */
const modules = new Map();

/** The binary as it lies beside the engine's own files. */
export const defaultWasm = () => new URL("./generated/mubin_bg.wasm", import.meta.url);

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export function loadModule(source) {
  const key = source instanceof URL ? source.href : source;
  let module = modules.get(key);
  if (!module) {
    module = compile(source).catch((cause) => {
      modules.delete(key); // so that a retry really tries again
      throw new MubinError("engine-load-failed", `The engine could not be loaded: ${cause?.message ?? cause}`, cause);
    });
    modules.set(key, module);
  }
  return module;
}

/**
 * A fresh instance: its own memory, its own bindings.
 * @param {WebAssembly.Module} module
 * @returns {Promise<Bindings>}
 */
export async function instantiate(module) {
  const bindings = createBindings();
  await bindings.default({ module_or_path: module });
  return bindings;
}

/** @param {WasmSource} source */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (ArrayBuffer.isView(source) || source instanceof ArrayBuffer) return WebAssembly.compile(source);
  if (typeof source === "string" || source instanceof URL) {
    const bytes = await readFileUrl(source);
    if (bytes) return WebAssembly.compile(bytes);
    return compileResponse(await fetch(source));
  }
  return compileResponse(await source);
}

/**
 * Streaming where the server names the type rightly, buffered where it does not.
 * @param {Response} response
 */
async function compileResponse(response) {
  if (!response.ok) throw new Error(`HTTP ${response.status} for ${response.url}`);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Node has no `fetch` for file URLs; its own file reader stands in.
 * @param {string | URL} source
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
async function readFileUrl(source) {
  const node = /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs/promises");
  if (!node || !String(source).startsWith("file:")) return null;
  return node.readFile(new URL(source));
}
