/**
 * How a text gets in: taken, analysed, and only when its result is there put in
 * the place of the one before. Whatever goes wrong on the way, and a cancel too,
 * leaves the page as it was and the given text in reach.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Notice } from "./chrome.js"
 * @import { Store } from "./state.js"
 */

import { isAbort } from "../engine/errors.js";
import { MAX_UNITS } from "../engine/index.js";
import { keepDraft } from "./draft.js";
import { Problem, shownError } from "./errors.js";
import { mendedText, readFile } from "./files.js";
import { pastedText } from "./surface.js";

/** @typedef {{ quiet?: boolean, notices?: Notice[] }} Manner  quiet: the surface stays in front */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {{ fill: (text: string) => void, show: () => void, follow: (focus: null) => void }} page  fill: the text area
 */
export function createIntake({ state, set }, engine, page) {
  let retry = () => {};
  let cancelled = false;

  /**
   * @param {string} given
   * @param {Manner} [manner]
   */
  async function take(given, { quiet = false, notices = [] } = {}) {
    const text = given.toWellFormed();
    const heard = text === given ? notices : [...notices, { id: "surrogates", key: "surrogates" }];
    retry = () => take(given, { quiet, notices });
    cancelled = false;
    try {
      if (text.length > MAX_UNITS) throw new Problem("too-large");
      if (!text.trim()) throw new Problem("empty-text");
      saveDraft(text);
      set({ share: 0, error: null });
      const result = await engine.run(text, state.words.folding, (share) => set({ share }));
      accept(result, quiet, heard);
    } catch (thrown) {
      const lost = !state.result && !(thrown instanceof Problem);
      if (lost && (cancelled || !isAbort(thrown))) page.fill(text);
      refuse(thrown, lost ? "text" : "nothing");
    }
  }

  /**
   * @param {Result} result
   * @param {boolean} quiet
   * @param {Notice[]} notices
   */
  function accept(result, quiet, notices) {
    const { text } = result;
    const { t } = state;
    const fresh = text !== state.result?.text;
    set({
      result, notices, share: null, focus: null, folds: null,
      mode: quiet ? state.mode : "reader",
      ...(fresh && { verdicts: new Map(), parts: false }),
      said: t.text("work.done", {
        words: t.text("count.words", { n: result.statistics?.words ?? 0 }),
        sentences: t.text("count.sentences", { n: result.statistics?.sentences ?? 0 }),
      }),
    });
    if (!quiet) page.fill(text);
    if (fresh) {
      page.show();
      offerMending(text);
    } else {
      page.follow(null); // the same text counted otherwise
    }
    foldForms(result);
  }

  /**
   * @param {unknown} thrown
   * @param {"text" | "nothing"} kept  where no earlier result stands
   */
  function refuse(thrown, kept) {
    if (isAbort(thrown)) return; // a newer text took over, or the reader cancelled
    set({ share: null, error: shownError(thrown, state.result ? "earlier" : kept) });
  }

  /** @param {Result} result */
  async function foldForms(result) {
    const analyzer = await engine.ready();
    const folds = await analyzer.fold(result.words.columns.forms).catch(() => null);
    if (state.result === result) set({ folds });
  }

  /** @param {string} text */
  async function offerMending(text) {
    const mended = await mendedText(text, engine.ready()).catch(() => null);
    if (!mended || state.result?.text !== text) return;
    /** @type {Notice} */
    const offer = {
      id: "repair", key: "repair", values: { preview: mended.trim().slice(0, 60) },
      action: { key: "repairAction", run: () => take(mended) },
    };
    set({ notices: [...state.notices, offer] });
  }

  /** @param {string} text */
  async function saveDraft(text) {
    if (!state.preferences.draft) return;
    const kept = await keepDraft(text);
    set({ draft: kept ? "kept" : "denied", drafted: kept });
  }

  /** @param {File} file */
  async function open(file) {
    retry = () => open(file);
    try {
      const { text, decoded } = await readFile(file, engine.ready());
      /** @type {Notice[]} */
      const notices = [];
      if (decoded.basis !== "valid") notices.push({ id: "encoding", key: "encoding", values: { encoding: decoded.encoding } });
      if (decoded.replaced) notices.push({ id: "replaced", key: "replaced", values: { n: decoded.replaced } });
      await take(text, { notices });
    } catch (thrown) {
      refuse(thrown, "nothing");
    }
  }

  /**
   * A text that came whole, by clipboard or drag.
   * @param {DataTransfer} data
   */
  function takeTransfer(data) {
    const [file] = data.files;
    if (file) return open(file);
    const { text, plain } = pastedText(data);
    return take(text, {
      notices: plain === null ? [] : [{
        id: "cleaned", key: "cleaned", action: { key: "cleanedAction", run: () => take(plain) },
      }],
    });
  }

  return {
    take, open, takeTransfer, saveDraft,
    retry: () => retry(),
    cancel() {
      cancelled = true;
      engine.cancel();
      set({ share: null, said: state.t.text("work.cancelled") });
    },
  };
}
