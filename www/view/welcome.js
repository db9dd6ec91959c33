/**
 * What a first visit shows around the empty surface: what the page is good for, in
 * one sentence, three texts to try it on, and that nothing leaves the device. Gone
 * with the first result; whoever comes back to a kept draft never sees it.
 *
 * @import { Translator } from "../i18n/index.js"
 */

import { html } from "lit-html";

export const SAMPLES = /** @type {const} */ (["news", "classical", "social"]);
/** @typedef {typeof SAMPLES[number]} SampleName */

/** @param {Translator} t */
export const promiseView = (t) => html`<div class="promise">
  <h2>${t.text("intro.title")}</h2>
  <p class="quiet">${t.text("intro.more")}</p>
</div>`;

/**
 * @param {Translator} t
 * @param {(name: SampleName) => void} take
 */
export const samplesView = (t, take) => html`<section class="samples" aria-labelledby="samples-title">
  <h3 id="samples-title">${t.text("intro.samples")}</h3>
  <div class="sample-cards">${SAMPLES.map((name) => html`
    <button type="button" class="sample" data-sample=${name} @click=${() => take(name)}>
      <b>${t.text(`intro.sample.${name}`)}</b> <span class="quiet">${t.text(`intro.about.${name}`)}</span></button>`)}</div>
  <p class="privacy">${t.text("privacy")}</p>
</section>`;
