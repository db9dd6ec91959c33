/**
 * Rows that lead into the text, the same in every panel: a press goes to the place,
 * pointing at a row or focusing it lights the place, and a row whose place is
 * pointed at in the text is lit in turn.
 *
 * @import { Analyzer, Result, Span } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { worded } from "./dom.js";
import { isMissing } from "./layers.js";
import { lacking } from "./lexicon.js";

/**
 * @typedef {object} Spot  places in the text that belong together
 * @property {string} id
 * @property {string} label  what the strip under the text calls them
 * @property {Span[]} spans  ascending
 * @property {number} [index]  which of them is gone to
 * @property {boolean} [wide]  whole sentences: painted softly
 */
/**
 * @typedef {object} Linked  what a view needs to link its rows with the text
 * @property {Translator} t
 * @property {ReadonlySet<string>} lit  the rows whose place is pointed at
 * @property {string | null} pressed  the id of the places being followed
 * @property {(spot: Spot, toggle?: boolean) => void} visit  toggle: a second press lets go
 * @property {(spot: Spot | null) => void} light
 * @property {Analyzer["packs"] | null} packs  what became of each
 * @property {() => void} reload  fetches those that are not there, and reads the text with them
 */

/**
 * A button that goes to a place.
 * @param {Spot} spot
 * @param {Linked} linked
 * @param {unknown} content
 * @param {string} [look]
 */
export function linkTo(spot, { pressed, visit, light }, content, look = "") {
  return html`<button type="button" class="to-place ${look}" aria-current=${pressed === spot.id ? "true" : nothing}
    @click=${() => visit(spot)}
    @pointerenter=${() => light(spot)} @pointerleave=${() => light(null)}
    @focus=${() => light(spot)} @blur=${() => light(null)}>${content}</button>`;
}

/**
 * A button that follows places through the text until it is pressed again.
 * @param {Spot} spot
 * @param {Linked} linked
 * @param {unknown} content
 * @param {string} [look]
 */
export function holdButton(spot, { pressed, visit, light }, content, look = "") {
  return html`<button type="button" class="hold ${look}" aria-pressed=${pressed === spot.id}
    @click=${() => visit(spot, true)}
    @pointerenter=${() => light(spot)} @pointerleave=${() => light(null)}
    @focus=${() => light(spot)} @blur=${() => light(null)}>${content}</button>`;
}

/** @typedef {"entities" | "statements" | "times" | "quantities" | "keyphrases" | "summary"} Field */

/**
 * What a panel says instead of its rows, where it has none: why, and what to do about it.
 * @param {Result} result
 * @param {Field} field
 * @param {number} n  how many it has
 * @param {Linked} linked
 */
export function emptyView(result, field, n, linked) {
  const { t } = linked;
  if (isMissing(result, field) || (n === 0 && lacking(linked.packs, field).length)) return missingView(field, `empty.missing.${field}`, linked);
  if (n > 0) return null;
  const hint = t.known("empty.hint", field);
  return html`<div class="absent"><p>${t.text(`empty.${field}`)}</p>${hint ? html`<p class="quiet">${hint}</p>` : nothing}</div>`;
}

/**
 * What is not there, the packs it would need, and the way to fetch them again.
 * @param {Field | "map"} field
 * @param {string} key  of the sentence that says so
 * @param {Linked} linked
 */
export function missingView(field, key, { t, packs, reload }) {
  const names = lacking(packs, field);
  return html`<div class="remark absent missing" role="note"><p>${t.text(key)}
    ${names.length ? t.text("empty.packs", { packs: t.list(names.map((name) => t.text(`empty.pack.${name}`))) }) : nothing}</p>
    <button type="button" @click=${reload}>${t.text("map.reload")}</button></div>`;
}

/**
 * The rule, table or model that decided; by its name in the engine where the catalog does not know it.
 * @param {string} why
 * @param {Translator} t
 */
export function whyView(why, t) {
  if (!why) return nothing;
  const said = t.known("why.of", why);
  return html`<span class="why">${t.text("why.label")} ${said ? worded(said, t) : html`<bdi lang="en" dir="ltr">${why}</bdi>`}</span>`;
}
