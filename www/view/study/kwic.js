/**
 * The table of a concordance: the words asked for on an axis of their own, both
 * contexts leaning on it. The arrows go from line to line, a press to the place.
 *
 * @import { ConcordanceLine, ConcordanceSort, Result } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Lines } from "./context.js"
 * @import { Ruler } from "./fit.js"
 * @import { Context, Measure, Row } from "./lines.js"
 */

import { html, nothing } from "lit-html";
import { mainDirection } from "../outline.js";
import { heading, moveByArrows } from "../table.js";
import { measureOf, rowOf } from "./lines.js";

/** The rows of an answer in the width they were last cut for. @type {WeakMap<Lines, { age: number, rows: Row[], measure: Measure }>} */
const cut = new WeakMap();

/**
 * @param {Result} result
 * @param {Lines} answer
 * @param {Ruler} ruler
 */
function rowsOf(result, answer, ruler) {
  const known = cut.get(answer);
  if (known?.age === ruler.age) return known;
  const measure = measureOf(result, answer.lines, ruler);
  const main = mainDirection(result) ?? "rtl";
  const made = { age: ruler.age, measure, rows: answer.lines.map((line, i) => rowOf(result, line, answer.marks[i], main, measure, ruler)) };
  cut.set(answer, made);
  return made;
}

/**
 * @typedef {object} Manner
 * @property {ConcordanceSort} sort
 * @property {boolean} reversed
 * @property {boolean} waiting  for the answer to a newer question
 * @property {number} current  where the place that was gone to begins; -1 where none was
 * @property {number} pointed  the offset that is pointed at in the text; -1 for none
 */

/**
 * @param {Result} result
 * @param {Lines} answer
 * @param {Manner} manner
 * @param {{ t: Translator, ruler: Ruler }} page
 * @param {{ sort: (by: { sort: ConcordanceSort, reversed: boolean }) => void, go: (line: ConcordanceLine) => void, hover: (line: ConcordanceLine | null) => void }} on
 */
export function tableView(result, answer, { sort, reversed, waiting, current, pointed }, { t, ruler }, on) {
  const { rows, measure } = rowsOf(result, answer, ruler);
  const entry = rows.findIndex(({ line }) => line.start === current);
  return html`<p class="unseen" id="study-keys">${t.text("study.keys")}</p>
  <table class="kwic" dir=${mainDirection(result) ?? "rtl"} aria-describedby="study-keys" aria-busy=${waiting ? "true" : nothing} ?data-stacked=${measure.stacked} .style=${`--node: ${measure.node}px`}>
    <caption class="unseen">${t.text("study.contextCaption")}</caption>
    <thead lang=${t.lang}><tr>${/** @type {const} */ (["before", "node", "after"]).map((side) => {
      /** @type {ConcordanceSort} */
      const name = sort.startsWith(side) ? sort : side === "node" ? "node" : `${side}1`;
      return heading({ name, label: t.text(`study.${side === "node" ? "word" : side}`), look: side }, { order: sort, reversed },
        (by) => on.sort({ sort: name, reversed: by.reversed }));
    })}</tr></thead>
    <tbody lang="ar" @keydown=${moveByArrows}>${rows.map((row, i) => rowView(row, {
      current: row.line.start === current, pointed: row.line.start <= pointed && pointed < row.line.end, entry: i === (entry < 0 ? 0 : entry),
    }, on))}</tbody>
  </table>`;
}

/**
 * @param {Row} row
 * @param {{ current: boolean, pointed: boolean, entry: boolean }} now  entry: the line that the tabulator comes to
 * @param {{ go: (line: ConcordanceLine) => void, hover: (line: ConcordanceLine | null) => void }} on
 */
function rowView({ line, dir, before, node, after }, { current, pointed, entry }, { go, hover }) {
  return html`<tr ?data-pressed=${current} ?data-lit=${pointed} @click=${() => go(line)}
    @pointerenter=${() => hover(line)} @pointerleave=${() => hover(null)}>
    <td class="before" dir=${dir}>${before.more ? points : nothing}${contextPieces(before, dir)}</td>
    <th scope="row" class="node" dir=${dir}><button type="button" tabindex=${entry ? 0 : -1} aria-current=${current ? "true" : nothing}
      @focus=${() => hover(line)} @blur=${() => hover(null)}>${settled(node)}</button></th>
    <td class="after" dir=${dir}>${contextPieces(after, dir)}${after.more ? points : nothing}</td>
  </tr>`;
}

const points = html`<span class="points" aria-hidden="true">…</span>`;

/** What is written from left to right as a whole, its signs too: addresses, and dates with the year first. */
const WHOLE = /((?:https?:\/\/|www\.)[^\s\u060C\u061B\u00BB)\]]+|[\w.+-]+@[\w.-]+\w|(?<!\d)\d{4}-\d\d?-\d\d?(?!\d))/u;

/** @param {string} text */
const settled = (text) => text.split(WHOLE).map((part, i) => (i % 2 ? html`<bdi dir="ltr">${part}</bdi>` : part));

/**
 * In the direction of its paragraph, whatever letters it happens to begin with.
 * @param {Context} context
 * @param {"rtl" | "ltr"} dir
 */
const contextPieces = ({ pieces }, dir) => html`<bdi dir=${dir}>${pieces.map(({ text, mark }) => (mark ? html`<b>${settled(text)}</b>` : settled(text)))}</bdi>`;
