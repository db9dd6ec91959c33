/**
 * Compiles the wasm binary, once for every source. The compiled module is what
 * travels (a worker receives it ready-made, a restart reuses it), so the binary is
 * fetched and compiled one time however often the engine is started. An instance
 * is opened together with the language packs it works with.
 *
 * @import { Bindings, PackName, Packs, WasmSource } from "./types.js"
 */

import { MubinError } from "./errors.js";
import { createBindings } from "./generated/bindings.js";
import { openSource } from "./source.js";

/** @typedef {{ bindings: Bindings, packs: Packs }} Instance */

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
 * A fresh instance: its own memory, its own bindings, the packs that an earlier one took.
 * @param {WebAssembly.Module} module
 * @param {Iterable<[PackName, Uint8Array]>} [packs]
 * @returns {Promise<Instance>}
 */
export async function openInstance(module, packs = []) {
  const bindings = createBindings();
  await bindings.default({ module_or_path: module });
  const instance = { bindings, packs: new bindings.Packs() };
  for (const [name, bytes] of packs) instance.packs.add(name, bytes);
  return instance;
}

/**
 * Streaming where the server names the type rightly, buffered where it does not.
 * @param {WasmSource} source
 */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  const opened = await openSource(source);
  if (opened instanceof Uint8Array) return WebAssembly.compile(opened);
  if (opened.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(opened);
  return WebAssembly.compile(await opened.arrayBuffer());
}
