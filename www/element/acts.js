/**
 * What a reader of the article does: opening, turning and closing the card, choosing
 * a reading, switching layers. The card follows its word through the text as it
 * changes, and closes when that word is no longer there.
 *
 * @import { Analyzer, Result } from "../engine/types.js"
 * @import { On } from "./views.js"
 * @import { Read, ReaderState } from "./state.js"
 */

import { chosen, formOf, unchosen } from "../view/choices.js";
import { isWord } from "../view/cursor.js";
import { grammarLine } from "../view/grammar.js";
import { firstAtOrAfter } from "../view/highlight.js";
import { latinOf } from "../view/latin.js";
import { liveRange } from "./text.js";

/**
 * @param {{ state: ReaderState, set: (patch: Partial<ReaderState>) => void }} store
 * @param {{ engine: () => Promise<Analyzer>, root: ShadowRoot, again: () => void, renew: () => void }} page  renew: reads with other choices
 */
export function createActs({ state, set }, { engine, root, again, renew }) {
  /** What had the focus before the card took it. @type {HTMLElement | null} */
  let opener = null;
  /** Where the reading of words goes on. */
  let last = -1;

  /** @param {number} token */
  const boxOf = (token) => {
    const range = state.read && rangeOf(state.read, token);
    return range ? liveRange(range).getBoundingClientRect() : null;
  };

  /** @param {number} token @param {number} step */
  const neighbour = (token, step) => {
    const result = state.read?.result;
    for (let at = token; result && at >= 0 && at < result.tokens.length; at += step) if (isWord(result, at) && boxOf(at)?.width) return at;
    return -1;
  };

  /** Fills in what the engine is asked for: the word in Latin letters, the other readings, the meaning. @param {number} token */
  async function fill(token) {
    const { read, scheme } = state;
    if (!read) return;
    /** @param {Partial<import("../view/cards.js").Card>} patch */
    const found = (patch) => {
      if (state.read?.result === read.result && state.card?.token === token) set({ card: { ...state.card, ...patch } });
    };
    const analyzer = await engine();
    latinOf(analyzer, read.result, token, scheme).then((latin) => state.scheme === scheme && found({ latin }), () => {});
    const ask = async () => found({ readings: await analyzer.alternatives(read.result, token).catch(() => []) });
    const glossed = () => analyzer.packs.glosses === "loaded";
    await ask();
    if (glossed()) return;
    await analyzer.glosses().catch(() => {});
    if (glossed()) await ask();
  }

  /**
   * @param {number} token
   * @param {{ enter?: boolean }} [manner]  enter: the focus goes into the card
   */
  function open(token, { enter = false } = {}) {
    const { read, t } = state;
    if (!read?.result.morphology || !t) return;
    const analysis = read.result.morphology.analysis(token);
    const form = formOf(read.result, token);
    last = token;
    if (enter) opener ??= root.activeElement instanceof HTMLElement ? root.activeElement : /** @type {HTMLElement | null} */ (document.activeElement);
    set({ card: { token, readings: null, all: false, latin: null }, said: analysis ? `${form}: ${grammarLine(analysis, t)}` : form });
    fill(token).catch(() => {}); // an engine that stopped is told of by the next reading
    const card = root.querySelector(".card");
    if (card) card.scrollTop = 0;
    if (enter) root.getElementById("word")?.focus({ preventScroll: true });
  }

  /** @param {number} token */
  function turnTo(token) {
    const inside = root.activeElement?.id === "word";
    reveal(token);
    open(token, { enter: inside });
  }

  /** Scrolls to a word where it is not in view; the edges are left to bars of the page. @param {number} token */
  function reveal(token) {
    const box = boxOf(token);
    const { clientHeight } = document.documentElement;
    const range = state.read && rangeOf(state.read, token);
    if (!box || !range || (box.top > 80 && box.bottom < clientHeight - 80)) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const now = liveRange(range).getBoundingClientRect();
    if (now.top < 80 || now.bottom > clientHeight - 80) scrollBy({ top: now.top - clientHeight / 3, behavior: calm ? "instant" : "auto" });
  }

  function closeCard() {
    if (!state.card) return;
    const inside = Boolean(root.activeElement?.closest(".card"));
    set({ card: null });
    if (inside && opener?.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  }

  /** @param {ReaderState["choices"]} choices @param {string} saying */
  function decide(choices, saying) {
    set({ choices, said: saying });
    root.getElementById("word")?.focus({ preventScroll: true });
    renew();
  }

  /** @type {On} */
  const on = {
    toggle(layer) {
      const { t, layers } = state;
      const shown = !layers.includes(layer);
      set({
        layers: shown ? [...layers, layer] : layers.filter((one) => one !== layer),
        said: t?.text(shown ? "layer.shown" : "layer.hidden", { layer: t.text(`layer.${layer}`) }) ?? "",
      });
    },
    list: (listed) => set({ listed }),
    visit(offset) {
      const { read } = state;
      const token = read ? tokenFrom(read.result, offset) : -1;
      if (token < 0) return;
      reveal(token);
      open(token, { enter: true });
    },
    retry: again,
    readWords() {
      const inView = (/** @type {number} */ token) => (boxOf(token)?.bottom ?? 0) > 0;
      let token = neighbour(Math.max(0, last), 1);
      if (token < 0 || !inView(token)) for (token = neighbour(0, 1); token >= 0 && !inView(token);) token = neighbour(token + 1, 1);
      if (token < 0) return;
      reveal(token);
      open(token, { enter: true });
    },
    key(event) {
      const { key, target, altKey, ctrlKey, metaKey } = event;
      if (key === "Escape") {
        event.preventDefault();
        event.stopPropagation(); // a dialog of the page stays open
        closeCard();
      }
      const step = key === "ArrowLeft" ? 1 : key === "ArrowRight" ? -1 : 0;
      if (!step || altKey || ctrlKey || metaKey || !state.card || (target instanceof Element && target.matches("select"))) return;
      event.preventDefault();
      const token = neighbour(state.card.token + step, step);
      if (token >= 0) turnTo(token);
    },
    closeCard, neighbour, turnTo,
    showReadings: () => state.card && set({ card: { ...state.card, all: true } }),
    chooseReading(reading) {
      const { read, card, choices, t } = state;
      if (read && card && t) decide(chosen(choices, { form: formOf(read.result, card.token), reading }), t.text("card.decided"));
    },
    undoChoice() {
      const { read, card, choices, t } = state;
      if (read && card && t) decide(unchosen(choices, formOf(read.result, card.token)), t.text("card.undone"));
    },
    chooseScheme(scheme) {
      set({ scheme });
      if (state.card) fill(state.card.token).catch(() => {});
    },
    visitPlace: (_id, _label, tokens, index) => turnTo(tokens[index]),
    async copyFrom(kind, text) {
      const { card, t } = state;
      const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
      if (!card || !t || state.card?.token !== card.token) return;
      set({ said: t.text(copied ? "card.copied" : "element.copyFailed"), ...(copied && { card: { ...state.card, copied: kind } }) });
    },
  };

  return {
    on, open, boxOf,
    /**
     * Another result is there, of another text perhaps: the card stays with its word.
     * @param {Read | null} before
     */
    keepCard(before) {
      const { card, read } = state;
      if (!card) return;
      const token = before && read ? moved(before.result, read.result, card.token) : -1;
      if (token < 0) return closeCard();
      set({ card: { ...card, token, readings: null } });
      fill(token).catch(() => {});
    },
  };
}

/** The first word of a stretch, which may begin with a mark. @param {Result} result @param {number} offset */
function tokenFrom(result, offset) {
  let token = firstAtOrAfter(result.tokens.columns.end, offset + 1);
  while (token < result.tokens.length && !isWord(result, token)) token++;
  return token < result.tokens.length ? token : -1;
}

/** @param {Read} read @param {number} token */
export function rangeOf({ text, result }, token) {
  const { start, end } = result.tokens.columns;
  return text.rangeOf(start[token], end[token]);
}

/**
 * Where a word is after a change: counted from the beginning, or from the end, whichever finds the same word.
 * @param {Result} before
 * @param {Result} now
 * @param {number} token
 */
function moved(before, now, token) {
  const form = formOf(before, token);
  const places = [token, token + now.tokens.length - before.tokens.length];
  return places.find((place) => place >= 0 && place < now.tokens.length && formOf(now, place) === form) ?? -1;
}
