/** The page served from a folder: what is loaded later are files beside this one, as the engine's are. */

import { start } from "./app.js";
import { beside, engineFiles } from "./early.js";

/** An address that failed once fails from memory. @param {string} name @param {number} tries */
const later = (name, tries) => import(beside(tries ? `${name}?${tries}` : name).href);

/** @type {Record<string, string>} */
const files = JSON.parse(__LATER__);

start(engineFiles, {
  atlas: (tries) => later(__ATLAS__, tries), study: (tries) => later(files.study, tries), writing: (tries) => later(files.writing, tries),
  samples: (tries) => later(files.samples, tries), docx: (tries) => later(files.docx, tries), part: (name, tries) => later(files[name], tries),
}, beside("../service-worker.js"));
