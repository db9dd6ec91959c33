/**
 * The engine of the page that is served from a folder, started by a script of its own: it is small and there long before
 * the page's is, so that the binary is compiled and the packs are opened in the worker while the page is still read and drawn. Who
 * asks for the engine with these files later is given this one.
 */

import { createAnalyzer } from "../engine/index.js";

export const beside = (/** @type {string} */ name) => new URL(name, import.meta.url);

/** @type {import("../engine/types.js").AnalyzerOptions} */
export const engineFiles = {
  wasm: beside(__WASM__),
  worker: beside(__WORKER__),
  packs: Object.fromEntries(Object.entries(__PACKS__).map(([name, file]) => [name, beside(file)])),
};

createAnalyzer(engineFiles).catch(() => {}); // the page hears of it when it asks
