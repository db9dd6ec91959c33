/** The page served from a folder: the binary, the packs, the worker and what is loaded later are files beside this one. */

import { start } from "./app.js";

const beside = (/** @type {string} */ name) => new URL(name, import.meta.url);

/** An address that failed once fails from memory. @param {string} name @param {number} tries */
const later = (name, tries) => import(beside(tries ? `${name}?${tries}` : name).href);

/** @type {Record<string, string>} */
const files = JSON.parse(__LATER__);

start({
  wasm: beside(__WASM__),
  worker: beside(__WORKER__),
  packs: Object.fromEntries(Object.entries(__PACKS__).map(([name, file]) => [name, beside(file)])),
}, {
  atlas: (tries) => later(__ATLAS__, tries), study: (tries) => later(files.study, tries), writing: (tries) => later(files.writing, tries),
  samples: (tries) => later(files.samples, tries), docx: (tries) => later(files.docx, tries), part: (name, tries) => later(files[name], tries),
}, beside("../service-worker.js"));
