/**
 * The concordance: every place of what is looked for on a line of its own, what
 * stands before it on the side where reading begins, what stands after it on the
 * other. A press on a line leads to its place in the text.
 *
 * @import { ConcordanceLine, ConcordanceSort, Result, Span, Study } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Places } from "../highlight.js"
 * @import { Desk } from "../study.js"
 * @import { State } from "../state.js"
 * @import { Pair } from "../studies.js"
 * @import { Slot } from "./asking.js"
 * @import { Table } from "./handout.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "../dom.js";
import { selectView } from "../fields.js";
import { cross } from "../focus.js";
import { firstAtOrAfter } from "../highlight.js";
import { mainDirection } from "../outline.js";
import { invitationView, unclearView } from "./asked.js";
import { foundView, waitView } from "./found.js";
import { tableView } from "./kwic.js";
import { shown, sortedBy } from "./lines.js";
import { linesOf, near } from "./pairs.js";
import { evennessView, spreadView } from "./spread.js";

/** Lines on a page. */
const PAGE = 50;
/** Words of context that are asked for; as many are shown as have room. */
const WINDOW = 16;
/** @type {ConcordanceSort[]} */
const SORTS = ["position", "node", "before1", "before2", "before3", "after1", "after2", "after3"];
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
    const places = await askNear(study, result, { query, mode, clitics }, pair);
    const wanted = Math.min(places.starts.length, (page + 1) * PAGE);
    /** @type {ConcordanceLine[]} */
    const lines = [];
    if (wanted > 0) {
      for await (const line of linesOf(study, query, options)) {
        if (places.partners.has(line.first) && lines.push(line) === wanted) break;
      }
    }
    const here = lines.slice(page * PAGE);
    return { total: places.starts.length, unclear: [], lines: here, marks: here.map(({ first }) => places.partners.get(first) ?? []), places };
  });
}

/**
 * The places of what is asked that have the second word near them.
 * @param {Study} study
 * @param {Result} result
 * @param {ReturnType<Desk["query"]>} asked
 * @param {Pair} pair
 */
async function askNear(study, result, { query, mode, clitics }, pair) {
  const [node, other] = await Promise.all([study.search(query, { mode, clitics }), study.search(pair.text, { mode: pair.mode })]);
  return near(result, node, other, pair);
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
export function contextView(state, result, desk) {
  const { t, focus, lit, study: { back, context: { page, pair, sort, reversed } } } = state;
  const { query, mode, clitics } = desk.query(state);
  if (!query) return invitationView(state, result, desk);
  const slot = askLines(state, result, desk);
  const spread = desk.about("dispersion", [result, query, mode, clitics], async () => (await desk.study(result)).dispersion(query, { mode, clitics }));
  const answer = slot.value;
  const wait = waitView(slot, t, desk.again);
  if (!answer || wait) return html`${desk.ruler.node}${wait}`;
  const places = answer.places ?? (spread.value && !spread.waiting ? { starts: spread.value.start, ends: spread.value.end } : null);
  const last = Math.ceil(answer.total / PAGE) - 1;
  const follow = (/** @type {Places} */ all, /** @type {number} */ start) => (
    desk.follow({ id: followed(state, desk), label: query, index: Math.min(firstAtOrAfter(all.starts, start), all.starts.length - 1), places: all }, true));
  const turn = (/** @type {number} */ to) => {
    desk.change("context", { page: to });
    /** @type {ParentNode} */ (desk.ruler.node.getRootNode()).querySelector(".context-head")?.scrollIntoView({ block: "nearest" });
  };
  return html`
    <div class="context-head">
      ${back ? html`<p><button type="button" class="plain" @click=${desk.goBack}>${t.text(`study.backTo.${back.view}`)}</button></p>` : nothing}
      <div class="found-line">${foundView(t.text("study.places", { n: answer.total }), slot, t)}
        ${spread.value && !spread.waiting && !pair ? evennessView(spread.value, t) : nothing}</div>
      ${pair ? html`<p class="pair"><span>${isolated(t.pieces("study.near", { word: pair.text }))}</span>
        <button type="button" class="icon" aria-label=${t.text("study.unpair")} title=${t.text("study.unpair")}
          @click=${() => desk.change("context", { pair: null, page: 0 })}>${cross}</button></p>` : nothing}
      ${unclearView(answer.unclear, t)}
      ${answer.total && spread.value ? spreadView(spread.value,
        { only: pair ? places : null, rtl: mainDirection(result) !== "ltr" }, (place) => places && follow(places, place)) : nothing}
      ${answer.total ? toolsView(state, result, desk) : nothing}
    </div>
    ${desk.ruler.node}
    ${answer.total === 0 ? noneView(state, desk) : tableView(result, answer, {
      sort, reversed, waiting: slot.waiting, current: focus?.id === followed(state, desk) ? focus.places.starts[focus.index] : -1,
      pointed: Number([...lit].find((id) => id.startsWith("place:"))?.slice(6) ?? -1),
    }, { t, ruler: desk.ruler }, {
      sort: (by) => desk.change("context", { ...by, page: 0 }),
      go: (line) => follow(places ?? placesOf([line]), line.start),
      hover: (line) => desk.hover(line && { places: placesOf([line]) }),
    })}
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
    const partners = pair && (await askNear(study, result, { query, mode, clitics }, pair)).partners;
    const table = [["before", "word", "after"].map((side) => t.text(`study.${side}`))];
    for await (const line of linesOf(study, query, { mode, clitics, sort, reversed, window: WINDOW })) {
      if (!partners || partners.has(line.first)) table.push([shown(result, line.before), shown(result, line), shown(result, line.after)]);
    }
    return table;
  };
  return html`<div class="study-tools">
    ${selectView(t.text("study.sort"), sort, SORTS.map((value) => ({ value, label: t.text(`study.sorts.${value}`) })),
      (value) => desk.change("context", { sort: value, reversed: false, page: 0 }))}
    ${desk.handout("context", wholeTable, t)}
  </div>`;
}

/**
 * @param {Span[]} spans  ascending
 * @returns {Places}
 */
const placesOf = (spans) => ({ starts: spans.map(({ start }) => start), ends: spans.map(({ end }) => end) });

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
