/**
 * The timeline: dated expressions in the order of time, on an axis that runs with
 * the page's language and in the list below it, which is the same for those who do
 * not see the axis; each with the sentence that holds it. What the text leaves open
 * comes last.
 *
 * @import { Result, Time } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Linked } from "./links.js"
 * @import { Days } from "./when.js"
 */

import { html, nothing } from "lit-html";
import { textAt } from "./layers.js";
import { linkTo } from "./links.js";
import { lastStartingBy } from "./pieces.js";
import { dateOf, daysOf, hijriDay, timeText, whenText } from "./when.js";

/** @typedef {{ time: Time, index: number }} Open */
/** @typedef {Open & { days: Days }} Dated */

const PAGE = 40;
/** So many strokes the axis draws; more would be a smear. */
const STROKES = 400;

/** @type {WeakMap<Result, Dated[]>} */
const known = new WeakMap();

/**
 * @param {Result} result
 * @returns {Dated[]} earliest first
 */
export function datedOf(result) {
  let dated = known.get(result);
  if (dated) return dated;
  dated = result.times.flatMap((time, index) => {
    const days = time.type === "date" || time.type === "time" ? daysOf(time.value) : null;
    return days ? [{ time, index, days }] : [];
  });
  dated.sort((a, b) => a.days.from - b.days.from || a.time.value.localeCompare(b.time.value) || a.time.start - b.time.start);
  known.set(result, dated);
  return dated;
}

/**
 * Dates that the text leaves open, in its order.
 * @param {Result} result
 * @returns {Open[]}
 */
const undatedOf = (result) => result.times.flatMap((time, index) => (
  (time.type === "date" || time.type === "time") && !daysOf(time.value) ? [{ time, index }] : []));

/**
 * @param {Days} days
 * @param {Translator} t
 */
function otherDay(days, t) {
  const said = hijriDay(days, t);
  return said ? html` <bdi class="quiet hijri">${said}</bdi>` : nothing;
}

/**
 * @param {Result} result
 * @param {number} shown
 * @param {Linked} linked
 * @param {(shown: number) => void} more
 */
export function timelineView(result, shown, linked, more) {
  const { t } = linked;
  const dated = datedOf(result);
  const open = undatedOf(result);
  if (dated.length === 0 && open.length === 0) return html`<p class="quiet">${t.text("time.noDates")}</p>`;
  const hijri = result.times.some(({ calendar }) => calendar === "hijri");
  /** By the days meant, whatever the clock. @type {Map<string, Dated[]>} */
  const groups = new Map();
  for (const one of dated.slice(0, shown)) {
    const key = `${one.days.from} ${one.days.to}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return html`
    ${dated.length ? axisView(result, dated, linked) : html`<p class="quiet">${t.text("time.noDates")}</p>`}
    <ol class="timeline">${[...groups.values()].map((here) => html`
      <li>
        <h4><bdi>${whenText(here[0].time.value.replace(/T[^/]*$/, ""), t)}</bdi>${hijri ? otherDay(here[0].days, t) : nothing}</h4>
        <ul>${here.map((one) => entryView(result, one, linked))}</ul>
      </li>`)}
      ${open.length && dated.length <= shown ? html`<li class="undated">
        <h4>${t.text("timing.undated")}</h4>
        <ul>${open.slice(0, PAGE).map((one) => entryView(result, one, linked))}</ul>
      </li>` : nothing}</ol>
    ${dated.length > shown ? html`<button type="button" class="more" @click=${() => more(shown + PAGE)}>
      ${t.text("time.more", { n: Math.min(PAGE, dated.length - shown) })}</button>` : nothing}`;
}

/**
 * @param {Result} result
 * @param {Open} entry
 * @param {Linked} linked
 */
function entryView(result, { time, index }, linked) {
  const { t } = linked;
  const sentence = result.sentences[lastStartingBy(result.sentences, time.start)];
  const [before, words, after] = sentence && sentence.end >= time.end
    ? [textAt(result, { start: sentence.start, end: time.start }), textAt(result, time), textAt(result, { start: time.end, end: sentence.end })]
    : ["", textAt(result, time), ""];
  const dated = daysOf(time.value) !== null;
  const clock = !dated ? timeText(time, t) : time.type === "time" ? whenText(time.value.replace(/^[^T]*/, ""), t) : null;
  const gap = (/** @type {string} */ text, /** @type {number} */ at) => (/\s/.test(result.text[at] ?? "") && text ? " " : "");
  return html`<li class="row" ?data-lit=${linked.lit.has(`time:${index}`)}>
    ${linkTo({ id: `time:${index}`, label: words, spans: [time] }, linked,
      html`<span class="held" lang="ar" dir="rtl">${before}${gap(before, time.start - 1)}<b>${words}</b>${gap(after, time.end)}${after}</span>`)}
    ${clock || time.anchored || time.calendar === "hijri" ? html`<p class="meta">
      ${clock ? html`<bdi>${clock}</bdi>` : nothing}
      ${time.calendar === "hijri" ? html`<span>${t.text("time.hijri")}</span>` : nothing}
      ${time.anchored ? html`<span>${t.text("time.anchored")}</span>` : nothing}</p>` : nothing}
  </li>`;
}

/**
 * @param {Result} result
 * @param {Dated[]} dated
 * @param {Linked} linked
 */
function axisView(result, dated, { t, lit }) {
  const own = result.date && daysOf(result.date.value);
  const from = Math.min(dated[0].days.from, own?.from ?? Infinity);
  const to = dated.reduce((latest, { days }) => Math.max(latest, days.to), own?.to ?? -Infinity);
  if (dated.length < 2 || to - from < 2) return nothing;
  const share = (/** @type {number} */ day) => (day - from) / (to - from);
  const spread = to - from;
  const edge = (/** @type {number} */ day) => t.date(dateOf(day), spread > 1100 ? { year: "numeric" } : { day: "numeric", month: "long", year: "numeric" });
  return html`<div class="axis" aria-hidden="true">
    <div class="axis-line">
      ${dated.slice(0, STROKES).map(({ days, index }) => html`<span class="stroke" ?data-lit=${lit.has(`time:${index}`)}
        .style=${`--from: ${share(days.from)}; --long: ${(days.to - days.from) / spread}`}></span>`)}
      ${own ? html`<span class="own" .style=${`--from: ${share(own.from)}`}></span>` : nothing}
    </div>
    <p class="axis-ends"><bdi>${edge(from)}</bdi><bdi>${edge(to - 1)}</bdi></p>
    ${own ? html`<p class="axis-own"><span class="own-key"></span> ${t.text("time.own")}</p>` : nothing}
  </div>`;
}
