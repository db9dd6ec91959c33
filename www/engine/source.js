/**
 * Where the bytes of the engine's files come from: an address, a response, or the
 * bytes themselves. The binary and the language packs are read alike, in browsers,
 * workers and Node.
 *
 * @import { FileSource } from "./types.js"
 */

/**
 * @param {FileSource} source
 * @param {RequestInit} [init]  of the request, where there is one
 * @returns {Promise<Uint8Array<ArrayBuffer> | Response>} bytes where they were at hand, else a response that is well
 */
export async function openSource(source, init) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(/** @type {ArrayBuffer} */ (source.buffer), source.byteOffset, source.byteLength);
  }
  if (typeof source === "string" || source instanceof URL) {
    return await readFileUrl(source) ?? sound(await fetch(source, init));
  }
  return sound(await source);
}

/** @param {Response} response */
function sound(response) {
  if (!response.ok) throw new Error(`HTTP ${response.status} for ${response.url}`);
  return response;
}

/**
 * Node has no `fetch` for file URLs; its own file reader stands in.
 * @param {string | URL} source
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
async function readFileUrl(source) {
  const node = /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs/promises");
  if (!node || !String(source).startsWith("file:")) return null;
  return node.readFile(new URL(source));
}
