/**
 * Where the engine's files lie in the folder for other pages: beside the script, under the names that the build
 * gives them. It stands in the place of `engine/files.js` there; in the package, where the elements share
 * the engine with programs, that one holds.
 *
 * @import { PackSources, WasmSource } from "../engine/types.js"
 */

/** @returns {WasmSource} */
export const defaultWasm = () => new URL(__WASM__, import.meta.url);

/** @returns {PackSources} */
export const defaultPacks = () => ({
  lexicon: new URL(__LEXICON__, import.meta.url), frequency: new URL(__FREQUENCY__, import.meta.url), models: new URL(__MODELS__, import.meta.url),
  names: new URL(__NAMES__, import.meta.url), places: new URL(__PLACES__, import.meta.url), glosses: new URL(__GLOSSES__, import.meta.url),
});

/** @returns {string | URL} */
export const defaultWorker = () => new URL(__WORKER__, import.meta.url);

/** Whether a worker is started when nothing is said of it. */
export const WORKER_UNASKED = true;
