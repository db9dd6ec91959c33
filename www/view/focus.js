/**
 * The places being followed through the text: all occurrences of a word, or of a
 * kind of hidden character, with one of them current. Paints them, moves between
 * them, and keeps the strip with "next" and "previous".
 *
 * @import { Translator } from "../i18n/index.js"
 * @import { Result } from "../engine/types.js"
 * @import { Highlighter, Places } from "./highlight.js"
 * @import { Reader } from "./reader.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "./dom.js";

/** @typedef {{ id: string, label: string, places: Places, index: number }} Focus */

/**
 * @param {Result} result
 * @param {number} type  row of the word table
 * @returns {Focus}
 */
export function focusOnWord(result, type) {
  const { start, end } = result.tokens.columns;
  const word = result.words.at(type);
  const tokens = word?.tokens ?? new Uint32Array();
  return {
    id: `word:${type}`, label: word?.form ?? "", index: 0,
    places: { starts: tokens.map((token) => start[token]), ends: tokens.map((token) => end[token]) },
  };
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
 * @param {Focus | null} focus
 * @param {Result | null} result
 * @param {Highlighter} highlighter
 */
export function paintFocus(focus, result, highlighter) {
  highlighter.set("word", focus && focus.places);
  const start = focus?.places.starts[focus.index];
  const end = focus?.places.ends[focus.index];
  const current = start !== undefined && end !== undefined ? { starts: [start], ends: [end] } : null;
  highlighter.set("current", current);
  const sentence = current && result?.sentences.find((span) => span.start <= current.starts[0] && current.starts[0] < span.end);
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
 * @param {{ step: (step: number) => void, close: () => void }} on
 */
export function focusView(focus, t, on) {
  if (!focus) return nothing;
  const n = focus.places.starts.length;
  return html`
    <div class="focus-strip" role="group" aria-label=${t.text("focus.label")}>
      <bdi class="focus-word">${focus.label}</bdi>
      <span class="focus-place">${isolated(t.pieces("focus.place", { i: focus.index + 1, n }))}</span>
      <button type="button" class="icon" @click=${() => on.step(-1)} ?disabled=${n < 2}
        aria-label=${t.text("focus.previous")} title=${t.text("focus.previous")}>${arrow("up")}</button>
      <button type="button" class="icon" @click=${() => on.step(1)} ?disabled=${n < 2}
        aria-label=${t.text("focus.next")} title=${t.text("focus.next")}>${arrow("down")}</button>
      <button type="button" class="icon" @click=${on.close}
        aria-label=${t.text("focus.close")} title=${t.text("focus.close")}>${cross}</button>
    </div>`;
}

/** @param {"up" | "down"} way */
const arrow = (way) => html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${way === "up" ? "M3 10.5 8 5.5l5 5" : "M3 5.5l5 5 5-5"}/></svg>`;
export const cross = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"/></svg>`;
