/**
 * Opening, following and closing the word card, and what is chosen in it. The card
 * belongs to a token of the result in front; the readings come from the engine and
 * are shown when they are there.
 *
 * @import { Reading, Scheme } from "../engine/types.js"
 * @import { Focus } from "./focus.js"
 * @import { Store } from "./state.js"
 */

import { chosen, formOf, unchosen } from "./choices.js";
import { focusOnTokens, focusOnWord } from "./focus.js";
import { grammarLine } from "./grammar.js";
import { latinOf } from "./latin.js";
import { isMarked } from "./layers.js";
import { unglossed } from "./lexicon.js";

/** `all`: the unlikely readings too; `latin`: the word in Latin letters; `unglossed`: the meanings could not be had; `copied`: what went to the clipboard last. @typedef {{ token: number, readings: Reading[] | null, all: boolean, latin: string | null, unglossed?: boolean, copied?: import("./card-copy.js").Copied }} Card */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {ReturnType<typeof import("./intake.js").createIntake>} intake
 * @param {{ follow: (focus: Focus | null, go?: boolean) => void, keepInView: (token: number) => void, returnFocus: () => void,
 *   neighbour: (token: number, step: number) => number, setCursor: (token: number) => void, host: import("./host.js").Host }} page  neighbour: the next word that is laid out, or -1
 */
export function createCards({ state, set }, engine, intake, page) {
  /** Where the focus was before the card took it. @type {HTMLElement | null} */
  let opener = null;
  /** Whether the places were being followed before the card was opened. */
  let followed = false;
  const { root } = page.host;

  /** Writes the word of the card in the reader's scheme. @param {number} token */
  async function write(token) {
    const { result, preferences: { scheme } } = state;
    if (!result) return;
    const latin = await latinOf(await engine.ready(), result, token, scheme).catch(() => null);
    const current = state.result === result && state.card?.token === token && state.preferences.scheme === scheme;
    if (current && state.card) set({ card: { ...state.card, latin } });
  }

  /**
   * @param {number} token
   * @param {(analyzer: import("../engine/types.js").Analyzer) => Promise<void>} fetchGlosses
   */
  async function fill(token, fetchGlosses = (analyzer) => analyzer.glosses()) {
    const { result } = state;
    if (!result) return;
    const analyzer = await engine.ready();
    const change = (/** @type {Partial<Card>} */ patch) => {
      if (state.result === result && state.card?.token === token) set({ card: { ...state.card, ...patch } });
    };
    const ask = async () => change({ readings: await analyzer.alternatives(result, token).catch(() => []) });
    const glossed = () => analyzer.packs.glosses === "loaded";
    await ask();
    if (glossed()) return;
    await fetchGlosses(analyzer).catch(() => {});
    if (glossed()) await ask();
    change({ unglossed: unglossed(analyzer.packs) });
  }

  /**
   * Lights the places of a word, this one as the current, and opens its card where there is something to say of it.
   * @param {number} token
   * @param {{ enter?: boolean, fromStrip?: boolean }} [manner]  enter: the focus goes into the card
   */
  function openCard(token, { enter = false, fromStrip = false } = {}) {
    const { result, t } = state;
    if (!result) return;
    const type = result.words.typeOf(token);
    const { start } = result.tokens.columns;
    if (!state.card) followed = fromStrip;
    const focus = type >= 0 ? focusOnWord(result, type) : focusOnTokens(result, `token:${token}`, formOf(result, token), [token]);
    page.follow({ ...focus, index: Array.from(focus.places.starts).indexOf(start[token]) });
    const analysis = result.morphology?.analysis(token);
    if (!analysis && !isMarked(result, token)) return;
    const fresh = state.card?.token !== token || !state.card.readings;
    if (fresh) set({ card: { token, readings: null, all: false, latin: null } });
    set({ said: analysis ? `${formOf(result, token)}: ${grammarLine(analysis, t)}` : formOf(result, token) });
    if (fresh) {
      write(token);
      fill(token);
    }
    if (enter) opener ??= /** @type {HTMLElement | null} */ (root.activeElement);
    queueMicrotask(() => {
      if (fresh) for (const scrolled of root.querySelectorAll(".card, .side")) scrolled.scrollTop = 0;
      page.keepInView(token);
      if (enter) root.getElementById("card-word")?.focus({ preventScroll: true });
    });
  }

  function closeCard() {
    if (!state.card) return;
    const inside = root.activeElement?.closest(".card");
    set({ card: null });
    if (!followed) page.follow(null);
    if (inside) queueMicrotask(() => (opener?.isConnected ? opener.focus({ preventScroll: true }) : page.returnFocus()));
    opener = null;
  }

  /**
   * @param {import("./choices.js").Choice[]} choices
   * @param {string} saying
   */
  async function decide(choices, saying) {
    const { result, card, notices } = state;
    if (!result || !card) return;
    await intake.take(result.text, { quiet: true, notices, choices });
    if (state.result === result || state.card?.token !== card.token) return;
    set({ card: { ...card, readings: null } });
    openCard(card.token);
    set({ said: saying });
    queueMicrotask(() => root.getElementById("card-word")?.focus({ preventScroll: true }));
  }

  return {
    openCard, closeCard,
    neighbour: page.neighbour,
    /** @param {number} token  beside the one that is explained */
    turnTo(token) {
      page.setCursor(token);
      openCard(token, { fromStrip: followed });
    },
    /**
     * @param {import("./card-copy.js").Copied} kind
     * @param {string} text
     */
    async copyFrom(kind, text) {
      const { card, t } = state;
      const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
      if (!card || state.card?.token !== card.token) return;
      set({ said: t.text(copied ? "card.copied" : "notice.copyFailed") });
      if (copied) set({ card: { ...state.card, copied: kind } });
      else set({ notices: [...state.notices.filter(({ id }) => id !== "copied"), { id: "copied", key: "copyFailed" }] });
    },
    /** @param {Scheme} scheme */
    chooseScheme(scheme) {
      const preferences = { ...state.preferences, scheme };
      page.host.remember(preferences);
      set({ preferences });
      if (state.card) write(state.card.token);
    },
    /** Fetches the meanings that could not be had, and nothing that may lie in a cache damaged. */
    async reloadGlosses() {
      const { card, t } = state;
      if (!card) return;
      await fill(card.token, (analyzer) => analyzer.retryPacks());
      if (state.card?.token !== card.token) return;
      set({ said: t.text(state.card.unglossed ? "card.glossMissing" : "card.glossThere") });
      if (!state.card.unglossed) queueMicrotask(() => root.getElementById("card-word")?.focus({ preventScroll: true }));
    },
    showReadings: () => state.card && set({ card: { ...state.card, all: true } }),
    /** @param {number} reading */
    chooseReading(reading) {
      const { result, card, t } = state;
      if (!result || !card) return;
      opener ??= /** @type {HTMLElement | null} */ (root.querySelector(".reader"));
      decide(chosen(state.choices, { form: formOf(result, card.token), reading }), t.text("card.decided"));
    },
    undoChoice() {
      const { result, card, t } = state;
      if (result && card) decide(unchosen(state.choices, formOf(result, card.token)), t.text("card.undone"));
    },
    /**
     * Goes to one of several places of kindred words.
     * @param {string} id
     * @param {string} label
     * @param {number[]} tokens
     * @param {number} index
     */
    visitPlace(id, label, tokens, index) {
      if (state.result) page.follow({ ...focusOnTokens(state.result, id, label, tokens), index }, true);
    },
  };
}
