/**
 * The words that mark this text: more frequent in it, or less, than in Arabic at
 * large, by the strength of the evidence.
 *
 * @import { KeyLemma, Keyness, Result } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Desk } from "../study.js"
 * @import { State } from "../state.js"
 */

import { html, nothing } from "lit-html";
import { bar } from "../bar.js";
import { checkView, selectView } from "../fields.js";
import { arranged, moreView, tableView } from "../table.js";
import { foundView, rounded, waitView } from "./found.js";

const LIMIT = 500;
/** From this score on there is one chance in a thousand that nothing lies behind it. */
const CHANCE = 10.83;
/** What is more often than so many times as often is hardly known in general Arabic, and the number says nothing. */
const TIMES = 1000;
const SIDES = /** @type {const} */ (["over", "under", "both"]);

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
export function keynessView(state, result, desk) {
  const { t, study: { keyness } } = state;
  if (!result.morphology) return html`<p class="remark">${t.text("study.unexplained")}</p>`;
  const { side, closed } = keyness;
  const slot = desk.about("keyness", [result, side, closed], async () => (await desk.study(result)).keyness({ side, closed, limit: LIMIT }));
  const wait = waitView(slot, t, desk.again);
  if (wait || !slot.value) return wait;
  if (slot.value.corpus === null) return missingView(t, desk);
  const change = (/** @type {Partial<State["study"]["keyness"]>} */ patch) => desk.change("keyness", patch);
  const rows = filtered(slot.value, state, result, desk);
  return html`
    <p class="quiet">${t.text("study.keynessScore", { least: t.exact(CHANCE) })}</p>
    <div class="study-tools">
      ${selectView(t.text("study.side"), side, SIDES.map((value) => ({ value, label: t.text(`study.sides.${value}`) })), (value) => change({ side: value, shown: 50 }))}
      ${checkView(t.text("study.closed"), closed, (checked) => change({ closed: checked, shown: 50 }))}
    </div>
    ${foundView(t.text("count.lemma", { n: rows.length }), slot, t)}
    ${rows.length ? keysTable(rows, state, result, desk) : html`<p class="quiet">${t.text(desk.query(state).query ? "study.noneOfThese" : "study.noneKey")}</p>`}
    ${moreView(rows.length, keyness, t, change)}
    ${rows.length ? desk.handout("keyness", () => [
      ["lemma", "count", "here", "general", "ratio", "g2"].map((name) => t.text(`study.keynessColumn.${name}`)),
      ...rows.map(({ lemma, count, here, general, ratio, g2 }) => [lemma, count, rounded(here), rounded(general), rounded(2 ** ratio), rounded(g2)]),
    ], t) : nothing}
    ${slot.value.names + slot.value.unknown > 0 ? html`<p class="quiet">${t.text("study.keynessLeft", { n: slot.value.names + slot.value.unknown })}</p>` : nothing}`;
}

/**
 * @param {Translator} t
 * @param {Desk} desk
 */
const missingView = (t, { reloadPacks }) => html`<div class="remark study-failed"><p>${t.text("study.noCorpus")}</p>
  <button type="button" @click=${reloadPacks}>${t.text("notice.packReloadOther")}</button></div>`;

/** Of each answer and search the rows that pass, so that they keep their identity for the sort. @type {WeakMap<Keyness, { found: unknown, rows: KeyLemma[] }>} */
const passed = new WeakMap();

/**
 * The rows that the search finds.
 * @param {Keyness} keyness
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
function filtered(keyness, state, result, desk) {
  const { morphology } = result;
  const found = desk.tokens(state, result);
  if (!found || !morphology) return keyness.rows;
  const known = passed.get(keyness);
  if (known?.found === found) return known.rows;
  const lemmas = new Set(Array.from(found, (token) => morphology.columns.lemma[morphology.answerOf(token)]));
  const rows = keyness.rows.filter(({ lemma }) => lemmas.has(lemma));
  passed.set(keyness, { found, rows });
  return rows;
}

/**
 * @param {KeyLemma[]} rows
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
function keysTable(rows, state, result, desk) {
  const { t, study: { keyness } } = state;
  const most = rows.reduce((sofar, { g2 }) => Math.max(sofar, Math.abs(g2)), 1);
  const ordered = arranged(rows, keyness, t, {
    lemma: (a, b) => t.compare(a.lemma, b.lemma), count: (a, b) => b.count - a.count, ratio: (a, b) => b.ratio - a.ratio, g2: (a, b) => Math.abs(b.g2) - Math.abs(a.g2),
  });
  const head = (/** @type {string} */ name, counted = true) => (
    { name, label: t.text(`study.keynessHead.${name}`), hint: t.text(`study.keynessColumn.${name}`), counted, look: counted ? "number" : "" });
  return tableView({
    look: "words study-table", caption: t.text("study.keynessCaption"), order: keyness, rows: ordered.slice(0, keyness.shown), key: ({ lemma }) => lemma,
    heads: [head("lemma", false), head("count"), head("ratio"), head("g2"), { label: t.text("study.keynessColumn.g2"), look: "bar-cell", unseen: true }],
    row: ({ lemma, count, ratio, g2, closed, here, general }) => html`
      <tr class=${closed ? "closed" : ""} @pointerenter=${() => desk.light(result, lemma)} @pointerleave=${() => desk.hover(null)}
        @focusin=${() => desk.light(result, lemma)} @focusout=${() => desk.hover(null)}>
        <th scope="row"><button type="button" class="word" lang="ar" dir="rtl" title=${t.text("study.showContext", { word: lemma })}
          @click=${() => desk.toContext(lemma, { mode: "lemma" })}>${lemma}</button></th>
        <td class="number" dir="ltr">${t.number(count)}</td>
        <td class="number" dir="ltr" title=${t.text("study.perMillion", { here: Math.round(here), general: Math.round(general) })}>×${timesText(ratio, t)}</td>
        <td class="number" dir="ltr">${t.exact(Math.round(g2 * 10) / 10)}</td>
        <td class="bar-cell">${bar(Math.abs(g2) / most)}</td>
      </tr>`,
  }, (order) => desk.change("keyness", order));
}

/**
 * How many times as often, from its binary logarithm.
 * @param {number} ratio
 * @param {Translator} t
 */
function timesText(ratio, t) {
  const times = 2 ** ratio;
  if (times >= TIMES) return `${t.number(TIMES)}+`;
  return times >= 10 ? t.number(Math.round(times)) : t.exact(rounded(times));
}
