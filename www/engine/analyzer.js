/**
 * An analyzer: the calls of the public interface, each passed on to wherever the
 * engine runs. It remembers of every result what it was made from, so that later questions about it,
 * and its export, are answered with the same decisions; the result itself holds nothing of the engine.
 *
 * @import { Analyzer, AnalyzerOptions, Result, StudySource } from "./types.js"
 */

import { readingsOf } from "./alternatives.js";
import { beginningOf, within } from "./beginning.js";
import { openDocument } from "./document.js";
import { abortError, MubinError } from "./errors.js";
import { wishesOf } from "./export.js";
import { findHost } from "./hosts.js";
import { forgetModule, loadModule } from "./load.js";
import { EARLY, LATE, PackShelf } from "./packs.js";
import { makeResult } from "./result.js";
import { RowShelf } from "./rows.js";
import { breathe } from "./run.js";
import { makeStudy } from "./study.js";
import { needsWords, wordless, wordsOf } from "./transliterate.js";

/** What each result was made of. @type {WeakMap<Result, StudySource>} */
const origins = new WeakMap();
let lastName = 0;

/**
 * @param {NonNullable<AnalyzerOptions["wasm"]>} wasm
 * @param {Exclude<AnalyzerOptions["packs"], undefined>} sources
 * @param {Exclude<AnalyzerOptions["worker"], true | undefined>} worker
 * @param {() => void} forget
 * @returns {Promise<Analyzer>}
 */
export async function startAnalyzer(wasm, sources, worker, forget) {
  const shelf = new PackShelf(sources);
  shelf.fetch(EARLY); // while the binary comes
  const { host, version } = await findHost(loadModule(wasm), worker, (started, signal) => shelf.offer(EARLY, started, signal)).catch((error) => {
    forgetModule(wasm);
    throw error;
  });
  await shelf.give(EARLY, host);
  const rows = new RowShelf();
  let disposed = false;

  const ready = () => {
    if (disposed) throw new MubinError("disposed", "The engine was put away.");
    return host;
  };

  /** @type {Analyzer["analyze"]} */
  const analyze = async (text, { signal, onProgress, onBeginning, ...wishes } = {}) => {
    if (signal?.aborted) throw abortError();
    const { layers = null, date = null, folding, roles = null, pins = null, words = null, consistent = false } = wishes;
    const options = { layers, date, folding, roles, pins, words, consistent };
    /** @param {string} given @param {typeof options} those @param {import("./page-host.js").Watch} watch @param {number} end  where the text that is given ends */
    const read = async (given, those, watch, end) => {
      const name = ++lastName; // one that was never given before, not even to an engine that crashed
      const raw = await ready().analyze(given, { ...those, known: rows.known }, name, watch);
      const result = makeResult(text, raw, rows, end);
      origins.set(result, { name, text, options });
      return result;
    };
    const end = onBeginning ? beginningOf(text) : 0;
    if (onBeginning && end) {
      const those = { ...options, roles: within(roles, end), pins: within(pins, end) };
      onBeginning(await read(text.slice(0, end), those, { signal }, end));
      await breathe(); // the whole text travels when that is in front
      if (signal?.aborted) throw abortError();
    }
    return read(text, options, { signal, onProgress }, text.length);
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
    memory: async () => ready().memory(),
    dispose() {
      disposed = true;
      host.dispose();
      forget();
    },
  };
}
