/** A small way into the help, to the section that explains what stands beside it. @import { Translator } from "../i18n/index.js" */

import { html } from "lit-html";

/**
 * @param {Translator} t
 * @param {string} section  of the help, as its address has it: `colours`
 * @param {string} what  is explained there
 */
export const helpLink = (t, section, what) => {
  const label = t.text("explain", { what });
  return html`<a class="help-link" href="#help-${section}" aria-label=${label} title=${label}>${t.lang === "ar" ? "؟" : "?"}</a>`;
};
