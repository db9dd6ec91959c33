/**
 * The worker's side of the engine: receives the compiled module and the packs,
 * answers requests, and never stays silent: whatever is thrown becomes an error
 * reply. A crash is only reported; the caller decides to throw the whole worker away.
 *
 * @import { Instance } from "./load.js"
 * @import { Answer, Request } from "./protocol.js"
 */

import { abortError, asEngineError, MubinError } from "./errors.js";
import { openInstance } from "./load.js";
import { handOver } from "./parts.js";
import { SLICE } from "./protocol.js";
import { askWords, buffersOf, buffersOfAnswer, runExport, runJob } from "./run.js";
import { written } from "./transliterate.js";

/** Under way or there, once it was asked for. @type {Promise<Instance> | undefined} */
let opened;
/** @type {Map<number, AbortController>} */
const running = new Map();
/** Parts of answers that were sent and not taken yet, by the request. @type {Map<number, { taken: () => void, refused: (error: Error) => void }>} */
const sent = new Map();

addEventListener("message", async (/** @type {MessageEvent<Request>} */ { data: request }) => {
  const { id } = request;
  if (request.call === "cancel") {
    running.get(id)?.abort();
    sent.get(id)?.refused(abortError());
    return;
  }
  if (request.call === "more") {
    sent.get(id)?.taken();
    return;
  }
  try {
    const [ok, transfer] = await answer(request);
    self.postMessage({ id, ok }, { transfer });
  } catch (thrown) {
    const error = asEngineError(thrown);
    const kind = error instanceof MubinError ? error.kind : "aborted";
    self.postMessage({ id, error: { kind, message: error.message } });
  } finally {
    running.delete(id);
    sent.delete(id);
  }
});

/**
 * @param {number} id
 * @param {string} part
 * @returns {Promise<void>} when it has arrived
 */
const send = (id, part) => new Promise((taken, refused) => {
  sent.set(id, { taken, refused });
  self.postMessage({ id, part });
});

/**
 * The pace of work that can be cancelled and tells how far it is.
 * @param {number} id
 */
function watched(id) {
  const abort = new AbortController();
  running.set(id, abort);
  return { sliceMs: SLICE.worker, signal: abort.signal, onProgress: (/** @type {number} */ progress) => self.postMessage({ id, progress }) };
}

/**
 * @param {Exclude<Request, { call: "cancel" | "more" }>} request
 * @returns {Promise<[Answer, ArrayBuffer[]]>}
 */
async function answer(request) {
  if (request.call === "hello") {
    opened = openInstance(request.module);
    return [{ version: (await opened).bindings.version() }, []];
  }
  const instance = await opened; // packs come before it is there
  if (!instance) throw new MubinError("engine-load-failed", "The worker was asked before it was started.");
  const { decode, fold, normalize, repair } = instance.bindings;
  switch (request.call) {
    case "pack":
      instance.packs.add(request.name, request.bytes);
      return [null, []];
    case "memory":
      return [instance.memory.buffer.byteLength, []];
    case "analyze": {
      const pace = watched(request.id);
      const job = runJob(instance, request.text, request.options, request.name, pace);
      request.text = ""; // the engine has its own
      const raw = await job;
      await handOver(raw, (part) => send(request.id, part), pace.signal);
      return [raw, buffersOf(raw)];
    }
    case "export":
      return [await runExport(instance, request.request, watched(request.id)), []];
    case "alternatives":
      return [instance.packs.alternatives(request.text, request.start, request.end), []];
    case "ask": {
      const found = await askWords(instance, request.name, request.question, request.source, { sliceMs: SLICE.worker });
      return [found, found ? buffersOfAnswer(found) : []];
    }
    case "decode":
      return [decode(request.bytes, request.label), []];
    case "repair":
      return [repair(request.text), []];
    case "fold":
      return [request.texts.map((text) => fold(text)), []];
    case "transliterate":
      return [written(instance.bindings, request.words, request.options), []];
    case "normalize":
      return [normalize(request.text, request.folds), []];
  }
}
