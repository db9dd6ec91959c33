/**
 * The library's screen: the text in front and whether it is kept, what was brought in
 * or deleted last, the list with its search, and below it what concerns all the texts
 * at once.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { State } from "../state.js"
 * @import { Acts } from "./acts.js"
 * @import { Brought, LibraryState, Step } from "./state.js"
 */

import { html, nothing } from "lit-html";
import { MAX_UNITS } from "../../engine/index.js";
import { unturned } from "../../i18n/unturned.js";
import { isolated, langOf } from "../dom.js";
import { cross } from "../focus.js";
import { shelved } from "../shelf.js";
import { listView } from "./list.js";
import { properName } from "./record.js";
import { libraryDefaults } from "./state.js";

/**
 * @param {State} state
 * @param {Acts} on
 */
export function screenView(state, on) {
  const { t } = state;
  const library = state.library ?? libraryDefaults;
  return html`<div class="library">
    <p class="quiet">${t.text("library.about")}</p>
    ${library.trouble ? troubleView(library, t, on) : nothing}
    ${frontView(state, on)}
    ${library.working ? html`<p class="library-working" role="status">${isolated(t.pieces("library.reading", library.working))}</p>` : nothing}
    ${library.brought ? broughtView(library.brought, t, on) : nothing}
    ${library.step ? stepView(library.step, t, on) : nothing}
    ${library.entries ? listView(library, library.entries, t, on) : library.trouble ? nothing : html`<p class="quiet waiting">${t.text("library.loading")}</p>`}
    ${library.trouble === "denied" ? nothing : footView(library, t, on)}
    ${eraseView(library, t, on)}
  </div>`;
}

/**
 * @param {LibraryState} library
 * @param {Translator} t
 * @param {Acts} on
 */
const troubleView = ({ trouble }, t, on) => html`<div class="remark library-trouble" role="alert" data-trouble=${trouble}>
  <p>${t.text(`library.trouble.${trouble}`)}</p>
  <button type="button" @click=${on.refresh}>${t.text("error.action.retry")}</button></div>`;

/**
 * The text in front: what it would be called, or how it stands with what is kept of it.
 * @param {State} state
 * @param {Acts} on
 */
function frontView(state, on) {
  const { t, saved } = state;
  const { text, result } = on.front();
  if (!text.trim()) return nothing;
  const standing = result ? shelved(state) : saved ? "changed" : "new";
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  const keep = (event) => {
    event.preventDefault();
    on.keep(String(new FormData(event.currentTarget).get("name") ?? ""));
  };
  return html`<section class="library-front" aria-labelledby="library-front" data-shelved=${standing}>
    <h3 id="library-front">${t.text("library.front")}</h3>
    ${saved ? html`<p><bdi class="library-title" lang=${langOf(saved.name) || nothing}>${saved.name}</bdi> <span class="quiet">${t.text(`library.standing.${standing}`)}</span></p>
      ${standing === "changed" ? html`<button type="button" class="strong" @click=${() => on.keep()}>${t.text("reader.keep.changed")}</button>` : nothing}`
    : html`<form class="library-keep" @submit=${keep}>
      <label class="field"><span>${t.text("library.name")}</span><input name="name" dir="auto" autocomplete="off" maxlength="300" .value=${properName(text, result)}></label>
      <button type="submit" class="strong">${t.text("reader.keep.new")}</button></form>`}
  </section>`;
}

/**
 * @param {Brought} brought
 * @param {Translator} t
 * @param {Acts} on
 */
function broughtView({ added, there, beside, failed }, t, on) {
  return html`<section class="library-brought banner" aria-label=${t.text("library.brought.label")}>
    <div>
      <p>${isolated(t.pieces("library.brought.added", { n: added }))}
        ${there ? isolated(t.pieces("library.brought.there", { n: there })) : nothing}
        ${beside ? isolated(t.pieces("library.brought.beside", { n: beside })) : nothing}</p>
      ${failed.length ? html`<p>${isolated(t.pieces("library.brought.failed", { n: failed.length }))}</p>
        <ul>${failed.map(({ file, kind }) => html`<li><bdi class="file-name">${unturned(file)}</bdi>: ${t.text(`error.${kind}`, { limit: Math.floor(MAX_UNITS / 1e6) })}</li>`)}</ul>` : nothing}
    </div>
    <button type="button" class="icon" aria-label=${t.text("notice.close")} @click=${() => on.change({ brought: null })}>${cross}</button>
  </section>`;
}

/**
 * @param {Step} step
 * @param {Translator} t
 * @param {Acts} on
 */
const stepView = ({ key, n, name, back }, t, on) => html`<p class="library-step banner">
  <span>${isolated(t.pieces(key, { n, name }))}</span>
  <span class="banner-actions"><button type="button" class="strong" @click=${back}>${t.text("library.undo")}</button>
  <button type="button" class="icon" aria-label=${t.text("notice.close")} @click=${() => on.change({ step: null })}>${cross}</button></span></p>`;

/**
 * @param {LibraryState} library
 * @param {Translator} t
 * @param {Acts} on
 */
function footView({ entries, asking }, t, on) {
  const none = !entries?.length;
  /** @param {Event & { target: HTMLInputElement }} event */
  const bring = ({ target }) => {
    const files = [...target.files ?? []];
    target.value = "";
    if (files.length) on.receive(files);
  };
  return html`<section class="library-foot" aria-labelledby="library-all">
    <h3 id="library-all">${t.text("library.all")}</h3>
    <p class="library-tools">
      <button type="button" ?disabled=${none} @click=${on.exportAll}>${t.text("library.export")}</button>
      <label class="button"><input type="file" class="unseen" accept=".json,application/json" multiple @change=${bring}><span>${t.text("library.import")}</span></label>
      <button type="button" data-ask="clear" ?disabled=${none} aria-expanded=${asking === "clear"} @click=${() => on.ask("clear")}>${t.text("library.clear")}</button>
    </p>
    ${asking === "clear" ? confirmView("clear", t, on) : nothing}
  </section>`;
}

/**
 * @param {LibraryState} library
 * @param {Translator} t
 * @param {Acts} on
 */
const eraseView = ({ asking }, t, on) => html`<section class="library-erase" aria-labelledby="library-erase">
  <h3 id="library-erase">${t.text("library.everything")}</h3>
  <p class="quiet">${t.text("library.eraseHint")}</p>
  <p class="library-tools"><button type="button" data-ask="erase" aria-expanded=${asking === "erase"} @click=${() => on.ask("erase")}>${t.text("library.erase")}</button></p>
  ${asking === "erase" ? confirmView("erase", t, on) : nothing}
</section>`;

/**
 * @param {"clear" | "erase"} what
 * @param {Translator} t
 * @param {Acts} on
 */
function confirmView(what, t, on) {
  const onKey = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && on.ask(null);
  return html`<div class="remark library-confirm" role="group" aria-labelledby="library-question" tabindex="-1" @keydown=${onKey}>
    <p id="library-question">${t.text(`library.confirm.${what}`)}</p>
    <p class="library-tools">
      <button type="button" class="strong" @click=${on.confirm}>${t.text(`library.confirm.${what}Now`)}</button>
      ${what === "clear" ? html`<button type="button" @click=${on.exportAll}>${t.text("library.confirm.export")}</button>` : nothing}
      <button type="button" @click=${() => on.ask(null)}>${t.text("library.cancel")}</button>
    </p></div>`;
}
