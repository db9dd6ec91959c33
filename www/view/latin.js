/**
 * The word of the card in Latin letters, by the scheme that the reader prefers. The
 * schemes of letters show the vowelled form, or the vowels of the card would be
 * missing in them.
 *
 * @import { Analyzer, Result, Scheme } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 */

import { html } from "lit-html";

/** @type {Scheme[]} */
const SCHEMES = ["ala-lc", "din-31635", "iso-233-2", "ipa", "hsb", "buckwalter", "safe-buckwalter"];

/**
 * @param {Analyzer} analyzer
 * @param {Result} result
 * @param {number} token
 * @param {Scheme} to
 */
export function latinOf(analyzer, result, token, to) {
  const letters = to === "hsb" || to.endsWith("buckwalter");
  const form = letters && result.morphology?.vowelled(token);
  return form ? analyzer.transliterate(form, { to }) : analyzer.transliterate(result, { to, token, capitals: true });
}

/**
 * @param {string | null} latin
 * @param {Scheme} scheme
 * @param {Translator} t
 * @param {(scheme: Scheme) => void} choose
 */
export const latinView = (latin, scheme, t, choose) => html`<div class="latin">
  <dt title=${t.text("card.latinHint")}>${t.text("card.latin")}</dt>
  <dd><bdi dir="ltr" lang=${scheme === "ipa" ? "ar-fonipa" : "ar-Latn"}>${latin ?? "…"}</bdi>
    <select name="scheme" aria-label=${t.text("card.scheme")}
      @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) => choose(/** @type {Scheme} */ (target.value))}>
      ${SCHEMES.map((name) => html`<option value=${name} ?selected=${name === scheme}>${t.text(`card.schemeName.${name}`)}</option>`)}
    </select></dd></div>`;
