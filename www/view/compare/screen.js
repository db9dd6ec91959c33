/**
 * The screen: the choice of two texts, the work on them, or what came of it above the
 * two texts themselves, which stay in view while the lists above them are gone through.
 *
 * @import { State } from "../state.js"
 * @import { On, Own, Which } from "./index.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "../dom.js";
import { arrow } from "../focus.js";
import { tabsView } from "../tabs.js";
import { copiedView } from "./copied-view.js";
import { factsView } from "./facts-view.js";
import { figuresView } from "./figures-view.js";
import { SIDES } from "./index.js";
import { sideName } from "./items.js";
import { namesView } from "./names-view.js";
import { setupView } from "./setup.js";
import { speechView } from "./speech-view.js";
import { wordsView } from "./words-view.js";

const SECTIONS = /** @type {const} */ (["copied", "figures", "words", "names", "speech", "facts"]);
/** @typedef {typeof SECTIONS[number]} Section */

const VIEWS = { copied: copiedView, figures: figuresView, words: wordsView, names: namesView, speech: speechView, facts: factsView };

/**
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
export function screenView(state, own, on) {
  const { t } = state;
  const { comparison, section, share } = own;
  if (share !== null) return workView(share, state, on);
  if (!comparison) return setupView(state, own, on);
  const { left, right } = comparison;
  return html`
    <div class="cmp-heads">
      <p><bdi class="cmp-head">${sideName(own, "left", t)}</bdi> <span class="quiet">${t.text("compare.against")}</span> <bdi class="cmp-head">${sideName(own, "right", t)}</bdi></p>
      <button type="button" @click=${on.swap}>${t.text("compare.swap")}</button>
      <button type="button" @click=${on.again}>${t.text("compare.again")}</button></div>
    ${comparison.same ? html`<p class="remark" role="status">${t.text(`compare.same.${comparison.same}`)}</p>` : nothing}
    ${left.morphology && right.morphology ? nothing : html`<p class="remark">${t.text("compare.unexplained")}</p>`}
    ${tabsView({
      names: SECTIONS, chosen: section, label: t.text("screen.compare"), look: "subtabs cmp-tabs", t,
      id: (name) => `cmp-tab-${name}`, panel: () => "cmp-section", text: (name) => t.text(`compare.section.${name}`),
    }, (name) => on.change({ section: name }))}
    <div class="cmp-section" id="cmp-section" role="tabpanel" aria-labelledby="cmp-tab-${section}">${VIEWS[section](comparison, own, t, on)}</div>
    ${textsView(state, own, on)}`;
}

/**
 * @param {number} share
 * @param {State} state
 * @param {On} on
 */
const workView = (share, { t }, on) => html`<div class="cmp-work">
  <span>${t.text("compare.running")}</span>
  <progress max="1" .value=${share} aria-label=${t.text("compare.running")}></progress>
  <bdi class="number">${t.percent(Math.floor(share * 100) / 100)}</bdi>
  <button type="button" @click=${on.cancel}>${t.text("work.cancel")}</button>
</div>`;

/**
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
function textsView(state, own, on) {
  const { t } = state;
  const { folded, shown, chosen } = own;
  return html`<section class="cmp-texts" ?data-folded=${folded} aria-label=${t.text("compare.texts")}>
    <div class="cmp-bar">
      <p class="cmp-chosen" aria-live="polite">${chosen ? html`<bdi>${chosen.label}</bdi>` : html`<span class="quiet">${t.text("compare.hint")}</span>`}</p>
      <div class="cmp-switch" role="group" aria-label=${t.text("compare.texts")} ?hidden=${folded}>${SIDES.map((which) => html`
        <button type="button" aria-pressed=${shown === which} @click=${() => on.change({ shown: which })}>${t.text(`compare.side.${which}`)}</button>`)}</div>
      <button type="button" class="plain" aria-expanded=${!folded} @click=${() => on.change({ folded: !folded })}>${t.text(folded ? "compare.unfold" : "compare.fold")}</button>
    </div>
    <div class="cmp-columns" ?hidden=${folded}>${SIDES.map((which) => columnView(which, state, own, on))}</div>
  </section>`;
}

/**
 * @param {Which} which
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
function columnView(which, { t }, own, on) {
  const column = own.columns?.[which];
  const places = own.chosen?.[which].length ?? 0;
  column?.element.setAttribute("aria-label", sideName(own, which, t));
  return html`<div class="cmp-column" data-side=${which} ?data-shown=${own.shown === which}>
    <p class="cmp-column-head"><bdi>${sideName(own, which, t)}</bdi>
      ${own.chosen && places !== 1 ? html`<span class="cmp-places">
        ${places > 1 ? html`<button type="button" class="icon" aria-label=${t.text("focus.previous")} title=${t.text("focus.previous")} @click=${() => on.step(which, -1)}>${arrow("up")}</button>` : nothing}
        <span class="number">${places ? isolated(t.pieces("focus.place", { i: own.place[which] + 1, n: places })) : t.text("compare.absent")}</span>
        ${places > 1 ? html`<button type="button" class="icon" aria-label=${t.text("focus.next")} title=${t.text("focus.next")} @click=${() => on.step(which, 1)}>${arrow("down")}</button>` : nothing}
      </span>` : nothing}</p>
    ${column?.empty ? html`<p class="quiet">${t.text("compare.noContent")}</p>` : nothing}
    ${column?.element}
  </div>`;
}
