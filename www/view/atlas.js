/**
 * The geography of the map, in a file of its own because coasts and borders weigh
 * more than the rest of the page: it is loaded when there are places to show. From
 * places it makes the outlines around them and where each of them lies, and it has
 * the gestures to move about there; drawing is the panel's work.
 *
 * @import { Topology, GeometryCollection, Polygon } from "topojson-specification"
 */

import { geoEqualEarth, geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import countries from "world-atlas/countries-50m.json" with { type: "json" };

export { createGestures } from "./map/gestures.js";

/** @typedef {{ lat: number, lon: number }} Spot */
/** @typedef {{ land: string, borders: string, at: [number, number][], closest: number, furthest: number }} Chart  outlines as path data, places as shares of width and height; closest:
 *   by how much one can zoom in before the coasts are crude; furthest: and out, as far as there is land */

export const WIDTH = 400;
export const HEIGHT = 300;
/** Beyond the edges there is land to move to, so many widths and heights. */
export const REACH = 1.5;
/** Room for the labels of places at the edge. */
const PADDING = 56;
/** A single place is shown with this many degrees around it. */
const AROUND = 4;
/** The outlines are good down to so many degrees. */
const FINEST = 1.5;
/** The whole earth needs little room around it. */
const ROUND = 0.75;
/** Beyond this the earth is too round for Mercator. */
const REGION = 60;

const world = /** @type {Topology<{ countries: GeometryCollection, land: Polygon }>} */ (/** @type {unknown} */ (countries));
const land = feature(world, world.objects.land);
const borders = mesh(world, world.objects.countries, (a, b) => a !== b);

/**
 * The meridian in the middle of the places, and how far to its sides they reach.
 * @param {Spot[]} spots
 */
function middleOf(spots) {
  const lons = spots.map(({ lon }) => lon).sort((a, b) => a - b);
  let [gap, after] = [lons[0] + 360 - lons[lons.length - 1], 0];
  for (let i = 1; i < lons.length; i++) if (lons[i] - lons[i - 1] > gap) [gap, after] = [lons[i] - lons[i - 1], i];
  const reach = 360 - gap;
  return { lon: lons[after] + reach / 2, reach };
}

/**
 * @param {Spot[]} spots  at least one
 * @returns {Chart}
 */
export function chart(spots) {
  const { lon, reach } = middleOf(spots);
  const lats = spots.map(({ lat }) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const lat = (south + north) / 2;
  const regional = reach < REGION && north - south < REGION && Math.abs(lat) < 65;
  const projection = (regional ? geoMercator() : geoEqualEarth()).rotate([-lon, 0]);
  const coordinates = [...spots.map((spot) => [spot.lon, spot.lat]), [lon - AROUND, lat], [lon + AROUND, lat]];
  projection.fitExtent([[PADDING, PADDING], [WIDTH - PADDING, HEIGHT - PADDING]], { type: "MultiPoint", coordinates });
  projection.clipExtent([[-REACH * WIDTH, -REACH * HEIGHT], [WIDTH * (1 + REACH), HEIGHT * (1 + REACH)]]);
  const path = geoPath(projection).digits(2);
  return {
    land: path(land) ?? "",
    borders: path(borders) ?? "",
    furthest: regional ? 1 / (1 + 2 * REACH) : ROUND,
    closest: Math.min(48, Math.max(4, Math.max(reach, north - south, 2 * AROUND) / FINEST)),
    at: spots.map((spot) => {
      const [x, y] = projection([spot.lon, spot.lat]) ?? [0, 0];
      return [x / WIDTH, y / HEIGHT];
    }),
  };
}
