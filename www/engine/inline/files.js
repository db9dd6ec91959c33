/**
 * The engine's files inside the script itself, for hosts that cannot serve them:
 * deflated, in base64. Each is unpacked when it is asked for, and anew each time,
 * so that an engine can be put away and made again. No worker is started unless it
 * is asked for, because a worker without a file of its own needs a `blob:` address,
 * which strict policies forbid.
 *
 * @import { PackSources } from "../types.js"
 */

import { packs, wasm, worker } from "mubin:files";

/**
 * @param {string} base64
 * @returns {Response}
 */
function inflated(base64) {
  const deflated = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
}

const unpackWasm = () => inflated(wasm);
/** @type {PackSources} */
const unpackPacks = Object.fromEntries(Object.entries(packs).map(([name, base64]) => [name, () => inflated(base64)]));

export const defaultWasm = () => unpackWasm;

/** @returns {PackSources} */
export const defaultPacks = () => unpackPacks;

/** @type {string | undefined} */
let address;

/** @returns {string} */
export const defaultWorker = () => address ??= URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));

export const WORKER_UNASKED = false;
