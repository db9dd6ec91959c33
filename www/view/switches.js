/**
 * The switches of the layers above the text: each with a stroke of its own colour
 * and line, its name and how many it has. A layer that could not be made is no
 * switch; a sentence says what is not there.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Highlighter } from "./highlight.js"
 * @import { LayerName } from "./layers.js"
 */

import { html, nothing } from "lit-html";
import { paintedPlaces, TIERS } from "./corrections.js";
import { helpLink } from "./help-link.js";
import { FIELD, isMissing, LAYERS, layersOf } from "./layers.js";

/**
 * @param {Result | null} result
 * @param {LayerName[]} on  those that are switched on
 * @param {number} standing  how many corrections still stand
 * @param {Translator} t
 * @param {(layer: LayerName) => void} toggle
 */
export function switchesView(result, on, standing, t, toggle) {
  if (!result?.morphology) return nothing; // what the lexicon's notice says is enough
  const counts = { ...layersOf(result).counts, correction: standing };
  const there = LAYERS.filter((layer) => !isMissing(result, FIELD[layer]));
  return html`<div class="switches" role="group" aria-label=${t.text("layer.label")}>${there.map((layer) => html`
    <button type="button" class="switch" data-layer=${layer} aria-pressed=${on.includes(layer)} ?disabled=${counts[layer] === 0}
      @click=${() => toggle(layer)}><span class="stroke">${t.text(`layer.${layer}`)}</span>
      <bdi class="number">${t.number(counts[layer])}</bdi></button>`)}
    ${helpLink(t, "colours", t.text("layer.label"))}
    ${there.length < LAYERS.length ? html`<p class="quiet">${missingText(result, t)}</p>` : nothing}
  </div>`;
}

/**
 * One sentence that names the layers which are not there.
 * @param {Result} result
 * @param {Translator} t
 */
export function missingText(result, t) {
  const fields = [...new Set(Object.values(FIELD))].filter((field) => isMissing(result, field));
  return t.text("layer.missing", { layers: t.list(fields.map((field) => t.text(`layer.field.${field}`))) });
}

/** @param {Highlighter} highlighter */
export function createPainter(highlighter) {
  /** @type {unknown[]} */
  let known = [];
  /**
   * Paints what is switched on, where that or the result has changed.
   * @param {Result | null} result
   * @param {LayerName[]} on
   * @param {number[]} standing  the corrections that still stand
   */
  return (result, on, standing) => {
    if (known[0] === result && known[1] === on && known[2] === standing) return;
    const [before, switched] = known;
    known = [result, on, standing];
    for (const tier of TIERS) highlighter.set(`fix-${tier}`, result && on.includes("correction") ? paintedPlaces(result, standing, tier) : null);
    if (before === result && switched === on) return;
    for (const layer of LAYERS) {
      if (layer !== "correction") highlighter.set(layer, result && on.includes(layer) ? layersOf(result).places(layer) : null);
    }
  };
}
