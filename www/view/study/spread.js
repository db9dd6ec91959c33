/**
 * Where in the text the places of a word lie, as a strip of strokes with the
 * beginning of the text on the side where reading begins; and how evenly, in words.
 *
 * @import { Dispersion } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Places } from "../highlight.js"
 */

import { html, nothing } from "lit-html";

/** Deviations of proportions up to which a word is spread evenly, or by and large. */
const EVEN = 0.35;
const UNEVEN = 0.65;
/** Of fewer places nothing is said about their spread. */
const FEW = 5;
/** Of a strip, in its own units. */
const WIDTH = 1000;
const MARGIN = 4;

/** For each stroke a place of those it stands for. @typedef {{ x: number, place: number }[]} Strokes */
/** @type {WeakMap<Dispersion, { only: Places | null, strokes: Strokes }>} */
const drawn = new WeakMap();

/**
 * No more strokes than the strip is wide, however many places there are.
 * @param {Dispersion} dispersion
 * @param {Places | null} only  where not all of them are meant
 * @returns {Strokes}
 */
function strokesOf(dispersion, only) {
  const known = drawn.get(dispersion);
  if (known?.only === only) return known.strokes;
  const { positions, start } = dispersion;
  const own = only && new Set(Array.from(only.starts));
  /** @type {Map<number, number>} */
  const strokes = new Map();
  positions.forEach((share, i) => {
    const x = MARGIN + Math.round(share * (WIDTH - 2 * MARGIN));
    if (!strokes.has(x) && (!own || own.has(start[i]))) strokes.set(x, start[i]);
  });
  const made = { only, strokes: Array.from(strokes, ([x, place]) => ({ x, place })) };
  drawn.set(dispersion, made);
  return made.strokes;
}

/**
 * A press goes to the place nearest to it; the table has every place for the keyboard.
 * @param {Dispersion} dispersion
 * @param {{ only: Places | null, rtl: boolean }} view  only: these places, where not all of them are meant
 * @param {(place: number) => void} go
 */
export function spreadView(dispersion, { only, rtl }, go) {
  const strokes = strokesOf(dispersion, only);
  const path = strokes.map(({ x }) => `M${rtl ? WIDTH - x : x} 0v8`).join("");
  /** @param {MouseEvent & { currentTarget: Element }} event */
  const press = ({ clientX, currentTarget }) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const x = WIDTH * (rtl ? 1 - (clientX - left) / width : (clientX - left) / width);
    const nearest = strokes.reduce((best, one) => (Math.abs(one.x - x) < Math.abs(best.x - x) ? one : best), strokes[0]);
    if (nearest) go(nearest.place);
  };
  return html`<svg class="strip spread" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true" @click=${press}><path d=${path}/></svg>`;
}

/**
 * @param {Dispersion} dispersion
 * @param {Translator} t
 */
export function evennessView({ dp, positions }, t) {
  if (dp === null || positions.length < FEW) return nothing;
  const said = dp < EVEN ? "even" : dp < UNEVEN ? "uneven" : "bunched";
  return html`<p class="quiet">${t.text(`study.spread.${said}`)} <bdi dir="ltr" title=${t.text("study.spread.dp")}>DP ${t.ratio(dp)}</bdi></p>`;
}
