/**
 * The page in one file, opened from disk: the binary, the packs and the worker's
 * script lie in inert data blocks of the document itself.
 */

import { PACKS } from "../engine/packs.js";
import { start } from "./app.js";

const block = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";

/** @param {string} id */
function bytes(id) {
  const text = block(id);
  return text ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) : null;
}

start({
  wasm: bytes("mubin-wasm") ?? new Uint8Array(),
  worker: URL.createObjectURL(new Blob([block("mubin-worker")], { type: "text/javascript" })),
  packs: Object.fromEntries(PACKS.map((name) => [name, bytes(`mubin-pack-${name}`)])),
}, () => import("./atlas.js"));
