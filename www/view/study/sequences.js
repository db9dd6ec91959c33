/**
 * Words that stand in a row more than once, with the search those that hold what is
 * looked for. A press shows the concordance of the sequence.
 *
 * @import { Found, Joined, Ngram, Result, Study } from "../../engine/types.js"
 * @import { Desk } from "../study.js"
 * @import { State } from "../state.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../../i18n/unturned.js";
import { bar } from "../bar.js";
import { checkView, radioView } from "../fields.js";
import { firstAtOrAfter } from "../highlight.js";
import { arranged, moreView, tableView } from "../table.js";
import { unclearView } from "./asked.js";
import { foundView, waitView } from "./found.js";

const LIMIT = 1000;
/** A search goes through so many answers, the most frequent sequences first. */
const ANSWERS = 10;
const LENGTHS = [2, 3, 4, 5];

/**
 * @param {Study} study
 * @param {{ n: number, by: Joined, closed: boolean }} options
 * @param {Found | null} found
 * @returns {Promise<{ total: number, rows: Ngram[], by: Joined, unclear: string[] }>}
 */
async function sequences(study, options, found) {
  const { total, rows } = await study.ngrams({ ...options, limit: LIMIT });
  if (!found) return { total, rows, by: options.by, unclear: [] };
  const all = [...rows];
  for (let i = 1; i < ANSWERS && i * LIMIT < total; i++) all.push(...(await study.ngrams({ ...options, offset: i * LIMIT, limit: LIMIT })).rows);
  const holding = all.filter(({ start, end }) => {
    const at = firstAtOrAfter(found.start, start);
    return at < found.start.length && found.end[at] <= end;
  });
  return { total: holding.length, rows: holding, by: options.by, unclear: found.unclear };
}

/**
 * @param {State} state
 * @param {Result} result
 * @param {Desk} desk
 */
export function sequencesView(state, result, desk) {
  const { t, study: { sequences: asked } } = state;
  const { query, mode, clitics } = desk.query(state);
  const { n, closed } = asked;
  const by = result.morphology ? asked.by : "form";
  const slot = desk.about("sequences", [result, n, by, closed, query, mode, clitics], async () => {
    const study = await desk.study(result);
    return sequences(study, { n, by, closed }, query ? await study.search(query, { mode, clitics }) : null);
  });
  const change = (/** @type {Partial<State["study"]["sequences"]>} */ patch) => desk.change("sequences", { shown: 50, ...patch });
  const wait = waitView(slot, t, desk.again);
  const answer = slot.value;
  return html`
    <div class="study-tools">
      ${radioView("length", t.text("study.length"), n, LENGTHS.map((value) => ({ value, label: t.text("count.words", { n: value }) })), (value) => change({ n: value }))}
      ${result.morphology ? radioView("joined", t.text("study.by"), by, /** @type {const} */ (["form", "lemma"]).map((value) => ({ value, label: t.text(`words.byName.${value}`) })), (value) => change({ by: value })) : nothing}
      ${checkView(t.text("study.closedEdges"), closed, (checked) => change({ closed: checked }))}
    </div>
    ${wait ?? (answer && html`
      ${foundView(t.text("study.sequencesFound", { n: answer.total }), slot, t)}
      ${unclearView(answer.unclear, t)}
      ${answer.rows.length === 0 ? html`<p class="quiet">${t.text(query ? "study.noneOfThese" : "study.noneRepeated")}</p>` : html`
        ${answer.total > answer.rows.length ? html`<p class="quiet">${t.text("study.onlyFirst", { n: answer.rows.length })}</p>` : nothing}
        ${rowsTable(answer, state, desk)}
        ${moreView(answer.rows.length, asked, t, (patch) => desk.change("sequences", patch))}
        ${desk.handout("sequences", () => [
          ["text", "count"].map((name) => t.text(`study.sequenceColumn.${name}`)), ...answer.rows.map(({ text, count }) => [text, count]),
        ], t)}`}`)}`;
}

/**
 * @param {{ rows: Ngram[], by: Joined }} answer
 * @param {State} state
 * @param {Desk} desk
 */
function rowsTable({ rows, by }, state, desk) {
  const { t, study: { sequences: asked } } = state;
  const most = rows.reduce((sofar, { count }) => Math.max(sofar, count), 1);
  const ordered = arranged(rows, asked, t, { text: (a, b) => t.compare(a.text, b.text), count: (a, b) => b.count - a.count });
  const light = (/** @type {Ngram} */ { start, end }) => desk.hover({ places: { starts: [start], ends: [end] } });
  return tableView({
    look: "words study-table", caption: t.text("study.sequencesCaption"), order: asked, rows: ordered.slice(0, asked.shown), key: ({ text }) => text,
    heads: [
      { name: "text", label: t.text("study.sequenceColumn.text") }, { name: "count", label: t.text("study.sequenceColumn.count"), counted: true, look: "number" },
      { label: t.text("words.share"), look: "bar-cell", unseen: true },
    ],
    row: (row) => html`
      <tr @pointerenter=${() => light(row)} @pointerleave=${() => desk.hover(null)} @focusin=${() => light(row)} @focusout=${() => desk.hover(null)}>
        <th scope="row"><button type="button" class="word" lang="ar" dir="auto" title=${t.text("study.showContext", { word: row.text })}
          @click=${() => desk.toContext(row.text, { mode: by === "lemma" ? "lemma" : "folded", clitics: false })}>${unturned(row.text)}</button></th>
        <td class="number" dir="ltr">${t.number(row.count)}</td>
        <td class="bar-cell">${bar(row.count / most)}</td>
      </tr>`,
  }, (order) => desk.change("sequences", order));
}
