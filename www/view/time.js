/**
 * Time and amounts: the timeline, and all times and amounts as tables that can be
 * sorted and searched: what the text writes, what that amounts to, and of which kind
 * it is.
 *
 * @import { Quantity, Result, Time } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { TimeState } from "./arranging.js"
 * @import { Linked } from "./links.js"
 * @import { Search } from "./search.js"
 * @import { Arrangement, Head } from "./table.js"
 */

import { html, nothing } from "lit-html";
import { unitText, unitView, valueView } from "./amounts.js";
import { textAt } from "./layers.js";
import { emptyView, linkTo } from "./links.js";
import { arranged, moreView, ROWS, tableView } from "./table.js";
import { timelineView } from "./timeline.js";
import { daysOf, timeText } from "./when.js";

/** @typedef {{ search: Search, change: (patch: Partial<TimeState>) => void }} On */

/**
 * @param {Result} result
 * @param {TimeState} state
 * @param {Linked} linked
 * @param {On} on
 */
export function timeView(result, state, linked, on) {
  const { t } = linked;
  const noTimes = emptyView(result, "times", result.times.length, linked);
  return html`
    <section aria-labelledby="time-line">
      <h3 id="time-line">${t.text("time.line")}</h3>
      ${noTimes ?? timelineView(result, state.dates, linked, (dates) => on.change({ dates }))}
    </section>
    ${noTimes ? nothing : html`<section aria-labelledby="time-table">
      <h3 id="time-table">${t.text("time.table")}</h3>
      ${timesTable(result, state.times, linked, on)}
    </section>`}
    <section aria-labelledby="amounts">
      <h3 id="amounts">${t.text("amount.table")}</h3>
      ${emptyView(result, "quantities", result.quantities.length, linked) ?? amountsTable(result, state.amounts, linked, on)}
    </section>`;
}

/** @template T @typedef {{ item: T, index: number }} Row */

/** Rows of a list, made once for it so that their order can be kept. @type {WeakMap<object, Row<any>[]>} */
const rows = new WeakMap();

/**
 * @template T
 * @param {T[]} items
 * @returns {Row<T>[]}
 */
function rowsOf(items) {
  let known = rows.get(items);
  if (!known) rows.set(items, known = items.map((item, index) => ({ item, index })));
  return known;
}

/**
 * @param {number} a
 * @param {number} b
 */
const order = (a, b) => (a === b ? 0 : a - b);

/**
 * @param {Translator} t
 * @param {string} name
 * @param {string} [label]
 * @returns {Head}
 */
const head = (t, name, label = t.text(`amount.heading.${name}`)) => ({ name, label, ...(name === "place" && { hint: t.text("amount.byPlace") }) });

/**
 * A searched, sorted, growing table.
 * @template {Quantity | Time} T
 * @param {{ name: "times" | "amounts", result: Result, items: T[], state: Arrangement, look: string, caption: string, heads: Head[],
 *   text: (item: T) => string, by: Record<string, (a: T, b: T) => number>, row: (row: Row<T>) => unknown }} table
 * @param {Linked} linked
 * @param {On} on
 */
function listView({ name, result, items, state, look, caption, heads, text, by, row }, { t }, { search, change }) {
  const put = (/** @type {Partial<Arrangement>} */ patch) => change({ [name]: { ...state, ...patch } });
  const { field, passes } = search({
    name, result, n: items.length, label: t.text(`timing.search.${name}`), texts: () => items.map(text), reset: () => put({ shown: ROWS }),
  });
  const sorted = arranged(rowsOf(items), state, t, Object.fromEntries(Object.entries(by).map(([key, compare]) => (
    [key, (/** @type {Row<T>} */ a, /** @type {Row<T>} */ b) => compare(a.item, b.item) || a.item.start - b.item.start]))));
  const found = passes ? sorted.filter(({ index }) => passes(index)) : sorted;
  return html`${field}
    ${passes ? html`<p class="quiet found" aria-live="polite">${t.text("timing.rows", { n: found.length })}</p>` : nothing}
    ${found.length ? tableView({ look, caption, heads, order: state, rows: found.slice(0, state.shown), key: ({ index }) => index, row }, (now) => put({ ...now, shown: ROWS })) : nothing}
    ${moreView(found.length, state, t, put)}`;
}

/**
 * @param {Result} result
 * @param {Arrangement} state
 * @param {Linked} linked
 * @param {On} on
 */
function timesTable(result, state, linked, on) {
  const { t } = linked;
  const place = (/** @type {Time} */ time) => daysOf(time.value)?.from ?? Infinity;
  const kind = (/** @type {Time} */ { type }) => t.text(`time.kind.${type}`);
  return listView({
    name: "times", result, items: result.times, state, look: "listed times", caption: t.text("time.table"),
    heads: [head(t, "place", t.text("amount.heading.expression")), head(t, "value", t.text("time.heading.value")), head(t, "kind")],
    text: (time) => `${textAt(result, time)}\n${timeText(time, t)}\n${kind(time)}`,
    by: {
      place: (a, b) => a.start - b.start,
      value: (a, b) => order(place(a), place(b)) || a.value.length - b.value.length || a.value.localeCompare(b.value),
      kind: (a, b) => t.compare(kind(a), kind(b)),
    },
    row: ({ item, index }) => html`
      <tr class="row" ?data-lit=${linked.lit.has(`time:${index}`)}>
        <th scope="row">${expression(result, item, `time:${index}`, linked)}</th>
        <td><bdi>${timeText(item, t)}</bdi></td>
        <td>${kind(item)}${item.calendar === "hijri" ? html`<small>${t.text("time.hijri")}</small>` : nothing}</td>
      </tr>`,
  }, linked, on);
}

/**
 * @param {Result} result
 * @param {Arrangement} state
 * @param {Linked} linked
 * @param {On} on
 */
function amountsTable(result, state, linked, on) {
  const { t } = linked;
  const low = (/** @type {Quantity} */ { value }) => (typeof value === "number" ? value : value[0]);
  const kind = (/** @type {Quantity} */ { type }) => t.text(`amount.kind.${type}`);
  return listView({
    name: "amounts", result, items: result.quantities, state, look: "listed amounts", caption: t.text("amount.table"),
    heads: [head(t, "place", t.text("amount.heading.expression")), head(t, "value"), head(t, "unit"), head(t, "kind")],
    text: (quantity) => `${textAt(result, quantity)}\n${unitText(quantity, t)}\n${kind(quantity)}`,
    by: {
      place: (a, b) => a.start - b.start,
      value: (a, b) => order(low(a), low(b)),
      unit: (a, b) => t.compare(unitText(a, t), unitText(b, t)) || order(low(a), low(b)),
      kind: (a, b) => t.compare(kind(a), kind(b)) || order(low(a), low(b)),
    },
    row: ({ item, index }) => html`
      <tr class="row" ?data-lit=${linked.lit.has(`quantity:${index}`)}>
        <th scope="row">${expression(result, item, `quantity:${index}`, linked)}</th>
        <td class="value">${valueView(item, t)}</td>
        <td class="unit">${unitView(item, t)}</td>
        <td>${kind(item)}${item.approximate ? html`<small>${t.text("amount.approximate")}</small>` : nothing}</td>
      </tr>`,
  }, linked, on);
}

/**
 * @param {Result} result
 * @param {Quantity | Time} item
 * @param {string} id
 * @param {Linked} linked
 */
function expression(result, item, id, linked) {
  const words = textAt(result, item);
  return linkTo({ id, label: words, spans: [item] }, linked, html`<span lang="ar" dir="rtl">${words}</span>`);
}
