/**
 * The word table: every type with its count, searched by the same fold the core
 * uses, a hundred rows at a time. Pressing a row lights its places in the text, so
 * the table is also the keyboard's way through them.
 *
 * @import { Folding, Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { bar } from "./overview.js";

/** @typedef {"count" | "word"} Order */
/**
 * @typedef {{ query: string, folded: string, hideClosed: boolean, folding: Folding, order: Order,
 *   reversed: boolean, shown: number }} WordsState
 */
/** @typedef {{ count: number, closed: boolean, form: string, type: number }} Row */

export const PAGE = 100;

/** @type {WordsState} */
export const wordsDefaults = {
  query: "", folded: "", hideClosed: false, folding: "full", order: "count", reversed: false, shown: PAGE,
};

const FOLDINGS = /** @type {const} */ (["exact", "light", "full"]);

/**
 * The rows in the order asked for; kept until something they depend on changes.
 */
export function createRows() {
  /** @type {unknown[]} */
  let known = [];
  /** @type {Row[]} */
  let rows = [];
  /**
   * @param {Result} result
   * @param {string[] | null} folds  every form folded, once the engine has answered
   * @param {WordsState} state
   * @param {Translator} t
   */
  return (result, folds, { folded, hideClosed, order, reversed }, t) => {
    const asked = [result, folds, folded, hideClosed, order, reversed, t];
    if (asked.every((value, i) => value === known[i])) return rows;
    known = asked;
    const { forms, counts, closed } = result.words.columns;
    rows = [];
    for (let type = 0; type < forms.length; type++) {
      if (hideClosed && closed[type]) continue;
      if (folded && !(folds ?? forms)[type].includes(folded)) continue;
      rows.push({ type, form: forms[type], count: counts[type], closed: closed[type] === 1 });
    }
    if (order === "word") rows.sort((a, b) => t.compare(a.form, b.form));
    if (reversed) rows.reverse();
    return rows;
  };
}

/**
 * @param {{ result: Result, rows: Row[], state: WordsState, pressed: number | null, t: Translator }} view
 * @param {{ change: (patch: Partial<WordsState>) => void, press: (type: number) => void, hover: (type: number | null) => void }} on
 */
export function wordsView({ result, rows, state, pressed, t }, on) {
  const most = result.words.columns.counts[0] ?? 1;
  const rest = rows.length - state.shown;
  return html`
    <div class="words-tools">
      <label class="field">
        <span>${t.text("words.filter")}</span>
        <input type="search" dir=${state.query ? "auto" : t.dir} autocomplete="off" spellcheck="false" .value=${state.query}
          @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ event) =>
            on.change({ query: event.target.value, shown: PAGE })}>
      </label>
      <label class="check">
        <input type="checkbox" .checked=${state.hideClosed}
          @change=${(/** @type {Event & { target: HTMLInputElement }} */ event) =>
            on.change({ hideClosed: event.target.checked, shown: PAGE })}>
        <span>${t.text("words.hideClosed")}</span>
      </label>
      <fieldset class="choice">
        <legend>${t.text("words.folding")}</legend>
        ${FOLDINGS.map((folding) => html`<label><input type="radio" name="folding" .checked=${state.folding === folding}
          @change=${() => on.change({ folding })}><span>${t.text(`words.foldingName.${folding}`)}</span></label>`)}
      </fieldset>
    </div>
    <p class="quiet" id="words-found">${t.text("count.rows", { n: rows.length })}</p>
    ${rows.length === 0 ? html`<p class="quiet">${t.text("words.none")}</p>` : html`
    <table class="words">
      <caption class="unseen">${t.text("words.caption")}</caption>
      <thead><tr>
        <th scope="col" class="rank"><abbr title=${t.text("words.rankLong")}>${t.text("words.rank")}</abbr></th>
        ${heading("word", t.text("words.word"), state, on.change)}
        ${heading("count", t.text("words.count"), state, on.change)}
        <th scope="col" class="bar-cell"><span class="unseen">${t.text("words.share")}</span></th>
      </tr></thead>
      <tbody>${rows.slice(0, state.shown).map(({ type, form, count, closed }) => html`
        <tr class=${closed ? "closed" : ""} ?data-pressed=${pressed === type}
          @pointerenter=${() => on.hover(type)} @pointerleave=${() => on.hover(null)}>
          <td class="rank"><bdi>${t.number(type + 1)}</bdi></td>
          <th scope="row"><button type="button" class="word" lang="ar" dir="auto" aria-pressed=${pressed === type}
            title=${t.text("words.show", { word: form })} @click=${() => on.press(type)}>${form}</button></th>
          <td class="number" dir="ltr">${t.number(count)}</td>
          <td class="bar-cell">${bar(count / most)}</td>
        </tr>`)}</tbody>
    </table>
    ${rest > 0 ? html`<button type="button" class="more" @click=${() => on.change({ shown: state.shown + PAGE })}>
      ${t.text("words.more", { n: Math.min(rest, PAGE) })}</button>` : nothing}`}`;
}

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
