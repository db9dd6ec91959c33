/**
 * Where kindred words stand: each place with the words around it, as a line that
 * leads there.
 *
 * @import { Result } from "../engine/types.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../i18n/unturned.js";

const AROUND = 3;
const SHOWN = 50;

/**
 * @param {Result} result
 * @param {number} token
 * @returns {string[]} before, the word, after
 */
function contextOf({ text, tokens: { columns: { start, end, sentence } } }, token) {
  let from = token;
  while (from > 0 && token - from < AROUND && sentence[from - 1] === sentence[token]) from--;
  let to = token;
  while (to + 1 < start.length && to - token < AROUND && sentence[to + 1] === sentence[token]) to++;
  return [text.slice(start[from], start[token]), text.slice(start[token], end[token]), text.slice(end[token], end[to])].map(unturned);
}

/**
 * @param {Result} result
 * @param {number[]} tokens
 * @param {(index: number) => void} go
 * @param {(token: number) => boolean} [skipped]
 */
export function placesView(result, tokens, go, skipped = () => false) {
  const shown = tokens.map((token, index) => ({ token, index })).filter(({ token }) => !skipped(token)).slice(0, SHOWN);
  if (shown.length === 0) return nothing;
  return html`<ul class="places">${shown.map(({ token, index }) => {
    const [before, word, after] = contextOf(result, token);
    return html`<li><button type="button" class="place" lang="ar" dir="auto" @click=${() => go(index)}>
      <span>${before}<b>${word}</b>${after}</span></button></li>`;
  })}</ul>`;
}
