/**
 * How a text gets in: taken, analysed, and only when its result is there put in
 * the place of the one before. Whatever goes wrong on the way, and a cancel too,
 * leaves the page as it was and the given text in reach. Only where nothing stood
 * there yet, a long text comes to the front as soon as its beginning is read. A text
 * that is the one before but for some places keeps what the reader decided in it.
 *
 * @import { DecidedRole, Result, Span } from "../engine/types.js"
 * @import { Choice } from "./choices.js"
 * @import { Notice } from "./chrome.js"
 * @import { Ignored } from "./corrections.js"
 * @import { Verdict } from "./decisions.js"
 * @import { Edit, Move } from "./edits.js"
 * @import { Saved, Source, Verdicts } from "./shelf.js"
 * @import { State, Store } from "./state.js"
 */

import { namesDefaults, noFilters, statementsDefaults, timeDefaults } from "./arranging.js";
import { beginningOf, readBlocks } from "../engine/beginning.js";
import { isAbort } from "../engine/errors.js";
import { MAX_UNITS } from "../engine/index.js";
import { pinsFor } from "./choices.js";
import { correctingAfresh, stillThere } from "./corrections.js";
import { decided } from "./decisions.js";
import { along, applied, between, inverse, moved, mover, untouched } from "./edits.js";
import { Problem, shownError } from "./errors.js";
import { mendedText, readFile } from "./files.js";
import { createKeeping } from "./keeping.js";
import { packNotice } from "./lexicon.js";
import { tokenAt } from "./pointer.js";
import { withRoomAsBefore } from "./room.js";
import { searchable } from "./rows.js";
import { PREVIEW, shortened } from "./shorten.js";
import { afresh } from "./studies.js";
import { pastedText } from "./surface.js";

/**
 * @typedef {object} Manner
 * @property {boolean} [quiet]  what is in front stays so
 * @property {Notice[]} [notices]
 * @property {DecidedRole[]} [decisions]
 * @property {Choice[]} [choices]
 * @property {Edit[][]} [steps]  how this text came of the one in front
 * @property {string} [said]  when it is there, instead of its counts
 * @property {Origin} [origin]  of a text that is another than the one in front, also where it reads the same
 * @property {boolean} [restored]  it is brought back as it was left: no place is gone to, and no screen
 */

/** Where a text came from and lies; `ignored`: what was said of it there. @typedef {{ source: Source, saved: Saved | null, ignored?: Ignored[] }} Origin */

/** What the reader said of this text. @typedef {{ decisions: DecidedRole[], choices: Choice[] }} Decided */

/** @type {Origin} */
const PASTED = { source: { by: "paste" }, saved: null };

/** What the strip shows of a share: drawing the page for less would keep it from its reader. @param {number} share */
const shownShare = (share) => Math.floor(share * 100);

/**
 * @typedef {object} Surface
 * @property {(text: string) => void} fill  the text area
 * @property {(text: string, move: Move) => void} rewrite  the text area, whose caret and scroll place stay
 * @property {() => string | null} typed  what stands in the text area while it is in front
 * @property {(at?: number, focus?: boolean, move?: Move) => void} show  move: from places of the text that was shown to those of the new one
 * @property {() => number | null} firstInView
 * @property {() => void} toDesk  where the text is read
 * @property {(files: File[]) => Promise<void>} receive
 * @property {import("./studies.js").Later["docx"]} docx
 * @property {(focus: null) => void} follow
 */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {Surface} page
 */
export function createIntake({ state, set }, engine, page) {
  const keeping = createKeeping({ state, set });
  let retry = () => {};
  let cancelled = false;
  /** The text that is being read. @type {string | null} */
  let underWay = null;
  /** What waits until nobody waits for a text. @type {(() => void)[]} */
  let waiting = [];
  /** Of the newest run; what is shown may still be behind. @type {Decided} */
  let asked = { decisions: [], choices: [] };
  /** Edits whose analysis still runs. @type {{ base: Result, text: string, steps: Edit[][] } | null} */
  let ahead = null;
  /** Texts are numbered, so that an edit is taken back in the text it was made in only. */
  let edition = { newest: 0, shown: 0, last: 0 };

  /**
   * @param {string} given
   * @param {Manner} [manner]
   */
  async function take(given, { quiet = false, notices = [], decisions, choices, steps, said, origin, restored } = {}) {
    let text = given.toWellFormed();
    const heard = text === given ? notices : [...notices, { id: "surrogates", key: "surrogates" }];
    retry = () => take(given, { quiet, notices, decisions, choices, steps, said, origin, restored });
    if (!steps && ahead?.base === state.result && ahead && (text === ahead.text || text === ahead.base.text)) ({ text, steps } = ahead);
    const base = steps || state.result?.text === text ? state.result : null;
    if (!base) ahead = null;
    if (!base || (edition.newest === edition.shown && base.text !== text)) edition.newest = ++edition.last;
    asked = base ? { decisions: decisions ?? asked.decisions, choices: choices ?? asked.choices } : { decisions: [], choices: [] };
    const wishes = asked;
    const here = edition.newest;
    cancelled = false;
    underWay = text;
    let shown = false;
    /** @type {State["packs"] | null} */
    let packs = null;
    /** @param {Result} beginning */
    const showBeginning = (beginning) => {
      shown = true;
      edition.shown = here;
      if (packs) set({ packs });
      accept(beginning, { quiet, notices: heard, said: state.t.text("work.beginning"), origin, restored }, wishes);
      release();
    };
    try {
      if (text.length > MAX_UNITS) throw new Problem("too-large");
      if (!text.trim()) throw new Problem("empty-text");
      if (state.result || !beginningOf(text)) keeping.draft(text, origin);
      else keeping.soon(text, origin);
      set({ share: 0, error: null });
      engine.ready().then((analyzer) => { packs = { ...analyzer.packs }; }, () => {});
      const running = engine.run(text, {
        folding: state.words.folding, roles: wishes.decisions, pins: base && (steps ?? []).reduce(untouched, pinsFor(base, wishes.choices)),
        words: state.ownWords, consistent: state.consistent,
        onProgress: (share) => shownShare(share) !== shownShare(state.share ?? 0) && set({ share }),
        onBeginning: state.result ? undefined : showBeginning,
      });
      // What is said of a result comes with it: a notice that came later would move what is being read.
      const [result, mended, analyzer] = await Promise.all([running, base ? null : mendedText(text, engine.ready()).catch(() => null), engine.ready()]);
      edition.shown = here;
      ahead = null;
      set({ packs: { ...analyzer.packs } });
      const told = [...heard.filter(({ id }) => id !== "packs"), ...offers(mended, analyzer)];
      accept(result, { quiet: quiet || shown, notices: told, steps, said, origin, restored }, wishes);
    } catch (thrown) {
      const lost = !state.result && !(thrown instanceof Problem);
      if (lost && (cancelled || !isAbort(thrown))) page.fill(text);
      refuse(thrown, lost ? "text" : "nothing");
    } finally {
      keeping.now();
      if (underWay === text) {
        underWay = null;
        release();
      }
    }
  }

  function release() {
    const due = waiting;
    waiting = [];
    for (const go of due) go();
  }

  /** When no reader waits for a first result: what is wanted later would only make that wait. @returns {Promise<void>} */
  const settled = () => (underWay === null ? Promise.resolve() : new Promise((go) => waiting.push(go)));

  /**
   * @param {Result} result
   * @param {Manner} manner
   * @param {Decided} decided
   */
  function accept(result, { quiet, notices = [], steps = [], said, origin, restored }, { decisions, choices }) {
    const { text } = result;
    const { t } = state;
    const edited = steps.length > 0;
    const changed = text !== state.result?.text;
    const fresh = changed && !edited;
    const rest = !changed && state.result !== null && state.result.read < text.length;
    const way = edited || !state.result || !state.ignored.length ? steps : [between(state.result.text, text)];
    const ignored = stillThere(origin?.ignored ?? way.reduce(untouched, state.ignored), text);
    const top = edited || rest ? page.firstInView() : null;
    const redivided = decisions !== state.decisions;
    const reread = choices !== state.choices || Boolean(result.morphology) !== Boolean(state.result?.morphology);
    set({
      result, notices: withRoomAsBefore(notices, state.notices),
      share: result.read < text.length ? state.share : null, focus: null, folds: {}, decisions, choices,
      mode: quiet ? state.mode : "reader",
      ...(fresh && { automatic: readBlocks(result), parts: false }),
      ...(rest && !decisions.length && { automatic: result.blocks }),
      ...(edited && { automatic: steps.reduce(moved, state.automatic) }),
      ...((changed || rest) && { passage: null, card: edited || rest ? followed(result, steps) : null }),
      ...((changed || origin) && { ignored }),
      ...(origin && { source: origin.source, saved: origin.saved }),
      ...(!origin && changed && state.source?.by === "sample" && { source: { by: /** @type {const} */ ("typing") } }),
      correcting: { ...(fresh ? correctingAfresh(result, state.correcting) : state.correcting), done: new Set() },
      words: { ...state.words, open: null, ...(!result.morphology && { by: "form" }) },
      study: afresh(state.study),
      lit: new Set(),
      ...(fresh && { gistAll: false, statements: statementsDefaults, names: namesDefaults, time: timeDefaults, filters: noFilters }),
      said: said ?? t.text("work.done", {
        words: t.text("count.words", { n: result.statistics?.words ?? 0 }),
        sentences: t.text("count.sentences", { n: result.statistics?.sentences ?? 0 }),
      }),
    });
    if (!quiet) {
      page.fill(text);
      if (!restored) page.toDesk();
    }
    if (changed || origin) keeping.ignored();
    if (edited) {
      page.show(top ?? undefined, false, along(steps));
    } else if (fresh) {
      page.show();
    } else if (rest) {
      page.show(top ?? undefined);
    } else if (redivided && restored) {
      page.show();
    } else if (redivided) {
      page.show(decisions.at(-1)?.start, true);
    } else if (reread && state.vowels) {
      page.show(state.card ? result.tokens.at(state.card.token)?.start : undefined);
    } else {
      page.follow(null); // the same text counted otherwise
    }
    foldRows();
  }

  /**
   * @param {string | null} mended  the text in its right encoding
   * @param {import("../engine/types.js").Analyzer} analyzer
   * @returns {Notice[]}
   */
  function offers(mended, analyzer) {
    /** @type {Notice | null} */
    const repair = mended === null ? null : {
      id: "repair", key: "repair", values: { preview: shortened(mended.trim(), PREVIEW) },
      action: { key: "repairAction", run: () => take(mended) },
    };
    return [repair, packNotice(analyzer.packs, reloadPacks)].filter((notice) => notice !== null);
  }

  /** Fetches what did not come, and reads the text in front with it. */
  async function reloadPacks() {
    const { result } = state;
    await (await engine.ready()).retryPacks();
    if (result && state.result === result) await take(result.text, { quiet: true, notices: state.notices });
  }

  /**
   * @param {unknown} thrown
   * @param {"text" | "nothing"} kept  where no earlier result stands
   * @param {string} [file]  that it was about
   */
  function refuse(thrown, kept, file) {
    if (isAbort(thrown)) return; // a newer text took over, or the reader cancelled
    goBack();
    set({ share: null, error: shownError(thrown, state.result ? "earlier" : kept, file) });
  }

  /**
   * The card of the word that is explained, wherever it is now; its readings are asked for anew.
   * @param {Result} result
   * @param {Edit[][]} steps
   */
  function followed(result, steps) {
    const start = state.card && state.result?.tokens.columns.start[state.card.token];
    const token = typeof start === "number" ? tokenAt(result, along(steps)(start)) : -1;
    return token < 0 ? null : { token, readings: null, all: false, latin: null };
  }

  /** What stands in front is the newest again. */
  function goBack() {
    asked = { decisions: state.decisions, choices: state.choices };
    ahead = null;
    edition.newest = edition.shown;
    set({ correcting: { ...state.correcting, done: new Set() } });
  }

  /**
   * Writes places of the text otherwise, and analyses it.
   * @param {Edit[]} wanted  of the text in front; of the newest where an edition is given
   * @param {{ said: string, to?: number }} manner  to: the edition it becomes again
   * @returns {{ edits: Edit[], edition: number, done: Promise<void> } | null}  what takes it back and the edition before; null where
   *   nothing is left to be done, because the places were written otherwise already
   */
  function revise(wanted, { said, to }) {
    const { result, notices } = state;
    if (!result) return null;
    const before = ahead?.base === result ? ahead : { base: result, text: result.text, steps: [] };
    const from = page.typed() ?? before.text;
    const typed = between(before.text, from);
    const edits = untouched((to === undefined ? before.steps : []).reduce(untouched, wanted), typed);
    if (edits.length === 0) return null;
    const text = applied(from, edits);
    const back = { edits: inverse(from, edits), edition: edition.newest };
    ahead = { base: result, text, steps: [...before.steps, typed, edits] };
    edition.newest = to ?? ++edition.last;
    page.rewrite(text, mover(edits));
    const done = take(text, { quiet: true, notices, said, steps: ahead.steps, decisions: [typed, edits].reduce(moved, asked.decisions) });
    return { ...back, done };
  }

  /** The rest of a text of which only the beginning was read. */
  const readRest = () => (state.result ? take(state.result.text, { quiet: true, notices: state.notices }) : undefined);

  /** What is being read, or was, with what is known by now. */
  function again() {
    if (underWay !== null) retry();
    else if (state.result) take(state.result.text, { quiet: true, notices: state.notices });
  }

  /** @param {Ignored[]} ignored */
  function ignore(ignored) {
    set({ ignored });
    keeping.ignored();
  }

  /**
   * Folds a list for the search in it.
   * @param {import("./words.js").By} by
   */
  async function foldRows(by = state.words.by) {
    const { result } = state;
    if (!result || state.folds[by]) return;
    const analyzer = await engine.ready();
    const folds = await analyzer.fold(searchable(result, by)).catch(() => null);
    if (folds && state.result === result) set({ folds: { ...state.folds, [by]: folds } });
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

  /** @param {File | (() => Promise<File>)} given  or how to come by it */
  async function open(given) {
    let name = given instanceof File ? given.name : undefined;
    retry = () => open(given);
    try {
      const file = given instanceof File ? given : await given();
      name = file.name;
      const { text, decoded } = await readFile(file, engine.ready(), page.docx);
      /** @type {Notice[]} */
      const notices = [];
      if (decoded && decoded.basis !== "valid") notices.push({ id: "encoding", key: "encoding", values: { encoding: decoded.encoding } });
      if (decoded?.replaced) notices.push({ id: "replaced", key: "replaced", values: { n: decoded.replaced } });
      await take(text, { notices, origin: { source: { by: "file", file: file.name }, saved: null } });
    } catch (thrown) {
      refuse(thrown, "nothing", name);
    }
  }

  /**
   * A text that came whole, by clipboard or drag.
   * @param {DataTransfer} data
   */
  function takeTransfer(data) {
    if (data.files.length) return page.receive([...data.files]);
    const { text, plain } = pastedText(data);
    return take(text, {
      origin: PASTED,
      notices: plain === null ? [] : [{
        id: "cleaned", key: "cleaned", action: { key: "cleanedAction", run: () => take(plain, { origin: PASTED }) },
      }],
    });
  }

  /**
   * A text as it was left: read first by itself, so that what the engine alone makes of it is known, then with what was decided.
   * @param {string} text
   * @param {Verdicts} verdicts
   * @param {Origin} origin
   * @param {Notice[]} [notices]
   */
  async function restore(text, { decisions, choices, ignored }, origin, notices = []) {
    await take(text, { notices, origin: { ...origin, ignored }, restored: true });
    const { result } = state;
    if (result?.text !== text || state.error || !(decisions.length || choices.length)) return;
    await take(text, { quiet: true, notices: state.notices, decisions, choices, restored: true, said: state.said });
  }

  return {
    take, again, readRest, restore, revise, ignore, open, takeTransfer, decide, saveDraft: keeping.draft, keepNow: keeping.now, foldRows, reloadPacks,
    edition: () => edition.newest,
    underWay: () => underWay,
    settled,
    retry: () => retry(),
    cancel() {
      cancelled = true;
      engine.cancel();
      goBack();
      const { result, t } = state;
      set({ share: null, said: t.text(result && result.read < result.text.length ? "work.stopped" : "work.cancelled") });
    },
  };
}
