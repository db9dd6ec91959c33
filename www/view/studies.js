/**
 * The studies of the words, as far as the page knows them before they are loaded:
 * what is asked, the choice among them, and the search that serves them all. Asking
 * the engine and showing its answers is the work of a script of its own, fetched when
 * a study is first opened.
 *
 * @import { ConcordanceSort, Joined, KeynessOptions, QueryMode } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Row } from "./rows.js"
 * @import { State, Store } from "./state.js"
 * @import { Arrangement } from "./table.js"
 * @import { WordsState } from "./words.js"
 */

import { html, nothing } from "lit-html";
import { ROWS } from "./table.js";
import { tabsView } from "./tabs.js";
import { PAGE } from "./words.js";

/**
 * @typedef {object} Later  what the page fetches later; tries: how often that failed
 * @property {(tries: number) => Promise<typeof import("./atlas.js")>} atlas
 * @property {(tries: number) => Promise<typeof import("./study.js")>} study
 * @property {(tries: number) => Promise<typeof import("./writing/index.js")>} writing
 * @property {(tries: number) => Promise<typeof import("./samples.js")>} samples
 * @property {(tries: number) => Promise<typeof import("./docx/index.js")>} docx
 * @property {(name: import("./parts.js").PartName, tries: number) => Promise<import("./parts.js").PartModule>} part
 */
/** @typedef {ReturnType<typeof import("./study.js").createStudy>} Studies */

const VIEWS = /** @type {const} */ (["frequency", "keyness", "context", "collocations", "sequences"]);
/** Those that need no analysis of the words come first. @type {QueryMode[]} */
const MODES = ["folded", "exact", "wildcard", "lemma", "root"];
/** @type {QueryMode[]} */
const EXPLAINED = ["lemma", "root"];
const PAUSE_MS = 250;

/** A word that stands near the one asked for, within so many words. @typedef {{ text: string, mode: QueryMode, before: number, after: number }} Pair */

/** @typedef {Pick<StudyState, "view" | "query" | "mode" | "clitics">} Back */
/**
 * @typedef {object} StudyState
 * @property {typeof VIEWS[number]} view
 * @property {string} query  what was typed, once the typing has paused
 * @property {QueryMode} mode
 * @property {boolean} clitics  words are found with what is attached to them
 * @property {Back | null} back  the list from which a concordance was opened, as it was
 * @property {{ sort: ConcordanceSort, reversed: boolean, page: number, pair: Pair | null }} context
 * @property {Arrangement & { side: NonNullable<KeynessOptions["side"]>, closed: boolean }} keyness
 * @property {Arrangement & { by: Joined, before: number, after: number, closed: boolean }} collocations
 * @property {Arrangement & { by: Joined, n: number, closed: boolean }} sequences
 */

/** @type {StudyState} */
export const studyDefaults = {
  view: "frequency", query: "", mode: "folded", clitics: true, back: null,
  context: { sort: "position", reversed: false, page: 0, pair: null },
  keyness: { order: "g2", reversed: false, shown: ROWS, side: "over", closed: false },
  collocations: { order: "logDice", reversed: false, shown: ROWS, by: "lemma", before: 5, after: 5, closed: false },
  sequences: { order: "count", reversed: false, shown: ROWS, by: "form", n: 2, closed: true },
};

/**
 * The same questions, their answers shown from the beginning; of another text, or about another word.
 * @param {StudyState} study
 * @returns {StudyState}
 */
export const afresh = ({ back: _, context, keyness, collocations, sequences, ...study }) => ({
  ...study, back: null, context: { ...context, page: 0, pair: null }, keyness: { ...keyness, shown: ROWS }, collocations: { ...collocations, shown: ROWS },
  sequences: { ...sequences, shown: ROWS },
});

/**
 * The way of matching that is possible with this text.
 * @param {State} state
 */
export const modeOf = ({ study: { mode }, result }) => (result?.morphology || !EXPLAINED.includes(mode) ? mode : "folded");

/**
 * Whether the words of the table are looked up by the engine; the plain search in it is the page's own.
 * @param {State} state
 */
export const looksUp = (state) => modeOf(state) !== "folded" && state.study.query !== "";

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {import("./actions.js").Page} page
 * @param {(patch: Partial<WordsState>) => void} changeWords
 */
export function createStudies({ state, set }, engine, page, changeWords) {
  let tries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  /** The tab that came to the front takes the focus, since what had it is gone. @param {StudyState["view"]} view */
  const focusTab = (view) => queueMicrotask(() => page.host.root.getElementById(`study-${view}`)?.focus());

  async function load() {
    set({ studies: "loading" });
    const made = await page.study(tries++).then(({ createStudy }) => createStudy({ state, set }, engine, page, on), () => /** @type {const} */ ("failed"));
    set({ studies: made });
  }

  const on = {
    /** @param {Partial<StudyState>} patch */
    changeStudy(patch) {
      page.hover(null); // the row that lit a place may be gone, and nothing says so
      set({ study: { ...state.study, ...patch } });
    },
    /**
     * @param {string} query
     * @param {Partial<StudyState>} [patch]
     */
    seek(query, patch = {}) {
      clearTimeout(pause);
      if (state.words.query !== query) changeWords({ query, shown: PAGE });
      on.changeStudy({ ...afresh(state.study), query: query.trim(), ...patch });
    },
    /** @param {string} query */
    type(query) {
      changeWords({ query, shown: PAGE });
      clearTimeout(pause);
      pause = setTimeout(() => on.seek(query), PAUSE_MS);
    },
    /**
     * The concordance of a row of a list.
     * @param {string} query
     * @param {Partial<StudyState>} patch
     */
    toContext(query, patch) {
      const { view, query: asked, mode, clitics } = state.study;
      on.seek(query, { view: "context", back: { view, query: asked, mode, clitics }, ...patch });
      focusTab("context");
    },
    /**
     * The lines in which another word stands near the one that is asked for.
     * @param {Pair} pair
     */
    toPair(pair) {
      const { query, context } = state.study;
      on.toContext(query, { context: { ...context, page: 0, pair } });
    },
    /**
     * The concordance of a row of the word table.
     * @param {Row} row
     * @param {WordsState["by"]} by
     */
    studyRow({ label }, by) {
      const spelling = state.words.folding === "exact" ? "exact" : "folded";
      on.toContext(by === "root" ? label.replaceAll(" ", "") : label, by === "form" ? { mode: spelling, clitics: false } : { mode: by });
    },
    /** @param {StudyState["view"]} view */
    chooseStudy(view) {
      const { back } = state.study;
      if (back?.view !== view) return on.changeStudy({ view });
      if (state.words.query !== back.query) changeWords({ query: back.query });
      on.changeStudy({ ...back, back: null });
    },
    /** To the list a concordance was opened from. */
    goBack() {
      const { back } = state.study;
      if (!back) return;
      on.chooseStudy(back.view);
      focusTab(back.view);
    },
    reloadStudies: load,
    /** They are fetched when they would be seen. */
    wantStudies() {
      if (state.studies === null && state.tab === "words" && state.result && (state.study.view !== "frequency" || looksUp(state))) load();
    },
  };
  return on;
}

/** @typedef {ReturnType<typeof createStudies>} On */

/**
 * The choice among the studies, and the one search field of them all, above what is in front.
 * @param {State} state
 * @param {unknown} content
 * @param {On} on
 */
export function studiesView(state, content, on) {
  const { t, study: { view } } = state;
  return html`
    ${tabsView({
      names: VIEWS, chosen: view, label: t.text("study.label"), look: "subtabs", t,
      id: (name) => `study-${name}`, panel: () => "study", text: (name) => t.text(`study.view.${name}`),
    }, on.chooseStudy)}
    <div class="study" id="study" role="tabpanel" aria-labelledby="study-${view}">${searchView(state, on)}${content}</div>`;
}

/**
 * @param {State} state
 * @param {On} on
 */
function searchView(state, on) {
  const { t, words: { query }, study: { view, clitics }, result } = state;
  const now = modeOf(state);
  const asked = view !== "frequency" && view !== "keyness";
  const attached = !EXPLAINED.includes(now) && !(view === "frequency" && now === "folded");
  return html`
    <div class="seek" role="search">
      <label class="field seek-field">
        <span>${t.text(asked ? "study.node" : "words.filter")}</span>
        <input type="search" dir=${query ? "auto" : t.dir} autocomplete="off" spellcheck="false" enterkeyhint="search" .value=${query}
          @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ { target }) => on.type(target.value)}
          @keydown=${(/** @type {KeyboardEvent & { target: HTMLInputElement }} */ { key, target }) => key === "Enter" && on.seek(target.value)}>
      </label>
      <label class="field"><span>${t.text("study.match")}</span>
        <select @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) => on.seek(query, { mode: /** @type {QueryMode} */ (target.value) })}>
          ${MODES.filter((mode) => result?.morphology || !EXPLAINED.includes(mode)).map((mode) => html`
            <option value=${mode} .selected=${mode === now}>${t.text(`study.mode.${mode}`)}</option>`)}
        </select></label>
      ${attached ? html`<label class="check"><input type="checkbox" name="clitics" .checked=${clitics}
        @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => on.seek(query, { clitics: target.checked })}>
        <span>${t.text("study.clitics")}</span></label>` : nothing}
    </div>`;
}

/**
 * What stands in place of a study that is not there yet.
 * @param {boolean} failed
 * @param {Translator} t
 * @param {On} on
 */
export function studyWait(failed, t, on) {
  if (!failed) return html`<p class="quiet waiting">${t.text("study.loading")}</p>`;
  return html`<div class="remark study-failed"><p>${t.text("study.unloaded")}</p>
    <button type="button" @click=${on.reloadStudies}>${t.text("error.action.retry")}</button></div>`;
}
