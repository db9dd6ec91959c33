/**
 * Two texts compared: which two, the analysis of both beside whatever the desk holds,
 * and what is looked at of the comparison. Results are kept by their text, so that
 * turning the sides round or changing one of them reads nothing twice.
 *
 * @import { Result, Span } from "../../engine/types.js"
 * @import { Part, Tools } from "../parts.js"
 * @import { Comparing, Side } from "../compare-state.js"
 * @import { Comparison } from "./comparison.js"
 * @import { Section } from "./screen.js"
 */

import ar from "../../i18n/ar.compare.json" with { type: "json" };
import en from "../../i18n/en.compare.json" with { type: "json" };
import first from "../../samples/compare-first.txt";
import second from "../../samples/compare-second.txt";
import { isAbort } from "../../engine/errors.js";
import { addMessages } from "../../i18n/index.js";
import { Problem, shownError } from "../errors.js";
import { readFile } from "../files.js";
import { titleOf } from "../output/naming.js";
import { Column } from "./column.js";
import { comparisonOf } from "./comparison.js";
import { paint } from "./painting.js";
import { screenView } from "./screen.js";
import { wordsDefaults } from "./words-view.js";

/** A comparison looks at every word of both on the page; this is a book of some hundred pages. */
export const MOST_UNITS = 1_000_000;
export const SIDES = /** @type {const} */ (["left", "right"]);
/** @typedef {typeof SIDES[number]} Which */
/** @typedef {{ id: string, label: string, left: readonly Span[], right: readonly Span[] }} Item  places of both texts that belong together */

/**
 * @typedef {object} Own  what the screen remembers
 * @property {Record<Which, Side | null>} sides
 * @property {Record<Which, string | null>} problems  with what was last given
 * @property {number | null} share  of the running analysis
 * @property {string | null} error
 * @property {Comparison | null} comparison
 * @property {Record<Which, Column> | null} columns
 * @property {Section} section
 * @property {Which} shown  where there is room for one text only
 * @property {boolean} folded  the texts are out of the way
 * @property {Item | null} chosen
 * @property {Record<Which, number>} place  which of the chosen places is gone to
 * @property {typeof wordsDefaults} words
 * @property {ReadonlyMap<string, number>} lengths  of the lists that were asked for more
 */

/** @returns {Own} */
const initial = () => ({
  sides: { left: null, right: null }, problems: { left: null, right: null }, share: null, error: null, comparison: null, columns: null,
  section: "copied", shown: "left", folded: false, chosen: null, place: { left: 0, right: 0 }, words: wordsDefaults, lengths: new Map(),
});

/** @param {Which} which @returns {Which} */
export const otherOf = (which) => (which === "left" ? "right" : "left");

/**
 * @param {Tools} tools
 * @returns {Part}
 */
export function create({ store: { state, set }, engine, page }) {
  addMessages({ ar, en });
  const own = initial();
  /** @type {Map<string, Result>} */
  const results = new Map();
  /** The handing over that was answered last. @type {Comparing} */
  let taken = null;
  /** @type {AbortController | null} */
  let running = null;
  /** What the desk held when the first side was filled from it unasked. @type {string | null} */
  let borrowed = null;

  /** @param {Partial<Own>} patch */
  const change = (patch) => {
    Object.assign(own, patch);
    set({});
  };
  /** @param {string} said */
  const say = (said) => set({ said });

  /** @param {string} text @param {AbortSignal} signal @param {(share: number) => void} onProgress */
  async function resultOf(text, signal, onProgress) {
    if (state.result?.text === text) return state.result;
    const known = results.get(text);
    if (known) return known;
    const result = await (await engine.ready()).analyze(text, { words: state.ownWords, signal, onProgress });
    for (const kept of results.keys()) if (!SIDES.some((which) => own.sides[which]?.text === kept)) results.delete(kept);
    results.set(text, result);
    return result;
  }

  async function compare() {
    const { left, right } = own.sides;
    if (!left || !right) return;
    running?.abort();
    const abort = running = new AbortController();
    change({ share: 0, error: null, comparison: null, columns: null, chosen: null, words: wordsDefaults, lengths: new Map() });
    paint("copied", []);
    choose(null);
    try {
      const a = await resultOf(left.text, abort.signal, (share) => change({ share: share / 2 }));
      const b = await resultOf(right.text, abort.signal, (share) => change({ share: 0.5 + share / 2 }));
      const analyzer = await engine.ready();
      const comparison = await comparisonOf(a, b, (texts) => (texts.length ? analyzer.fold(texts) : Promise.resolve([])));
      if (abort.signal.aborted) return;
      const columns = { left: new Column(a), right: new Column(b) };
      const { passages } = comparison.copied;
      paint("copied", SIDES.map((which) => ({ column: columns[which], spans: passages.map((passage) => passage[which]) })));
      change({ share: null, comparison, columns });
      say(state.t.text("compare.done"));
    } catch (thrown) {
      if (abort.signal.aborted || isAbort(thrown)) return;
      change({ share: null, error: shownError(thrown, "nothing").kind });
    }
  }

  /**
   * @param {Item | null} item
   * @param {Partial<Record<Which, number>>} [place]
   */
  function choose(item, place = {}) {
    const now = { left: place.left ?? 0, right: place.right ?? 0 };
    const { columns } = own;
    if (columns) {
      paint("chosen", item ? SIDES.map((which) => ({ column: columns[which], spans: item[which] })) : []);
      paint("current", item ? SIDES.map((which) => ({ column: columns[which], spans: item[which].slice(now[which], now[which] + 1) })) : []);
    }
    const shown = item && item[own.shown].length === 0 ? otherOf(own.shown) : own.shown;
    change({ chosen: item, place: now, shown });
    queueMicrotask(() => queueMicrotask(() => SIDES.forEach((which) => {
      const span = item?.[which][now[which]];
      if (span) columns?.[which].goTo(span);
    })));
  }

  const on = {
    change, compare,
    /** @param {Which} which @param {string} text @param {string} [name] */
    give(which, text, name) {
      const given = text.toWellFormed();
      const problem = given.length > MOST_UNITS ? "long" : null;
      const side = given.trim() && !problem ? { name: name ?? "", text: given } : null;
      change({ sides: { ...own.sides, [which]: side }, problems: { ...own.problems, [which]: problem } });
    },
    /** @param {Which} which @param {string} name */
    rename(which, name) {
      const side = own.sides[which];
      if (side) change({ sides: { ...own.sides, [which]: { ...side, name } } });
    },
    /** @param {Which} which @param {File} file */
    async open(which, file) {
      try {
        const { text } = await readFile(file, engine.ready(), page.docx);
        on.give(which, text, file.name.replace(/\.\w{1,5}$/, ""));
      } catch (thrown) {
        const kind = thrown instanceof Problem ? thrown.kind : shownError(thrown, "nothing").kind;
        change({ problems: { ...own.problems, [which]: `error.${kind}` } });
      }
    },
    /** @param {Which} which */
    takeDesk(which) {
      if (state.result) on.give(which, state.result.text, titleOf(state.result));
    },
    sample() {
      const { t } = state;
      change({
        sides: { left: { name: t.text("compare.sampleFirst"), text: first }, right: { name: t.text("compare.sampleSecond"), text: second } },
        problems: { left: null, right: null },
      });
      compare();
    },
    swap() {
      const { left, right } = own.sides;
      change({ sides: { left: right, right: left }, problems: { left: own.problems.right, right: own.problems.left } });
      if (own.comparison) compare();
    },
    cancel() {
      running?.abort();
      change({ share: null });
      say(state.t.text("work.cancelled"));
    },
    /** Back to the choice of the texts, which stay chosen. */
    again() {
      running?.abort();
      paint("copied", []);
      choose(null);
      change({ comparison: null, columns: null, share: null, error: null });
      queueMicrotask(() => document.getElementById("screen-title")?.focus());
    },
    choose,
    /** @param {Which} which @param {number} by */
    step(which, by) {
      const { chosen, place } = own;
      if (!chosen) return;
      const n = chosen[which].length;
      const at = (place[which] + by + n) % n;
      choose(chosen, { ...place, [which]: at });
      say(state.t.text("focus.place", { i: at + 1, n }));
    },
    /** @param {string} query */
    async filter(query) {
      change({ words: { ...own.words, query } });
      const folded = query.trim() ? await (await engine.ready()).fold(query.trim()) : "";
      if (own.words.query === query) change({ words: { ...own.words, folded } });
    },
    dropped: () => set({ dropping: false }),
    accept: () => page.chooser.accept,
  };

  return {
    view: (now) => screenView(now, own, on),
    entered() {
      const { comparing, result } = state;
      if (comparing && comparing !== taken) {
        taken = comparing;
        on.give("left", comparing.left.text, comparing.left.name);
        on.give("right", comparing.right.text, comparing.right.name);
        if (own.sides.left && own.sides.right) compare();
        else on.again();
      } else if (result && own.share === null && !own.comparison && (!own.sides.left || own.sides.left.text === borrowed)) {
        borrowed = result.text;
        on.takeDesk("left");
      }
    },
  };
}

/** @typedef {{
 *   change: (patch: Partial<Own>) => void, compare: () => void, give: (which: Which, text: string, name?: string) => void,
 *   rename: (which: Which, name: string) => void, open: (which: Which, file: File) => void, takeDesk: (which: Which) => void, sample: () => void,
 *   swap: () => void, cancel: () => void, again: () => void, choose: (item: Item | null) => void, step: (which: Which, by: number) => void,
 *   filter: (query: string) => void, dropped: () => void, accept: () => string,
 * }} On */
