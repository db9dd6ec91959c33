/**
 * The surface a text comes in by: typing, pasting, dropping, opening a file, the
 * sample. A paste into an empty surface never passes through the text area, whose
 * layout would hold the page up for a text of megabytes.
 *
 * @import { Translator } from "../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "./dom.js";
import { textOfMarkup } from "./html.js";

const EDITABLE_UNITS = 300_000;

/**
 * Whether a text is kept and shown but not laid out in a text area.
 * @param {string} text
 */
export const isLong = (text) => text.length > EDITABLE_UNITS;

/**
 * @param {DataTransfer} data
 * @returns {{ text: string, plain: string | null }} `plain` where the text was cleaned from markup and differs
 */
export function pastedText(data) {
  const plain = data.getData("text/plain");
  const markup = data.getData("text/html");
  const cleaned = markup ? textOfMarkup(markup) : "";
  if (!cleaned || bare(cleaned) === bare(plain)) return { text: plain, plain: null };
  return { text: cleaned, plain: plain || null };
}

/** @param {string} text */
const bare = (text) => text.replace(/\s+/g, "");

/**
 * @param {{ t: Translator, hidden: boolean, long: number | null, canRead: boolean, area: Element, chooser: Element, samples: boolean, hint: string, below: unknown }} view
 * @param {{ sample: (name: "news") => void, read: () => void }} on
 */
export function surfaceView({ t, hidden, long, canRead, area, chooser, samples, hint, below }, on) {
  return html`
    <section class="surface" ?hidden=${hidden} aria-label=${t.text("surface.label")}>
      ${long === null ? nothing : html`<p class="remark">${isolated(t.pieces("surface.long", { n: long }))}</p>`}
      ${area}
      <div class="surface-tools">
        ${canRead ? html`<button type="button" class="strong" @click=${on.read}>${t.text("surface.read")}</button>` : nothing}
        ${canRead && samples ? html`<button type="button" data-sample="news" @click=${() => on.sample("news")}>${t.text("surface.sample")}</button>` : nothing}
        <label class="button">${chooser}<span>${t.text("surface.open")}</span></label>
        <p id="surface-hint" class="quiet">${t.text(hint)}</p>
      </div>
      ${below}
    </section>`;
}
