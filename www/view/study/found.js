/**
 * What stands around the table of a study: how many rows were found, and what is
 * there as long as no answer is.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Slot } from "./asking.js"
 */

import { html, nothing } from "lit-html";

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

/** To hundredths. @param {number} value */
export const rounded = (value) => Math.round(value * 100) / 100;
