/**
 * The places being followed through the text: all occurrences of a word, or of a
 * kind of hidden character, with one of them current. Paints them, moves between
 * them, and keeps the strip with "next" and "previous".
 *
 * @import { Translator } from "../i18n/index.js"
 * @import { Result } from "../engine/types.js"
 * @import { Highlighter, Places } from "./highlight.js"
 * @import { Spot } from "./links.js"
 * @import { Reader } from "./reader.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../i18n/unturned.js";
import { isolated, langOf } from "./dom.js";
import { PREVIEW, shortened } from "./shorten.js";
import { spaced, vocabularyOf } from "./vocabulary.js";

/** `wide`: the places are sentences and longer, so only the current one is painted, and softly. @typedef {{ id: string, label: string, places: Places, index: number, wide?: boolean }} Focus */

/**
 * @param {Result} result
 * @param {number} type  row of the word table
 * @returns {Focus}
 */
export function focusOnWord(result, type) {
  const word = result.words.at(type);
  return focusOnTokens(result, `word:${type}`, word?.form ?? "", word?.tokens ?? []);
}

/**
 * @param {Result} result
 * @param {string} id
 * @param {string} label
 * @param {ArrayLike<number>} tokens  ascending
 * @returns {Focus}
 */
export function focusOnTokens(result, id, label, tokens) {
  const { start, end } = result.tokens.columns;
  const ascending = Uint32Array.from(tokens);
  return { id, label: unturned(label), index: 0, places: { starts: ascending.map((token) => start[token]), ends: ascending.map((token) => end[token]) } };
}

/**
 * By the id of a row of the word table: `word:3`, `lemma:0`, `root:7`, and `root:7:1` for a lemma of that root.
 * @param {Result} result
 * @param {string} id
 * @returns {Focus}
 */
export function focusOnRow(result, id) {
  const [kind, row, member] = id.split(":");
  if (kind === "word") return focusOnWord(result, Number(row));
  const { lemmas, roots } = vocabularyOf(result);
  const lemma = kind === "lemma" ? lemmas[Number(row)] : roots[Number(row)].lemmas[Number(member ?? -1)];
  if (lemma) return focusOnTokens(result, id, lemma.lemma, lemma.tokens);
  return focusOnTokens(result, id, spaced(roots[Number(row)].root), roots[Number(row)].tokens);
}

/**
 * @param {Result} result
 * @param {string} kind
 * @param {string} label
 * @returns {Focus}
 */
export function focusOnHidden(result, kind, label) {
  const found = result.characters.filter((character) => character.kind === kind);
  return {
    id: `hidden:${kind}`, label, index: 0,
    places: { starts: found.map(({ start }) => start), ends: found.map(({ end }) => end) },
  };
}

/**
 * @param {Spot} spot
 * @returns {Focus}
 */
export const focusOnSpot = ({ id, label, spans, index = 0, wide = false }) => (
  { id, label: unturned(label), index, wide, places: { starts: spans.map(({ start }) => start), ends: spans.map(({ end }) => end) } });

/**
 * @param {Focus | null} focus
 * @param {Result | null} result
 * @param {Highlighter} highlighter
 */
export function paintFocus(focus, result, highlighter) {
  const start = focus?.places.starts[focus.index];
  const end = focus?.places.ends[focus.index];
  const current = start !== undefined && end !== undefined ? { starts: [start], ends: [end] } : null;
  highlighter.set("word", focus?.wide ? current : focus && focus.places);
  highlighter.set("current", focus?.wide ? null : current);
  const sentence = current && !focus?.wide && result?.sentences.find((span) => span.start <= current.starts[0] && current.starts[0] < span.end);
  highlighter.set("sentence", sentence ? { starts: [sentence.start], ends: [sentence.end] } : null);
}

/**
 * @param {Focus} focus
 * @param {Reader} reader
 */
export const goToFocus = ({ places, index }, reader) => reader.reveal(places.starts[index], places.ends[index]);

/**
 * @param {Focus} focus
 * @param {number} step
 * @returns {Focus}
 */
export function stepped(focus, step) {
  const count = focus.places.starts.length;
  return { ...focus, index: (focus.index + step + count) % count };
}

/**
 * @param {Focus | null} focus
 * @param {Translator} t
 * @param {{ step: (step: number) => void, close: () => void, card: (() => void) | null }} on  card: where the current word has one
 */
export function focusView(focus, t, on) {
  if (!focus) return nothing;
  const n = focus.places.starts.length;
  return html`
    <div class="focus-strip" role="group" aria-label=${t.text("focus.label")}>
      <bdi class="focus-word" lang=${langOf(focus.label) || nothing} title=${focus.label}>${shortened(focus.label, PREVIEW)}</bdi>
      <span class="focus-place">${isolated(t.pieces("focus.place", { i: focus.index + 1, n }))}</span>
      ${on.card ? html`<button type="button" class="plain" @click=${on.card}>${t.text("card.open")}</button>` : nothing}
      <button type="button" class="icon" @click=${() => on.step(-1)} ?disabled=${n < 2}
        aria-label=${t.text("focus.previous")} title=${t.text("focus.previous")}>${arrow("up")}</button>
      <button type="button" class="icon" @click=${() => on.step(1)} ?disabled=${n < 2}
        aria-label=${t.text("focus.next")} title=${t.text("focus.next")}>${arrow("down")}</button>
      <button type="button" class="icon" @click=${on.close}
        aria-label=${t.text("focus.close")} title=${t.text("focus.close")}>${cross}</button>
    </div>`;
}

/** @param {"up" | "down"} way */
export const arrow = (way) => html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${way === "up" ? "M3 10.5 8 5.5l5 5" : "M3 5.5l5 5 5-5"}/></svg>`;
export const cross = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"/></svg>`;
/** Between what was written and what it becomes, in a line of Arabic. Drawn, as the page's face has no arrow and every system has another. */
export const becomes = html`<svg class="becomes" viewBox="0 0 16 16" aria-hidden="true"><path d="M14.5 8h-13M6 3.5 1.5 8 6 12.5"/></svg>`;
