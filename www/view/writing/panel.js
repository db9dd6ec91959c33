/**
 * The writing panel: what is misspelled, listed in the order of the text, with how
 * sure each finding is; below it what hides in the text, and the reader's own words.
 *
 * @import { Result } from "../../engine/types.js"
 * @import { Linked } from "../links.js"
 * @import { State } from "../state.js"
 * @import { Acts } from "./acts.js"
 * @import { Row } from "./list.js"
 */

import { html, nothing } from "lit-html";
import { correctingDefaults, standing } from "../corrections.js";
import { choiceView } from "../fields.js";
import { isMissing } from "../layers.js";
import { linkTo } from "../links.js";
import { actsView, changeView, reasonView } from "./fix.js";
import { hiddenView, warningView } from "./hidden.js";
import { rowsOf, tally } from "./list.js";
import { contextOf, tamed, visible, visibleText } from "./visible.js";
import { wordsView } from "./words.js";

const PAGE = correctingDefaults.shown;
/** So many places of one fix are shown. */
const PLACES = 50;

/**
 * @param {State} state
 * @param {Linked} linked
 * @param {Acts} on
 */
export function panelView(state, linked, on) {
  const { result, correcting, t } = state;
  if (!result) return nothing;
  const open = standing(state);
  const rows = rowsOf(result, open, correcting);
  const rest = rows.length - correcting.shown;
  return html`
    ${warningView(result, correcting.marked, t, on)}
    <section class="writing" aria-labelledby="writing-title">
      ${headView(state, result, open, linked.reload, on)}
      ${open.length ? filtersView(state, result, open, on) : nothing}
      ${open.length && !rows.length ? html`<p class="quiet">${t.text("corrections.none")}</p>` : nothing}
      <ul class="fixes">${rows.slice(0, correcting.shown).map((row) => rowView(result, row, linked, on))}</ul>
      ${rest > 0 ? html`<button type="button" class="more" @click=${() => on.change({ shown: correcting.shown + PAGE })}>
        ${t.text("corrections.more", { n: Math.min(rest, PAGE) })}</button>` : nothing}
      ${restView(state, on)}
    </section>
    ${hiddenView(result, correcting.marked, linked, on)}
    ${wordsView(state, on)}`;
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {number[]} open
 * @param {() => void} reload  what is missing
 * @param {Acts} on
 */
function headView({ correcting, consistent, t }, result, open, reload, on) {
  const { tiers, certain: sure } = tally(result, open);
  const last = correcting.undo.at(-1);
  const unread = isMissing(result, "corrections") || !result.morphology; // marks and spaces may have been looked at all the same
  return html`
    <h3 id="writing-title" tabindex="-1">${t.text(open.length ? "corrections.found" : unread ? "corrections.unread" : "corrections.empty", { n: open.length })}</h3>
    ${unread ? html`<div class="remark absent missing" role="note"><p>${t.text("corrections.missing")}</p>
      <button type="button" @click=${reload}>${t.text("map.reload")}</button></div>` : nothing}
    ${open.length ? html`<div class="tiers" role="group" aria-label=${t.text("corrections.tiers")}>${tiers.map(([tier, n]) => html`
      <button type="button" class="switch" data-tier=${tier} aria-pressed=${correcting.tier === tier} title=${t.text(`corrections.tierHint.${tier}`)}
        @click=${() => on.change({ tier: correcting.tier === tier ? null : tier, shown: PAGE })}>
        <span class="stroke">${t.text(`corrections.tier.${tier}`)}</span> <bdi class="number">${t.number(n)}</bdi></button>`)}</div>` : nothing}
    <div class="writing-acts">
      ${sure.length ? html`<button type="button" class="strong" @click=${() => on.acceptCertain()}>${t.text("corrections.acceptCertain", { n: sure.length })}</button>` : nothing}
      ${last ? html`<button type="button" class="undo" aria-keyshortcuts="Control+Z" title="${t.text("corrections.last")} ${last.label}"
        @click=${() => on.undo()}>${t.text("corrections.undo")}</button>
      <p class="quiet last">${last.label}</p>` : nothing}
    </div>
    ${unread ? nothing : html`<label class="check" title=${t.text("corrections.consistentHint")}><input type="checkbox" .checked=${consistent}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => on.setConsistent(target.checked)}>
      <span>${t.text("corrections.consistent")}</span></label>`}`;
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {number[]} open
 * @param {Acts} on
 */
function filtersView({ correcting, t }, result, open, on) {
  const { kinds } = tally(result, open);
  return html`<div class="filters">
    ${choiceView(t.text("corrections.kindLabel"), correcting.kind, kinds.map(({ kind, n }) => (
      { value: kind, label: `${t.text(`corrections.kind.${kind}`)} (${t.number(n)})` })), t, (kind) => on.change({ kind, shown: PAGE }))}
    <label class="check"><input type="checkbox" .checked=${correcting.grouped}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => on.change({ grouped: target.checked, shown: PAGE })}>
      <span>${t.text("corrections.grouped")}</span></label>
  </div>`;
}

/**
 * @param {Result} result
 * @param {Row} row
 * @param {Linked} linked
 * @param {Acts} on
 */
function rowView(result, { members }, linked, on) {
  const { t } = linked;
  const correction = result.corrections[members[0]];
  const several = members.length > 1;
  return html`<li class="row fix fix-row" data-tier=${correction.tier} data-kind=${correction.kind} ?data-lit=${members.some((i) => linked.lit.has(`fix:${i}`))}>
    ${several ? nothing : placeView(result, members[0], linked)}
    <div class="fix-head">${changeView(result, members, t, on)}
      ${several ? html`<span class="number fix-times">${t.text("corrections.times", { n: members.length })}</span>` : nothing}</div>
    ${reasonView(result, correction, t)}
    ${actsView(result, members, t, on)}
    ${several ? html`<details class="fix-places"><summary>${t.text("corrections.places", { n: members.length })}</summary>
      <ul>${members.slice(0, PLACES).map((i) => html`<li>${placeView(result, i, linked)}</li>`)}</ul></details>` : nothing}
  </li>`;
}

/**
 * The words around it, as a link to its place.
 * @param {Result} result
 * @param {number} i
 * @param {Linked} linked
 */
function placeView(result, i, linked) {
  const correction = result.corrections[i];
  const [before, written, after] = contextOf(result, correction);
  return linkTo({ id: `fix:${i}`, label: visibleText(written) || linked.t.text("corrections.nothing"), spans: [correction] }, linked,
    html`<span class="fix-context" lang="ar" dir="rtl">${tamed(before)}<b data-tier=${correction.tier}>${written ? visible(written) : html`<span class="fix-sign">‸</span>`}</b>${tamed(after)}</span>`);
}

/**
 * @param {State} state
 * @param {Acts} on
 */
function restView({ ignored, t }, on) {
  if (ignored.length === 0) return nothing;
  return html`<p class="remark ignored"><span>${t.text("corrections.ignored", { n: ignored.length })}</span>
    <button type="button" class="plain" @click=${() => on.restore()}>${t.text("corrections.restore")}</button></p>`;
}
