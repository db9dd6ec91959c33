/**
 * The map of the places: outlines in SVG, and over them pins and names in HTML, so
 * that Arabic is set by the same engine as everywhere. Every pin is a button that is
 * one with its row in the list below, which says the same in words.
 *
 * @import { Geo, Result } from "../engine/types.js"
 * @import { Chart } from "./atlas.js"
 * @import { EntityRow } from "./entities.js"
 * @import { Linked } from "./links.js"
 * @import { Atlas, MapDesk } from "./map/desk.js"
 * @import { Pin, Point, Side } from "./map/layout.js"
 */

import { html, nothing } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";
import { entityRows, ofKind } from "./entities.js";
import { lacking } from "./lexicon.js";
import { holdButton, missingView } from "./links.js";
import { comesApart, pinsOf, sidesOf } from "./map/layout.js";
import { spotOf } from "./names.js";

/** More would be a heap of pins. */
const PLACES = 200;
/** Room around a pin's name, for its count and its doubt. */
const MARGIN = 8;
/** Of the buttons, in pixels. */
const TOOLS = { width: 48, height: 120 };
/** How much closer one goes to tell the places of a pin apart. */
const APART = 4;

/** @typedef {{ chart: Chart, rows: EntityRow[] }} Drawing */
/** @type {WeakMap<Result, Drawing>} */
const drawn = new WeakMap();

/**
 * @param {Result} result
 * @param {EntityRow[]} wanted  places that are listed
 * @param {Atlas | "loading" | "failed"} atlas
 * @param {MapDesk} desk
 * @param {Linked} linked
 * @param {() => void} reload
 */
export function mapView(result, wanted, atlas, desk, linked, reload) {
  const { t } = linked;
  const rows = locatedIn(result);
  if (rows.length === 0 && lacking(linked.packs, "map").length) return missingView("map", "names.mapMissing", linked);
  if (rows.length === 0) return html`<p class="quiet">${t.text("map.none")}</p>`;
  if (atlas === "failed") {
    return html`<p class="remark map-failed"><span>${t.text("map.failed")}</span>
      <button type="button" @click=${reload}>${t.text("map.reload")}</button></p>`;
  }
  if (atlas === "loading") return html`<div class="map map-wait"><p class="quiet" role="status">${t.text("map.loading")}</p></div>`;
  const drawing = drawingOf(result, rows, atlas);
  desk.about(drawing.chart, atlas);
  const { k, x, y } = desk.view;
  return html`<figure class="map-figure">
    <div class="map-frame">
      <div class="map-tools" role="group" aria-label=${t.text("names.mapTools")}>
        ${tool("names.closer", "M8 3v10M3 8h10", desk.closer, linked)}${tool("names.further", "M3 8h10", desk.further, linked)}
        ${tool("names.whole", "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10", desk.whole, linked)}
      </div>
      <div class="map" dir="ltr" role="group" tabindex="0" aria-label=${t.text("names.map")} aria-describedby="map-keys"
        ${ref(desk.attach)} @keydown=${desk.key}>
        <svg viewBox="0 0 ${atlas.WIDTH} ${atlas.HEIGHT}" aria-hidden="true"><g transform="translate(${x} ${y}) scale(${k})">
          <path class="land" d=${drawing.chart.land}/><path class="borders" d=${drawing.chart.borders}/></g></svg>
        ${pinsView(drawing, new Set(wanted), atlas, desk, linked)}
      </div>
    </div>
    <p class="unseen" id="map-keys">${t.text("names.mapKeys")}</p>
    ${openedView(rows, desk, linked)}
    <figcaption class="quiet">${t.text(rows.some(({ entity }) => entity.geo?.ambiguous) ? "map.captionAmbiguous" : "map.caption")}
      <span class="by-touch">${t.text("names.byTouch")}</span></figcaption>
  </figure>`;
}

/**
 * @param {Result} result
 * @returns {EntityRow[]} places with their coordinates, most named first
 */
const locatedIn = (result) => drawn.get(result)?.rows ?? ofKind(entityRows(result), "place").filter(({ entity }) => entity.geo !== null).slice(0, PLACES);

/**
 * @param {Result} result
 * @param {EntityRow[]} rows
 * @param {Atlas} atlas
 */
function drawingOf(result, rows, atlas) {
  let drawing = drawn.get(result);
  if (!drawing) drawn.set(result, drawing = { rows, chart: atlas.chart(rows.map(({ entity }) => /** @type {Geo} */ (entity.geo))) });
  return drawing;
}

/**
 * @param {string} key
 * @param {string} path
 * @param {() => void} act
 * @param {Linked} linked
 */
const tool = (key, path, act, { t }) => html`<button type="button" class="icon" aria-label=${t.text(key)} title=${t.text(key)} @click=${act}>
  <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path}/></svg></button>`;

/**
 * @param {Drawing} drawing
 * @param {ReadonlySet<EntityRow>} wanted
 * @param {Atlas} atlas
 * @param {MapDesk} desk
 * @param {Linked} linked
 */
function pinsView({ rows, chart }, wanted, { WIDTH, HEIGHT }, desk, linked) {
  const { lit, pressed } = linked;
  const { view: { k, x, y }, width } = desk;
  const height = width * HEIGHT / WIDTH;
  const shown = rows.flatMap((row, i) => (wanted.has(row) ? [{ row, unit: { x: chart.at[i][0] * WIDTH, y: chart.at[i][1] * HEIGHT } }] : []));
  desk.follow(pressed, shown.find(({ row }) => spotOf(row).id === pressed)?.unit, { WIDTH, HEIGHT });
  const scale = width / WIDTH;
  const points = shown.map(({ unit }) => ({ x: (unit.x * k + x) * scale, y: (unit.y * k + y) * scale }));
  const pins = pinsOf(points).filter((pin) => pin.x > 0 && pin.x < width && pin.y > 0 && pin.y < height);
  const isLit = (/** @type {Pin} */ { members }) => members.some((i) => lit.has(spotOf(shown[i].row).id) || pressed === spotOf(shown[i].row).id);
  const sides = sidesOf(pins.map((pin) => ({ ...pin, width: desk.measure(labelOf(pin, shown)) + MARGIN, first: isLit(pin) })), { width, height }, toolsBox(width, linked.t.dir));
  return repeat(pins, ({ members }) => shown[members[0]].row.entity.id, (pin, i) => {
    const own = pin.members.map((member) => shown[member].row);
    return pinView(own, { pin, side: sides[i], isLit: isLit(pin), frame: { width, height } }, linked, () => (
      comesApart(points, pin, APART) ? desk.go(closeTo(shown[pin.members[0]].unit, k * APART, { WIDTH, HEIGHT })) : desk.open(own.map(({ entity }) => entity.id))));
  });
}

/**
 * Where the buttons lie over the map: on the side where lines end.
 * @param {number} width
 * @param {string} dir
 */
const toolsBox = (width, dir) => ({ left: dir === "rtl" ? 0 : width - TOOLS.width, right: dir === "rtl" ? TOOLS.width : width, top: 0, bottom: TOOLS.height });

/**
 * @param {Point} unit
 * @param {number} k
 * @param {{ WIDTH: number, HEIGHT: number }} size
 */
const closeTo = (unit, k, { WIDTH, HEIGHT }) => ({ k, x: WIDTH / 2 - unit.x * k, y: HEIGHT / 2 - unit.y * k });

/**
 * @param {Pin} pin
 * @param {{ row: EntityRow }[]} shown
 */
const labelOf = ({ members }, shown) => `${shown[members[0]].row.entity.name}${members.length > 1 ? ` +${members.length - 1}` : ""}`;

/**
 * @param {EntityRow[]} own  the places of the pin
 * @param {{ pin: Pin, side: Side, isLit: boolean, frame: { width: number, height: number } }} manner
 * @param {Linked} linked
 * @param {() => void} part
 */
function pinView(own, { pin, side, isLit, frame }, { t, pressed, visit, light }, part) {
  const spot = spotOf(own[0]);
  const many = own.length > 1;
  const { entity } = own[0];
  const doubt = own.some((row) => row.entity.geo?.ambiguous);
  const label = many ? `${t.text("names.together", { n: own.length })}: ${own.map((row) => row.entity.name).join(t.text("list.comma"))}`
    : `${entity.name}${t.text("list.comma")}${t.country(entity.geo?.country ?? "")}${doubt ? `${t.text("list.comma")}${t.text("map.ambiguous")}` : ""}`;
  return html`<button type="button" class="pin" data-side=${side} ?data-lit=${isLit} ?data-many=${many} ?data-ambiguous=${doubt && !many}
    aria-label=${label} aria-pressed=${many ? nothing : pressed === spot.id} .style=${`--x: ${pin.x / frame.width}; --y: ${pin.y / frame.height}`}
    @click=${() => (many ? part() : visit(spot, true))}
    @pointerenter=${() => light(spot)} @pointerleave=${() => light(null)} @focus=${() => light(spot)} @blur=${() => light(null)}>
    <span class="pin-name" aria-hidden="true"><bdi lang="ar" dir="rtl">${entity.name}${many ? html`<b class="pin-more" dir="ltr">+${t.number(own.length - 1)}</b>` : doubt ? html`<b class="doubt">؟</b>` : nothing}</bdi></span></button>`;
}

/**
 * The places of a pin that lie on one another however close one comes.
 * @param {EntityRow[]} rows
 * @param {MapDesk} desk
 * @param {Linked} linked
 */
function openedView(rows, desk, linked) {
  const own = rows.filter(({ entity }) => desk.opened.includes(entity.id));
  if (own.length === 0) return nothing;
  return html`<div class="map-opened phrases" role="group" aria-label=${linked.t.text("names.together", { n: own.length })}>${own.map((row) => (
    holdButton(spotOf(row), linked, html`<bdi lang="ar" dir="rtl">${row.entity.name}</bdi>`, "phrase")))}</div>`;
}
