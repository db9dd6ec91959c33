/**
 * Where the engine's own files lie: beside its modules. Each address is written
 * out as `new URL("…", import.meta.url)`, because that is the form in which
 * bundlers find a file and take it along; the single-file build puts
 * `inline/files.js` in the place of this module.
 *
 * @import { PackSources, WasmSource } from "./types.js"
 */

/** @returns {WasmSource} */
export const defaultWasm = () => new URL("./generated/mubin_bg.wasm", import.meta.url);

/** @returns {PackSources} */
export const defaultPacks = () => ({
  lexicon: new URL("./packs/lexicon.pack", import.meta.url),
  frequency: new URL("./packs/frequency.pack", import.meta.url),
  models: new URL("./packs/models.pack", import.meta.url),
  names: new URL("./packs/names.pack", import.meta.url),
  places: new URL("./packs/places.pack", import.meta.url),
  glosses: new URL("./packs/glosses.pack", import.meta.url),
});

/** The worker's script, with everything it needs in it. @returns {string | URL} */
export const defaultWorker = () => new URL("./worker.js", import.meta.url);

/** Whether a worker is started when nothing is said of it. */
export const WORKER_UNASKED = true;
