/**
 * How a text gets in: taken, analysed, and only when its result is there put in
 * the place of the one before. Whatever goes wrong on the way, and a cancel too,
 * leaves the page as it was and the given text in reach.
 *
 * @import { DecidedRole, Result, Span } from "../engine/types.js"
 * @import { Choice } from "./choices.js"
 * @import { Notice } from "./chrome.js"
 * @import { Verdict } from "./decisions.js"
 * @import { Store } from "./state.js"
 */

import { timeDefaults } from "./amounts.js";
import { isAbort } from "../engine/errors.js";
import { MAX_UNITS } from "../engine/index.js";
import { pinsFor } from "./choices.js";
import { decided } from "./decisions.js";
import { keepDraft } from "./draft.js";
import { Problem, shownError } from "./errors.js";
import { mendedText, readFile } from "./files.js";
import { packNotice } from "./lexicon.js";
import { namesDefaults } from "./names.js";
import { searchable } from "./rows.js";
import { statementsDefaults } from "./statements.js";
import { afresh } from "./studies.js";
import { pastedText } from "./surface.js";

/** quiet: what is in front stays so. @typedef {{ quiet?: boolean, notices?: Notice[], decisions?: DecidedRole[], choices?: Choice[] }} Manner */

/** What the reader said of this text. @typedef {{ decisions: DecidedRole[], choices: Choice[] }} Decided */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {{ fill: (text: string) => void, show: (at?: number, focus?: boolean) => void, follow: (focus: null) => void }} page  fill: the text area
 */
export function createIntake({ state, set }, engine, page) {
  let retry = () => {};
  let cancelled = false;
  /** Of the newest run; what is shown may still be behind. @type {Decided} */
  let asked = { decisions: [], choices: [] };

  /**
   * @param {string} given
   * @param {Manner} [manner]
   */
  async function take(given, { quiet = false, notices = [], decisions, choices } = {}) {
    const text = given.toWellFormed();
    const heard = text === given ? notices : [...notices, { id: "surrogates", key: "surrogates" }];
    retry = () => take(given, { quiet, notices, decisions, choices });
    const same = state.result?.text === text ? state.result : null;
    asked = same ? { decisions: decisions ?? asked.decisions, choices: choices ?? asked.choices } : { decisions: [], choices: [] };
    const wishes = asked;
    cancelled = false;
    try {
      if (text.length > MAX_UNITS) throw new Problem("too-large");
      if (!text.trim()) throw new Problem("empty-text");
      saveDraft(text);
      set({ share: 0, error: null });
      const result = await engine.run(text, {
        folding: state.words.folding, roles: wishes.decisions, pins: same && pinsFor(same, wishes.choices),
        onProgress: (share) => set({ share }),
      });
      accept(result, quiet, heard, wishes);
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
   * @param {Decided} decided
   */
  function accept(result, quiet, notices, { decisions, choices }) {
    const { text } = result;
    const { t } = state;
    const fresh = text !== state.result?.text;
    const redivided = decisions !== state.decisions;
    const reread = choices !== state.choices || Boolean(result.morphology) !== Boolean(state.result?.morphology);
    set({
      result, notices: notices.filter(({ id }) => id !== "packs"), share: null, focus: null, folds: {}, decisions, choices,
      mode: quiet ? state.mode : "reader",
      ...(fresh && { automatic: result.blocks, parts: false, card: null }),
      words: { ...state.words, open: null, ...(!result.morphology && { by: "form" }) },
      study: afresh(state.study),
      lit: new Set(),
      ...(fresh && { gistAll: false, statements: statementsDefaults, names: namesDefaults, time: timeDefaults }),
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
      page.show(decisions.at(-1)?.start, true);
    } else if (reread && state.vowels) {
      page.show(state.card ? result.tokens.at(state.card.token)?.start : undefined);
    } else {
      page.follow(null); // the same text counted otherwise
    }
    foldRows();
    foldRows("names");
    tellOfPacks(result);
  }

  /** @param {Result} result */
  async function tellOfPacks(result) {
    const analyzer = await engine.ready();
    const notice = packNotice(analyzer.packs, async () => {
      await analyzer.retryPacks();
      if (state.result === result) await take(result.text, { quiet: true, notices: state.notices });
    });
    if (notice && state.result === result) set({ notices: [...state.notices, notice] });
  }

  /**
   * @param {unknown} thrown
   * @param {"text" | "nothing"} kept  where no earlier result stands
   */
  function refuse(thrown, kept) {
    if (isAbort(thrown)) return; // a newer text took over, or the reader cancelled
    asked = { decisions: state.decisions, choices: state.choices };
    set({ share: null, error: shownError(thrown, state.result ? "earlier" : kept) });
  }

  /**
   * Folds a list for the search in it.
   * @param {keyof import("./rows.js").Folds} by
   */
  async function foldRows(by = state.words.by) {
    const { result } = state;
    if (!result || state.folds[by]) return;
    const analyzer = await engine.ready();
    const folds = await analyzer.fold(searchable(result, by)).catch(() => null);
    if (folds && state.result === result) set({ folds: { ...state.folds, [by]: folds } });
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
    if (result) take(result.text, { quiet: true, notices, decisions: decided(asked.decisions, automatic, part, verdict) });
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
    take, open, takeTransfer, decide, saveDraft, foldRows,
    retry: () => retry(),
    cancel() {
      cancelled = true;
      asked = { decisions: state.decisions, choices: state.choices };
      engine.cancel();
      set({ share: null, said: state.t.text("work.cancelled") });
    },
  };
}
