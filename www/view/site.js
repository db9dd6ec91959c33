/** The page served from a folder: the binary, the packs, the worker and what is loaded later are files beside this one. */

import { start } from "./app.js";

const beside = (/** @type {string} */ name) => new URL(name, import.meta.url);

/** An address that failed once fails from memory. @param {string} name */
const later = (name) => (/** @type {number} */ tries) => import(beside(tries ? `${name}?${tries}` : name).href);

start({
  wasm: beside(__WASM__),
  worker: beside(__WORKER__),
  packs: Object.fromEntries(Object.entries(__PACKS__).map(([name, file]) => [name, beside(file)])),
}, { atlas: later(__ATLAS__), study: later(__STUDY__), writing: later(__WRITING__) });
