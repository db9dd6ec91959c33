/**
 * Who said what: the statements under their speakers, each with what kind of saying
 * it is, how it is rendered, when, and on what ground the speaker is taken to be
 * this one. A press leads to the place.
 *
 * @import { Result, Stance, Statement } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Linked } from "./links.js"
 * @import { Speaking } from "./said.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "./dom.js";
import { textAt } from "./layers.js";
import { emptyView, linkTo } from "./links.js";
import { filtered, speakersOf, stancesOf } from "./said.js";

/** @typedef {{ speaker: string | null, stance: Stance | null, shown: number }} StatementsState */

const PAGE = 50;
/** So many speakers can be chosen from, those who say most. */
const CHOICES = 200;
/** A colon alone is no word to be shown. */
const SPELT = /\p{L}/u;
/** @type {StatementsState} */
export const statementsDefaults = { speaker: null, stance: null, shown: PAGE };

/**
 * @param {Result} result
 * @param {StatementsState} state
 * @param {Linked} linked
 * @param {(patch: Partial<StatementsState>) => void} change
 */
export function statementsView(result, state, linked, change) {
  const { t } = linked;
  const empty = emptyView(result, "statements", result.statements.length, t);
  if (empty) return empty;
  const speakers = speakersOf(result);
  const passing = filtered(speakers, state);
  const n = passing.reduce((sum, { said }) => sum + said.length, 0);
  return html`
    <div class="filters">
      ${choiceView(t.text("said.speaker"), state.speaker, speakers.slice(0, CHOICES).map(({ key, name, said }) => (
        { value: key, label: `${name ?? t.text("said.unknown")} (${t.number(said.length)})` })), t, (speaker) => change({ speaker, shown: PAGE }))}
      ${choiceView(t.text("said.stance"), state.stance, stancesOf(result)
        .map((stance) => ({ value: stance, label: t.text(`said.stances.${stance}`) })), t, (stance) => change({ stance, shown: PAGE }))}
    </div>
    <p class="quiet" id="said-found" aria-live="polite">${t.text("count.statements", { n })}</p>
    ${n === 0 ? html`<p class="quiet">${t.text("said.none")}</p>` : groupsView(result, passing, state.shown, linked)}
    ${n > state.shown ? html`<button type="button" class="more" @click=${() => change({ shown: state.shown + PAGE })}>
      ${t.text("said.more", { n: Math.min(PAGE, n - state.shown) })}</button>` : nothing}`;
}

/**
 * @template {string} V
 * @param {string} label
 * @param {V | null} chosen
 * @param {{ value: V, label: string }[]} options
 * @param {Translator} t
 * @param {(value: V | null) => void} choose
 */
export function choiceView(label, chosen, options, t, choose) {
  /** @param {Event & { target: HTMLSelectElement }} event */
  const changed = ({ target }) => choose(options[target.selectedIndex - 1]?.value ?? null);
  return html`<label class="field"><span>${label}</span>
    <select @change=${changed}>
      <option ?selected=${chosen === null}>${t.text("said.all")}</option>
      ${options.map((option) => html`<option ?selected=${chosen === option.value}>${option.label}</option>`)}
    </select></label>`;
}

/**
 * @param {Result} result
 * @param {Speaking[]} speakers
 * @param {number} shown  how many statements in all
 * @param {Linked} linked
 */
function groupsView(result, speakers, shown, linked) {
  const { t } = linked;
  let room = shown;
  return speakers.map(({ key, name, phrase, said }, i) => {
    const here = said.slice(0, Math.max(0, room));
    room -= here.length;
    if (here.length === 0) return nothing;
    return html`<section class="speaker" aria-labelledby="speaker-${i}" data-speaker=${key}>
      <h3 id="speaker-${i}">${name ? html`<bdi lang="ar" dir="rtl">${name}</bdi>` : t.text("said.unknown")}
        <bdi class="number quiet">${t.number(said.length)}</bdi></h3>
      ${phrase ? html`<p class="quiet introduced" lang="ar" dir="rtl">${phrase}</p>` : nothing}
      <ul>${here.map(({ statement, index }) => statementView(result, statement, index, name, linked))}</ul>
    </section>`;
  });
}

/**
 * @param {Result} result
 * @param {Statement} statement
 * @param {number} index
 * @param {string | null} name
 * @param {Linked} linked
 */
function statementView(result, statement, index, name, linked) {
  const { t } = linked;
  const { form, cue, content, addressee, when, speaker } = statement;
  const words = textAt(result, content);
  const quoted = form === "direct" ? `«${words}»` : words;
  return html`<li class="statement row" data-stance=${cue.stance} ?data-lit=${linked.lit.has(`statement:${index}`)}>
    ${linkTo({ id: `statement:${index}`, label: name ?? t.text("said.unknown"), spans: [statement], wide: true }, linked,
      html`<span class="said" lang="ar" dir="rtl">${quoted}</span>`)}
    <p class="meta">
      <b class="stance">${t.text(`said.stances.${cue.stance}`)}</b>
      <span>${t.text(`said.forms.${form}`)}</span>
      ${SPELT.test(textAt(result, cue)) ? html`<bdi class="cue" lang="ar" dir="rtl">${textAt(result, cue)}</bdi>` : nothing}
      ${when ? html`<span>${isolated(t.pieces("said.when", { when: textAt(result, when) }))}</span>` : nothing}
      ${addressee ? html`<span>${isolated(t.pieces("said.to", { to: textAt(result, addressee) }))}</span>` : nothing}
      ${speaker && speaker.basis !== "explicit" ? html`<span class="basis">${t.text(`said.basis.${speaker.basis}`)}</span>` : nothing}
    </p>
  </li>`;
}
