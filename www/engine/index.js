/**
 * The engine's public face. `createAnalyzer` is memoised: asking twice for the
 * same engine gives the same one, so that several parts of a page share one
 * worker. A worker that cannot be had is no error, the page then does the work; nor
 * is a language pack, without which words are counted and not explained.
 *
 * @typedef {import("./types.js").Analyzer} Analyzer
 * @typedef {import("./types.js").AnalyzerOptions} AnalyzerOptions
 * @typedef {import("./types.js").AnalyzeOptions} AnalyzeOptions
 * @typedef {import("./types.js").OpenDocument} OpenDocument
 * @typedef {import("./types.js").Result} Result
 * @typedef {import("./types.js").Block} Block
 * @typedef {import("./types.js").Sentence} Sentence
 * @typedef {import("./types.js").Token} Token
 * @typedef {import("./types.js").Analysis} Analysis
 * @typedef {import("./types.js").Reading} Reading
 * @typedef {import("./types.js").Pin} Pin
 * @typedef {import("./types.js").PackName} PackName
 * @typedef {import("./types.js").PackState} PackState
 * @typedef {import("./types.js").Word} Word
 * @typedef {import("./types.js").DecidedRole} DecidedRole
 * @typedef {import("./types.js").Decoded} Decoded
 * @typedef {import("./types.js").Scheme} Scheme
 * @typedef {import("./types.js").TransliterateOptions} TransliterateOptions
 * @typedef {import("./types.js").NormalizeOptions} NormalizeOptions
 * @typedef {import("./types.js").ErrorKind} ErrorKind
 * @typedef {import("./types.js").Study} Study
 * @typedef {import("./types.js").ExportFormat} ExportFormat
 * @typedef {import("./types.js").ExportOptions} ExportOptions
 * @typedef {import("./types.js").ExportedFile} ExportedFile
 */

import { readingsOf } from "./alternatives.js";
import { abortError, MubinError } from "./errors.js";
import { wishesOf } from "./export.js";
import { defaultWasm, loadModule } from "./load.js";
import { defaultPacks, EARLY, LATE, PACKS, PackShelf } from "./packs.js";
import { PageHost } from "./page-host.js";
import { makeResult } from "./result.js";
import { makeStudy } from "./study.js";
import { needsWords, wordless, wordsOf } from "./transliterate.js";
import { WorkerHost } from "./worker-host.js";

export { MubinError } from "./errors.js";

/** The longest text taken, in UTF-16 code units. */
export const MAX_UNITS = 16 << 20;

/** @type {Map<string, Promise<Analyzer>>} */
const analyzers = new Map();
/** @type {WeakMap<object, number>} */
const numbers = new WeakMap();
let lastNumber = 0;
/** What each result was made of. @type {WeakMap<Result, import("./types.js").StudySource>} */
const origins = new WeakMap();
let lastName = 0;

/**
 * @param {AnalyzerOptions} [options]
 * @returns {Promise<Analyzer>}
 */
export function createAnalyzer({ wasm = defaultWasm(), packs = defaultPacks(), worker = true } = {}) {
  const key = [wasm, worker, ...PACKS.map((name) => packs && packs[name])].map(nameOf).join(" ");
  let analyzer = analyzers.get(key);
  if (!analyzer) {
    const forget = () => analyzers.delete(key);
    analyzer = start(wasm, packs, worker, forget).catch((error) => {
      forget();
      throw error;
    });
    analyzers.set(key, analyzer);
  }
  return analyzer;
}

/**
 * Equal for equal addresses and for the same object.
 * @param {unknown} source
 */
function nameOf(source) {
  if (typeof source !== "object" || source === null || source instanceof URL) return String(source || false);
  const number = numbers.get(source) ?? ++lastNumber;
  numbers.set(source, number);
  return `#${number}`;
}

/**
 * @param {NonNullable<AnalyzerOptions["wasm"]>} wasm
 * @param {Exclude<AnalyzerOptions["packs"], undefined>} sources
 * @param {NonNullable<AnalyzerOptions["worker"]>} worker
 * @param {() => void} forget
 * @returns {Promise<Analyzer>}
 */
async function start(wasm, sources, worker, forget) {
  const shelf = new PackShelf(sources);
  shelf.fetch(EARLY); // while the binary comes
  const { host, version } = await findHost(await loadModule(wasm), worker);
  await shelf.give(EARLY, host);
  let disposed = false;

  const ready = () => {
    if (disposed) throw new MubinError("disposed", "The engine was put away.");
    return host;
  };

  /** @type {Analyzer["analyze"]} */
  const analyze = async (text, { signal, onProgress, ...wishes } = {}) => {
    if (signal?.aborted) throw abortError();
    const { layers = null, date = null, folding, roles = null, pins = null, words = null, consistent = false } = wishes;
    const options = { layers, date, folding, roles, pins, words, consistent };
    const name = ++lastName; // one that was never given before, not even to an engine that crashed
    const result = makeResult(text, await ready().analyze(text, options, name, { signal, onProgress }));
    origins.set(result, { name, text, options });
    return result;
  };

  /** @param {Result} result */
  const originOf = (result) => {
    const origin = origins.get(result);
    if (!origin) throw new MubinError("bad-options", "This needs a result of this engine.");
    return origin;
  };

  return {
    where: host.where,
    version,
    packs: shelf.states,
    analyze,
    open: async (text) => openDocument(text, analyze),
    alternatives: (result, token) => readingsOf(result, token, async (...word) => ready().alternatives(...word)),
    study(result) {
      const { name, text, options } = originOf(result);
      // Names, corrections and the rest need not be found again for questions about words.
      const source = { name, text, options: { ...options, layers: [result.morphology ? "morphology" : "tokens"] } };
      return makeStudy((question) => ready().ask(source, question));
    },
    async export(result, format, { signal, onProgress, ...options } = {}) {
      const { text, options: made } = originOf(result);
      const wishes = wishesOf(format, options);
      if (signal?.aborted) throw abortError();
      return ready().export({ text, options: made, format, wishes }, { signal, onProgress });
    },
    glosses: async () => shelf.give(LATE, ready()),
    async retryPacks() {
      const failed = shelf.failed();
      shelf.fetch(failed, { cache: "reload" }); // not the copy that was no good
      await shelf.give(failed, ready());
    },
    decode: async (bytes, label) => ready().decode(bytes, label),
    repair: async (text) => ready().repair(text),
    fold: /** @type {Analyzer["fold"]} */ (async (/** @type {string | string[]} */ text) => {
      if (Array.isArray(text)) return ready().fold(text);
      return (await ready().fold([text]))[0];
    }),
    async transliterate(given, options) {
      if (typeof given !== "string") return ready().transliterate(wordsOf(given, options.token), options);
      const words = needsWords(options) && given.trim()
        ? wordsOf(await analyze(given, { layers: ["tokens", "morphology", ...(options.capitals ? ["entities"] : [])] })) : wordless(given);
      return ready().transliterate(words, options);
    },
    normalize: async (text, { folds }) => ready().normalize(text, folds.join(",")),
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
