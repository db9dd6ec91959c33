/**
 * How much of a context has room beside the word it belongs to: whole words only,
 * cut at the outer edge. Widths are taken from a canvas in the font of the page, so
 * that nothing has to be laid out and measured in the page itself.
 */

import { element } from "../dom.js";

/** Of a letter, where there is no canvas to measure with. */
const LETTER = 9;

/**
 * A line without height that is as wide as what stands below it.
 * @param {() => void} changed  its width or the font is another one
 * @param {AbortSignal} signal  nobody needs it any more
 */
export function createRuler(changed, signal) {
  const node = element("div", { class: "ruler", "aria-hidden": "true" });
  const pen = document.createElement("canvas").getContext("2d");
  let fonts = ["", ""];
  const ruler = {
    node,
    /** In pixels; 0 as long as it is not known. */
    width: 0,
    /** Another number for other widths of the same words. */
    age: 0,
    /**
     * @param {string} text
     * @param {boolean} [bold]
     */
    of(text, bold = false) {
      if (!pen) return text.length * LETTER;
      pen.font = fonts[bold ? 1 : 0];
      return pen.measureText(text).width;
    },
  };
  const renew = () => {
    const { fontSize, fontFamily } = getComputedStyle(node);
    fonts = [`${fontSize} ${fontFamily}`, `700 ${fontSize} ${fontFamily}`];
    ruler.age++;
    changed();
  };
  const sizes = new ResizeObserver(([{ contentRect }]) => {
    const width = Math.floor(contentRect.width);
    if (width === 0 || width === ruler.width) return;
    ruler.width = width;
    renew();
  });
  sizes.observe(node);
  document.fonts.addEventListener("loadingdone", () => ruler.width && renew(), { signal });
  signal.addEventListener("abort", () => sizes.disconnect());
  return ruler;
}

/** @typedef {ReturnType<typeof createRuler>} Ruler */

/**
 * Where words begin.
 * @param {string} text
 */
const beginnings = (text) => [0, ...Array.from(text.matchAll(/\s+/g), ({ index, 0: { length } }) => index + length)];

/**
 * The first that passes, where all after it pass too; -1 where none does.
 * @param {number[]} places
 * @param {(place: number) => boolean} passes
 */
function firstPassing(places, passes) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(places[middle])) high = middle;
    else low = middle + 1;
  }
  return low < places.length ? places[low] : -1;
}

/**
 * From where on a text fits, its beginning cut off.
 * @param {string} text
 * @param {number} room
 * @param {Ruler} ruler
 * @returns {number} its length where no word has room
 */
export function fitEnd(text, room, ruler) {
  const from = firstPassing(beginnings(text), (start) => ruler.of(text.slice(start)) <= room);
  return from < 0 ? text.length : from;
}

/**
 * Up to where a text fits, its end cut off.
 * @param {string} text
 * @param {number} room
 * @param {Ruler} ruler
 * @returns {number} 0 where no word has room
 */
export function fitStart(text, room, ruler) {
  const ends = [...beginnings(text).slice(1), text.length].reverse();
  const cut = firstPassing(ends, (end) => ruler.of(text.slice(0, end)) <= room);
  return Math.max(0, cut);
}
