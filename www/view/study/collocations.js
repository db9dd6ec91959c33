/**
 * The words that keep company with the one looked for, by how exclusive the company
 * is. A press shows the lines in which the two stand together.
 *
 * @import { Collocate, Result } from "../../engine/types.js"
 * @import { Desk } from "../study.js"
 * @import { State } from "../state.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../../i18n/unturned.js";
import { bar } from "../bar.js";
import { checkView, selectView } from "../fields.js";
import { arranged, moreView, tableView } from "../table.js";
import { invitationView, unclearView } from "./asked.js";
import { foundView, rounded, waitView } from "./found.js";

const LIMIT = 500;
/** The most that logDice can be. */
const MOST = 14;
const WINDOWS = [1, 2, 3, 4, 5, 7, 10];
const SIDES = /** @type {const} */ (["around", "before", "after"]);

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
export function collocationsView(state, result, desk) {
  const { t, study: { collocations } } = state;
  const { query, mode, clitics } = desk.query(state);
  if (!query) return invitationView(state, result, desk);
  const { before, after, closed } = collocations;
  const by = result.morphology ? collocations.by : "form";
  const slot = desk.about("collocations", [result, query, mode, clitics, before, after, closed, by], async () => ({
    ...await (await desk.study(result)).collocations(query, { mode, clitics, before, after, closed, by, limit: LIMIT }), by, before, after,
  }));
  const change = (/** @type {Partial<State["study"]["collocations"]>} */ patch) => desk.change("collocations", { shown: 50, ...patch });
  const size = Math.max(before, after);
  const side = before === 0 ? "after" : after === 0 ? "before" : "around";
  const spanned = (/** @type {typeof SIDES[number]} */ where, /** @type {number} */ n) => change({ before: where === "after" ? 0 : n, after: where === "before" ? 0 : n });
  const wait = waitView(slot, t, desk.again);
  const answer = slot.value;
  return html`
    <div class="study-tools">
      ${selectView(t.text("study.window"), size, WINDOWS.map((value) => ({ value, label: t.text("count.words", { n: value }) })), (n) => spanned(side, n))}
      ${selectView(t.text("study.where"), side, SIDES.map((value) => ({ value, label: t.text(`study.wheres.${value}`) })), (where) => spanned(where, size))}
      ${result.morphology ? selectView(t.text("study.by"), by, /** @type {const} */ (["lemma", "form"]).map((value) => ({ value, label: t.text(`words.byName.${value}`) })), (value) => change({ by: value })) : nothing}
      ${checkView(t.text("study.closed"), closed, (checked) => change({ closed: checked }))}
    </div>
    ${wait ?? (answer && html`
      ${foundView(t.text("study.collocates", { n: answer.rows.length }), slot, t)}
      ${unclearView(answer.unclear, t)}
      ${answer.rows.length === 0 ? html`<p class="quiet">${t.text(answer.total === 0 ? "study.none" : "study.noneNear")}</p>` : html`
        <p class="quiet">${t.text("study.diceScore", { most: MOST })}</p>
        ${matesTable(answer, state, result, desk)}
        ${moreView(answer.rows.length, collocations, t, (patch) => desk.change("collocations", patch))}
        ${desk.handout("collocations", () => [
          ["text", "count", "before", "after", "frequency", "logDice", "mi", "t"].map((name) => t.text(`study.collocationColumn.${name}`)),
          ...answer.rows.map((row) => [row.text, row.count, row.before, row.after, row.frequency, rounded(row.logDice), rounded(row.mi), rounded(row.t)]),
        ], t)}`}`)}`;
}

/**
 * @param {{ rows: Collocate[], by: "lemma" | "form", before: number, after: number }} answer
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
function matesTable({ rows, by, before, after }, state, result, desk) {
  const { t, study: { collocations } } = state;
  const ordered = arranged(rows, collocations, t, {
    text: (a, b) => t.compare(a.text, b.text), count: (a, b) => b.count - a.count, frequency: (a, b) => b.frequency - a.frequency, logDice: (a, b) => b.logDice - a.logDice,
  });
  const head = (/** @type {string} */ name, counted = true) => (
    { name, label: t.text(`study.collocationHead.${name}`), hint: t.text(`study.collocationColumn.${name}`), counted, look: counted ? "number" : "" });
  const pair = (/** @type {Collocate} */ { text }) => desk.toPair({ text, mode: by === "lemma" ? "lemma" : "folded", before, after });
  const light = (/** @type {Collocate} */ { text }) => desk.light(result, text, by);
  return tableView({
    look: "words study-table", caption: t.text("study.collocationsCaption"), order: collocations, rows: ordered.slice(0, collocations.shown), key: ({ text }) => text,
    heads: [head("text", false), head("count"), head("frequency"), head("logDice"), { label: t.text("study.collocationColumn.logDice"), look: "bar-cell", unseen: true }],
    row: (row) => html`
      <tr class=${row.closed ? "closed" : ""} @pointerenter=${() => light(row)} @pointerleave=${() => desk.hover(null)}
        @focusin=${() => light(row)} @focusout=${() => desk.hover(null)}>
        <th scope="row"><button type="button" class="word" lang="ar" dir="auto" title=${t.text("study.showPair", { word: row.text })}
          @click=${() => pair(row)}>${unturned(row.text)}</button></th>
        <td class="number" dir="ltr" title=${t.text("study.sidesOf", { before: row.before, after: row.after })}>${t.number(row.count)}</td>
        <td class="number" dir="ltr">${t.number(row.frequency)}</td>
        <td class="number" dir="ltr">${t.ratio(row.logDice)}</td>
        <td class="bar-cell">${bar(Math.max(0, row.logDice) / MOST)}</td>
      </tr>`,
  }, (order) => desk.change("collocations", order));
}
