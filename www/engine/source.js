/**
 * Where the bytes of the engine's files come from: an address, a response, or the
 * bytes themselves, or a function that gives one of these. The binary and the language packs are read alike, in browsers,
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
  if (typeof source === "function") return openSource(await source(), init);
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(/** @type {ArrayBuffer} */ (source.buffer), source.byteOffset, source.byteLength);
  }
  if (typeof source === "string" || source instanceof URL) {
    return await readFile(String(source)) ?? sound(await fetch(source, init));
  }
  return sound(await source);
}

/** @param {Response} response */
function sound(response) {
  if (!response.ok) throw new Error(`HTTP ${response.status} for ${response.url}`);
  return response;
}

/** `C:` of a Windows path is none. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;

/**
 * Node has no `fetch` for files; its own file reader stands in, for file URLs and for paths.
 * @param {string} source
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} null: to be fetched
 */
async function readFile(source) {
  const node = /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs/promises");
  if (!node || (SCHEME.test(source) && !source.startsWith("file:"))) return null;
  return node.readFile(source.startsWith("file:") ? new URL(source) : source);
}
