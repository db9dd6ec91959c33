/**
 * What the text is about: who, what, where and when in a line each, the sentences
 * that sum it up in the order in which it says them, and its keyphrases.
 *
 * @import { Keyphrase, Result, SummarySentence } from "../engine/types.js"
 * @import { Linked } from "./links.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../i18n/unturned.js";
import { textAt } from "./layers.js";
import { emptyView, holdButton, linkTo } from "./links.js";
import { daysOf, dateOf } from "./when.js";

/** So many sentences are a summary; the rest is shown when asked for. */
const SHORT = 3;
const PHRASES = 12;
const MOST_PHRASES = 60;
const ASPECTS = /** @type {const} */ (["who", "what", "place", "when"]);

/**
 * @param {Result} result
 * @param {boolean} all  of the summary and the keyphrases
 * @param {Linked} linked
 * @param {() => void} toggleAll
 */
export function gistView(result, all, linked, toggleAll) {
  const { t } = linked;
  if (!result.morphology) return emptyView(result, "summary", 0, linked);
  return html`
    ${lineView(result, linked)}
    <section aria-labelledby="overview-summary">
      <h3 id="overview-summary">${t.text("gist.summary")}</h3>
      ${emptyView(result, "summary", result.summary.length, linked) ?? summaryView(result, all, linked, toggleAll)}
    </section>
    <section aria-labelledby="overview-phrases">
      <h3 id="overview-phrases">${t.text("gist.phrases")}</h3>
      ${emptyView(result, "keyphrases", result.keyphrases.length, linked)
        ?? html`<ul class="phrases">${result.keyphrases.slice(0, all ? MOST_PHRASES : PHRASES).map((phrase, i) => phraseView(phrase, i, linked))}</ul>`}
    </section>`;
}

/**
 * @param {Result} result
 * @param {Linked} linked
 */
function lineView(result, linked) {
  const { t, lit } = linked;
  const { gist, date } = result;
  const aspects = gist ? ASPECTS.flatMap((aspect) => (gist[aspect] ? [{ aspect, span: gist[aspect] }] : [])) : [];
  if (aspects.length === 0 && !date) return nothing;
  return html`<dl class="gist">
    ${aspects.map(({ aspect, span }) => html`<div class="row" ?data-lit=${lit.has(`gist:${aspect}`)}><dt>${t.text(`gist.${aspect}`)}</dt>
      <dd>${linkTo({ id: `gist:${aspect}`, label: textAt(result, span), spans: [span], wide: aspect === "what" }, linked,
        html`<span lang="ar" dir="rtl">${textAt(result, span)}</span>`)}</dd></div>`)}
    ${date ? html`<div><dt>${t.text("gist.date")}</dt><dd>${dateView(date, linked)}</dd></div>` : nothing}
  </dl>`;
}

/**
 * @param {import("../engine/types.js").DocumentDate} date
 * @param {Linked} linked
 */
function dateView({ value, stated }, linked) {
  const { t } = linked;
  const days = daysOf(value);
  const said = html`<bdi>${days ? t.date(dateOf(days.from), { weekday: "long", day: "numeric", month: "long", year: "numeric" }) : value}</bdi>`;
  return stated ? linkTo({ id: "date", label: t.text("gist.date"), spans: [stated] }, linked, said) : said;
}

/**
 * @param {Result} result
 * @param {boolean} all
 * @param {Linked} linked
 * @param {() => void} toggleAll
 */
function summaryView(result, all, linked, toggleAll) {
  const { t } = linked;
  const best = [...result.summary].sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  const shown = (all ? best : best.slice(0, SHORT)).sort((a, b) => a.sentence - b.sentence);
  const rest = best.length - SHORT;
  return html`
    <ol class="summary">${shown.map((one) => sentenceView(result, one, linked))}</ol>
    ${rest > 0 ? html`<button type="button" class="plain" aria-expanded=${all} @click=${toggleAll}>
      ${all ? t.text("gist.less") : t.text("gist.more", { n: rest })}</button>` : nothing}`;
}

/**
 * @param {Result} result
 * @param {SummarySentence} summarySentence
 * @param {Linked} linked
 */
function sentenceView(result, { sentence, why }, linked) {
  const { t } = linked;
  const span = result.sentences[sentence];
  const reason = t.known("why.sentence", why);
  if (!span) return nothing;
  return html`<li class="row" ?data-lit=${linked.lit.has(`sentence:${sentence}`)}>
    ${linkTo({ id: `sentence:${sentence}`, label: t.text("gist.sentence"), spans: [span], wide: true }, linked,
      html`<span lang="ar" dir="rtl">${textAt(result, span)}</span>`)}
    ${reason ? html`<p class="why">${t.text("why.chosen")} ${reason}</p>` : nothing}</li>`;
}

/**
 * @param {Keyphrase} phrase
 * @param {number} i
 * @param {Linked} linked
 */
function phraseView({ text: written, occurrences, why }, i, linked) {
  const { t, lit } = linked;
  const text = unturned(written);
  return html`<li class="row" ?data-lit=${lit.has(`phrase:${i}`)} title=${t.known("why.phrase", why) ?? nothing}>${holdButton({ id: `phrase:${i}`, label: text, spans: occurrences }, linked,
    html`<bdi lang="ar" dir="rtl">${text}</bdi> <bdi class="number">${t.number(occurrences.length)}</bdi>`, "phrase")}</li>`;
}
