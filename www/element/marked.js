/**
 * The twin of the paint: what is marked in the article as lists, layer by layer in
 * the order of the text, which a keyboard and a screen reader reach. A row leads to
 * its place and explains it there. The lists are made when they are opened.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/translator.js"
 * @import { LayerName } from "../view/layers.js"
 * @import { On } from "./views.js"
 */

import { html, nothing } from "lit-html";
import { LAYERS, layersOf, textAt } from "../view/layers.js";

/** So many rows of a layer. */
const SHOWN = 200;

/**
 * @param {Result} result
 * @param {LayerName[]} layers  those that are painted
 * @param {boolean} open
 * @param {Translator} t
 * @param {On} on
 */
export function listView(result, layers, open, t, on) {
  const { counts } = layersOf(result);
  const shown = LAYERS.filter((layer) => layers.includes(layer) && counts[layer] > 0);
  return html`<details class="marked" part="list" ?open=${open} @toggle=${(/** @type {Event & { target: HTMLDetailsElement }} */ { target }) => on.list(target.open)}>
    <summary>${t.text("element.list")}</summary>
    ${!open ? nothing : shown.length ? shown.map((layer) => layerView(result, layer, t, on)) : html`<p class="quiet">${t.text("element.listEmpty")}</p>`}
  </details>`;
}

/**
 * @param {Result} result
 * @param {LayerName} layer
 * @param {Translator} t
 * @param {On} on
 */
function layerView(result, layer, t, on) {
  const { starts, ends } = layersOf(result).places(layer);
  return html`<section aria-labelledby="marked-${layer}"><h3 id="marked-${layer}" data-layer=${layer}><span class="stroke">${t.text(`layer.${layer}`)}</span></h3>
    <ul>${Array.from(starts).slice(0, SHOWN).map((start, i) => html`<li><button type="button" class="plain" lang="ar" dir="auto" @click=${() => on.visit(start)}>${
      textAt(result, { start, end: ends[i] })}</button></li>`)}</ul></section>`;
}
