/**
 * What is said around a question: how one may be put, which words of the text could
 * be asked about first, and what in it could not be understood.
 *
 * @import { Result } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Desk } from "../study.js"
 * @import { State } from "../state.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "../dom.js";
import { vocabularyOf } from "../vocabulary.js";
import { PHRASINGS, phrasingView } from "./phrasings.js";

/** How many words are offered. */
const OFFERED = 10;
/**
 * The most frequent words of the text that are no function words.
 * @param {Result} result
 * @returns {{ word: string, mode: "lemma" | "folded" }[]}
 */
function offered(result) {
  if (result.morphology) return vocabularyOf(result).lemmas.filter(({ closed }) => !closed).slice(0, OFFERED).map(({ lemma }) => ({ word: lemma, mode: "lemma" }));
  const { forms, closed } = result.words.columns;
  return forms.filter((_, type) => !closed[type]).slice(0, OFFERED).map((word) => ({ word, mode: "folded" }));
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
export function invitationView({ t, study: { view } }, result, { seek }) {
  const words = offered(result);
  return html`<p>${t.text(view === "collocations" ? "study.inviteCollocations" : "study.invite")}</p>
    ${words.length ? html`<div class="phrases" role="group" aria-label=${t.text("study.offered")}>${words.map(({ word, mode }) => html`
      <button type="button" class="phrase" lang="ar" dir="rtl" @click=${() => seek(word, { mode })}>${word}</button>`)}</div>` : nothing}
    ${helpView(t, result.morphology !== null)}`;
}

/**
 * @param {Translator} t
 * @param {boolean} explained
 */
function helpView(t, explained) {
  const examples = explained ? PHRASINGS : PHRASINGS.slice(0, 2);
  return html`<section class="study-help" aria-labelledby="study-help"><h3 id="study-help">${t.text("study.help")}</h3>
    <dl>${examples.map((one) => html`<div><dt>${phrasingView(one)}</dt>
      <dd>${t.text(`study.helps.${one[0]}`)}</dd></div>`)}</dl></section>`;
}

/**
 * @param {string[]} unclear
 * @param {Translator} t
 */
export function unclearView(unclear, t) {
  return unclear.length ? html`<p class="remark">${isolated(t.pieces("study.unclear", { what: unclear.join(t.text("list.comma")) }))}</p>` : nothing;
}
