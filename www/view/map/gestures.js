/**
 * Moving about on the map: a drag, two fingers, a double click, a turn of the wheel
 * with Ctrl. The wheel alone and one finger scroll the page, so that nobody is caught
 * on the map on the way down. The mathematics are d3-zoom's; what comes out is a view
 * in the map's own units, whatever its width on the page.
 */

import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";

/** Fingers on a pad turn the wheel by less than this at a time. */
const PINCH = 40;
/** Of a press that is still a click, in pixels. */
const STILL = 4;

/** A point of the chart lies at `k` times its place, and so much further. @typedef {{ k: number, x: number, y: number }} View */

/**
 * @param {HTMLElement} element
 * @param {{ width: number, height: number, reach: number, calm: boolean, moved: (view: View) => void }} map  reach: land beyond its edges,
 *   in widths and heights; calm: nothing moves by itself
 */
export function createGestures(element, { width, height, reach, calm, moved }) {
  /** Pixels to a unit. */
  const scale = () => element.clientWidth / width || 1;
  /** @type {import("d3-zoom").ZoomBehavior<HTMLElement, unknown>} */
  const behaviour = zoom();
  behaviour.clickDistance(STILL).duration(calm ? 0 : 200)
    .filter((/** @type {any} */ { type, ctrlKey, metaKey, button, touches, target }) => {
      if (type === "wheel") return ctrlKey || metaKey;
      if (touches) return touches.length > 1;
      return !ctrlKey && !button && !(type === "dblclick" && target.closest("button"));
    })
    .wheelDelta(({ deltaY, deltaMode }) => -deltaY * (deltaMode === 1 ? 0.05 : deltaMode ? 1 : 0.002) * (Math.abs(deltaY) < PINCH ? 10 : 2))
    .on("zoom", ({ transform: { k, x, y } }) => moved({ k, x: x / scale(), y: y / scale() }));
  const target = select(element).call(behaviour);

  /** The frame has another size. */
  function fit() {
    const [w, h] = [width * scale(), height * scale()];
    behaviour.extent([[0, 0], [w, h]]).translateExtent([[-reach * w, -reach * h], [w * (1 + reach), h * (1 + reach)]]);
  }
  fit();

  return {
    /**
     * How far one can go out and in.
     * @param {number} furthest
     * @param {number} closest
     */
    limit: (furthest, closest) => behaviour.scaleExtent([furthest, closest]),
    /** @param {View} view */
    put({ k, x, y }) {
      fit();
      behaviour.transform(target, zoomIdentity.translate(x * scale(), y * scale()).scale(k));
    },
    /** @param {number} factor */
    zoomBy: (factor) => behaviour.scaleBy(target, factor),
    /**
     * @param {number} x  pixels
     * @param {number} y
     * @param {number} k  of the view
     */
    panBy: (x, y, k) => behaviour.translateBy(target, x / k, y / k),
  };
}
