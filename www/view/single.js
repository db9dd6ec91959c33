/**
 * The page in one file, opened from disk: the binary, the packs and the worker's
 * script lie in inert data blocks of the document itself, the larger ones deflated,
 * since no server compresses a file on a disk.
 */

import { PACKS } from "../engine/packs.js";
import { start } from "./app.js";

/** @type {Record<import("./parts.js").PartName, () => Promise<import("./parts.js").PartModule>>} */
const PARTS = {
  output: () => import("./output/index.js"), library: () => import("./library/index.js"), compare: () => import("./compare/index.js"),
  help: () => import("./help/index.js"), panels: () => import("./panels.js"), passage: () => import("./passage/index.js"),
};

const block = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";

/**
 * @param {string} id
 * @returns {Response}
 */
function file(id) {
  const deflated = Uint8Array.from(atob(block(id)), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
}

start({
  wasm: file("mubin-wasm"),
  worker: URL.createObjectURL(new Blob([block("mubin-worker")], { type: "text/javascript" })),
  packs: Object.fromEntries(PACKS.filter((name) => block(`mubin-pack-${name}`)).map((name) => [name, file(`mubin-pack-${name}`)])),
}, {
  atlas: () => import("./atlas.js"), study: () => import("./study.js"), writing: () => import("./writing/index.js"),
  samples: () => import("./samples.js"), docx: () => import("./docx/index.js"), part: (name) => PARTS[name](),
});
