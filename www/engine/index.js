/**
 * The engine's public face. `createAnalyzer` is memoised: asking twice for the
 * same engine gives the same one, so that several parts of a page share one
 * worker. A worker that cannot be had is no error, the page then does the work.
 *
 * @typedef {import("./types.js").Analyzer} Analyzer
 * @typedef {import("./types.js").AnalyzerOptions} AnalyzerOptions
 * @typedef {import("./types.js").AnalyzeOptions} AnalyzeOptions
 * @typedef {import("./types.js").OpenDocument} OpenDocument
 * @typedef {import("./types.js").Result} Result
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Sentence} Sentence
 * @typedef {import("./types.js").Token} Token
 * @typedef {import("./types.js").Word} Word
 * @typedef {import("./types.js").DecidedRole} DecidedRole
 * @typedef {import("./types.js").Decoded} Decoded
 * @typedef {import("./types.js").ErrorKind} ErrorKind
 */

import { abortError, MubinError } from "./errors.js";
import { PageHost, WorkerHost } from "./hosts.js";
import { defaultWasm, loadModule } from "./load.js";
import { makeResult } from "./result.js";

export { MubinError } from "./errors.js";

/** The longest text taken, in UTF-16 code units. */
export const MAX_UNITS = 16 << 20;

/** @type {Map<unknown, Map<string, Promise<Analyzer>>>} */
const analyzers = new Map();

/**
 * @param {AnalyzerOptions} [options]
 * @returns {Promise<Analyzer>}
 */
export function createAnalyzer({ wasm = defaultWasm(), worker = true } = {}) {
  const key = wasm instanceof URL ? wasm.href : wasm;
  const byWorker = analyzers.get(key) ?? new Map();
  analyzers.set(key, byWorker);
  const forget = () => byWorker.delete(String(worker));
  let analyzer = byWorker.get(String(worker));
  if (!analyzer) {
    analyzer = start(wasm, worker, forget).catch((error) => {
      forget();
      throw error;
    });
    byWorker.set(String(worker), analyzer);
  }
  return analyzer;
}

/**
 * @param {NonNullable<AnalyzerOptions["wasm"]>} wasm
 * @param {NonNullable<AnalyzerOptions["worker"]>} worker
 * @param {() => void} forget
 * @returns {Promise<Analyzer>}
 */
async function start(wasm, worker, forget) {
  const module = await loadModule(wasm);
  const { host, version } = await findHost(module, worker);
  let disposed = false;

  const ready = () => {
    if (disposed) throw new MubinError("disposed", "The engine was put away.");
    return host;
  };

  /** @type {Analyzer["analyze"]} */
  const analyze = async (text, { layers = null, date = null, folding, roles = null, signal, onProgress } = {}) => {
    if (signal?.aborted) throw abortError();
    const raw = await ready().analyze(text, { layers, date, folding, roles }, { signal, onProgress });
    return makeResult(text, raw);
  };

  return {
    where: host.where,
    version,
    analyze,
    open: async (text) => openDocument(text, analyze),
    decode: async (bytes, label) => ready().decode(bytes, label),
    repair: async (text) => ready().repair(text),
    fold: /** @type {Analyzer["fold"]} */ (async (/** @type {string | string[]} */ text) => {
      if (Array.isArray(text)) return ready().fold(text);
      return (await ready().fold([text]))[0];
    }),
    dispose() {
      disposed = true;
      host.dispose();
      forget();
    },
  };
}

/**
 * @param {WebAssembly.Module} module
 * @param {boolean | string | URL} worker
 */
async function findHost(module, worker) {
  if (worker !== false && typeof Worker === "function") {
    const host = worker === true
      ? new WorkerHost(module, new URL("./worker.js", import.meta.url), "module")
      : new WorkerHost(module, worker, "classic");
    try {
      return { host, version: await host.start() };
    } catch {
      // Blocked, broken or silent: the page takes over.
    }
  }
  const host = new PageHost(module);
  return { host, version: await host.start() };
}

/**
 * @param {string} text
 * @param {Analyzer["analyze"]} analyze
 * @returns {OpenDocument}
 */
function openDocument(text, analyze) {
  /** @type {ReturnType<Analyzer["analyze"]> | undefined} */
  let latest;
  return {
    get text() {
      return text;
    },
    edit(from, to, insert) {
      text = text.slice(0, from) + insert + text.slice(to);
      latest = undefined;
    },
    result(options) {
      if (options) return analyze(text, options);
      latest ??= analyze(text).catch((error) => {
        latest = undefined;
        throw error;
      });
      return latest;
    },
  };
}
