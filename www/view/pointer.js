/**
 * The pointer over the text: the word under it is lit, a click opens its card and
 * follows it through the text. A keyboard does the same by the arrows, and by the
 * word table.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Highlighter } from "./highlight.js"
 * @import { Reader } from "./reader.js"
 */

import { isWord } from "./cursor.js";
import { firstAtOrAfter } from "./highlight.js";
import { selectedIn } from "./host.js";

/**
 * @param {HTMLElement} root
 * @param {Reader} reader
 * @param {Highlighter} highlighter
 * @param {{ result: () => Result | null, choose: (token: number) => void, point: (offset: number | null) => void }} on
 */
export function listen(root, reader, highlighter, on) {
  let hovered = -1;
  let pointed = -1;
  let frame = 0;

  /** @param {number} token */
  const hover = (token) => {
    if (token === hovered) return;
    hovered = token;
    const found = on.result()?.tokens.at(token);
    highlighter.set("hover", token >= 0 && found ? { starts: [found.start], ends: [found.end] } : null);
  };

  /** @param {MouseEvent} event */
  const tokenUnder = ({ clientX, clientY }) => {
    const result = on.result();
    const offset = reader.offsetAt(clientX, clientY);
    const token = result && offset !== null ? tokenAt(result, offset) : -1;
    const found = result?.tokens.at(token);
    return token >= 0 && found && reader.covers(found, clientX, clientY) ? token : -1;
  };

  /** @param {number} token */
  const wordOf = (token) => {
    const result = on.result();
    return result && token >= 0 && isWord(result, token) ? token : -1;
  };

  /** @param {number} token */
  const over = (token) => {
    hover(wordOf(token));
    if (token === pointed) return;
    pointed = token;
    on.point(on.result()?.tokens.columns.start[token] ?? null);
  };

  root.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => over(tokenUnder(event)));
  });
  root.addEventListener("pointerleave", () => {
    cancelAnimationFrame(frame);
    over(-1);
  });
  root.addEventListener("click", (event) => {
    const inControl = event.target instanceof Element && event.target.closest("button");
    if (inControl || selectedIn(reader.host)?.collapsed === false) return;
    const token = wordOf(tokenUnder(event));
    if (token >= 0) on.choose(token);
  });
}

/**
 * @param {Result} result
 * @param {number} offset
 * @returns {number} -1 between tokens
 */
export function tokenAt(result, offset) {
  const { start, end } = result.tokens.columns;
  const token = firstAtOrAfter(end, offset + 1);
  return token < start.length && start[token] <= offset ? token : -1;
}
