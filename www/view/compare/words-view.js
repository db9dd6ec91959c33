/**
 * The vocabulary of both texts: what they share, and what marks either, as tables to sort and search.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Comparison } from "./comparison.js"
 * @import { On, Own } from "./index.js"
 * @import { Row } from "./vocabulary.js"
 */

import { html, nothing } from "lit-html";
import { checkView, radioView, searchView } from "../fields.js";
import { rounded } from "../study/found.js";
import { arranged, moreView, ROWS, tableView } from "../table.js";
import { itemButton, sideName, spansOf } from "./items.js";
import { LEAST_G2 } from "./vocabulary.js";

const LISTS = /** @type {const} */ (["shared", "left", "right"]);
/** Of shorter texts little is significant. */
const SHORT = 400;

/** @type {{ list: typeof LISTS[number], closed: boolean, query: string, folded: string, order: string, reversed: boolean, shown: number }} */
export const wordsDefaults = { list: "shared", closed: false, query: "", folded: "", order: "count", reversed: false, shown: ROWS };

/** Of each list the rows that pass, so that they keep their identity for the sort. @type {WeakMap<Row[], { key: string, rows: Row[] }>} */
const passed = new WeakMap();

/**
 * @param {Row[]} rows
 * @param {typeof wordsDefaults} state
 */
function passing(rows, { closed, folded }) {
  const key = `${closed} ${folded}`;
  const known = passed.get(rows);
  if (known?.key === key) return known.rows;
  const found = rows.filter((row) => (closed || !row.closed) && row.folded.includes(folded));
  passed.set(rows, { key, rows: found });
  return found;
}

/**
 * @param {Comparison} comparison
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 */
export function wordsView(comparison, own, t, on) {
  const { vocabulary } = comparison;
  const { words } = own;
  const { list, closed, query } = words;
  const rows = passing(vocabulary[list], words);
  const change = (/** @type {Partial<typeof wordsDefaults>} */ patch) => on.change({ words: { ...words, ...patch } });
  const named = (/** @type {"left" | "right"} */ which) => t.text("compare.words.of", { name: sideName(own, which, t) });
  return html`
    ${vocabulary.by === "form" ? html`<p class="remark">${t.text("compare.words.forms")}</p>` : nothing}
    <div class="cmp-tools">
      ${radioView("cmp-words", t.text("compare.words.list"), list, [
        { value: "shared", label: t.text("compare.words.shared") }, { value: "left", label: named("left") }, { value: "right", label: named("right") },
      ], (value) => change({ list: /** @type {typeof LISTS[number]} */ (value), shown: ROWS, order: value === "shared" ? "count" : "g2", reversed: false }))}
      ${searchView(t.text("words.filter"), query, t, on.filter)}
      ${checkView(t.text("compare.words.closed"), closed, (checked) => change({ closed: checked, shown: ROWS }))}
    </div>
    ${list === "shared" ? nothing : html`<p class="quiet">${t.text("compare.words.about", { least: t.exact(LEAST_G2) })}
      ${Math.min(...vocabulary.words) < SHORT ? t.text("compare.words.short") : ""}</p>`}
    <p class="quiet" aria-live="polite">${t.text(vocabulary.by === "lemma" ? "count.lemma" : "count.words", { n: rows.length })}</p>
    ${rows.length ? rowsTable(rows, comparison, own, t, on, change) : html`<p class="cmp-none">${t.text(query ? "study.noneOfThese" : "compare.words.none")}</p>`}
    ${moreView(rows.length, words, t, change)}`;
}

/**
 * @param {Row[]} rows
 * @param {Comparison} comparison
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 * @param {(patch: Partial<typeof wordsDefaults>) => void} change
 */
function rowsTable(rows, { left, right, vocabulary }, own, t, on, change) {
  const { words: state } = own;
  const { words: [c, d] } = vocabulary;
  const marking = state.list !== "shared";
  const ordered = arranged(rows, state, t, {
    label: (a, b) => t.compare(a.label, b.label),
    count: (a, b) => b.left.length + b.right.length - a.left.length - a.right.length,
    left: (a, b) => b.left.length - a.left.length,
    right: (a, b) => b.right.length - a.right.length,
    g2: (a, b) => b.g2 - a.g2,
    ratio: (a, b) => Math.abs(b.ratio) - Math.abs(a.ratio),
  });
  const head = (/** @type {string} */ name, /** @type {string} */ label, counted = true, /** @type {string | undefined} */ hint = undefined) => (
    { name, label, counted, look: counted ? "number" : "", ...(hint && { hint }) });
  const counted = (/** @type {ArrayLike<number>} */ tokens, /** @type {number} */ all) => html`<td class="number"><bdi>${t.number(tokens.length)}</bdi>
    <small title=${t.text("compare.words.rateHint")}><bdi>${t.exact(Math.round(tokens.length / Math.max(1, all) * 10_000) / 10)}‰</bdi></small></td>`;
  return html`${tableView({
    look: "cmp-table cmp-words", caption: t.text("compare.section.words"), order: state, rows: ordered.slice(0, state.shown), key: ({ id }) => id,
    heads: [
      head("label", t.text("compare.words.word"), false), head("left", t.text("compare.words.first"), true, sideName(own, "left", t)),
      head("right", t.text("compare.words.second"), true, sideName(own, "right", t)),
      ...(marking ? [head("ratio", t.text("compare.words.ratio"), true, t.text("compare.words.ratioHint")), head("g2", "G²", true, t.text("compare.words.g2Hint"))] : []),
    ],
    row: (row) => html`<tr class=${row.closed ? "closed" : ""}>
      <th scope="row">${itemButton({ id: `word:${row.id}`, label: row.label, left: spansOf(left, row.left), right: spansOf(right, row.right) }, own, on,
        html`<bdi lang="ar" dir="rtl">${row.label}</bdi>`, "cmp-word")}</th>
      ${counted(row.left, c)}${counted(row.right, d)}
      ${marking ? html`<td class="number"><bdi dir="ltr">${timesText(row, t)}</bdi></td><td class="number"><bdi>${t.exact(Math.round(row.g2 * 10) / 10)}</bdi></td>` : nothing}
    </tr>`,
  }, change)}
  <p class="quiet">${t.text("compare.words.rate")}</p>`;
}

/**
 * How many times as often; where the other text has none, nothing can be said.
 * @param {Row} row
 * @param {Translator} t
 */
function timesText({ left, right, ratio }, t) {
  if (left.length === 0 || right.length === 0) return "∞";
  return `×${t.exact(rounded(2 ** Math.abs(ratio)))}`;
}
