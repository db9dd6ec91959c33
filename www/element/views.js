/**
 * What the reader shows of its own, in its shadow tree: the bar with the switches
 * of the layers, a sentence where something is amiss, and the card of a word, put together
 * from the pieces of the page's own card, without what leads into the page's panels.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/translator.js"
 * @import { LayerName } from "../view/layers.js"
 * @import { ReaderState } from "./state.js"
 */

import { html, nothing } from "lit-html";
import { copyView } from "../view/card-copy.js";
import { decidedView, doubtView, factsView, kinView, piecesView, turn } from "../view/card.js";
import { formOf } from "../view/choices.js";
import { correctionsOn } from "../view/corrections.js";
import { isolated } from "../view/dom.js";
import { cross } from "../view/focus.js";
import { grammarLine } from "../view/grammar.js";
import { hereView } from "../view/here.js";
import { latinView } from "../view/latin.js";
import { FIELD, isMissing, LAYERS, layersOf } from "../view/layers.js";
import { glossOf, readingsView } from "../view/readings.js";
import { missingText } from "../view/switches.js";
import { listView } from "./marked.js";

/**
 * @typedef {object} On
 * @property {(layer: LayerName) => void} toggle
 * @property {(open: boolean) => void} list
 * @property {(offset: number) => void} visit
 * @property {() => void} retry
 * @property {() => void} readWords
 * @property {(event: KeyboardEvent) => void} key
 * @property {() => void} closeCard
 * @property {() => void} showReadings
 * @property {(reading: number) => void} chooseReading
 * @property {() => void} undoChoice
 * @property {(scheme: import("../engine/types.js").Scheme) => void} chooseScheme
 * @property {(id: string, label: string, tokens: number[], index: number) => void} visitPlace
 * @property {(token: number, step: number) => number} neighbour
 * @property {(token: number) => void} turnTo
 * @property {(kind: import("../view/card-copy.js").Copied, text: string) => void} copyFrom
 */

/**
 * @param {ReaderState} state
 * @param {On} on
 */
export function frameView(state, on) {
  const { t, ground, said } = state;
  if (!t) return html`<slot></slot>`;
  return html`<div class="frame" part="frame" lang=${t.lang} dir=${t.dir} data-ground=${ground}>
    ${barView(state, t, on)}
    <p class="unseen" role="status">${said}</p>
    <div class="card" part="card" popover="manual" lang=${t.lang} dir=${t.dir} data-ground=${ground} @keydown=${on.key}>${cardView(state, t, on)}</div>
    <div class="canvas" data-ground=${ground} aria-hidden="true"></div>
  </div>`;
}

/**
 * @param {ReaderState} state
 * @param {Translator} t
 * @param {On} on
 */
function barView({ status, problem, read, layers, listed, packs }, t, on) {
  if (status === "waiting") return html`<slot></slot>`;
  const result = read?.result;
  return html`<div class="bar" part="toolbar" role="group" aria-label=${t.text("element.label")}>
    ${status === "empty" ? html`<p class="quiet">${t.text("element.empty")}</p>` : nothing}
    ${status === "failed" ? html`<p class="remark" role="alert">${t.text(problem === "too-large" ? "element.tooLarge" : "element.failed")}</p>
      ${problem === "too-large" ? nothing : html`<button type="button" part="button" @click=${on.retry}>${t.text("element.retry")}</button>`}` : nothing}
    ${result ? html`${result.morphology ? html`<button type="button" class="words" part="button" title=${t.text("element.wordsHint")} @click=${on.readWords}>${t.text("element.words")}</button>
      ${switchesView(result, layers, t, on)}` : html`<p class="remark">${t.text("element.unexplained")}</p>`}
      ${packs ? html`<button type="button" part="button" @click=${on.retry}>${t.text("element.retry")}</button>` : nothing}` : nothing}
    ${result?.morphology ? listView(result, layers, listed, t, on) : nothing}
    ${status === "reading" && !result ? html`<p class="quiet">${t.text("element.reading")}</p>` : nothing}
  </div>`;
}

/**
 * @param {Result} result
 * @param {LayerName[]} layers
 * @param {Translator} t
 * @param {On} on
 */
function switchesView(result, layers, t, on) {
  const { counts } = layersOf(result);
  const there = LAYERS.filter((layer) => !isMissing(result, FIELD[layer]) && counts[layer] > 0);
  return html`${there.map((layer) => html`<button type="button" class="switch" part="switch" data-layer=${layer} aria-pressed=${layers.includes(layer)}
      @click=${() => on.toggle(layer)}><span class="stroke">${t.text(`layer.${layer}`)}</span> <bdi class="number">${t.number(counts[layer])}</bdi></button>`)}
    ${LAYERS.some((layer) => isMissing(result, FIELD[layer])) ? html`<p class="quiet">${missingText(result, t)}</p>` : nothing}`;
}

/**
 * @param {ReaderState} state
 * @param {Translator} t
 * @param {On} on
 */
function cardView({ card, read, choices, scheme }, t, on) {
  const result = read?.result;
  if (!card || !result?.morphology) return nothing;
  const { token } = card;
  const analysis = result.morphology.analysis(token);
  const form = formOf(result, token);
  const decided = choices.some((choice) => choice.form === form);
  return html`<section role="dialog" aria-labelledby="label word" aria-describedby="keys">
    <div class="card-head">
      <p class="quiet" id="label">${t.text("card.label")}</p>
      <div class="card-turn" dir="rtl">${turn(token, -1, "previous", t, on)}${turn(token, 1, "next", t, on)}</div>
      <button type="button" class="icon" aria-label=${t.text("card.close")} title=${t.text("card.close")} @click=${on.closeCard}>${cross}</button>
    </div>
    <h2 class="card-word" id="word" tabindex="-1"><bdi lang="ar" dir="rtl">${result.morphology.vowelled(token) || form}</bdi></h2>
    ${fixesView(result, token, t)}
    ${analysis ? html`<p class="card-grammar">${grammarLine(analysis, t)}</p>${piecesView(result, token, analysis, t)}` : nothing}
    ${hereView(result, token, t, null)}
    ${analysis ? html`${factsView(analysis, glossOf(analysis, card.readings), decided, latinView(card.latin, scheme, t, on.chooseScheme), t)}
    ${copyView(card, result, t, on.copyFrom)}
    ${decided ? decidedView(result, form, t, on) : doubtView(analysis, t)}
    ${readingsView(card, result, t, on)}
    ${kinView(result, token, analysis, t, on)}` : nothing}
    <p class="quiet keys" id="keys">${t.text("element.keys")}</p>
  </section>`;
}

/**
 * What is misspelled in the word, and what is suggested; the engine says why in Arabic.
 * @param {Result} result
 * @param {number} token
 * @param {Translator} t
 */
const fixesView = (result, token, t) => correctionsOn(result, token).map((i) => {
  const { suggestions: [to], reason } = result.corrections[i];
  return html`<p class="remark fix">${to ? isolated(t.pieces("element.fix", { to })) : t.text(to === "" ? "element.fixDelete" : "element.fixNone")}
    ${t.lang === "ar" ? html`<span class="quiet">${reason}</span>` : nothing}</p>`;
});
