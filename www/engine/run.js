/**
 * The one loop that works through a text, used alike in the worker and on the
 * page. A job is driven in slices whose size follows the clock, and the thread is
 * handed back between slices: that alone makes progress, cancelling and a page
 * that stays alive without a worker possible.
 *
 * @import { RawOptions, RawResult } from "./types.js"
 * @import { Instance } from "./load.js"
 */

import { abortError } from "./errors.js";

const SMALLEST = 1 << 10;
const LARGEST = 4 << 20;

/**
 * @param {Instance} instance
 * @param {string} text
 * @param {RawOptions} options
 * @param {{ sliceMs: number, signal?: AbortSignal, onProgress?: (share: number) => void }} pace
 * @returns {Promise<RawResult>}
 */
export async function runJob({ bindings, packs }, text, options, { sliceMs, signal, onProgress }) {
  const job = new bindings.Job(text, options, packs);
  let finished = false;
  try {
    let bytes = 16 << 10;
    for (;;) {
      const began = performance.now();
      const share = job.step(bytes);
      if (share >= 1) break;
      const took = Math.max(performance.now() - began, 0.05);
      bytes = Math.round(Math.min(LARGEST, Math.max(SMALLEST, bytes * Math.min(4, sliceMs / took))));
      onProgress?.(share);
      await breathe();
      if (signal?.aborted) throw abortError();
    }
    finished = true; // `finish` takes the job with it
    return job.finish();
  } finally {
    if (!finished) job.free();
  }
}

/**
 * The memory behind the columns, each buffer once, for a transfer list.
 * @param {RawResult} raw
 * @returns {ArrayBuffer[]}
 */
export function buffersOf(raw) {
  const columns = [raw.tokens, raw.words, raw.morphology ?? {}].flatMap((layer) => /** @type {unknown[]} */ (Object.values(layer)));
  const buffers = columns.filter(ArrayBuffer.isView).map((view) => /** @type {ArrayBuffer} */ (view.buffer));
  return [...new Set(buffers)];
}

/** Lets messages, input and painting go first. */
function breathe() {
  const scheduler = /** @type {any} */ (globalThis).scheduler;
  if (typeof scheduler?.yield === "function") return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(undefined); };
    port2.postMessage(null);
  });
}
