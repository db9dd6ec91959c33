/**
 * The page in one file, opened from disk: the binary, the packs and the worker's
 * script lie in inert data blocks of the document itself.
 */

import { start } from "./app.js";

const block = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
const bytes = (/** @type {string} */ id) => Uint8Array.from(atob(block(id)), (letter) => letter.charCodeAt(0));

start({
  wasm: bytes("mubin-wasm"),
  worker: URL.createObjectURL(new Blob([block("mubin-worker")], { type: "text/javascript" })),
  packs: {
    lexicon: bytes("mubin-pack-lexicon"), frequency: bytes("mubin-pack-frequency"), models: bytes("mubin-pack-models"),
    glosses: bytes("mubin-pack-glosses"),
  },
});
