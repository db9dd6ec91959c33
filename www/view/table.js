/**
 * The one table of all panels: headings to sort by, rows that keep their identity
 * when their order changes, more of them when asked for, and the arrows to go from
 * row to row. What a row shows is its panel's matter.
 *
 * @import { Translator } from "../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";

/** @typedef {{ order: string, reversed: boolean }} Order */
/** Which column a table is sorted by, and how many of its rows are shown. @typedef {Order & { shown: number }} Arrangement */
/**
 * @typedef {object} Head  of a column
 * @property {string} [name]  the order it sorts by; none: it is no order
 * @property {string} label
 * @property {boolean} [counted]  what is counted begins with the most, words begin with the first letter
 * @property {string} [hint]
 * @property {string} [look]
 * @property {boolean} [unseen]  said, and not shown
 */

/** How many rows are added at a time. */
export const ROWS = 50;

/** The last order of each list; a redraw for a row that is pointed at sorts nothing. @type {WeakMap<object, { key: string, rows: any[] }>} */
const known = new WeakMap();

/**
 * @template T
 * @param {T[]} rows
 * @param {Order} order
 * @param {Translator} t
 * @param {Record<string, (a: T, b: T) => number>} by  what comes first in each order
 * @returns {T[]}
 */
export function arranged(rows, { order, reversed }, t, by) {
  const key = `${order} ${reversed} ${t.lang}`;
  const last = known.get(rows);
  if (last?.key === key) return last.rows;
  const sorted = [...rows].sort(by[order]);
  if (reversed) sorted.reverse();
  known.set(rows, { key, rows: sorted });
  return sorted;
}

/**
 * A heading to sort by.
 * @param {Head & { name: string }} head
 * @param {Order} now
 * @param {(order: Order) => void} change
 */
export function heading({ name, label, counted = false, hint, look = "" }, { order, reversed }, change) {
  const active = order === name;
  const ascending = counted === reversed;
  return html`<th scope="col" class=${look} aria-sort=${active ? (ascending ? "ascending" : "descending") : "none"}>
    <button type="button" class="sort" title=${hint ?? nothing} @click=${() => change({ order: name, reversed: active && !reversed })}>
      ${label}<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${active && !ascending ? "M4 6l4 5 4-5z" : "M4 10l4-5 4 5z"}/></svg></button></th>`;
}

/** @param {Head} head */
const label = ({ label: said, hint, look = "", unseen = false }) => html`<th scope="col" class=${look}>${unseen
  ? html`<span class="unseen">${said}</span>` : hint ? html`<abbr title=${hint}>${said}</abbr>` : said}</th>`;

/**
 * @template T
 * @param {object} table
 * @param {string} table.look
 * @param {string} table.caption
 * @param {Head[]} table.heads
 * @param {T[]} table.rows  those that are shown, in their order
 * @param {(row: T) => unknown} table.key  by which a row is known again
 * @param {(row: T) => unknown} table.row
 * @param {Order} table.order
 * @param {(order: Order) => void} change
 */
export const tableView = ({ look, caption, heads, rows, key, row, order }, change) => html`<table class=${look}>
  <caption class="unseen">${caption}</caption>
  <thead><tr>${heads.map((head) => (head.name === undefined ? label(head) : heading(/** @type {Head & { name: string }} */ (head), order, change)))}</tr></thead>
  <tbody @keydown=${moveByArrows}>${repeat(rows, key, row)}</tbody>
</table>`;

/**
 * From row to row, each by its first button.
 * @param {KeyboardEvent & { target: Element, currentTarget: Element }} event
 */
export function moveByArrows(event) {
  const steps = /** @type {Record<string, number>} */ ({ ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity });
  const step = steps[event.key];
  const here = event.target.closest("tr");
  if (step === undefined || !here) return;
  event.preventDefault();
  const rows = /** @type {Element[]} */ ([...event.currentTarget.children]);
  const at = Math.min(rows.length - 1, Math.max(0, rows.indexOf(here) + step));
  /** @type {HTMLElement | null} */ (rows[at].querySelector("button"))?.focus();
}

/**
 * @param {number} n  rows in all
 * @param {{ shown: number }} state
 * @param {Translator} t
 * @param {(patch: { shown: number }) => void} change
 * @param {string} [key]  of the sentence that says how many more
 */
export function moreView(n, { shown }, t, change, key = "amount.more", step = ROWS) {
  if (n <= shown) return nothing;
  return html`<button type="button" class="more" @click=${() => change({ shown: shown + step })}>${t.text(key, { n: Math.min(step, n - shown) })}</button>`;
}
