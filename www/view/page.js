/**
 * The whole page as one template of the state.
 *
 * @import { Actions } from "./actions.js"
 * @import { State } from "./state.js"
 */

import { html, nothing } from "lit-html";
import { introView, mastheadView, noticesView, panelsView, progressView } from "./chrome.js";
import { errorView } from "./errors.js";
import { focusView } from "./focus.js";
import { overviewView } from "./overview.js";
import { surfaceView } from "./surface.js";
import { createRows, wordsView } from "./words.js";

/** @typedef {{ area: Element, chooser: Element, article: HTMLElement, step: (step: number) => void, follow: (focus: null) => void }} Kept */

const rowsOf = createRows();

/**
 * @param {State} state
 * @param {Actions} on
 * @param {Kept} kept  the elements that outlive every redraw
 */
export function pageView(state, on, kept) {
  const { t, result } = state;
  return html`
    <a class="skip" href="#text">${t.text("skip")}</a>
    ${mastheadView(t, state.preferences, on.prefer)}
    ${errorView(state.error, t, { act: on.recover, close: on.closeError })}
    ${noticesView(state.notices, t, on.closeNotice)}
    <div class="page" ?data-dropping=${state.dropping}>
      <main id="text" tabindex="-1">
        ${surfaceView({
          t, hidden: state.mode !== "surface", long: state.long, canRead: result !== null,
          area: kept.area, chooser: kept.chooser, draft: draftView(state, on),
        }, on)}
        ${readerView(state, on, kept)}
      </main>
      ${result === null ? introView(t) : panelsView(t, state.tab, panelOf(state, on), on.choose)}
    </div>
    ${progressView(state.share, t, on.cancel)}
    ${state.dropping ? html`<p class="drop-sign" aria-hidden="true">${t.text("surface.drop")}</p>` : nothing}
    <p class="unseen" role="status">${state.said}</p>`;
}

/**
 * @param {State} state
 * @param {Actions} on
 * @param {Kept} kept
 */
function readerView({ t, mode, parts, focus }, on, { article, step, follow }) {
  return html`<section class="reading" ?hidden=${mode !== "reader"} aria-label=${t.text("reader.label")}>
    <div class="reader-tools">
      <button type="button" @click=${() => on.edit(true)}>${t.text("reader.edit")}</button>
      <button type="button" @click=${() => on.edit(false)}>${t.text("reader.fresh")}</button>
      <button type="button" aria-pressed=${parts} title=${t.text("reader.partsHint")} @click=${on.toggleParts}>
        ${t.text("reader.parts")}</button>
      <a class="to-panels" href="#panels">${t.text("panel.below")}</a>
    </div>
    ${article}
    ${focusView(focus, t, { step, close: () => follow(null) })}
  </section>`;
}

/**
 * The panel that is in front.
 * @param {State} state
 * @param {Actions} on
 */
function panelOf({ tab, result, folds, words, focus, t }, on) {
  if (!result) return nothing;
  if (tab === "overview") return overviewView(result, { t, onHidden: on.showHidden });
  const pressed = focus?.id.startsWith("word:") ? Number(focus.id.slice("word:".length)) : null;
  return wordsView({ result, rows: rowsOf(result, folds, words, t), state: words, pressed, t },
    { change: on.changeWords, press: on.pressWord, hover: on.hoverWord });
}

/**
 * @param {State} state
 * @param {Actions} on
 */
function draftView({ t, draft, drafted }, on) {
  return html`<p class="draft quiet">${t.text(`draft.${draft}`)}
    ${drafted ? html`<button type="button" class="plain" @click=${on.eraseDraft}>${t.text("draft.erase")}</button>` : nothing}</p>`;
}
