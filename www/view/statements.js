/**
 * Who said what: the statements under their speakers or in the order of the text,
 * each with what kind of saying it is, how it is rendered, by which word, when, and on
 * what ground the speaker is taken to be this one. A press leads to the place, and
 * from one statement one walks to the next.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { StatementsState } from "./arranging.js"
 * @import { Linked, Spot } from "./links.js"
 * @import { Said, Saying } from "./said.js"
 * @import { Search } from "./search.js"
 */

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { isolated } from "./dom.js";
import { choiceView, kindsView, selectView } from "./fields.js";
import { arrow } from "./focus.js";
import { textAt } from "./layers.js";
import { showRow } from "./linking.js";
import { emptyView, linkTo } from "./links.js";
import { FORMS, grouped, saidIn, STANCES, tallied, wantedOf } from "./said.js";
import { moreView, ROWS } from "./table.js";

/** So many speakers can be chosen from, those who say most. */
const CHOICES = 200;
/** A colon alone is no word to be shown. */
const SPELT = /\p{L}/u;
const ORDERS = /** @type {const} */ (["speaker", "text"]);

/** @typedef {(patch: Partial<StatementsState>) => void} Change */

/**
 * @param {Result} result
 * @param {StatementsState} state
 * @param {Linked} linked
 * @param {{ search: Search, change: Change }} on
 */
export function statementsView(result, state, linked, { search, change }) {
  const { t } = linked;
  const empty = emptyView(result, "statements", result.statements.length, linked);
  if (empty) return empty;
  const said = saidIn(result);
  const { field, query, passes } = search({
    name: "statements", result, n: said.sayings.length, label: t.text("saying.search"), reset: () => change({ shown: ROWS }),
    texts: () => said.sayings.map(({ statement, speaker: { name } }) => `${name ?? ""}\n${textAt(result, statement)}`),
  });
  const sayings = wantedOf(said, state, passes);
  const groups = state.order === "text" ? null : grouped(said, sayings);
  const inOrder = groups ? groups.flatMap((group) => group.sayings) : sayings;
  return html`
    ${filtersView(said, state, passes, field, t, change)}
    <div class="said-line">
      <p class="quiet" id="said-found" aria-live="polite">${t.text("count.statements", { n: sayings.length })}</p>
      ${stepsView(inOrder, state, linked, change)}
    </div>
    ${sayings.length ? nothing : html`<p class="quiet">${t.text("said.none")}
      <button type="button" class="plain" @click=${() => change({ speaker: null, stance: null, form: null })} ?hidden=${Boolean(query) && !state.speaker && !state.stance && !state.form}>
        ${t.text("saying.clear")}</button></p>`}
    ${groups ? groupsView(result, groups, state.shown, linked)
      : html`<ul class="sayings">${repeat(inOrder.slice(0, state.shown), ({ index }) => index, (saying) => statementView(result, saying, true, linked))}</ul>`}
    ${moreView(sayings.length, state, t, change, "said.more")}`;
}

/**
 * @param {Said} said
 * @param {StatementsState} state
 * @param {((index: number) => boolean) | null} passes
 * @param {unknown} field
 * @param {Translator} t
 * @param {Change} change
 */
function filtersView(said, state, passes, field, t, change) {
  const put = (/** @type {Partial<StatementsState>} */ patch) => change({ ...patch, shown: ROWS });
  const stances = tallied(wantedOf(said, { ...state, stance: null }, passes), STANCES, ({ cue }) => cue.stance);
  const forms = tallied(wantedOf(said, { ...state, form: null }, passes), FORMS, ({ form }) => form);
  return html`
    <div class="filters">
      ${choiceView(t.text("said.speaker"), state.speaker, said.speakers.slice(0, CHOICES).map(({ key, name, n }) => (
        { value: key, label: `${name ?? t.text("said.unknown")} (${t.number(n)})` })), t, (speaker) => put({ speaker }))}
      ${choiceView(t.text("saying.form"), state.form, forms.map(({ value, n }) => ({ value, label: `${t.text(`said.forms.${value}`)} (${t.number(n)})` })), t,
        (form) => put({ form }))}
      ${selectView(t.text("saying.order"), state.order, ORDERS.map((value) => ({ value, label: t.text(`saying.orders.${value}`) })), (order) => put({ order }))}
    </div>
    ${kindsView(t.text("said.stance"), state.stance, stances.map(({ value, n }) => ({ value, label: t.text(`said.stances.${value}`), n })), t,
      (stance) => put({ stance }))}
    ${field}`;
}

/**
 * @param {Saying} saying
 * @param {Translator} t
 * @returns {Spot}
 */
const spotOf = ({ statement, index, speaker }, t) => (
  { id: `statement:${index}`, label: speaker.name ?? t.text("said.unknown"), spans: [statement], wide: true });

/**
 * From the statement that was gone to, to the one before and the one after.
 * @param {Saying[]} sayings  in the order they are shown in
 * @param {StatementsState} state
 * @param {Linked} linked
 * @param {Change} change
 */
function stepsView(sayings, state, linked, change) {
  const { t, pressed, visit } = linked;
  if (sayings.length < 2) return nothing;
  const at = sayings.findIndex(({ index }) => `statement:${index}` === pressed);
  /**
   * @param {number} step
   * @param {Event} event
   */
  const go = (step, { currentTarget }) => {
    const root = /** @type {Document | ShadowRoot} */ (/** @type {Node} */ (currentTarget).getRootNode());
    const to = at < 0 ? (step > 0 ? 0 : sayings.length - 1) : (at + step + sayings.length) % sayings.length;
    if (to >= state.shown) change({ shown: Math.ceil((to + 1) / ROWS) * ROWS });
    visit(spotOf(sayings[to], t));
    queueMicrotask(() => showRow(root, '.statement:has([aria-current="true"])'));
  };
  const button = (/** @type {"previous" | "next"} */ key, /** @type {"up" | "down"} */ way, /** @type {number} */ step) => html`<button type="button" class="icon"
    aria-label=${t.text(`saying.${key}`)} title=${t.text(`saying.${key}`)} @click=${(/** @type {Event} */ event) => go(step, event)}>${arrow(way)}</button>`;
  return html`<div class="said-steps" role="group" aria-label=${t.text("saying.walk")}>
    ${at < 0 ? nothing : html`<span class="quiet">${isolated(t.pieces("focus.place", { i: at + 1, n: sayings.length }))}</span>`}
    ${button("previous", "up", -1)}${button("next", "down", 1)}</div>`;
}

/**
 * @param {Result} result
 * @param {ReturnType<typeof grouped>} groups
 * @param {number} shown  how many statements in all
 * @param {Linked} linked
 */
function groupsView(result, groups, shown, linked) {
  const { t } = linked;
  let room = shown;
  return repeat(groups, ({ speaker }) => speaker.key, ({ speaker: { key, name, phrase }, sayings }, i) => {
    const here = sayings.slice(0, Math.max(0, room));
    room -= here.length;
    if (here.length === 0) return nothing;
    return html`<section class="speaker" aria-labelledby="speaker-${i}" data-speaker=${key}>
      <h3 id="speaker-${i}">${name ? html`<bdi lang="ar" dir="rtl">${name}</bdi>` : t.text("said.unknown")}
        <bdi class="number quiet">${t.number(sayings.length)}</bdi></h3>
      ${phrase ? html`<p class="quiet introduced" lang="ar" dir="rtl">${phrase}</p>` : nothing}
      <ul>${repeat(here, ({ index }) => index, (saying) => statementView(result, saying, false, linked))}</ul>
    </section>`;
  });
}

/**
 * @param {Result} result
 * @param {Saying} saying
 * @param {boolean} named  with who says it
 * @param {Linked} linked
 */
function statementView(result, saying, named, linked) {
  const { t } = linked;
  const { statement: { form, cue, content, addressee, when, speaker }, index, speaker: { name } } = saying;
  const words = textAt(result, content);
  const quoted = form === "direct" ? `«${words}»` : words;
  return html`<li class="statement row" data-stance=${cue.stance} ?data-lit=${linked.lit.has(`statement:${index}`)}>
    ${named ? html`<p class="said-by">${name ? html`<bdi lang="ar" dir="rtl">${name}</bdi>` : t.text("said.unknown")}</p>` : nothing}
    ${linkTo(spotOf(saying, t), linked, html`<span class="said" lang="ar" dir="rtl">${quoted}</span>`)}
    <p class="meta">
      <b class="stance">${t.text(`said.stances.${cue.stance}`)}</b>
      <span>${t.text(`said.forms.${form}`)}</span>
      ${SPELT.test(textAt(result, cue)) ? html`<span class="cue">${isolated(t.pieces("saying.cue", { cue: textAt(result, cue) }))}</span>` : nothing}
      ${when ? html`<span>${isolated(t.pieces("said.when", { when: textAt(result, when) }))}</span>` : nothing}
      ${addressee ? html`<span>${isolated(t.pieces("said.to", { to: textAt(result, addressee) }))}</span>` : nothing}
      ${speaker && speaker.basis !== "explicit" ? html`<span class="basis">${t.text(`said.basis.${speaker.basis}`)}</span>` : nothing}
    </p>
  </li>`;
}
