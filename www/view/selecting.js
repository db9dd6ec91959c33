/**
 * Several words selected at once, by mouse, by touch or by the keyboard. The
 * browser's own selection is the only one, so that copying, reading aloud and the
 * handles of a touch screen work as everywhere; what it covers is counted in whole
 * words. What is said of them is a script of its own, see `passage/`.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Reader } from "./reader.js"
 */

import { firstAtOrAfter } from "./highlight.js";
import { selectedIn } from "./host.js";

/** The first and the last of the selected tokens. @typedef {{ first: number, last: number }} Passage */

/** A selection that grows under the pointer is looked at when it rests. */
const REST_MS = 100;

/**
 * @param {Reader} reader
 * @param {{ result: () => Result | null, change: (passage: Passage | null) => void }} on
 */
export function watchSelection(reader, on) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  /** @type {Passage | null} */
  let known = null;

  const look = () => {
    const result = on.result();
    const passage = result && passageOf(result, reader);
    if (passage?.first === known?.first && passage?.last === known?.last) return;
    known = passage;
    on.change(passage);
  };

  document.addEventListener("selectionchange", () => {
    clearTimeout(rest);
    rest = setTimeout(look, REST_MS);
  }, { signal: reader.host.signal });
  reader.host.signal.addEventListener("abort", () => clearTimeout(rest));

  return {
    /**
     * @param {number} anchor  a token
     * @param {number} token  the selection reaches to
     */
    select(anchor, token) {
      const { start, end } = /** @type {Result} */ (on.result()).tokens.columns;
      const [first, last] = anchor <= token ? [anchor, token] : [token, anchor];
      const range = reader.rangeOf(start[first], end[last]);
      if (!range) return;
      const { startContainer, startOffset, endContainer, endOffset } = range;
      if (anchor <= token) getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
      else getSelection()?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
    },
    clear: () => getSelection()?.removeAllRanges(),
  };
}

/**
 * @param {Result} result
 * @param {Reader} reader
 * @returns {Passage | null} null where less than two words are selected: one has its card
 */
function passageOf(result, reader) {
  const range = selectedIn(reader.host);
  if (!range || range.collapsed) return null;
  const span = range.intersectsNode(reader.root) && !inField(range.startContainer) ? reader.spanOf(range) : null;
  if (!span) return null;
  const { start, end } = result.tokens.columns;
  const first = firstAtOrAfter(end, span.start + 1);
  const last = firstAtOrAfter(start, span.end) - 1;
  return wordsIn(result, first, last) > 1 ? { first, last } : null;
}

/** @param {Node | null} node */
const inField = (node) => Boolean(node instanceof Element ? node.closest("[contenteditable]") : node?.parentElement?.closest("[contenteditable]"));

/**
 * @param {Result} result
 * @param {number} first
 * @param {number} last
 */
export function wordsIn({ words }, first, last) {
  let n = 0;
  for (let token = first; token <= last; token++) if (words.typeOf(token) >= 0) n++;
  return n;
}
