/**
 * Files and texts that come from outside the page: the chooser, a drop, a paste, the
 * system's share sheet or its "open with". One file is opened on the desk. Several at
 * once go to the library, which says what became of each, and so does a file in a
 * format of Mubin's own, because only the library reads those.
 *
 * @import { Store } from "./state.js"
 */

import { Problem, shownError } from "./errors.js";

const OWN = /\.json$/i;

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./intake.js").createIntake>} intake
 * @param {(() => Promise<import("./parts.js").Part | null>) | null} library  fetched; null where that failed, and where there can be none
 */
export function createReceive({ state, set }, intake, library) {
  /**
   * @param {File[]} files
   * @param {string} [text]  where there is no file
   * @returns {Promise<void>}
   */
  return async (files, text = "") => {
    const [first] = files;
    if (!first) return text.trim() ? intake.take(text, { origin: { source: { by: "share" }, saved: null } }) : undefined;
    if (!library || (files.length === 1 && !OWN.test(first.name))) return intake.open(first);
    const part = await library();
    if (part) await part.receive?.(files);
    else set({ error: { ...shownError(new Problem("part-failed"), state.result ? "earlier" : "nothing"), action: "close" } });
  };
}
