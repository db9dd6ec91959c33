/**
 * The page's hold on the engine: starts loading it at once without anyone waiting,
 * runs one analysis at a time (a newer one cancels the older), and after a failed
 * load tries afresh on the next call.
 *
 * @import { AnalyzeOptions, AnalyzerOptions, Analyzer, Result } from "../engine/types.js"
 */

import { createAnalyzer } from "../engine/index.js";

/** @param {AnalyzerOptions} options */
export function holdEngine(options) {
  /** @type {AbortController | undefined} */
  let running;
  /** @returns {Promise<Analyzer>} */
  const ready = () => createAnalyzer(options);
  // Failures are reported to whoever first needs it. The glosses come last, and before anyone has opened a card: once the
  // page has loaded, reading a text asks for nothing more.
  ready().then((analyzer) => analyzer.glosses()).catch(() => {});

  return {
    ready,
    /**
     * @param {string} text
     * @param {Pick<AnalyzeOptions, "folding" | "roles" | "pins" | "words" | "consistent" | "onProgress">} wishes
     * @returns {Promise<Result>}
     */
    async run(text, wishes) {
      running?.abort();
      const own = new AbortController();
      running = own;
      const analyzer = await ready();
      return analyzer.analyze(text, { ...wishes, signal: own.signal });
    },
    cancel: () => running?.abort(),
  };
}
