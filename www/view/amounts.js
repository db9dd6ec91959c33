/**
 * Times and amounts as tables that can be sorted: what the text writes, what that
 * amounts to, and of which kind it is.
 *
 * @import { Quantity, Result, Time } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Linked } from "./links.js"
 */

import { html, nothing } from "lit-html";
import { emptyView, linkTo } from "./links.js";
import { textAt } from "./layers.js";
import { timelineView } from "./timeline.js";
import { daysOf, whenText } from "./when.js";

/** @typedef {"place" | "value" | "unit" | "kind"} Order */
/** @typedef {{ order: Order, reversed: boolean, shown: number }} TableState */
/** @typedef {{ dates: number, times: TableState, amounts: TableState }} TimeState  dates: how many the timeline shows */

const PAGE = 50;
/** @type {TableState} */
const first = { order: "place", reversed: false, shown: PAGE };
/** @type {TimeState} */
export const timeDefaults = { dates: 40, times: first, amounts: first };

/**
 * @param {Result} result
 * @param {TimeState} state
 * @param {Linked} linked
 * @param {(patch: Partial<TimeState>) => void} change
 */
export function timeView(result, state, linked, change) {
  const { t } = linked;
  return html`
    <section aria-labelledby="time-line">
      <h3 id="time-line">${t.text("time.line")}</h3>
      ${emptyView(result, "times", result.times.length, t) ?? timelineView(result, state.dates, linked, (dates) => change({ dates }))}
    </section>
    ${result.times.length ? html`<section aria-labelledby="time-table">
      <h3 id="time-table">${t.text("time.table")}</h3>
      ${timesTable(result, state.times, linked, (times) => change({ times: { ...state.times, ...times } }))}
    </section>` : nothing}
    <section aria-labelledby="amounts">
      <h3 id="amounts">${t.text("amount.table")}</h3>
      ${emptyView(result, "quantities", result.quantities.length, t)
        ?? amountsTable(result, state.amounts, linked, (amounts) => change({ amounts: { ...state.amounts, ...amounts } }))}
    </section>`;
}

/**
 * @param {Result} result
 * @param {TableState} state
 * @param {Linked} linked
 * @param {(patch: Partial<TableState>) => void} change
 */
function timesTable(result, state, linked, change) {
  const { t } = linked;
  const length = (/** @type {Time} */ { value }) => value.length;
  const place = (/** @type {Time} */ time) => daysOf(time.value)?.from ?? Infinity;
  const rows = sorted(result.times, state, t, {
    place: (a, b) => a.start - b.start,
    value: (a, b) => order(place(a), place(b)) || order(length(a), length(b)) || a.value.localeCompare(b.value),
    unit: () => 0,
    kind: (a, b) => t.compare(t.text(`time.kind.${a.type}`), t.text(`time.kind.${b.type}`)),
  });
  return html`
    <table class="measures times">
      <caption class="unseen">${t.text("time.table")}</caption>
      <thead><tr>
        ${heading("place", t.text("amount.heading.expression"), state, t, change)}
        ${heading("value", t.text("time.heading.value"), state, t, change)}
        ${heading("kind", t.text("amount.heading.kind"), state, t, change)}
      </tr></thead>
      <tbody>${rows.slice(0, state.shown).map(({ item, index }) => html`
        <tr class="row" ?data-lit=${linked.lit.has(`time:${index}`)}>
          <th scope="row">${expression(result, item, `time:${index}`, linked)}</th>
          <td><bdi>${whenText(item.value, t, item.type === "set")}</bdi></td>
          <td>${t.text(`time.kind.${item.type}`)}${item.calendar === "hijri" ? html`<small>${t.text("time.hijri")}</small>` : nothing}</td>
        </tr>`)}</tbody>
    </table>
    ${moreView(rows.length, state, t, change)}`;
}

/**
 * @param {Result} result
 * @param {TableState} state
 * @param {Linked} linked
 * @param {(patch: Partial<TableState>) => void} change
 */
function amountsTable(result, state, linked, change) {
  const { t } = linked;
  const low = (/** @type {Quantity} */ { value }) => (typeof value === "number" ? value : value[0]);
  const rows = sorted(result.quantities, state, t, {
    place: (a, b) => a.start - b.start,
    value: (a, b) => order(low(a), low(b)),
    unit: (a, b) => t.compare(unitText(a, t), unitText(b, t)) || order(low(a), low(b)),
    kind: (a, b) => t.compare(t.text(`amount.kind.${a.type}`), t.text(`amount.kind.${b.type}`)) || order(low(a), low(b)),
  });
  return html`
    <table class="measures amounts">
      <caption class="unseen">${t.text("amount.table")}</caption>
      <thead><tr>
        ${heading("place", t.text("amount.heading.expression"), state, t, change)}
        ${heading("value", t.text("amount.heading.value"), state, t, change)}
        ${heading("unit", t.text("amount.heading.unit"), state, t, change)}
        ${heading("kind", t.text("amount.heading.kind"), state, t, change)}
      </tr></thead>
      <tbody>${rows.slice(0, state.shown).map(({ item, index }) => html`
        <tr class="row" ?data-lit=${linked.lit.has(`quantity:${index}`)}>
          <th scope="row">${expression(result, item, `quantity:${index}`, linked)}</th>
          <td class="value">${valueView(item, t)}</td>
          <td class="unit">${unitView(item, t)}</td>
          <td>${t.text(`amount.kind.${item.type}`)}${item.approximate ? html`<small>${t.text("amount.approximate")}</small>` : nothing}</td>
        </tr>`)}</tbody>
    </table>
    ${moreView(rows.length, state, t, change)}`;
}

/**
 * @param {Quantity} quantity
 * @param {Translator} t
 */
export function valueView({ value }, t) {
  if (typeof value === "number") return html`<bdi class="number">${t.exact(value)}</bdi>`;
  return html`<bdi class="number">${t.exact(value[0])}</bdi> – <bdi class="number">${t.exact(value[1])}</bdi>`;
}

/**
 * @param {Quantity} quantity
 * @param {Translator} t
 */
function unitText({ type, unit, currency }, t) {
  if (currency) return t.currency(currency);
  if (type === "percent" || unit === "%") return t.text("amount.percent");
  return unit ?? "";
}

/**
 * @param {Quantity} quantity
 * @param {Translator} t
 */
export function unitView(quantity, t) {
  const said = unitText(quantity, t);
  return said && said === quantity.unit ? html`<bdi lang="ar" dir="rtl">${said}</bdi>` : said;
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

/**
 * @param {number} a
 * @param {number} b
 */
const order = (a, b) => (a === b ? 0 : a - b);

/** The last order of each list; a redraw for a row that is pointed at sorts nothing. @type {WeakMap<object, { key: string, rows: any[] }>} */
const orders = new WeakMap();

/**
 * @template {Quantity | Time} T
 * @param {T[]} items
 * @param {TableState} state
 * @param {Translator} t
 * @param {Record<Order, (a: T, b: T) => number>} by
 * @returns {{ item: T, index: number }[]}
 */
function sorted(items, { order: wanted, reversed }, t, by) {
  const key = `${wanted} ${reversed} ${t.lang}`;
  const known = orders.get(items);
  if (known?.key === key) return known.rows;
  const rows = items.map((item, index) => ({ item, index })).sort((a, b) => by[wanted](a.item, b.item) || a.item.start - b.item.start);
  if (reversed) rows.reverse();
  orders.set(items, { key, rows });
  return rows;
}

/**
 * @param {Order} by
 * @param {string} label
 * @param {TableState} state
 * @param {Translator} t
 * @param {(patch: Partial<TableState>) => void} change
 */
function heading(by, label, { order: now, reversed }, t, change) {
  const active = now === by;
  const hint = by === "place" ? t.text("amount.byPlace") : nothing;
  return html`<th scope="col" aria-sort=${active ? (reversed ? "descending" : "ascending") : "none"}>
    <button type="button" class="sort" title=${hint} @click=${() => change({ order: by, reversed: active && !reversed, shown: PAGE })}>
      ${label}<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${reversed && active ? "M4 6l4 5 4-5z" : "M4 10l4-5 4 5z"}/></svg></button></th>`;
}

/**
 * @param {number} n
 * @param {TableState} state
 * @param {Translator} t
 * @param {(patch: Partial<TableState>) => void} change
 */
function moreView(n, { shown }, t, change) {
  if (n <= shown) return nothing;
  return html`<button type="button" class="more" @click=${() => change({ shown: shown + PAGE })}>${t.text("amount.more", { n: Math.min(PAGE, n - shown) })}</button>`;
}
