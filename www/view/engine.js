/**
 * The hold of a page on the engine, which may serve others too: it
 * runs one analysis at a time (a newer one cancels the older), and after a failed
 * load tries afresh on the next call.
 *
 * @import { AnalyzeOptions, Analyzer, Result } from "../engine/types.js"
 */

import { abortError } from "../engine/errors.js";

/**
 * @param {() => Promise<Analyzer>} ready  the same one each time, as long as it is there
 * @param {() => Pick<AnalyzeOptions, "date">} [given]  what is wished of every analysis
 * @param {AbortSignal} [signal]  the hold is given up
 */
export function holdEngine(ready, given = () => ({}), signal) {
  /** @type {AbortController | undefined} */
  let running;

  return {
    ready,
    /**
     * @param {string} text
     * @param {Pick<AnalyzeOptions, "folding" | "roles" | "pins" | "words" | "consistent" | "onProgress" | "onBeginning">} wishes
     * @returns {Promise<Result>}
     */
    async run(text, wishes) {
      running?.abort();
      if (signal?.aborted) throw abortError();
      const own = new AbortController();
      running = own;
      const analyzer = await ready();
      return analyzer.analyze(text, { ...given(), ...wishes, signal: own.signal });
    },
    cancel: () => running?.abort(),
  };
}
