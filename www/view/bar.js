/** The bar of a table row, which grows from the side the language starts on. */

import { html } from "lit-html";

/**
 * The number beside it says the same to those who do not see it.
 * @param {number} share
 */
export const bar = (share) => html`<span class="bar" aria-hidden="true" .style=${`--share: ${share}`}></span>`;
