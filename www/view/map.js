/**
 * The map of the places: outlines in SVG, and over them pins and names in HTML, so
 * that Arabic is set by the same engine as everywhere. It is for the eye and the
 * pointer; the list of places below it is the same for the keyboard.
 *
 * @import { Geo, Result } from "../engine/types.js"
 * @import { Chart } from "./atlas.js"
 * @import { EntityRow } from "./entities.js"
 * @import { Linked, Spot } from "./links.js"
 */

import { html, nothing } from "lit-html";

/** What the page knows of its atlas; null before it was asked for. @typedef {typeof import("./atlas.js") | "loading" | "failed" | null} Atlas */
/** @typedef {"start" | "end" | "above" | "below" | "none"} Side  where a name stands beside its pin */

/** More would be a heap of pins. */
const PINS = 60;
/** Of a letter, a line and a pin, in units of the map where it is narrow. */
const LETTER = 9.5;
const LINE = 26;
const PIN = 9;

/** @type {WeakMap<Result, { chart: Chart, sides: Side[] }>} */
const drawn = new WeakMap();

/** @param {EntityRow[]} rows */
export const located = (rows) => rows.filter(({ entity }) => entity.geo !== null).slice(0, PINS);

/**
 * @param {Result} result
 * @param {EntityRow[]} rows  places with their coordinates, most named first
 * @param {Atlas} atlas
 * @param {Linked} linked
 * @param {(row: EntityRow) => Spot} spotOf
 * @param {() => void} reload
 */
export function mapView(result, rows, atlas, linked, spotOf, reload) {
  const { t } = linked;
  if (rows.length === 0) return html`<p class="quiet">${t.text("map.none")}</p>`;
  if (atlas === "failed") {
    return html`<p class="remark map-failed"><span>${t.text("map.failed")}</span>
      <button type="button" @click=${reload}>${t.text("map.reload")}</button></p>`;
  }
  if (atlas === null || atlas === "loading") return html`<div class="map map-wait"><p class="quiet">${t.text("map.loading")}</p></div>`;
  const { chart, sides } = drawingOf(result, rows, atlas);
  return html`<figure class="map-figure">
    <div class="map" dir="ltr" aria-hidden="true">
      <svg viewBox="0 0 ${atlas.WIDTH} ${atlas.HEIGHT}"><path class="land" d=${chart.land}/><path class="borders" d=${chart.borders}/></svg>
      ${rows.map((row, i) => pinView(row, chart.at[i], sides[i], linked, spotOf(row)))}
    </div>
    <figcaption class="quiet">${t.text(rows.some(({ entity }) => entity.geo?.ambiguous) ? "map.captionAmbiguous" : "map.caption")}</figcaption>
  </figure>`;
}

/**
 * @param {EntityRow} row
 * @param {[number, number]} at
 * @param {Side} side
 * @param {Linked} linked
 * @param {Spot} spot
 */
function pinView({ entity }, [x, y], side, { lit, pressed, visit, light }, spot) {
  return html`<span class="pin" data-side=${side} ?data-lit=${lit.has(spot.id) || pressed === spot.id}
    ?data-ambiguous=${entity.geo?.ambiguous} .style=${`--x: ${x}; --y: ${y}`}
    @click=${() => visit(spot)} @pointerenter=${() => light(spot)} @pointerleave=${() => light(null)}>
    <span class="pin-name"><bdi lang="ar" dir="rtl">${entity.name}${entity.geo?.ambiguous ? html`<b class="doubt">؟</b>` : nothing}</bdi></span></span>`;
}

/**
 * @param {Result} result
 * @param {EntityRow[]} rows
 * @param {typeof import("./atlas.js")} atlas
 */
function drawingOf(result, rows, atlas) {
  let drawing = drawn.get(result);
  if (!drawing) {
    const chart = atlas.chart(rows.map(({ entity }) => /** @type {Geo} */ (entity.geo)));
    drawing = { chart, sides: sidesOf(rows.map(({ entity }) => entity.name), chart.at, atlas) };
    drawn.set(result, drawing);
  }
  return drawing;
}

/**
 * For each name a side where it covers no other name and no pin, the most named place first.
 * @param {string[]} names
 * @param {[number, number][]} at
 * @param {{ WIDTH: number, HEIGHT: number }} size
 * @returns {Side[]}
 */
function sidesOf(names, at, { WIDTH, HEIGHT }) {
  const pins = at.map(([x, y]) => ({ x: x * WIDTH, y: y * HEIGHT }));
  /** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
  /** @type {Box[]} */
  const taken = pins.map(({ x, y }) => ({ left: x - PIN, right: x + PIN, top: y - PIN, bottom: y + PIN }));
  return names.map((name, i) => {
    const { x, y } = pins[i];
    const width = name.length * LETTER;
    const around = (/** @type {number} */ left, /** @type {number} */ top) => ({ left, right: left + width, top, bottom: top + LINE });
    /** @type {[Side, Box][]} */
    const boxes = [
      ["end", around(x + PIN + 2, y - LINE / 2)], ["start", around(x - PIN - 2 - width, y - LINE / 2)],
      ["above", around(x - width / 2, y - PIN - LINE)], ["below", around(x - width / 2, y + PIN)],
    ];
    const free = boxes.find(([, box]) => box.left > 0 && box.right < WIDTH && box.top > 0 && box.bottom < HEIGHT
      && !taken.some((other, j) => j !== i && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
    if (!free) return "none";
    taken.push(free[1]);
    return free[0];
  });
}
