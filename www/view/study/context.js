/**
 * The concordance: every place of what is looked for on a line of its own, what
 * stands before it on the side where reading begins, what stands after it on the
 * other. A press on a line leads to its place in the text.
 *
 * @import { ConcordanceLine, ConcordanceSort, Dispersion, Result, Span } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Desk } from "../study.js"
 * @import { State } from "../state.js"
 * @import { Slot } from "./asking.js"
 * @import { Table } from "./handout.js"
 * @import { Context, Measure, Row } from "./lines.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "../dom.js";
import { cross } from "../focus.js";
import { firstAtOrAfter } from "../highlight.js";
import { mainDirection } from "../outline.js";
import { invitationView, unclearView } from "./asked.js";
import { measureOf, rowOf, shown, sortedBy } from "./lines.js";
import { pairLines, wholeConcordance } from "./pairs.js";
import { foundView, selectView, waitView } from "./table.js";

/** Lines on a page. */
const PAGE = 50;
/** Words of context that are asked for; as many are shown as have room. */
const WINDOW = 16;
/** @type {ConcordanceSort[]} */
const SORTS = ["position", "node", "before1", "before2", "before3", "after1", "after2", "after3"];
/** Deviations of proportions up to which a word is spread evenly, or by and large. */
const EVEN = 0.35;
const UNEVEN = 0.65;
/** Of fewer places nothing is said about their spread. */
const SPREAD = 3;

/** @typedef {{ starts: ArrayLike<number>, ends: ArrayLike<number> }} Places */
/** The lines of a page, what is marked in each, and all places in the order of the text, where they are known. @typedef {{ total: number, unclear: string[], lines: ConcordanceLine[], marks: Span[][], places: Places | null }} Lines */

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 * @returns {Slot<Lines>}
 */
function askLines(state, result, desk) {
  const { sort, reversed, page, pair } = state.study.context;
  const { query, mode, clitics } = desk.query(state);
  const options = { mode, clitics, sort, reversed, window: WINDOW };
  if (!pair) {
    return desk.about("context", [result, query, mode, clitics, sort, reversed, null, page], async () => {
      const { lines, total, unclear } = await (await desk.study(result)).concordance(query, { ...options, offset: page * PAGE, limit: PAGE });
      return { total, unclear, lines, marks: lines.map((line) => sortedBy(result, line, sort)), places: null };
    });
  }
  return desk.about("context", [result, query, mode, clitics, sort, reversed, pair, page], async () => {
    const study = await desk.study(result);
    const [whole, found] = await Promise.all([wholeConcordance(study, query, options), study.search(pair.text, { mode: pair.mode })]);
    const near = pairLines(result, whole, found, pair);
    const ordered = near.map(({ line }) => line).sort((a, b) => a.start - b.start);
    const here = near.slice(page * PAGE, (page + 1) * PAGE);
    return {
      total: near.length, unclear: whole.unclear, lines: here.map(({ line }) => line), marks: here.map(({ partners }) => partners),
      places: { starts: ordered.map(({ start }) => start), ends: ordered.map(({ end }) => end) },
    };
  });
}

/** The rows of an answer in the width they were last cut for. @type {WeakMap<Lines, { age: number, rows: Row[], measure: Measure }>} */
const cut = new WeakMap();

/**
 * @param {Result} result
 * @param {Lines} answer
 * @param {Desk} desk
 */
function rowsOf(result, answer, { ruler }) {
  const known = cut.get(answer);
  if (known?.age === ruler.age) return known;
  const measure = measureOf(result, answer.lines, ruler);
  const main = mainDirection(result) ?? "rtl";
  const made = { age: ruler.age, measure, rows: answer.lines.map((line, i) => rowOf(result, line, answer.marks[i], main, measure, ruler)) };
  cut.set(answer, made);
  return made;
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
export function contextView(state, result, desk) {
  const { t, study: { context: { page, pair } } } = state;
  const { query, mode, clitics } = desk.query(state);
  if (!query) return invitationView(state, result, desk);
  const slot = askLines(state, result, desk);
  const spread = desk.about("dispersion", [result, query, mode, clitics], async () => (await desk.study(result)).dispersion(query, { mode, clitics }));
  const answer = slot.value;
  const wait = waitView(slot, t, desk.again);
  if (!answer || wait) return html`${desk.ruler.node}${wait}`;
  const places = answer.places ?? (spread.value && !spread.waiting ? { starts: spread.value.start, ends: spread.value.end } : null);
  const last = Math.ceil(answer.total / PAGE) - 1;
  const turn = (/** @type {number} */ to) => {
    desk.change("context", { page: to });
    document.querySelector(".context-head")?.scrollIntoView({ block: "nearest" });
  };
  return html`
    <div class="context-head">
      <div class="found-line">${foundView(t.text("study.places", { n: answer.total }), slot, t)}
        ${spread.value && !spread.waiting && !pair ? evennessView(spread.value, t) : nothing}</div>
      ${pair ? html`<p class="pair"><span>${isolated(t.pieces("study.near", { word: pair.text }))}</span>
        <button type="button" class="icon" aria-label=${t.text("study.unpair")} title=${t.text("study.unpair")}
          @click=${() => desk.change("context", { pair: null, page: 0 })}>${cross}</button></p>` : nothing}
      ${unclearView(answer.unclear, t)}
      ${answer.total && spread.value ? spreadView(state, spread.value, places, result, desk) : nothing}
      ${answer.total ? toolsView(state, result, desk) : nothing}
    </div>
    ${desk.ruler.node}
    ${answer.total === 0 ? noneView(state, desk) : tableView(state, result, answer, { places, waiting: slot.waiting }, desk)}
    ${last > 0 ? pagerView({ page, last, total: answer.total }, t, turn) : nothing}`;
}

/**
 * Nothing was found; a word may only have been begun.
 * @param {State} state
 * @param {Desk} desk
 */
function noneView(state, desk) {
  const { t } = state;
  const { query, mode } = desk.query(state);
  const begun = mode === "folded" && /^[\p{L}\p{M}]{2,}$/u.test(query) ? `${query}*` : null;
  return html`<p class="quiet">${t.text("study.none")}
    ${begun ? html`<button type="button" class="plain" @click=${() => desk.seek(begun, { mode: "wildcard" })}>
      ${isolated(t.pieces("study.begun", { word: query }))}</button>` : nothing}</p>`;
}

/**
 * Where in the text the places lie, the beginning on the side where reading begins.
 * @param {State} state
 * @param {Dispersion} dispersion
 * @param {Places | null} places
 * @param {Result} result
 * @param {Desk} desk
 */
function spreadView(state, { positions, start }, places, result, desk) {
  const { pair } = state.study.context;
  const rtl = mainDirection(result) !== "ltr";
  const own = pair && places ? new Set(Array.from(places.starts)) : null;
  /** @type {{ share: number, place: number }[]} */
  const strokes = [];
  positions.forEach((share, i) => {
    if (!own || own.has(start[i])) strokes.push({ share, place: start[i] });
  });
  const path = [...new Set(strokes.map(({ share }) => 4 + Math.round(share * 992)))].map((x) => `M${rtl ? 1000 - x : x} 0v8`).join("");
  /** The nearest place. @param {MouseEvent & { currentTarget: Element }} event */
  const go = ({ clientX, currentTarget }) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = rtl ? 1 - (clientX - left) / width : (clientX - left) / width;
    const nearest = strokes.reduce((best, one) => (Math.abs(one.share - share) < Math.abs(best.share - share) ? one : best), strokes[0]);
    if (nearest && places) follow(state, places, nearest.place, desk);
  };
  return html`<svg class="strip spread" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" @click=${go}><path d=${path}/></svg>`;
}

/**
 * @param {Dispersion} dispersion
 * @param {Translator} t
 */
function evennessView({ dp, positions }, t) {
  if (dp === null || positions.length < SPREAD) return nothing;
  const said = dp < EVEN ? "even" : dp < UNEVEN ? "uneven" : "bunched";
  return html`<p class="quiet">${t.text(`study.spread.${said}`)} <bdi dir="ltr" title=${t.text("study.spread.dp")}>DP ${t.ratio(dp)}</bdi></p>`;
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
function toolsView(state, result, desk) {
  const { t, study: { context: { sort, reversed, pair } } } = state;
  const { query, mode, clitics } = desk.query(state);
  /** Every line with the whole of its contexts. @returns {Promise<Table>} */
  const wholeTable = async () => {
    const study = await desk.study(result);
    const whole = await wholeConcordance(study, query, { mode, clitics, sort, reversed, window: WINDOW });
    const lines = pair ? pairLines(result, whole, await study.search(pair.text, { mode: pair.mode }), pair).map(({ line }) => line) : whole.lines;
    return [
      ["before", "word", "after"].map((side) => t.text(`study.${side}`)),
      ...lines.map((line) => [shown(result, line.before), shown(result, line), shown(result, line.after)]),
    ];
  };
  return html`<div class="study-tools">
    ${selectView(t.text("study.sort"), sort, SORTS.map((value) => ({ value, label: t.text(`study.sorts.${value}`) })),
      (value) => desk.change("context", { sort: value, reversed: false, page: 0 }))}
    ${desk.handout("context", wholeTable, t)}
  </div>`;
}

/**
 * Goes to a place and follows all of them.
 * @param {State} state
 * @param {Places} places
 * @param {number} start
 * @param {Desk} desk
 */
function follow(state, places, start, desk) {
  const { query } = desk.query(state);
  desk.follow({ id: followed(state, desk), label: query, index: Math.min(firstAtOrAfter(places.starts, start), places.starts.length - 1), places }, true);
}

/**
 * By what the page knows these places again.
 * @param {State} state
 * @param {Desk} desk
 */
function followed(state, desk) {
  const { query, mode, clitics } = desk.query(state);
  return `query:${mode}:${clitics}:${query}:${state.study.context.pair?.text ?? ""}`;
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {Lines} answer
 * @param {{ places: Places | null, waiting: boolean }} known  waiting: for the answer to a newer question
 * @param {Desk} desk
 */
function tableView(state, result, answer, { places, waiting }, desk) {
  const { t, focus, lit, study: { context: { sort, reversed } } } = state;
  const { rows, measure } = rowsOf(result, answer, desk);
  const main = mainDirection(result) ?? "rtl";
  const current = focus?.id === followed(state, desk) ? focus.places.starts[focus.index] : -1;
  const pointed = Number([...lit].find((id) => id.startsWith("place:"))?.slice(6) ?? -1);
  const on = {
    /** @param {ConcordanceLine} line */
    go: (line) => follow(state, places ?? { starts: [line.start], ends: [line.end] }, line.start, desk),
    /** @param {ConcordanceLine | null} line */
    hover: (line) => desk.hover(line && { places: { starts: [line.start], ends: [line.end] } }),
  };
  const entry = rows.findIndex(({ line }) => line.start === current);
  return html`<p class="unseen" id="study-keys">${t.text("study.keys")}</p>
  <table class="kwic" dir=${main} aria-describedby="study-keys" aria-busy=${waiting ? "true" : nothing} ?data-stacked=${measure.stacked} .style=${`--node: ${measure.node}px`}>
    <caption class="unseen">${t.text("study.contextCaption")}</caption>
    <thead lang=${t.lang}><tr>${/** @type {const} */ (["before", "node", "after"]).map((side) => {
      const active = sort.startsWith(side);
      /** @type {ConcordanceSort} */
      const first = side === "node" ? "node" : `${side}1`;
      return html`<th scope="col" class=${side} aria-sort=${active ? (reversed ? "descending" : "ascending") : "none"}>
        <button type="button" class="sort" @click=${() => desk.change("context", { sort: active ? sort : first, reversed: active && !reversed, page: 0 })}>
          ${t.text(`study.${side === "node" ? "word" : side}`)}<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${active && reversed ? "M4 6l4 5 4-5z" : "M4 10l4-5 4 5z"}/></svg></button></th>`;
    })}</tr></thead>
    <tbody lang="ar" @keydown=${moveByArrows}>${rows.map((row, i) => rowView(row, {
      current: row.line.start === current, pointed: row.line.start <= pointed && pointed < row.line.end, entry: i === (entry < 0 ? 0 : entry),
    }, on))}</tbody>
  </table>`;
}

/**
 * From line to line.
 * @param {KeyboardEvent & { target: Element, currentTarget: Element }} event
 */
function moveByArrows(event) {
  const steps = /** @type {Record<string, number>} */ ({ ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity });
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const lines = [...event.currentTarget.querySelectorAll("button")];
  lines[Math.min(lines.length - 1, Math.max(0, lines.findIndex((line) => line === event.target) + step))]?.focus();
}

/**
 * @param {Row} row
 * @param {{ current: boolean, pointed: boolean, entry: boolean }} now  entry: the line that the tabulator comes to
 * @param {{ go: (line: ConcordanceLine) => void, hover: (line: ConcordanceLine | null) => void }} on
 */
function rowView({ line, dir, before, node, after }, { current, pointed, entry }, { go, hover }) {
  return html`<tr ?data-pressed=${current} ?data-lit=${pointed} @click=${() => go(line)}
    @pointerenter=${() => hover(line)} @pointerleave=${() => hover(null)}>
    <td class="before" dir=${dir}>${before.more ? points : nothing}${contextPieces(before)}</td>
    <th scope="row" class="node" dir=${dir}><button type="button" tabindex=${entry ? 0 : -1} aria-current=${current ? "true" : nothing}
      @focus=${() => hover(line)} @blur=${() => hover(null)}>${node}</button></th>
    <td class="after" dir=${dir}>${contextPieces(after)}${after.more ? points : nothing}</td>
  </tr>`;
}

const points = html`<span class="points" aria-hidden="true">…</span>`;

/** @param {Context} context */
const contextPieces = ({ pieces }) => html`<bdi>${pieces.map(({ text, mark }) => (mark ? html`<b>${text}</b>` : text))}</bdi>`;

/**
 * @param {{ page: number, last: number, total: number }} pages
 * @param {Translator} t
 * @param {(page: number) => void} turn
 */
function pagerView({ page, last, total }, t, turn) {
  /** Keeps the focus at the ends, which a disabled button would lose. @param {string} key @param {number} to */
  const button = (key, to) => html`<button type="button" aria-disabled=${to < 0 || to > last}
    @click=${() => to >= 0 && to <= last && turn(to)}>${t.text(key)}</button>`;
  return html`<nav class="pager" aria-label=${t.text("study.pages")}>
    ${button("study.previous", page - 1)}
    <span class="quiet">${isolated(t.pieces("study.range", { from: page * PAGE + 1, to: Math.min(total, (page + 1) * PAGE), n: total }))}</span>
    ${button("study.next", page + 1)}
  </nav>`;
}
