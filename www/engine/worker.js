/**
 * The worker's side of the engine: receives the compiled module, answers
 * requests, and never stays silent: whatever is thrown becomes an error reply. A
 * crash is only reported; the caller decides to throw the whole worker away.
 *
 * @import { Bindings } from "./types.js"
 * @import { Answer, Request } from "./protocol.js"
 */

import { asEngineError, MubinError } from "./errors.js";
import { instantiate } from "./load.js";
import { SLICE } from "./protocol.js";
import { buffersOf, runJob } from "./run.js";

/** @type {Bindings | undefined} */
let bindings;
/** @type {Map<number, AbortController>} */
const running = new Map();

addEventListener("message", async (/** @type {MessageEvent<Request>} */ { data: request }) => {
  const { id } = request;
  if (request.call === "cancel") {
    running.get(id)?.abort();
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
  }
});

/**
 * @param {Exclude<Request, { call: "cancel" }>} request
 * @returns {Promise<[Answer, ArrayBuffer[]]>}
 */
async function answer(request) {
  if (request.call === "hello") {
    bindings = await instantiate(request.module);
    return [{ version: bindings.version() }, []];
  }
  if (!bindings) throw new MubinError("engine-load-failed", "The worker was asked before it was started.");
  const { decode, fold, repair } = bindings;
  switch (request.call) {
    case "analyze": {
      const abort = new AbortController();
      running.set(request.id, abort);
      const raw = await runJob(bindings, request.text, request.options, {
        sliceMs: SLICE.worker,
        signal: abort.signal,
        onProgress: (progress) => self.postMessage({ id: request.id, progress }),
      });
      return [raw, buffersOf(raw)];
    }
    case "decode":
      return [decode(request.bytes, request.label), []];
    case "repair":
      return [repair(request.text), []];
    case "fold":
      return [request.texts.map((text) => fold(text)), []];
  }
}
