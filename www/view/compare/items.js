/**
 * Rows that lead to places of both texts: a press paints them and brings the first of
 * each into view, a second one lets go.
 *
 * @import { Result, Span } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Item, On, Own, Which } from "./index.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../../i18n/unturned.js";
import { shortened } from "../shorten.js";

/**
 * @param {Item} item
 * @param {Own} own
 * @param {On} on
 * @param {unknown} content
 * @param {string} [look]
 */
export function itemButton(item, own, on, content, look = "") {
  const held = own.chosen?.id === item.id;
  return html`<button type="button" class="cmp-item ${look}" dir=${look === "cmp-wide" ? "rtl" : nothing} aria-pressed=${held} @click=${() => on.choose(held ? null : item)}>${content}</button>`;
}

/** @param {string} text */
export const arabic = (text) => html`<bdi lang="ar" dir="rtl">${text}</bdi>`;

/** Of a longer passage the beginning is shown; all of it is painted in the texts below. */
const LONGEST = 600;

/** @param {string} text  of a passage or a statement */
export const quoteView = (text) => html`<span class="cmp-quote" lang="ar" dir="auto">${shortened(text, LONGEST)}</span>`;

/** No text shows more of a list than this before it is asked to. */
export const ROWS = 50;

/**
 * The spans of tokens.
 * @param {Result} result
 * @param {ArrayLike<number>} tokens
 * @returns {Span[]}
 */
export const spansOf = ({ tokens: { columns: { start, end } } }, tokens) => Array.from(tokens, (token) => ({ start: start[token], end: end[token] }));

/**
 * The name the reader gave a side, or which it is.
 * @param {Own} own
 * @param {Which} which
 * @param {Translator} t
 */
export const sideName = (own, which, t) => unturned(own.sides[which]?.name ?? "") || t.text(`compare.side.${which}`);

/**
 * A list that grows as it is asked to.
 * @template T
 * @param {string} name
 * @param {readonly T[]} items
 * @param {(item: T) => unknown} row
 * @param {{ own: Own, on: On, t: Translator, look?: string, page?: number }} manner  page: how many are shown at a time
 */
export function listView(name, items, row, { own, on, t, look = "", page = ROWS }) {
  if (items.length === 0) return nothing;
  const shown = own.lengths.get(name) ?? page;
  const rest = items.length - shown;
  return html`<ul class=${look}>${items.slice(0, shown).map((item) => html`<li>${row(item)}</li>`)}</ul>
    ${rest > 0 ? html`<button type="button" class="more" @click=${() => on.change({ lengths: new Map(own.lengths).set(name, shown + page) })}>
      ${t.text("compare.rest", { n: Math.min(rest, page) })}</button>` : nothing}`;
}
