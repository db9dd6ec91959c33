/** The page served from a folder: the binary, the packs, the worker and the map's geography are files beside this one. */

import { start } from "./app.js";

const beside = (/** @type {string} */ name) => new URL(name, import.meta.url);

start({
  wasm: beside(__WASM__),
  worker: beside(__WORKER__),
  packs: Object.fromEntries(Object.entries(__PACKS__).map(([name, file]) => [name, beside(file)])),
}, (tries) => import(beside(tries ? `${__ATLAS__}?${tries}` : __ATLAS__).href)); // an address that failed once fails from memory
