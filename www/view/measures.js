/**
 * What is measured of a text: its variety with the words that tell, the scripts it
 * is written in, how easy it is to read and how varied its words are. Every figure
 * opens on a sentence that says what it is and how its scale goes; a figure that the
 * engine could not make is left out.
 *
 * @import { DialectSign, Level, Result, Span, Statistics } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Linked } from "./links.js"
 */

import { html, nothing } from "lit-html";
import { helpLink } from "./help-link.js";
import { textAt } from "./layers.js";
import { holdButton } from "./links.js";
import { SCALES } from "./scales.js";

const SCRIPTS = /** @type {const} */ (["arabic", "latin", "other", "digits"]);
const STEPS = [1, 2, 3, 4, 5, 6];
/** So many different words are shown as signs of a variety. */
const MOST_SIGNS = 24;

/**
 * @param {Result} result
 * @param {Statistics} statistics
 * @param {Linked} linked
 */
export function measuresView(result, statistics, linked) {
  const { t } = linked;
  return html`
    <section aria-labelledby="overview-language">
      <div class="headed"><h3 id="overview-language">${t.text("measures.language")}</h3>${helpLink(t, "varieties", t.text("measures.language"))}</div>
      ${varietyView(result, linked)}
      ${scriptsView(result, t)}
    </section>
    <section aria-labelledby="overview-ease">
      <div class="headed"><h3 id="overview-ease">${t.text("measures.ease")}</h3>${helpLink(t, "measures", t.text("measures.ease"))}</div>
      ${statistics.level ? levelView(statistics.level, t) : nothing}
      <dl class="measures">${easeView(statistics, t)}</dl>
    </section>
    <section aria-labelledby="overview-diversity">
      <div class="headed"><h3 id="overview-diversity">${t.text("measures.diversity")}</h3>${helpLink(t, "measures", t.text("measures.diversity"))}</div>
      <dl class="measures">${diversityView(statistics, t)}</dl>
    </section>`;
}

/**
 * @param {string} label
 * @param {string | null} value  nothing is shown for `null`
 * @param {string} [about]  what it is and how its scale goes
 */
export const figure = (label, value, about) => (value === null ? nothing : html`
  <div><dt>${about ? html`<details><summary>${label}</summary><p>${about}</p></details>` : label}</dt><dd dir="ltr"><bdi>${value}</bdi></dd></div>`);

/**
 * @param {string} of
 * @param {Translator} t
 */
const help = (of, t) => t.text(`measures.help.${of}`, SCALES);

/**
 * @template V
 * @param {V | null} value
 * @param {(value: V) => string} write
 */
const known = (value, write) => (value === null ? null : write(value));

/**
 * @param {Statistics} s
 * @param {Translator} t
 */
function easeView(s, t) {
  const { osman_counts: counts } = s;
  const osmanHelp = `${help("osman", t)} ${counts ? t.text("measures.osmanCounts", { ...counts }) : ""}`;
  return html`
    ${figure(t.text("measures.osman"), known(s.osman, t.ratio), osmanHelp)}
    ${figure(t.text("measures.sentenceLength"), known(s.sentence_length, t.ratio), help("sentenceLength", t))}
    ${figure(t.text("measures.wordLength"), known(s.word_length, t.ratio), help("wordLength", t))}
    ${figure(t.text("measures.reading"), minutes(s.reading_seconds, t), help("reading", t))}
    ${figure(t.text("measures.speaking"), minutes(s.speaking_seconds, t), help("speaking", t))}`;
}

/**
 * By lemma where words are explained, else by spelling.
 * @param {Statistics} s
 * @param {Translator} t
 */
function diversityView(s, t) {
  const by = s.lemmas === null ? "form" : "lemma";
  const [mattr, mtld] = by === "lemma" ? [s.lemma_mattr, s.lemma_mtld] : [s.mattr, s.mtld];
  const counted = t.text(`measures.counted.${by}`);
  return html`
    ${figure(t.text("measures.mattr"), known(mattr, t.ratio), `${help("mattr", t)} ${counted}`)}
    ${figure(t.text("measures.mtld"), known(mtld, (value) => t.number(Math.round(value))), `${help("mtld", t)} ${counted}`)}
    ${figure(t.text("measures.hapax"), known(s.hapax_share, t.percent), help("hapax", t))}
    ${figure(t.text("measures.function"), known(s.function_share, t.percent), help("function", t))}`;
}

/**
 * @param {number} seconds
 * @param {Translator} t
 */
function minutes(seconds, t) {
  return seconds < 60 ? t.text("overview.underMinute") : t.text("count.minutes", { n: Math.round(seconds / 60) });
}

/**
 * @param {Level} level
 * @param {Translator} t
 */
function levelView({ step, zipf, rare }, t) {
  return html`<div class="level">
    <p><span>${t.text("measures.level")}</span> <strong>${t.text(`measures.step.${step}`)}</strong>
      <bdi class="number">${t.text("measures.of", { step, all: STEPS.length })}</bdi></p>
    <div class="steps" aria-hidden="true">${STEPS.map((one) => html`<span ?data-reached=${one <= step}></span>`)}</div>
    <details><summary>${t.text("measures.what")}</summary>
      <p>${help("level", t)} ${t.text("measures.levelFigures", { zipf: t.ratio(zipf), rare: t.percent(rare) })}</p></details>
  </div>`;
}

/**
 * @param {Result} result
 * @param {Translator} t
 */
function scriptsView({ language: { scripts } }, t) {
  const shares = SCRIPTS.flatMap((script) => (scripts[script] > 0 ? [{ script, share: scripts[script] }] : []));
  if (shares.length === 0) return nothing;
  return html`<div class="scripts">
    <div class="stack" aria-hidden="true">${shares.map(({ script, share }) => html`
      <span data-script=${script} .style=${`--share: ${share}`}></span>`)}</div>
    <dl>${shares.map(({ script, share }) => html`
      <div><dt data-script=${script}>${t.text(`measures.script.${script}`)}</dt><dd><bdi>${t.percent(share)}</bdi></dd></div>`)}</dl>
  </div>`;
}

/**
 * The variety, and the words that tell it; in a text of the standard language those that it quotes.
 * @param {Result} result
 * @param {Linked} linked
 */
function varietyView(result, linked) {
  const { t } = linked;
  const { variety, signs } = result.language;
  if (variety === null) return nothing;
  const own = variety === "msa" ? [] : signs.filter(({ quoted }) => !quoted);
  const quoted = signs.filter((sign) => sign.quoted);
  return html`
    <p class="variety"><strong>${t.text(`measures.variety.${variety}`)}</strong></p>
    ${signsView(result, own, "own", linked)}
    ${signsView(result, quoted, "quoted", linked)}`;
}

/**
 * @param {Result} result
 * @param {DialectSign[]} signs
 * @param {"own" | "quoted"} which
 * @param {Linked} linked
 */
function signsView(result, signs, which, linked) {
  const { t } = linked;
  if (signs.length === 0) return nothing;
  /** @type {Map<string, { sign: DialectSign, spans: Span[] }>} */
  const words = new Map();
  for (const sign of signs) {
    const word = textAt(result, sign);
    const row = words.get(word) ?? { sign, spans: [] };
    row.spans.push({ start: sign.start, end: sign.end });
    words.set(word, row);
  }
  return html`
    <p class="quiet" id="signs-${which}">${t.text(`measures.signs.${which}`)}</p>
    <ul class="phrases" aria-labelledby="signs-${which}">${[...words].slice(0, MOST_SIGNS).map(([word, { sign, spans }]) => html`
      <li title=${said(sign, t)}>${holdButton({ id: `sign:${which}:${word}`, label: word, spans }, linked, html`
        <bdi lang="ar" dir="rtl">${word}</bdi>${spans.length > 1 ? html` <bdi class="number">${t.number(spans.length)}</bdi>` : nothing}`, "phrase")}</li>`)}</ul>`;
}

/**
 * The variety of a sign, and what it means where the table says so.
 * @param {DialectSign} sign
 * @param {Translator} t
 */
function said({ variety, means }, t) {
  const name = t.text(`measures.variety.${variety}`);
  return means === null ? name : t.text("measures.means", { variety: name, means });
}
