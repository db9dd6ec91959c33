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
import { bar } from "./overview.js";

/** @typedef {"count" | "word"} Order */
/** @typedef {"form" | "lemma" | "root"} By */
/**
 * @typedef {{ by: By, query: string, folded: string, hideClosed: boolean, folding: Folding, order: Order,
 *   reversed: boolean, shown: number, open: string | null }} WordsState  open: the root whose family is shown
 */

export const PAGE = 100;

/** @type {WordsState} */
export const wordsDefaults = {
  by: "form", query: "", folded: "", hideClosed: false, folding: "full", order: "count", reversed: false, shown: PAGE, open: null,
};

const FOLDINGS = /** @type {const} */ (["exact", "light", "full"]);
const WAYS = /** @type {const} */ (["form", "lemma", "root"]);

/** @typedef {{ change: (patch: Partial<WordsState>) => void, press: (id: string) => void, hover: (id: string | null) => void, study: (row: Row, by: By) => void }} On  study: shows a row's concordance */

/**
 * @param {{ rows: Row[], most: number, explained: boolean, state: WordsState, pressed: string | null, t: Translator }} view
 *   explained: whether there are lemmas and roots
 * @param {On} on
 */
export function wordsView({ rows, most, explained, state, pressed, t }, on) {
  const rest = rows.length - state.shown;
  const { by } = state;
  return html`
    ${explained ? html`<fieldset class="choice ways">
      <legend>${t.text("words.by")}</legend>
      ${WAYS.map((way) => html`<label><input type="radio" name="by" value=${way} .checked=${by === way}
        @change=${() => on.change({ by: way, shown: PAGE, open: null })}><span>${t.text(`words.byName.${way}`)}</span></label>`)}
    </fieldset>` : nothing}
    <div class="words-tools">
      <label class="check">
        <input type="checkbox" .checked=${state.hideClosed}
          @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) =>
            on.change({ hideClosed: event.target.checked, shown: PAGE })}>
        <span>${t.text("words.hideClosed")}</span>
      </label>
      ${by === "form" ? html`<fieldset class="choice">
        <legend>${t.text("words.folding")}</legend>
        ${FOLDINGS.map((folding) => html`<label><input type="radio" name="folding" .checked=${state.folding === folding}
          @change=${() => on.change({ folding })}><span>${t.text(`words.foldingName.${folding}`)}</span></label>`)}
      </fieldset>` : nothing}
    </div>
    <p class="quiet" id="words-found">${t.text(`count.${by === "form" ? "rows" : by}`, { n: rows.length })}</p>
    ${by === "root" ? html`<p class="quiet">${t.text("words.rooted")}</p>` : nothing}
    ${rows.length === 0 ? html`<p class="quiet">${t.text("words.none")}</p>` : html`
    <table class="words by-${by}">
      <caption class="unseen">${t.text(`words.captionBy.${by}`)}</caption>
      <thead><tr>
        <th scope="col" class="rank"><abbr title=${t.text("words.rankLong")}>${t.text("words.rank")}</abbr></th>
        ${heading("word", t.text(`words.heading.${by}`), state, on.change)}
        ${heading("count", t.text("words.count"), state, on.change)}
        <th scope="col" class="bar-cell"><span class="unseen">${t.text("words.share")}</span></th>
      </tr></thead>
      <tbody>${rows.slice(0, state.shown).map((row) => rowView(row, { most, by, open: state.open === row.id, pressed, t }, on))}</tbody>
    </table>
    ${rest > 0 ? html`<button type="button" class="more" @click=${() => on.change({ shown: state.shown + PAGE })}>
      ${t.text("words.more", { n: Math.min(rest, PAGE) })}</button>` : nothing}`}`;
}

/**
 * @param {Row} row
 * @param {{ most: number, by: By, open: boolean, pressed: string | null, t: Translator }} view
 * @param {On} on
 */
function rowView(row, { most, by, open, pressed, t }, on) {
  const { id, label, rank, count, closed, family } = row;
  const press = () => {
    const lit = pressed === id;
    if (family) on.change({ open: open && lit ? null : id });
    if (open || !lit) on.press(id);
  };
  return html`
    <tr class=${closed ? "closed" : ""} ?data-pressed=${pressed === id}
      @pointerenter=${() => on.hover(id)} @pointerleave=${() => on.hover(null)}>
      <td class="rank"><bdi>${t.number(rank)}</bdi></td>
      <th scope="row">${family
        ? html`<button type="button" class="word" lang="ar" dir="rtl" aria-expanded=${open} @click=${press}>${label}${chevron}</button>`
        : html`<button type="button" class="word" lang="ar" dir="auto" aria-pressed=${pressed === id}
          title=${t.text("words.show", { word: label })} @click=${press}>${label}</button>`}</th>
      <td class="number" dir="ltr">${t.number(count)}</td>
      <td class="bar-cell">${pressed === id
        ? html`<button type="button" class="plain to-context" @click=${() => on.study(row, by)}>${t.text("study.toContext")}</button>`
        : bar(count / most)}</td>
    </tr>
    ${family && open ? family.map(({ lemma, tokens }, i) => html`
    <tr class="member" ?data-pressed=${pressed === `${id}:${i}`}
      @pointerenter=${() => on.hover(`${id}:${i}`)} @pointerleave=${() => on.hover(null)}>
      <td class="rank"></td>
      <th scope="row"><button type="button" class="word" lang="ar" dir="rtl" aria-pressed=${pressed === `${id}:${i}`}
        title=${t.text("words.show", { word: lemma })} @click=${() => on.press(`${id}:${i}`)}>${lemma}</button></th>
      <td class="number" dir="ltr">${t.number(tokens.length)}</td>
      <td class="bar-cell">${bar(tokens.length / most)}</td>
    </tr>`) : nothing}`;
}

const chevron = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4"/></svg>`;

/**
 * @param {Order} order
 * @param {string} label
 * @param {WordsState} state
 * @param {(patch: Partial<WordsState>) => void} change
 */
function heading(order, label, state, change) {
  const active = state.order === order;
  const ascending = (order === "word") !== state.reversed;
  return html`<th scope="col" class=${order === "count" ? "number" : ""}
    aria-sort=${active ? (ascending ? "ascending" : "descending") : "none"}>
    <button type="button" class="sort"
      @click=${() => change({ order, reversed: active && !state.reversed, shown: PAGE })}>
      ${label}<svg viewBox="0 0 16 16" aria-hidden="true">
        <path d=${ascending ? "M4 10l4-5 4 5z" : "M4 6l4 5 4-5z"}/></svg></button></th>`;
}
