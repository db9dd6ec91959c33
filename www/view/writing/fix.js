/**
 * A correction as it is shown, in a row of the panel and on the word card: what is
 * written, an arrow in the direction of reading, what it should be, why, and what
 * can be done about it.
 *
 * @import { Correction, Result } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { State } from "../state.js"
 * @import { Acts } from "./acts.js"
 */

import { html, nothing } from "lit-html";
import { correctionsOn, standing } from "../corrections.js";
import { isolated } from "../dom.js";
import { becomes } from "../focus.js";
import { isOwnable } from "./list.js";
import { framed, visible, visibleText } from "./visible.js";

/** More than these are hardly ever the right ones. */
const SUGGESTIONS = 5;

/**
 * What is written, and the buttons of what it could be.
 * @param {Result} result
 * @param {number[]} members  indices of one fix
 * @param {Translator} t
 * @param {Acts} on
 */
export function changeView(result, members, t, on) {
  const correction = result.corrections[members[0]];
  const [before, written, after] = framed(result.text, correction);
  return html`<p class="change" lang="ar" dir="rtl">
    <del><span class="unseen" lang=${t.lang}>${t.text("corrections.written")} </span>${visible(before)}<b>${visible(written)}</b>${visible(after)}</del>
    ${becomes}
    ${correction.suggestions.slice(0, SUGGESTIONS).map((suggestion, i) => {
      const whole = before + suggestion + after;
      return html`<button type="button" class="act ${i === 0 ? "first" : ""}" lang=${t.lang} @click=${() => on.accept(members, suggestion)}
        aria-label=${t.text(whole ? "corrections.accept" : "corrections.acceptDeletion", { from: visibleText(before + written + after), to: visibleText(whole) })}
        >${whole ? html`<span lang="ar">${visible(before)}<b>${visible(suggestion)}</b>${visible(after)}</span>` : t.text("corrections.delete")}</button>`;
    })}
    ${correction.suggestions.length === 0 ? html`<span class="quiet" lang=${t.lang} dir=${t.dir}>${t.text("corrections.unsuggested")}</span>` : nothing}
  </p>`;
}

/**
 * Its kind, how sure it is, and why.
 * @param {Result} result
 * @param {Correction} correction
 * @param {Translator} t
 */
export function reasonView(result, correction, t) {
  const { kind, tier, confidence } = correction;
  return html`<p class="meta">
    <b class="stroke" data-tier=${tier}>${t.text(`corrections.tier.${tier}`)}</b>
    <span>${t.text(`corrections.kind.${kind}`)}</span>
    ${tier === "contextual" ? html`<bdi class="number">${t.percent(Math.round(confidence * 100) / 100)}</bdi>` : nothing}
    <span class="reason">${reasonOf(result, correction, t)}</span>
  </p>`;
}

/**
 * The engine says it in Arabic; the other languages have their own sentence for each of its rules.
 * @param {Result} result
 * @param {Correction} correction
 * @param {Translator} t
 */
function reasonOf({ text }, { start, end, suggestions, reason, why }, t) {
  if (t.lang === "ar" || t.known("corrections.why", why) === null) return html`<bdi lang="ar" dir="rtl">${reason}</bdi>`;
  return isolated(t.pieces(`corrections.why.${why}`, { from: visibleText(text.slice(start, end)), to: visibleText(suggestions[0] ?? "") }));
}

/**
 * @param {Result} result
 * @param {number[]} members
 * @param {Translator} t
 * @param {Acts} on
 */
export function actsView(result, members, t, on) {
  const correction = result.corrections[members[0]];
  const word = result.text.slice(correction.start, correction.end);
  const several = members.length > 1;
  const label = (/** @type {string} */ key) => `${t.text(key, { n: members.length })}: ${visibleText(framed(result.text, correction).join(""))}`;
  return html`<p class="fix-acts">
    <button type="button" class="plain act" aria-label=${label(several ? "corrections.ignoreAll" : "corrections.ignore")}
      @click=${() => on.ignore(members)}>${t.text(several ? "corrections.ignoreAll" : "corrections.ignore", { n: members.length })}</button>
    ${isOwnable(result, correction) ? html`<button type="button" class="plain" aria-label=${label("corrections.own")}
      @click=${() => on.addWord(word)}>${t.text("corrections.own")}</button>` : nothing}
  </p>`;
}

/**
 * On the word card, above what the word is.
 * @param {State} state
 * @param {number} token
 * @param {Acts} on
 */
export function cardFixesView(state, token, on) {
  const { result, t } = state;
  const stands = new Set(standing(state));
  const found = result ? correctionsOn(result, token).filter((i) => stands.has(i)) : [];
  if (!result || found.length === 0) return nothing;
  return html`<ul class="card-fixes" aria-label=${t.text("corrections.title")}>${found.map((i) => html`
    <li class="fix" data-tier=${result.corrections[i].tier}>
      ${changeView(result, [i], t, on)}
      ${reasonView(result, result.corrections[i], t)}
      ${actsView(result, [i], t, on)}
    </li>`)}</ul>`;
}
