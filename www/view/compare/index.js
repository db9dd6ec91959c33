import { html } from "lit-html";

/** @param {import("../parts.js").Tools} _ @returns {import("../parts.js").Part} */
export const create = (_) => ({ view: ({ t }) => html`<p class="quiet">${t.text("tools.loading")}</p>` });
