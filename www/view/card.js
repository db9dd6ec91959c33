/**
 * The word card: a word taken apart, explained in the terms of the schools, with
 * how sure that is, its other readings, and its kin in the text.
 *
 * @import { Analysis, Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Card } from "./cards.js"
 * @import { Choice } from "./choices.js"
 * @import { State } from "./state.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../i18n/unturned.js";
import { copyView } from "./card-copy.js";
import { formOf, placesOf } from "./choices.js";
import { isolated } from "./dom.js";
import { cross } from "./focus.js";
import { grammarLine, nameOf, spelled, stemOf, SURE } from "./grammar.js";
import { helpLink } from "./help-link.js";
import { hereView } from "./here.js";
import { latinView } from "./latin.js";
import { placesView } from "./places.js";
import { glossOf, readingsView } from "./readings.js";
import { kinOf, spaced } from "./vocabulary.js";

/** So many places are shown without asking. */
const FEW = 3;

/**
 * @typedef {object} On
 * @property {() => void} closeCard
 * @property {() => void} showReadings
 * @property {(reading: number) => void} chooseReading
 * @property {() => void} undoChoice
 * @property {(scheme: import("../engine/types.js").Scheme) => void} chooseScheme
 * @property {(id: string, label: string, tokens: number[], index: number) => void} visitPlace
 * @property {(lemma: string) => void} toConcordance
 * @property {(token: number, step: number) => number} neighbour
 * @property {(token: number) => void} turnTo
 * @property {(kind: import("./card-copy.js").Copied, text: string) => void} copyFrom
 * @property {(offset: number) => void} editAt
 * @property {() => void} reloadGlosses
 * @property {import("./here.js").ToPanel} toPanel
 */

/**
 * @param {{ card: Card | null, result: Result | null, choices: Choice[], writing: State["writing"], preferences: import("./preferences.js").Preferences, t: Translator }} view
 * @param {On} on
 */
export function cardView({ card, result, choices, writing, preferences, t }, on) {
  if (!card || !result?.morphology) return nothing;
  const analysis = result.morphology.analysis(card.token);
  const form = formOf(result, card.token);
  const decided = choices.some((choice) => choice.form === form);
  return html`<section class="card" part="card" role="dialog" aria-labelledby="card-label card-word">
    <div class="card-head">
      <p class="quiet"><span id="card-label">${t.text("card.label")}</span>${helpLink(t, "pos", t.text("card.label"))}</p>
      <div class="card-turn" dir="rtl">${turn(card.token, -1, "previous", t, on)}${turn(card.token, 1, "next", t, on)}</div>
      <button type="button" class="icon" aria-label=${t.text("card.close")} title=${t.text("card.close")} @click=${on.closeCard}>${cross}</button>
    </div>
    <h2 class="card-word" id="card-word" tabindex="-1"><bdi lang="ar" dir="rtl">${unturned(result.morphology.vowelled(card.token) || form)}</bdi></h2>
    ${typeof writing === "object" && writing ? writing.card(card.token) : nothing}
    ${analysis ? html`<p class="card-grammar">${grammarLine(analysis, t)}</p>
    ${piecesView(result, card.token, analysis, t)}` : nothing}
    ${hereView(result, card.token, t, on.toPanel)}
    ${analysis ? html`${factsView(analysis, glossOf(analysis, card.readings), decided, latinView(card.latin, preferences.scheme, t, on.chooseScheme), t, card.unglossed ? on.reloadGlosses : null)}
    ${copyView(card, result, t, on.copyFrom)}
    ${decided ? decidedView(result, form, t, on) : doubtView(analysis, t)}
    ${readingsView(card, result, t, on)}
    ${kinView(result, card.token, analysis, t, on)}` : nothing}
    <p class="card-acts">${analysis ? html`<button type="button" class="plain" @click=${() => on.toConcordance(analysis.lemma)}>${t.text("study.contextCaption")}</button>` : nothing}
      <button type="button" class="plain" @click=${() => on.editAt(result.tokens.columns.start[card.token])}>${t.text("card.edit")}</button></p>
  </section>`;
}

/**
 * To the word beside this one, as the text runs: from the right.
 * @param {number} token
 * @param {1 | -1} step
 * @param {"next" | "previous"} name
 * @param {Translator} t
 * @param {Pick<On, "neighbour" | "turnTo">} on
 */
export function turn(token, step, name, t, on) {
  const other = on.neighbour(token + step, step);
  return html`<button type="button" class="icon" ?disabled=${other < 0} aria-label=${t.text(`card.${name}`)} title=${t.text(`card.${name}`)}
    @click=${() => on.turnTo(other)}><svg viewBox="0 0 16 16" aria-hidden="true"><path d=${step > 0 ? "M10 3 5 8l5 5" : "M6 3l5 5-5 5"}/></svg></button>`;
}

/**
 * @param {Result} result
 * @param {number} token
 * @param {Analysis} analysis
 * @param {Translator} t
 */
export function piecesView(result, token, analysis, t) {
  const pieces = result.morphology?.pieces(token) ?? [];
  if (pieces.length < 2) return nothing;
  const stem = stemOf(pieces, analysis);
  return html`<ul class="card-pieces" dir="rtl" aria-label=${t.text("card.pieces")}>${pieces.map(({ tag }, i) => html`
    <li data-tag=${i === stem ? "stem" : tag}>
      <span class="piece" lang="ar">${spelled(pieces, i, stem)}</span>
      <span class="piece-name" dir=${t.dir}>${t.text(`grammar.${nameOf(pieces, i, analysis)}`)}</span>
    </li>`)}</ul>`;
}

/**
 * @param {Analysis} analysis
 * @param {string | null} gloss
 * @param {boolean} decided
 * @param {unknown} latin
 * @param {Translator} t
 * @param {(() => void) | null} [reload]  where no gloss could be had
 */
export function factsView({ lemma, root, pattern, score }, gloss, decided, latin, t, reload = null) {
  const arabic = (/** @type {string} */ text) => html`<bdi lang="ar" dir="rtl">${text}</bdi>`;
  return html`<dl class="card-facts">
    ${fact(t.text("card.lemma"), arabic(lemma))}
    ${root ? fact(t.text("card.root"), arabic(spaced(root))) : nothing}
    ${pattern ? fact(t.text("card.pattern"), arabic(pattern)) : nothing}
    ${gloss ? fact(t.text("card.gloss"), html`<bdi class="gloss" lang="en" dir="ltr">${gloss}</bdi>`) : nothing}
    ${!gloss && reload ? fact(t.text("card.gloss"), html`<span class="quiet">${t.text("card.glossMissing")}</span>
      <button type="button" class="plain gloss-reload" @click=${reload}>${t.text("card.glossReload")}</button>`) : nothing}
    ${decided ? nothing : fact(t.text("card.sure"), html`<bdi>${t.percent(Math.round(score * 100) / 100)}</bdi>`)}
    ${latin}
  </dl>`;
}

/**
 * @param {string} label
 * @param {unknown} value
 */
const fact = (label, value) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/**
 * @param {Analysis} analysis
 * @param {Translator} t
 */
export function doubtView({ source, score, alternatives }, t) {
  if (source === "guess") return html`<p class="remark">${t.text("card.guess")}</p>`;
  if (score >= SURE) return nothing;
  return html`<p class="remark">${t.text(alternatives ? "card.unsure" : "card.unsureAlone")}</p>`;
}

/**
 * @param {Result} result
 * @param {string} form
 * @param {Translator} t
 * @param {Pick<On, "undoChoice">} on
 */
export function decidedView(result, form, t, on) {
  const n = placesOf(result, form).length;
  return html`<p class="remark card-decided"><span>${isolated(t.pieces("card.holds", { n }))}</span>
    <button type="button" @click=${on.undoChoice}>${t.text("card.undo")}</button></p>`;
}

/**
 * @param {Result} result
 * @param {number} token
 * @param {Analysis} analysis
 * @param {Translator} t
 * @param {Pick<On, "visitPlace">} on
 */
export function kinView(result, token, { lemma, root }, t, on) {
  const kin = kinOf(result, token);
  const form = placesOf(result, formOf(result, token)).filter((other) => result.words.typeOf(other) >= 0);
  const alike = form.filter((other) => other !== token).length;
  const others = kin.lemma.filter((other) => other !== token).length;
  const label = root ? spaced(root) : "";
  return html`
    ${alike && form.length !== kin.lemma.length ? kinGroup(alike, isolated(t.pieces("card.sameForm", { n: alike })), placesView(result, form,
      (index) => on.visitPlace(`kin:${formOf(result, token)}`, formOf(result, token), form, index), (other) => other === token)) : nothing}
    ${kinGroup(others, isolated(others ? t.pieces("card.sameLemma", { n: others }) : t.pieces("card.lone")), placesView(result, kin.lemma,
      (index) => on.visitPlace(`kin:${lemma}`, lemma, kin.lemma, index), (other) => other === token))}
    ${root ? kinGroup(kin.root.length, isolated(t.pieces(kin.root.length ? "card.sameRoot" : "card.loneRoot", { n: kin.root.length, root: label })), placesView(result, kin.root,
      (index) => on.visitPlace(`kin:${root}`, label, kin.root, index))) : nothing}`;
}

/**
 * @param {number} n
 * @param {unknown} title
 * @param {unknown} places
 */
const kinGroup = (n, title, places) => (n === 0 ? html`<p class="quiet kin">${title}</p>`
  : html`<details class="kin" ?open=${n <= FEW}><summary>${title}</summary>${places}</details>`);
