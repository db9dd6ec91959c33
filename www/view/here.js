/**
 * What the word card says of the place a word stands in: the name, the time or the
 * amount it belongs to, and who says it, each with the rule or model that decided,
 * and each a way to its row in the panels.
 *
 * @import { Mention, Quantity, Result, Statement, Time } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../i18n/unturned.js";
import { unitView, valueView } from "./amounts.js";
import { layersOf, textAt } from "./layers.js";
import { whyView } from "./links.js";
import { speakerOf } from "./speaker.js";
import { hijriText, timeText } from "./when.js";

/** @typedef {(() => void) | null} Go */
/** @typedef {(tab: import("./chrome.js").Tab, id: import("./layers.js").ItemId) => void} ToPanel */

/**
 * @param {Result} result
 * @param {number} token
 * @param {Translator} t
 * @param {ToPanel | null} toPanel  null where there are no panels
 */
export function hereView(result, token, t, toPanel) {
  const at = result.tokens.columns.start[token];
  const index = layersOf(result);
  /** @type {(...row: Parameters<ToPanel>) => Go} */
  const to = (...row) => toPanel && (() => toPanel(...row));
  const views = [
    ...index.mention.at(at).map((i) => mentionView(result, result.mentions[i], t, to("names", `entity:${result.mentions[i].entity}`))),
    ...index.time.at(at).map((i) => timeView(result.times[i], t, to("time", `time:${i}`))),
    ...index.quantity.at(at).map((i) => quantityView(result.quantities[i], t, to("time", `quantity:${i}`))),
    ...index.statement.at(at).map((i) => statementView(result, result.statements[i], t, to("statements", `statement:${i}`))),
  ];
  if (views.length === 0) return nothing;
  return html`<section class="here" aria-labelledby="card-here"><h3 id="card-here">${t.text("here.title")}</h3><ul>${views}</ul></section>`;
}

/**
 * @param {string} layer
 * @param {string} kind
 * @param {unknown} said
 * @param {string} why
 * @param {Translator} t
 * @param {Go} go
 */
const line = (layer, kind, said, why, t, go) => html`<li data-layer=${layer}><b class="stroke">${kind}</b>
  ${go ? html`<button type="button" class="here-link" title=${t.text("here.go")} @click=${go}><span>${said}</span></button>` : html`<span>${said}</span>`} ${whyView(why, t)}</li>`;

/** @param {string} text */
const arabic = (text) => html`<bdi lang="ar" dir="rtl">${unturned(text)}</bdi>`;

/**
 * @param {Result} result
 * @param {Mention} mention
 * @param {Translator} t
 * @param {Go} go
 */
function mentionView(result, { type, entity, score, why }, t, go) {
  const found = result.entities[entity];
  const geo = found?.geo;
  return line(type, t.text(`here.${type}`), html`${arabic(found?.name ?? "")}${geo ? html`${t.text("list.dot")}${t.country(geo.country)}` : nothing}${t.text("list.dot")}<bdi>${t.percent(Math.round(score * 100) / 100)}</bdi>`, why, t, go);
}

/**
 * @param {Time} time
 * @param {Translator} t
 * @param {Go} go
 */
function timeView(time, t, go) {
  const hijri = hijriText(time, t);
  return line("time", t.text(`time.kind.${time.type}`), html`<bdi>${timeText(time, t)}</bdi>${hijri ? html`${t.text("list.dot")}<bdi>${hijri}</bdi>` : nothing}`, time.why, t, go);
}

/**
 * @param {Quantity} quantity
 * @param {Translator} t
 * @param {Go} go
 */
function quantityView(quantity, t, go) {
  const unit = unitView(quantity, t);
  return line("quantity", t.text(`amount.kind.${quantity.type}`),
    html`${valueView(quantity, t)}${unit ? html`${t.text("list.dot")}${unit}` : nothing}${quantity.approximate ? html`${t.text("list.dot")}${t.text("amount.approximate")}` : nothing}`, quantity.why, t, go);
}

/**
 * @param {Result} result
 * @param {Statement} statement
 * @param {Translator} t
 * @param {Go} go
 */
function statementView(result, statement, t, go) {
  const { name } = speakerOf(result, statement);
  const { cue, form, speaker, why } = statement;
  const ground = speaker && speaker.basis !== "explicit" ? html`${t.text("list.dot")}${t.text(`said.basis.${speaker.basis}`)}` : nothing;
  return line("statement", t.text("here.statement"), html`${name ? arabic(name) : t.text("said.unknown")}${t.text("list.dot")}${t.text(`said.stances.${cue.stance}`)}
    (${arabic(textAt(result, cue))})${t.text("list.dot")}${t.text(`said.forms.${form}`)}${ground}`, why, t, go);
}
