/**
 * Marks where hidden characters stand: a stroke between the letters with the code
 * above it, laid over the text and no part of it.
 *
 * @import { Highlighter } from "../highlight.js"
 * @import { Share } from "../overlay.js"
 * @import { State } from "../state.js"
 */

import { element } from "../dom.js";
import { hiddenOf } from "./hidden.js";
import { codeOf } from "./visible.js";

/**
 * @param {State} state
 * @param {Highlighter} highlighter
 */
export function createMarker(state, highlighter) {
  /** @type {[unknown, string | null]} */
  let known = [null, null];
  /** Follows the result and the kind that is marked. */
  return () => {
    const { result, correcting: { marked } } = state;
    if (known[1] === marked && (marked === null || known[0] === result)) return;
    known = [result, marked];
    const found = result && marked !== null ? hiddenOf(result, marked) : [];
    const places = { starts: found.map(({ start }) => start), ends: found.map(({ end }) => end) };
    highlighter.draw("marker", found.length ? places : null, paintMarkers);
  };
}

/**
 * @param {string} layer
 * @param {Share[]} shares
 * @param {HTMLElement} root
 */
function paintMarkers(layer, shares, root) {
  root.querySelectorAll(`.markers.${layer}`).forEach((old) => old.remove());
  for (const { section, ranges } of shares) {
    if (!ranges.length) continue;
    const origin = section.getBoundingClientRect();
    section.append(element("div", { class: `markers ${layer}`, "aria-hidden": "true" }, ...ranges.flatMap((place) => {
      const box = boxOf(place);
      const [character] = place.startContainer.nodeValue?.slice(place.startOffset) ?? "";
      if (!box || !character) return [];
      const mark = element("span", {}, element("span", {}, codeOf(character)));
      mark.style.insetInlineStart = `${box.left - origin.left}px`; // the layer itself runs from left to right
      mark.style.insetBlockStart = `${box.top - origin.top}px`;
      mark.style.blockSize = `${box.height}px`;
      mark.style.inlineSize = `${box.width}px`;
      return [mark];
    })));
  }
}

/**
 * What has no width has its place at the edge of the letter before it.
 * @param {StaticRange} place
 */
function boxOf({ startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const [box] = range.getClientRects();
  if (box || startOffset === 0) return box;
  range.setStart(startContainer, startOffset - 1);
  const [letter] = range.getClientRects();
  return letter && new DOMRect(letter.left, letter.top, 0, letter.height);
}
