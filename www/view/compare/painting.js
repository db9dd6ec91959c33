/**
 * What is painted in the two columns, by the CSS Custom Highlight API: the passages
 * that both have, the item that was chosen, and which of its places is gone to. A
 * browser without that API still scrolls to the place.
 *
 * @import { Span } from "../../engine/types.js"
 * @import { Column } from "./column.js"
 */

/** Later ones lie over earlier ones. */
const LAYERS = /** @type {const} */ (["copied", "chosen", "current"]);
/** More places than these would hold the page up; they are found by going to them. */
const MOST = 4000;

/** @typedef {typeof LAYERS[number]} Layer */
/** @typedef {{ column: Column, spans: readonly Span[] }} Painted */

/**
 * @param {Layer} layer
 * @param {Painted[]} painted
 */
export function paint(layer, painted) {
  const registry = typeof Highlight === "function" ? globalThis.CSS?.highlights : undefined;
  if (!registry) return;
  const ranges = painted.flatMap(({ column, spans }) => spans.slice(0, MOST).flatMap((span) => column.rangesOf(span)));
  if (ranges.length === 0) {
    registry.delete(`mubin-compare-${layer}`);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = LAYERS.indexOf(layer);
  registry.set(`mubin-compare-${layer}`, highlight);
}
