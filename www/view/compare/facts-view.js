/**
 * Dates and amounts that both texts have, and those of one only.
 *
 * @import { Quantity, Time } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Comparison } from "./comparison.js"
 * @import { Fact, Facts } from "./facts.js"
 * @import { On, Own } from "./index.js"
 */

import { html } from "lit-html";
import { unitView, valueView } from "../amounts.js";
import { worded } from "../dom.js";
import { isMissing } from "../layers.js";
import { whenText } from "../when.js";
import { itemButton, listView } from "./items.js";
import { threeView } from "./names-view.js";

/**
 * @param {Comparison} comparison
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 */
export function factsView({ left, right, dates, amounts }, own, t, on) {
  const missing = (/** @type {string} */ field) => isMissing(left, field) || isMissing(right, field);
  const date = (/** @type {Fact<Time>} */ { item, left: a, right: b }) => itemButton(
    { id: `date:${item.value}`, label: whenText(item.value, t), left: a, right: b }, own, on, html`<bdi>${whenText(item.value, t)}</bdi>`, "cmp-name");
  const amount = (/** @type {Fact<Quantity>} */ { item, left: a, right: b }) => itemButton(
    { id: `amount:${a.length ? "left" : "right"}:${item.start}`, label: t.text(`amount.kind.${item.type}`), left: a, right: b }, own, on,
    html`<span>${valueView(item, t)} ${unitView(item, t)}</span>`, "cmp-name");
  return html`
    <p class="quiet">${worded(t.text("compare.facts.about"), t)}</p>
    <section class="cmp-part" aria-labelledby="cmp-dates"><h3 id="cmp-dates">${t.text("compare.facts.dates")}</h3>
      ${missing("times") ? html`<p class="remark absent">${t.text("empty.missing.times")}</p>` : partedView("dates", dates, date, own, t, on)}</section>
    <section class="cmp-part" aria-labelledby="cmp-amounts"><h3 id="cmp-amounts">${t.text("compare.facts.amounts")}</h3>
      ${missing("quantities") ? html`<p class="remark absent">${t.text("empty.missing.quantities")}</p>` : partedView("amounts", amounts, amount, own, t, on)}</section>`;
}

/**
 * @template T
 * @param {string} name
 * @param {Facts<T>} facts
 * @param {(fact: Fact<T>) => unknown} row
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 */
function partedView(name, facts, row, own, t, on) {
  const list = (/** @type {keyof Facts<T>} */ part) => (facts[part].length ? listView(`${name} ${part}`, facts[part], row, { own, on, t, look: "cmp-names", page: 20 }) : null);
  return threeView({ both: list("both"), left: list("left"), right: list("right") }, own, t);
}
