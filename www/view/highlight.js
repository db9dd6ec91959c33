/**
 * Painting places in the text without touching it, by the CSS Custom Highlight
 * API: no element is ever put inside a word, so letters stay joined. Only the
 * chunks of the reader that are on screen or near it are painted, which keeps a
 * word with a hundred thousand occurrences as cheap as one with ten. Where the API
 * is missing, rectangles behind the text do the same.
 *
 * @import { Shares } from "./highlights.js"
 * @import { LayerName } from "./layers.js"
 * @import { Reader } from "./reader.js"
 */

import { changePlaces, registry, replacePlaces } from "./highlights.js";
import { paintOverlay } from "./overlay.js";

/** @typedef {typeof paintOverlay} Painter */

/** @typedef {{ starts: ArrayLike<number>, ends: ArrayLike<number> }} Places  ascending */

/** The misspellings of each tier. @typedef {`fix-${import("../engine/types.js").CorrectionTier}`} Fix */

/** @typedef {Exclude<LayerName, "correction"> | Fix | "marker" | "sentence" | "word" | "hover" | "cursor" | "current"} Layer */

/** Where the colours of two layers meet, the higher one's is seen; lines are drawn beside one another. @type {Record<Layer, number>} */
const PRIORITY = {
  statement: 0, quantity: 1, time: 2, other: 3, organisation: 4, place: 5, person: 6,
  "fix-variant": 7, "fix-unknown": 8, "fix-contextual": 9, "fix-certain": 10, sentence: 11, word: 12, hover: 13, cursor: 14, current: 15, marker: 16,
};

export class Highlighter {
  /** @type {Map<Layer, Places>} */
  #layers = new Map();
  /** Of layers that are drawn in a way of their own. @type {Map<Layer, Painter>} */
  #painters = new Map();
  /** What each layer has in the registry. @type {Map<Layer, Shares>} */
  #painted = new Map();

  /** @param {Reader} reader */
  constructor(reader) {
    this.reader = reader;
    const repaint = (anew = true) => this.#layers.forEach((_, layer) => this.#paint(layer, anew));
    reader.onVisible = repaint;
    const moved = registry ? () => this.#painters.forEach((_, layer) => this.#paint(layer)) : () => repaint();
    const sizes = new ResizeObserver(moved);
    sizes.observe(reader.root);
    const { signal } = reader.host;
    document.fonts.addEventListener("loadingdone", moved, { signal });
    signal.addEventListener("abort", () => {
      sizes.disconnect();
      for (const layer of [...this.#layers.keys()]) this.set(layer, null);
    });
  }

  /**
   * Draws a layer by itself, whatever the browser has.
   * @param {Layer} layer
   * @param {Places | null} places
   * @param {Painter} painter
   */
  draw(layer, places, painter) {
    this.#painters.set(layer, painter);
    this.set(layer, places);
  }

  /**
   * @param {Layer} layer
   * @param {Places | null} places
   */
  set(layer, places) {
    if (places) this.#layers.set(layer, places);
    else this.#layers.delete(layer);
    this.#paint(layer);
  }

  /**
   * @param {Layer} layer
   * @param {boolean} [anew]  else only what came into view or left it
   */
  #paint(layer, anew = true) {
    const places = this.#layers.get(layer);
    const spans = places ? this.reader.visibleSpans() : [];
    const painter = this.#painters.get(layer);
    if (painter || !registry) {
      const shares = places ? spans.map((chunk) => ({ section: chunk.section, ranges: [...this.#ranges(chunk, places)] })) : [];
      return (painter ?? paintOverlay)(layer, shares, this.reader.root);
    }
    const name = `mubin-${layer}`;
    const before = this.#painted.get(layer) ?? null;
    if (anew || !before) {
      const now = places ? new Map(spans.map((chunk) => [chunk.section, [...this.#ranges(chunk, places)]])) : null;
      if (now) this.#painted.set(layer, now);
      else this.#painted.delete(layer);
      return replacePlaces(name, PRIORITY[layer], before, now);
    }
    const seen = new Set(spans.map(({ section }) => section));
    const gone = [...before].filter(([section]) => !seen.has(section));
    for (const [section] of gone) before.delete(section);
    /** @type {StaticRange[]} */
    const added = [];
    for (const chunk of spans) {
      if (!places || before.has(chunk.section)) continue;
      const ranges = [...this.#ranges(chunk, places)];
      for (const range of ranges) added.push(range);
      before.set(chunk.section, ranges);
    }
    changePlaces(name, PRIORITY[layer], { added, removed: gone.flatMap(([, ranges]) => ranges) });
  }

  /**
   * @param {{ start: number, end: number }} chunk
   * @param {Places} places
   */
  *#ranges({ start, end }, { starts, ends }) {
    for (let i = firstAtOrAfter(ends, start + 1); i < starts.length && starts[i] < end; i++) {
      const range = this.reader.rangeOf(starts[i], ends[i]);
      if (range) yield range;
    }
  }
}

/**
 * @param {ArrayLike<number>} ascending
 * @param {number} value
 * @returns {number} index of the first entry that is not below the value
 */
export function firstAtOrAfter(ascending, value) {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
