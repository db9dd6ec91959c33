/**
 * The one loop that works through a text, used alike in the worker and on the
 * page. A job is driven in slices whose size follows the clock, and the thread is
 * handed back between slices: that alone makes progress, cancelling and a page
 * that stays alive without a worker possible.
 *
 * @import { ExportedFile, ExportRequest, RawAnswer, RawOptions, RawResult, StudyQuestion, StudySource } from "./types.js"
 * @import { Instance } from "./load.js"
 */

import { abortError } from "./errors.js";

const SMALLEST = 1 << 10;
const LARGEST = 4 << 20;

/** @typedef {{ sliceMs: number, signal?: AbortSignal, onProgress?: (share: number) => void }} Pace */

/**
 * @param {Instance} instance
 * @param {string} text
 * @param {RawOptions} options
 * @param {number} name  under which the words of the result may be asked about
 * @param {Pace} pace
 * @returns {Promise<RawResult>}
 */
export function runJob(instance, text, options, name, pace) {
  return drive(instance, text, options, pace, (job) => {
    if (options.known) job.knows(options.known.edition, options.known.rows);
    return job.finish(name);
  });
}

/**
 * Asks about the words of a result, and reads its text again where that is needed and given. `null`: it is needed.
 * @param {Instance} instance
 * @param {number} name
 * @param {StudyQuestion} question
 * @param {StudySource | null} source
 * @param {Pace} pace
 * @returns {Promise<RawAnswer | null>}
 */
export async function askWords(instance, name, { what, query, numbers }, source, pace) {
  const ask = () => instance.packs.ask(name, what, query, Uint32Array.from(numbers));
  const answer = ask();
  if (answer || !source) return answer;
  return drive(instance, source.text, source.options, pace, (job) => {
    job.keep(name);
    return ask(); // in the same turn, as room is for few results
  });
}

/**
 * Reads the text of a result again and writes it as files.
 * @param {Instance} instance
 * @param {ExportRequest} request
 * @param {Pace} pace
 * @returns {Promise<ExportedFile[]>}
 */
export function runExport(instance, { text, options, format, wishes }, pace) {
  return drive(instance, text, options, pace, (job) => job.export(format, wishes));
}

/**
 * @template T
 * @param {Instance} instance
 * @param {string} text
 * @param {RawOptions} options
 * @param {Pace} pace
 * @param {(job: import("./types.js").Job) => T} finish
 * @returns {Promise<T>}
 */
async function drive({ bindings, packs }, text, options, { sliceMs, signal, onProgress }, finish) {
  const job = new bindings.Job(text, options, packs);
  text = ""; // of megabytes one copy is enough
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
    return finish(job);
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
  return buffersIn([raw.tokens, raw.words, raw.morphology ?? {}].flatMap((layer) => /** @type {unknown[]} */ (Object.values(layer))));
}

/**
 * The same of an answer.
 * @param {RawAnswer} answer
 */
export const buffersOfAnswer = ({ head, whole, real }) => buffersIn([head, whole, real]);

/**
 * @param {unknown[]} columns
 * @returns {ArrayBuffer[]}
 */
function buffersIn(columns) {
  const buffers = columns.filter(ArrayBuffer.isView).map((view) => /** @type {ArrayBuffer} */ (view.buffer));
  return [...new Set(buffers)];
}

/**
 * Lets messages, input and painting go first. Not by `scheduler.yield` in a worker: there what is left to do goes before every message that waits, a
 * cancel and a question about a word among them.
 * @returns {Promise<void>}
 */
export function breathe() {
  const scheduler = typeof document === "object" ? /** @type {any} */ (globalThis).scheduler : undefined;
  if (typeof scheduler?.yield === "function") return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(undefined); };
    port2.postMessage(null);
  });
}
