/**
 * Painting places where the browser has no CSS Custom Highlight API: rectangles
 * behind the text, each set by the boxes of its range. They lie inside the chunk
 * they belong to, so that they move with it when what stands above changes its
 * height; whoever paints does so anew when a chunk is filled or changes its size.
 */

import { element } from "./dom.js";

/** @typedef {{ section: HTMLElement, ranges: StaticRange[] }} Share  of one chunk */

/**
 * @param {string} layer
 * @param {Share[]} shares
 * @param {HTMLElement} root  of all chunks
 */
export function paintOverlay(layer, shares, root) {
  root.querySelectorAll(`.overlay.${layer}`).forEach((old) => old.remove());
  for (const { section, ranges } of shares) {
    if (!ranges.length) continue;
    const origin = section.getBoundingClientRect();
    const boxes = ranges.flatMap(boxesOf).filter(({ width }) => width > 0);
    section.append(element("div", { class: `overlay ${layer}`, "aria-hidden": "true" }, ...boxes.map((box) => {
      const place = element("span");
      place.style.insetInlineStart = `${box.left - origin.left}px`; // the overlay itself runs from left to right
      place.style.insetBlockStart = `${box.top - origin.top}px`;
      place.style.inlineSize = `${box.width}px`;
      place.style.blockSize = `${box.height}px`;
      return place;
    })));
  }
}

/** @param {StaticRange} place */
function boxesOf({ startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return [...range.getClientRects()];
}
