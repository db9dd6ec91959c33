/**
 * Names in both texts and in one only, by their kind.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { EntityRow } from "../entities.js"
 * @import { Comparison } from "./comparison.js"
 * @import { On, Own, Which } from "./index.js"
 * @import { Pair } from "./names.js"
 */

import { html, nothing } from "lit-html";
import { isMissing } from "../layers.js";
import { arabic, itemButton, listView, sideName } from "./items.js";

/**
 * @param {Comparison} comparison
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 */
export function namesView({ left, right, names }, own, t, on) {
  if (isMissing(left, "entities") || isMissing(right, "entities")) return html`<p class="remark absent">${t.text("empty.missing.entities")}</p>`;
  if (names.length === 0) return html`<p class="cmp-none">${t.text("compare.names.none")}</p>`;
  const pair = (/** @type {Pair} */ { left: a, right: b }) => html`
    ${itemButton({ id: `both:${a.entity.id}`, label: a.entity.name, left: a.mentions, right: b.mentions }, own, on, arabic(a.entity.name), "cmp-name")}
    ${a.entity.name === b.entity.name ? nothing : html`<span class="quiet">${arabic(b.entity.name)}</span>`}
    <span class="cmp-counts number" title=${t.text("compare.names.counts", { left: a.mentions.length, right: b.mentions.length })}><bdi>${t.number(a.mentions.length)}</bdi> · <bdi>${t.number(b.mentions.length)}</bdi></span>`;
  const one = (/** @type {Which} */ which) => (/** @type {EntityRow} */ { entity, mentions }) => html`
    ${itemButton({ id: `${which}:${entity.id}`, label: entity.name, left: which === "left" ? mentions : [], right: which === "right" ? mentions : [] }, own, on, arabic(entity.name), "cmp-name")}
    <span class="cmp-counts number"><bdi>${t.number(mentions.length)}</bdi></span>`;
  const manner = { own, on, t, look: "cmp-names", page: 20 };
  return html`
    <p class="quiet">${t.text("compare.names.about")}</p>
    ${names.map((of) => html`<section class="cmp-part" aria-labelledby="cmp-names-${of.kind}">
      <h3 id="cmp-names-${of.kind}">${t.text(`layer.${of.kind}`)}</h3>
      ${threeView({
        both: of.both.length ? listView(`${of.kind} both`, of.both, pair, manner) : null,
        left: of.left.length ? listView(`${of.kind} left`, of.left, one("left"), manner) : null,
        right: of.right.length ? listView(`${of.kind} right`, of.right, one("right"), manner) : null,
      }, own, t)}
    </section>`)}`;
}

/**
 * What both have, and what one has, beside one another where there is room.
 * @param {{ both: unknown, left: unknown, right: unknown }} lists  null where there is none
 * @param {Own} own
 * @param {Translator} t
 */
export function threeView({ both, left, right }, own, t) {
  const none = html`<p class="quiet">${t.text("compare.nothing")}</p>`;
  return html`<div class="cmp-three">
    <div><h4>${t.text("compare.both")}</h4>${both ?? none}</div>
    <div><h4>${t.text("compare.only")} <bdi>${sideName(own, "left", t)}</bdi></h4>${left ?? none}</div>
    <div><h4>${t.text("compare.only")} <bdi>${sideName(own, "right", t)}</bdi></h4>${right ?? none}</div>
  </div>`;
}
