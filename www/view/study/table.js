/**
 * What the tables of the studies have in common: headings to sort by, the rows in
 * that order, more of them, and what stands there when there are none.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Arrangement } from "../studies.js"
 * @import { Slot } from "./asking.js"
 */

import { html, nothing } from "lit-html";
import { ROWS } from "../studies.js";

/** @typedef {{ order: string, reversed: boolean }} Order */

/** The last order of each list. @type {WeakMap<object, { key: string, rows: any[] }>} */
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
 * A heading to sort by. What is counted begins with the most, words begin with the first letter.
 * @param {string} by
 * @param {string} label
 * @param {Order} now
 * @param {(order: Order) => void} change
 * @param {{ counted?: boolean, hint?: string, look?: string }} [manner]
 */
export function heading(by, label, { order, reversed }, change, { counted = false, hint, look = "" } = {}) {
  const active = order === by;
  const ascending = counted === reversed;
  return html`<th scope="col" class=${look} aria-sort=${active ? (ascending ? "ascending" : "descending") : "none"}>
    <button type="button" class="sort" title=${hint ?? nothing} @click=${() => change({ order: by, reversed: active && !reversed })}>
      ${label}<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${active && !ascending ? "M4 6l4 5 4-5z" : "M4 10l4-5 4 5z"}/></svg></button></th>`;
}

/**
 * @param {number} n  rows in all
 * @param {Arrangement} state
 * @param {Translator} t
 * @param {(patch: { shown: number }) => void} change
 */
export function moreView(n, { shown }, t, change) {
  if (n <= shown) return nothing;
  return html`<button type="button" class="more" @click=${() => change({ shown: shown + ROWS })}>${t.text("amount.more", { n: Math.min(ROWS, n - shown) })}</button>`;
}

/**
 * What stands in place of an answer; null where there is one.
 * @param {Slot<unknown>} slot
 * @param {Translator} t
 * @param {() => void} again
 */
export function waitView({ value, failed }, t, again) {
  if (failed) {
    return html`<div class="remark study-failed"><p>${t.text("study.failed")}</p>
      <button type="button" @click=${again}>${t.text("error.action.retry")}</button></div>`;
  }
  return value === null ? html`<p class="quiet waiting">${t.text("study.asking")}</p>` : null;
}

/**
 * How many were found; a live region, which is read out when it changes.
 * @param {string} found
 * @param {Slot<unknown>} slot
 * @param {Translator} t
 */
export const foundView = (found, { waiting }, t) => html`<p class="quiet found" aria-live="polite">${found}</p>${waiting
  ? html`<p class="quiet waiting" aria-hidden="true">${t.text("study.asking")}</p>` : nothing}`;

/**
 * A choice among a few, as a list to open.
 * @template {string | number} V
 * @param {string} label
 * @param {V} chosen
 * @param {{ value: V, label: string }[]} options
 * @param {(value: V) => void} choose
 */
export const selectView = (label, chosen, options, choose) => html`<label class="field"><span>${label}</span>
  <select @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) => choose(options[target.selectedIndex].value)}>
    ${options.map((option) => html`<option .selected=${option.value === chosen}>${option.label}</option>`)}
  </select></label>`;

/**
 * A choice among a few, all in view.
 * @template {string | number} V
 * @param {string} name
 * @param {string} label
 * @param {V} chosen
 * @param {{ value: V, label: string }[]} options
 * @param {(value: V) => void} choose
 */
export const radioView = (name, label, chosen, options, choose) => html`<fieldset class="choice"><legend>${label}</legend>
  ${options.map((option) => html`<label><input type="radio" name=${name} .checked=${option.value === chosen}
    @change=${() => choose(option.value)}><span>${option.label}</span></label>`)}</fieldset>`;

/**
 * @param {string} label
 * @param {boolean} checked
 * @param {(checked: boolean) => void} change
 */
export const checkView = (label, checked, change) => html`<label class="check"><input type="checkbox" .checked=${checked}
  @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => change(target.checked)}><span>${label}</span></label>`;

/** To hundredths. @param {number} value */
export const rounded = (value) => Math.round(value * 100) / 100;
