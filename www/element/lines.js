/**
 * Layers where the browser has no CSS Custom Highlight API: lines laid over the
 * words, in a box of the reader's own that covers the window and takes no pointer. They
 * follow scrolling and never reach beyond what the article, or a box it scrolls in, shows of itself.
 *
 * @import { Ground, Painted } from "./paint.js"
 */

import { element } from "../view/dom.js";
import { colourOf, groundOf, LOOKS } from "./paint.js";
import { liveRange } from "./text.js";

/**
 * @param {HTMLElement} canvas
 * @param {Element} article
 * @param {Map<Painted, { ground: Ground, ranges: StaticRange[] }>} painted
 */
export function drawLines(canvas, article, painted) {
  const origin = canvas.getBoundingClientRect();
  const { left, top, right, bottom } = shownOf(article);
  const places = [...painted].flatMap(([layer, { ground, ranges }]) => {
    const near = ranges.flatMap((range) => [...liveRange(range).getClientRects()])
      .filter((box) => box.width > 0 && box.top < bottom && box.bottom > top && box.left < right && box.right > left);
    return near.map((box) => {
      const place = element("span", { class: "line", "data-painted": layer });
      const clipped = { left: Math.max(box.left, left), right: Math.min(box.right, right) };
      const { lane, line } = LOOKS[layer];
      const [style, width] = line.split(" ");
      place.style.left = `${clipped.left - origin.left}px`; // the box runs from left to right
      place.style.top = `${box.top - origin.top}px`;
      place.style.width = `${clipped.right - clipped.left}px`;
      place.style.height = `${Math.min(box.height, bottom - box.top)}px`;
      place.style.setProperty(lane === null ? "border-top" : "border-bottom", `${width} ${style === "wavy" ? "dotted" : style} ${colourOf(layer, ground)}`);
      place.style.background = groundOf(layer, ground) ?? "none";
      return place;
    });
  });
  canvas.replaceChildren(...places);
}

/**
 * The part of the window in which the article may be seen.
 * @param {Element} article
 */
function shownOf(article) {
  const shown = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let at = /** @type {Element | null} */ (article); at && at !== document.documentElement && at !== document.body; at = at.parentElement) {
    if (at !== article && getComputedStyle(at).overflow === "visible") continue;
    const box = at.getBoundingClientRect();
    shown.left = Math.max(shown.left, box.left);
    shown.top = Math.max(shown.top, box.top);
    shown.right = Math.min(shown.right, box.right);
    shown.bottom = Math.min(shown.bottom, box.bottom);
  }
  return shown;
}
