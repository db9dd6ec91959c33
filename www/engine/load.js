/**
 * Compiles the wasm binary, once for every source. The compiled module is what
 * travels (a worker receives it ready-made, a restart reuses it), so the binary is
 * fetched and compiled one time however often the engine is started. An instance
 * is opened together with the language packs it works with. Binary and bindings are made
 * together and fit no other: a binary of another version is refused before it is
 * asked anything.
 *
 * @import { Bindings, PackName, Packs, WasmSource } from "./types.js"
 */

import { MubinError } from "./errors.js";
import { createBindings, VERSION } from "./generated/bindings.js";
import { openSource } from "./source.js";

/** @typedef {{ bindings: Bindings, packs: Packs, memory: { readonly buffer: ArrayBuffer } }} Instance */

/** By address. @type {Map<string, Promise<WebAssembly.Module>>} */
const fetched = new Map();
/** By what was handed over, for as long as its owner keeps it. @type {WeakMap<object, Promise<WebAssembly.Module>>} */
const given = new WeakMap();

/**
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export function loadModule(source) {
  return isAddress(source) ? once(fetched, String(source), source) : once(given, source, source);
}

/**
 * A binary that is of no use is not kept, so that a retry fetches it anew.
 * @param {WasmSource} source
 */
export function forgetModule(source) {
  if (isAddress(source)) fetched.delete(String(source));
  else given.delete(source);
}

/**
 * @param {WasmSource} source
 * @returns {source is string | URL}
 */
const isAddress = (source) => typeof source === "string" || source instanceof URL;

/**
 * @template {string | object} Key
 * @param {{ get(key: Key): Promise<WebAssembly.Module> | undefined, set(key: Key, module: Promise<WebAssembly.Module>): void, delete(key: Key): boolean }} modules
 * @param {Key} key
 * @param {WasmSource} source
 */
function once(modules, key, source) {
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
  const { memory, version } = await bindings.default({ module_or_path: module }).then(
    (exports) => ({ memory: exports.memory, version: bindings.version() }),
  ).catch((cause) => {
    // It wants what these bindings do not have, or does not have what they want.
    const other = cause instanceof WebAssembly.LinkError || cause instanceof TypeError;
    throw other ? anotherVersion("an unknown version", cause) : cause;
  });
  if (version !== VERSION) throw anotherVersion(`version ${version}`);
  const instance = { bindings, packs: new bindings.Packs(), memory };
  for (const [name, bytes] of packs) instance.packs.add(name, bytes);
  return instance;
}

/**
 * @param {string} found
 * @param {unknown} [cause]
 */
const anotherVersion = (found, cause) => (
  new MubinError("engine-version", `The engine's binary is of ${found}, its scripts are of version ${VERSION}; take both from one package.`, cause));

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
