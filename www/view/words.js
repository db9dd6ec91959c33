/**
 * The word table: every form, lemma or root with its count, a hundred rows at a
 * time. Pressing a row lights its places in the text, so the table is also the
 * keyboard's way through them, and leads on to the concordance; the row of a root
 * opens on the lemmas it gave.
 *
 * @import { Folding } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Row } from "./rows.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../i18n/unturned.js";
import { bar } from "./bar.js";
import { langOf } from "./dom.js";
import { checkView, radioView } from "./fields.js";
import { moreView, tableView } from "./table.js";

/** @typedef {"count" | "word"} Order */
/** @typedef {"form" | "lemma" | "root"} By */
/**
 * @typedef {{ by: By, query: string, folded: string, hideClosed: boolean, folding: Folding, order: Order,
 *   reversed: boolean, shown: number, open: string | null }} WordsState  open: the root whose family is shown
 */

export const PAGE = 50;

/** @type {WordsState} */
export const wordsDefaults = {
  by: "form", query: "", folded: "", hideClosed: false, folding: "full", order: "count", reversed: false, shown: PAGE, open: null,
};

const FOLDINGS = /** @type {const} */ (["exact", "light", "full"]);
const WAYS = /** @type {const} */ (["form", "lemma", "root"]);

/** @typedef {{ change: (patch: Partial<WordsState>) => void, press: (id: string) => void, hover: (id: string | null) => void, study: (row: Row, by: By) => void }} On  study: shows a row's concordance */

/**
 * @param {{ rows: Row[], most: number, explained: boolean, state: WordsState, pressed: string | null, lit: ReadonlySet<string>, t: Translator }} view
 *   explained: whether there are lemmas and roots
 * @param {On} on
 */
export function wordsView({ rows, most, explained, state, pressed, lit, t }, on) {
  const { by } = state;
  return html`
    ${explained ? html`<div class="ways">${radioView("by", t.text("words.by"), by, WAYS.map((value) => ({ value, label: t.text(`words.byName.${value}`) })),
      (value) => on.change({ by: value, shown: PAGE, open: null }))}</div>` : nothing}
    <div class="words-tools">
      ${checkView(t.text("words.hideClosed"), state.hideClosed, (hideClosed) => on.change({ hideClosed, shown: PAGE }))}
      ${by === "form" ? radioView("folding", t.text("words.folding"), state.folding,
        FOLDINGS.map((value) => ({ value, label: t.text(`words.foldingName.${value}`) })), (folding) => on.change({ folding })) : nothing}
    </div>
    <p class="quiet" id="words-found" aria-live="polite">${t.text(`count.${by === "form" ? "rows" : by}`, { n: rows.length })}</p>
    ${by === "root" ? html`<p class="quiet">${t.text("words.rooted")}</p>` : nothing}
    ${rows.length === 0 ? html`<p class="quiet">${t.text(state.query || state.hideClosed ? "words.none" : "words.empty")}</p>` : tableView({
      look: `words by-${by}`, caption: t.text(`words.captionBy.${by}`), order: state, rows: rows.slice(0, state.shown), key: ({ id }) => id,
      heads: [
        { label: t.text("words.rank"), hint: t.text("words.rankLong"), look: "rank" }, { name: "word", label: t.text(`words.heading.${by}`) },
        { name: "count", label: t.text("words.count"), counted: true, look: "number" }, { label: t.text("words.share"), look: "bar-cell", unseen: true },
      ],
      row: (row) => rowView(row, { most, by, open: state.open === row.id, pressed, lit, t }, on),
    }, (order) => on.change({ .../** @type {{ order: Order, reversed: boolean }} */ (order), shown: PAGE }))}
    ${moreView(rows.length, state, t, on.change, "words.more", PAGE)}`;
}

/**
 * @param {Row} row
 * @param {{ most: number, by: By, open: boolean, pressed: string | null, lit: ReadonlySet<string>, t: Translator }} view
 * @param {On} on
 */
function rowView(row, { most, by, open, pressed, lit, t }, on) {
  const { id, label, rank, count, closed, family } = row;
  const press = () => {
    const lit = pressed === id;
    if (family) on.change({ open: open && lit ? null : id });
    if (open || !lit) on.press(id);
  };
  return html`
    <tr class=${closed ? "closed" : ""} ?data-pressed=${pressed === id} ?data-lit=${lit.has(id)}
      @pointerenter=${() => on.hover(id)} @pointerleave=${() => on.hover(null)} @focusin=${() => on.hover(id)} @focusout=${() => on.hover(null)}>
      <td class="rank"><bdi>${t.number(rank)}</bdi></td>
      <th scope="row">${family
        ? html`<button type="button" class="word" lang="ar" dir="rtl" aria-expanded=${open} @click=${press}>${unturned(label)}${chevron}</button>`
        : html`<button type="button" class="word" lang=${langOf(label)} dir="auto" aria-pressed=${pressed === id}
          title=${t.text("words.show", { word: label })} @click=${press}>${unturned(label)}</button>`}</th>
      <td class="number" dir="ltr">${t.number(count)}</td>
      <td class="bar-cell">${pressed === id
        ? html`<button type="button" class="plain to-context" @click=${() => on.study(row, by)}>${t.text("study.toContext")}</button>`
        : bar(count / most)}</td>
    </tr>
    ${family && open ? family.map(({ lemma, tokens }, i) => html`
    <tr class="member" ?data-pressed=${pressed === `${id}:${i}`}
      @pointerenter=${() => on.hover(`${id}:${i}`)} @pointerleave=${() => on.hover(null)}
      @focusin=${() => on.hover(`${id}:${i}`)} @focusout=${() => on.hover(null)}>
      <td class="rank"></td>
      <th scope="row"><button type="button" class="word" lang="ar" dir="rtl" aria-pressed=${pressed === `${id}:${i}`}
        title=${t.text("words.show", { word: lemma })} @click=${() => on.press(`${id}:${i}`)}>${lemma}</button></th>
      <td class="number" dir="ltr">${t.number(tokens.length)}</td>
      <td class="bar-cell">${bar(tokens.length / most)}</td>
    </tr>`) : nothing}`;
}

const chevron = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4"/></svg>`;
