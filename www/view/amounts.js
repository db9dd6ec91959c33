/**
 * An amount as it is shown: its value in the reader's digits, and what it counts.
 *
 * @import { Quantity } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 */

import { html } from "lit-html";

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
export function unitText({ type, unit, currency }, t) {
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
