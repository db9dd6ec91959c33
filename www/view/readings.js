/**
 * The other readings of a word, likeliest first, each a button that decides for it.
 *
 * @import { Analysis, Reading, Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Card } from "./cards.js"
 */

import { html, nothing } from "lit-html";
import { grammarLine, nameOf } from "./grammar.js";

const FEW = 4;
const UNLIKELY = 0.005;

/**
 * A result that was made before the glosses were there has none; the readings do.
 * @param {Analysis} analysis
 * @param {Reading[] | null} readings
 */
export const glossOf = (analysis, readings) => analysis.gloss ?? readings?.find(({ current }) => current)?.gloss ?? null;

/**
 * @param {Card} card
 * @param {Result} result
 * @param {Translator} t
 * @param {{ showReadings: () => void, chooseReading: (reading: number) => void }} on
 */
export function readingsView({ readings, all }, result, t, on) {
  if (!readings) return html`<p class="quiet card-wait">${t.text("card.wait")}</p>`;
  const others = readings.filter(({ current }) => !current).sort((a, b) => b.score - a.score);
  if (others.length === 0) return html`<p class="quiet">${t.text("card.only")}</p>`;
  const likely = others.filter(({ score }) => score >= UNLIKELY).slice(0, FEW);
  const shown = all ? others : likely.length ? likely : others.slice(0, 1);
  const rest = others.length - shown.length;
  return html`<div class="card-readings">
    <h3 id="card-readings">${t.text("card.readings")}</h3>
    <p class="quiet">${t.text("card.choose")}</p>
    <ul aria-labelledby="card-readings">${shown.map((reading) => html`<li>
      <button type="button" class="reading-choice" data-reading=${reading.reading} @click=${() => on.chooseReading(reading.reading)}>
        <b lang="ar" dir="rtl">${reading.diacritized}</b>
        <bdi class="number">${chance(reading.score, t)}</bdi>
        <span>${grammarLine(reading, t)}${attachedTo(reading, result, t)}</span>
        ${reading.gloss ? html`<bdi class="gloss" lang="en" dir="ltr">${reading.gloss}</bdi>` : nothing}
      </button></li>`)}</ul>
    ${rest > 0 ? html`<button type="button" class="plain" @click=${on.showReadings}>${t.text("card.more", { n: rest })}</button>` : nothing}
  </div>`;
}

/**
 * @param {number} score
 * @param {Translator} t
 */
const chance = (score, t) => (score < UNLIKELY ? t.text("card.hardly", { share: t.percent(0.01) }) : t.percent(Math.round(score * 100) / 100));

/** Vowel marks and tatweel. */
const MARKS = /[\u0640\u064B-\u0652\u0670]/g;

/**
 * A reading with an attached pronoun differs from one with an ending by that alone.
 * @param {Reading} reading
 * @param {Result} result
 * @param {Translator} t
 */
function attachedTo(reading, { text }, t) {
  const pieces = reading.segments.map((segment) => ({ ...segment, text: text.slice(segment.start, segment.end).replace(MARKS, "") }));
  const last = pieces.length - 1;
  const name = last > 0 ? nameOf(pieces, last, reading) : "";
  return name === "piece.attached" ? `${t.text("list.dot")}${t.text(`grammar.${name}`)}` : "";
}
