/**
 * A text under edit with its result. The result is made when it is asked for, and
 * kept until the next edit; what an edit leaves as it was the engine itself does not work out again.
 *
 * @import { Analyzer, OpenDocument } from "./types.js"
 */

/**
 * @param {string} text
 * @param {Analyzer["analyze"]} analyze
 * @returns {OpenDocument}
 */
export function openDocument(text, analyze) {
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
