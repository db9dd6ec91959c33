/**
 * The whole page as one template of the state.
 *
 * @import { Actions as Deeds } from "./actions.js"
 * @import { Result } from "../engine/types.js"
 * @import { createCards } from "./cards.js"
 * @import { Linked } from "./links.js"
 * @import { State } from "./state.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../i18n/unturned.js";
import { cardView } from "./card.js";
import { diagnosticsOf } from "./diagnostics.js";
import { worded } from "./dom.js";
import { mastheadView, noticesView, panelsView, progressView } from "./chrome.js";
import { errorView } from "./errors.js";
import { focusView } from "./focus.js";
import { standing } from "./corrections.js";
import { gistView } from "./gist.js";
import { overviewView } from "./overview.js";
import { partView, screenView, waitView } from "./parts.js";
import { createRows } from "./rows.js";
import { renewalView } from "./service.js";
import { shelved } from "./shelf.js";
import { looksUp, studiesView, studyWait } from "./studies.js";
import { surfaceView } from "./surface.js";
import { switchesView } from "./switches.js";
import { promiseView, samplesView } from "./welcome.js";
import { wordsView } from "./words.js";

/** @typedef {Deeds & ReturnType<typeof createCards> & Pick<ReturnType<typeof import("./parts.js").createParts>, "want"> & { renew: () => void, keep: () => Promise<void> }} Actions */
/**
 * @typedef {object} Kept
 * @property {Element} area
 * @property {Element} chooser
 * @property {HTMLElement} article
 * @property {(step: number) => void} step
 * @property {(focus: null) => void} follow
 * @property {import("./actions.js").Page["lookUp"]} lookUp
 * @property {(offset: number) => void} editAt
 * @property {import("./here.js").ToPanel} toPanel
 * @property {() => number} explained  the token of the current place, where it has a card; else -1
 */

const rowsOf = createRows();

/**
 * @param {State} state
 * @param {Actions} on
 * @param {Kept} kept  the elements that outlive every redraw
 * @param {boolean} late  the panel comes in the next frame
 */
export function pageView(state, on, kept, late) {
  const { t, result, focus } = state;
  /** @type {Linked} */
  const linked = { t, lit: state.lit, pressed: focus?.id ?? null, visit: on.visit, light: on.light, packs: state.packs, reload: on.reloadPacks };
  return html`
    ${state.guest ? nothing : html`<a class="skip" href=${state.screen === "desk" ? "#text" : "#screen"}>${t.text("skip")}</a>`}
    ${mastheadView(t, state.preferences, state.guest ? null : state.screen, on.prefer)}
    ${errorView(state.error, t, { act: on.recover, close: on.closeError, copy: on.copyDetails }, () => (state.error ? diagnosticsOf(state.error, state) : ""))}
    ${noticesView(state.notices, t, on.closeNotice)}
    ${state.screen === "desk" ? nothing : screenView(state, state.screen, on.want, linked)}
    <div class="page ${result ? state.card && state.mode === "reader" ? "with-card" : "" : "first"}" ?hidden=${state.screen !== "desk"} ?data-dropping=${state.dropping}>
      ${state.guest ? html`<div id="text" tabindex="-1">${textView(state, on, kept, linked)}</div>`
        : html`<main id="text" tabindex="-1">${textView(state, on, kept, linked)}</main>`}
      ${result === null ? state.share === null ? nothing : html`<p class="quiet waiting">${t.text("panel.wait")}</p>` : html`<div class="side">
        ${state.mode === "reader" ? cardView(state, { ...on, toConcordance: (lemma) => kept.lookUp(lemma, { mode: "lemma" }), editAt: kept.editAt, toPanel: kept.toPanel }) : nothing}
        ${panelsView(t, state.tab, late ? null : panelOf(state, on, linked), on.choose, panelsNote(state, on), state.share !== null, state.guest !== null)}
      </div>`}
    </div>
    ${renewalView(state.renewal, t, { renew: on.renew, later: on.renewLater })}
    ${progressView(state.share, t, on.cancel)}
    ${state.dropping ? html`<p class="drop-sign" aria-hidden="true">${t.text("surface.drop")}</p>` : nothing}
    <p class="unseen" role="status">${worded(unturned(state.said), t)}</p>`;
}

/**
 * What the panels are of, where that is not the text in front, whole.
 * @param {State} state
 * @param {Actions} on
 */
function panelsNote({ result, share, t }, on) {
  if (result && result.read < result.text.length) {
    return html`<p class="quiet waiting panels-busy">${t.text(share === null ? "panel.stopped" : "panel.beginning")}
      ${share === null ? html`<button type="button" class="plain" @click=${on.readRest}>${t.text("panel.rest")}</button>` : nothing}</p>`;
  }
  return share === null ? nothing : html`<p class="quiet waiting panels-busy">${t.text("panel.busy")}</p>`;
}

/**
 * The larger side: the surface a text comes in by, and the text as it is read.
 * @param {State} state
 * @param {Actions} on
 * @param {Kept} kept
 * @param {Linked} linked
 */
function textView(state, on, kept, linked) {
  const { t, result, guest } = state;
  return html`
    ${result || guest ? nothing : promiseView(t)}
    ${surfaceView({
      t, hidden: state.mode !== "surface", long: state.long, canRead: result !== null, area: kept.area, chooser: kept.chooser,
      samples: !guest || guest.samples, hint: guest ? "surface.hintBoxed" : "surface.hint",
      below: [result || guest?.samples === false ? nothing : samplesView(t, on.sample), guest ? nothing : draftView(state, on)],
    }, on)}
    ${readerView(state, on, kept, linked)}`;
}

/**
 * @param {State} state
 * @param {Actions} on
 * @param {Kept} kept
 * @param {Linked} linked
 */
function readerView(state, on, { article, step, follow, explained }, linked) {
  const { t, mode, preferences, result, card, parts, vowels, copied, focus } = state;
  const token = explained();
  return html`<section class="reading" ?hidden=${mode !== "reader"} aria-label=${t.text("reader.label")}>
    <div class="reader-tools">
      <button type="button" @click=${() => on.edit(true)}>${t.text("reader.edit")}</button>
      <button type="button" @click=${() => on.edit(false)}>${t.text("reader.fresh")}</button>
      <button type="button" aria-pressed=${parts} title=${t.text("reader.partsHint")} @click=${on.toggleParts}>
        ${t.text("reader.parts")}</button>
      ${result?.morphology ? html`<button type="button" aria-pressed=${vowels} title=${t.text("reader.vowelsHint")}
        @click=${on.toggleVowels}>${t.text("reader.vowels")}</button>` : nothing}
      ${result?.morphology && vowels ? html`<button type="button" @click=${on.copyVowelled}>
        ${t.text(copied ? "reader.copied" : "reader.copy")}</button>` : nothing}
      ${result && !state.guest ? html`<button type="button" class="keep" data-shelved=${shelved(state)} @click=${on.keep}>${t.text(`reader.keep.${shelved(state)}`)}</button>` : nothing}
      <a class="to-panels" href="#panels">${t.text("panel.below")}</a>
    </div>
    ${switchesView(result, preferences.layers, standing(state).length, t, on.toggleLayer)}
    <p class="unseen" id="reader-keys">${t.text("reader.keys")}</p>
    ${article}
    <div class="reader-foot">
      ${typeof state.writing === "object" && state.writing ? state.writing.strip() : nothing}
      ${state.passage ? passageView(state, on, linked) : focusView(focus, t, {
        step, close: () => follow(null),
        card: token < 0 || token === card?.token ? null : () => on.openCard(token, { enter: true, fromStrip: true }),
      })}
    </div>
  </section>`;
}

/**
 * What is said of several selected words; a press on it leaves them selected.
 * @param {State} state
 * @param {Actions} on
 * @param {Linked} linked
 */
const passageView = (state, on, linked) => html`<div class="passage-strip" role="group" aria-label=${state.t.text("reader.passage")}
  @mousedown=${(/** @type {Event} */ event) => event.preventDefault()}>${partView(state, "passage", on.want, linked)}</div>`;

/**
 * The panel that is in front.
 * @param {State} state
 * @param {Actions} on
 * @param {Linked} linked
 */
function panelOf(state, on, linked) {
  const { tab, result, gistAll, writing, t } = state;
  if (!result) return nothing;
  if (tab === "overview") {
    return html`${gistView(result, gistAll, linked, on.toggleGist)}${overviewView(result, linked, on.showHidden)}`;
  }
  if (tab === "output") return partView(state, "output", on.want, linked);
  if (tab === "writing") return typeof writing === "object" && writing ? writing.panel(linked) : waitView(writing === "failed", t, on.loadWriting);
  if (tab !== "words") return partView(state, "panels", on.want, linked);
  return studiesView(state, studyOf(state, result, on), on);
}

/**
 * The study of the words that is in front.
 * @param {State} state
 * @param {Result} result
 * @param {Deeds} on
 */
function studyOf(state, result, on) {
  const { words, folds, study, studies, focus, lit, t } = state;
  const there = typeof studies === "object" ? studies : null;
  if (study.view !== "frequency" && !there || looksUp(state) && studies === "failed") return studyWait(studies === "failed", t, on);
  if (there && study.view !== "frequency") return there.view(state, result);
  const found = looksUp(state) ? there?.found(state, result) ?? null : null;
  const rows = rowsOf(result, folds, words, found, t);
  const most = rows.reduce((sofar, { count }) => Math.max(sofar, count), 1);
  return wordsView({ rows, most, explained: result.morphology !== null, state: words, pressed: focus?.id ?? null, lit, t },
    { change: on.changeWords, press: on.pressWord, hover: on.hoverWord, study: on.studyRow });
}

/**
 * @param {State} state
 * @param {Actions} on
 */
function draftView({ t, draft, drafted }, on) {
  return html`<p class="draft quiet">${t.text(`draft.${draft}`)}
    ${drafted ? html`<button type="button" class="plain" @click=${on.eraseDraft}>${t.text("draft.erase")}</button>` : nothing}</p>`;
}
