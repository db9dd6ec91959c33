/**
 * The figures of both texts in one table. A figure that either text is too short for is a dash.
 *
 * @import { Statistics } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Comparison } from "./comparison.js"
 * @import { Own } from "./index.js"
 */

import { html } from "lit-html";
import { sideName } from "./items.js";

/**
 * @param {Comparison} comparison
 * @param {Own} own
 * @param {Translator} t
 */
export function figuresView({ left, right, vocabulary }, own, t) {
  const [a, b] = [left.statistics, right.statistics];
  if (!a || !b) return html`<p class="remark">${t.text("compare.figures.none")}</p>`;
  const number = (/** @type {number} */ value) => t.number(Math.round(value));
  const minutes = (/** @type {number} */ seconds) => (seconds < 60 ? t.text("overview.underMinute") : t.text("count.minutes", { n: Math.round(seconds / 60) }));
  const lemmas = a.lemmas !== null && b.lemmas !== null;
  /** @type {[string, (s: Statistics) => number | null, (value: number) => string][]} */
  const rows = [
    ["overview.words", (s) => s.words, number],
    ["overview.types", (s) => s.types, number],
    ["overview.lemmas", (s) => s.lemmas, number],
    ["overview.roots", (s) => s.roots, number],
    ["overview.sentences", (s) => s.sentences, number],
    ["overview.paragraphs", (s) => s.paragraphs, number],
    ["measures.sentenceLength", (s) => s.sentence_length, t.ratio],
    ["measures.wordLength", (s) => s.word_length, t.ratio],
    ["measures.osman", (s) => s.osman, t.ratio],
    ["measures.level", (s) => s.level?.step ?? null, (step) => t.text(`measures.step.${step}`)],
    ["measures.mattr", (s) => (lemmas ? s.lemma_mattr : s.mattr), t.ratio],
    ["measures.mtld", (s) => (lemmas ? s.lemma_mtld : s.mtld), number],
    ["measures.hapax", (s) => s.hapax_share, t.percent],
    ["measures.function", (s) => s.function_share, t.percent],
    ["measures.reading", (s) => s.reading_seconds, minutes],
    ["measures.speaking", (s) => s.speaking_seconds, minutes],
  ];
  const cell = (/** @type {number | null} */ value, /** @type {(value: number) => string} */ write) => html`<td><bdi>${value === null ? "–" : write(value)}</bdi></td>`;
  return html`
    <p>${t.text("compare.figures.overlap", { share: t.percent(vocabulary.overlap) })}</p>
    <table class="cmp-table cmp-figures">
      <caption class="unseen">${t.text("compare.section.figures")}</caption>
      <thead><tr><td></td><th scope="col"><bdi>${sideName(own, "left", t)}</bdi></th><th scope="col"><bdi>${sideName(own, "right", t)}</bdi></th></tr></thead>
      <tbody>${rows.filter(([, read]) => read(a) !== null || read(b) !== null).map(([label, read, write]) => html`
        <tr><th scope="row">${t.text(label)}</th>${cell(read(a), write)}${cell(read(b), write)}</tr>`)}</tbody>
    </table>
    <p class="quiet">${t.text("compare.figures.about")}</p>`;
}
