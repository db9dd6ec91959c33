/**
 * The engine's public face: `createAnalyzer`, the error class and the limit. All
 * else is reached through an analyzer, so that who imports the error class alone
 * gets nothing else. `createAnalyzer` is memoised: asking twice for the
 * same engine gives the same one, so that several parts of a page share one worker.
 *
 * @import { Analyzer, AnalyzerOptions } from "./types.js"
 */

import { startAnalyzer } from "./analyzer.js";
import { defaultPacks, defaultWasm, defaultWorker, WORKER_UNASKED } from "./files.js";
import { PACKS } from "./packs.js";

export { MubinError } from "./errors.js";

/**
 * The longest text that Mubin's own page reads, in UTF-16 code units. A program may give `analyze` a longer one, at the price of
 * the memory it takes.
 */
export const MAX_UNITS = 16_777_216;

/** @type {Map<string, Promise<Analyzer>>} */
const analyzers = new Map();
/** @type {WeakMap<object, number>} */
const numbers = new WeakMap();
let lastNumber = 0;

/**
 * Starts an engine, or gives the one that was started with the same options and not put away since. Rejects with `engine-load-failed` when
 * the binary cannot be had, and with `engine-version` when it is of another version than the scripts. A pack or a worker that cannot be had is no error.
 * @param {AnalyzerOptions} [options]
 * @returns {Promise<Analyzer>}
 */
export function createAnalyzer({ wasm = defaultWasm(), packs = defaultPacks(), worker = WORKER_UNASKED } = {}) {
  const script = worker === true ? defaultWorker() : worker;
  const key = [wasm, script, ...PACKS.map((name) => packs && packs[name])].map(nameOf).join(" ");
  let analyzer = analyzers.get(key);
  if (!analyzer) {
    const forget = () => analyzers.delete(key);
    analyzer = startAnalyzer(wasm, packs, script, forget).catch((error) => {
      forget();
      throw error;
    });
    analyzers.set(key, analyzer);
  }
  return analyzer;
}

/**
 * Equal for equal addresses and for the same object or function.
 * @param {unknown} source
 */
function nameOf(source) {
  const address = typeof source === "string" || source instanceof URL;
  if (address || !source) return String(source || false);
  const number = numbers.get(source) ?? ++lastNumber;
  numbers.set(source, number);
  return `#${number}`;
}
