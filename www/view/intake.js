/**
 * How a text gets in: taken, analysed, and only when its result is there put in
 * the place of the one before. Whatever goes wrong on the way, and a cancel too,
 * leaves the page as it was and the given text in reach.
 *
 * @import { DecidedRole, Result, Span } from "../engine/types.js"
 * @import { Notice } from "./chrome.js"
 * @import { Verdict } from "./decisions.js"
 * @import { Store } from "./state.js"
 */

import { isAbort } from "../engine/errors.js";
import { MAX_UNITS } from "../engine/index.js";
import { decided } from "./decisions.js";
import { keepDraft } from "./draft.js";
import { Problem, shownError } from "./errors.js";
import { mendedText, readFile } from "./files.js";
import { pastedText } from "./surface.js";

/** quiet: what is in front stays so. @typedef {{ quiet?: boolean, notices?: Notice[], decisions?: DecidedRole[] }} Manner */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {{ fill: (text: string) => void, show: (at?: number) => void, follow: (focus: null) => void }} page  fill: the text area
 */
export function createIntake({ state, set }, engine, page) {
  let retry = () => {};
  let cancelled = false;
  /** Of the newest run; what is shown may still be behind. @type {DecidedRole[]} */
  let asked = [];

  /**
   * @param {string} given
   * @param {Manner} [manner]
   */
  async function take(given, { quiet = false, notices = [], decisions } = {}) {
    const text = given.toWellFormed();
    const heard = text === given ? notices : [...notices, { id: "surrogates", key: "surrogates" }];
    retry = () => take(given, { quiet, notices, decisions });
    asked = text === state.result?.text ? decisions ?? asked : [];
    const roles = asked;
    cancelled = false;
    try {
      if (text.length > MAX_UNITS) throw new Problem("too-large");
      if (!text.trim()) throw new Problem("empty-text");
      saveDraft(text);
      set({ share: 0, error: null });
      const result = await engine.run(text, { folding: state.words.folding, roles, onProgress: (share) => set({ share }) });
      accept(result, quiet, heard, roles);
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
   * @param {DecidedRole[]} decisions
   */
  function accept(result, quiet, notices, decisions) {
    const { text } = result;
    const { t } = state;
    const fresh = text !== state.result?.text;
    const redivided = decisions !== state.decisions;
    set({
      result, notices, share: null, focus: null, folds: null, decisions,
      mode: quiet ? state.mode : "reader",
      ...(fresh && { automatic: result.blocks, parts: false }),
      said: t.text("work.done", {
        words: t.text("count.words", { n: result.statistics?.words ?? 0 }),
        sentences: t.text("count.sentences", { n: result.statistics?.sentences ?? 0 }),
      }),
    });
    if (!quiet) page.fill(text);
    if (fresh) {
      page.show();
      offerMending(text);
    } else if (redivided) {
      page.show(decisions.at(-1)?.start);
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
    asked = state.decisions;
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
    const draft = await keepDraft(text);
    if (!state.preferences.draft) return; // switched off meanwhile, and erased by that
    set({ draft, drafted: draft === "kept" || state.drafted });
  }

  /**
   * The same text again, with what the reader says of one part; the counts follow.
   * @param {Span} part
   * @param {Verdict} verdict
   */
  function decide(part, verdict) {
    const { result, automatic, notices } = state;
    if (result) take(result.text, { quiet: true, notices, decisions: decided(asked, automatic, part, verdict) });
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
    take, open, takeTransfer, decide, saveDraft,
    retry: () => retry(),
    cancel() {
      cancelled = true;
      asked = state.decisions;
      engine.cancel();
      set({ share: null, said: state.t.text("work.cancelled") });
    },
  };
}
