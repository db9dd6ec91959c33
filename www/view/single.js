/**
 * The page in one file, opened from disk: the binary and the worker's script lie
 * in inert data blocks of the document itself.
 */

import { start } from "./app.js";

const block = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";

start({
  wasm: Uint8Array.from(atob(block("mubin-wasm")), (letter) => letter.charCodeAt(0)),
  worker: URL.createObjectURL(new Blob([block("mubin-worker")], { type: "text/javascript" })),
});
