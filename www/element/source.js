/**
 * The text that an element is told to read from an address: of the same origin, or of
 * one that allows it. It comes as a file, so that its encoding, its markup and its size
 * are judged as those of any other; too much is refused before it is all there.
 */

import { abortError } from "../engine/errors.js";
import { Problem } from "../view/errors.js";
import { MAX_BYTES } from "../view/files.js";

const TEXT = /^(text\/(?!css|javascript)|application\/xhtml\+xml)/i;

/**
 * @param {string | URL} address
 * @param {AbortSignal} signal
 * @returns {Promise<File>}
 */
export async function fileAt(address, signal) {
  const answer = await fetch(address, { signal }).catch(() => null);
  if (signal.aborted) throw abortError();
  if (!answer?.ok) throw new Problem("source-unreachable");
  const type = answer.headers.get("content-type") ?? "text/plain";
  if (!TEXT.test(type)) throw new Problem("source-unsupported");
  const file = await partsOf(answer).catch((thrown) => {
    if (signal.aborted) throw abortError();
    throw thrown instanceof Problem ? thrown : new Problem("source-unreachable");
  });
  return new File(file, nameIn(answer.url || String(address)), { type: type.replace(/;.*/, "").replace("application/xhtml+xml", "text/html").trim() });
}

/**
 * @param {Response} answer
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>}
 */
async function partsOf(answer) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > MAX_BYTES) {
      reader?.cancel().catch(() => {});
      throw new Problem("too-large");
    }
    parts.push(next.value);
  }
  return parts;
}

/** The last part of an address. @param {string} address */
function nameIn(address) {
  const name = new URL(address, document.baseURI).pathname.split("/").pop() ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
