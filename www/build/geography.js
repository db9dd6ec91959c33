/**
 * The coasts and borders of the map, thinned to what a screen shows: the map is a
 * few hundred pixels wide and never closer than some eight degrees, so bends of a
 * pixel or two go (Douglas and Peucker, along each arc, whose ends stay, so that
 * neighbours keep their common border). Names and numbers of countries go too.
 */

import { readFile } from "node:fs/promises";

/** In degrees. */
const TOLERANCE = 0.04;
/** A ring of fewer points is no ring. */
const RING = 4;

/** @typedef {[number, number]} Point */

/** @returns {import("esbuild").Plugin} */
export const thinnedGeography = () => ({
  name: "thinned geography",
  setup(build) {
    build.onLoad({ filter: /world-atlas[\\/].*\.json$/ }, async ({ path }) => (
      { contents: JSON.stringify(thinned(JSON.parse(await readFile(path, "utf8")))), loader: "json" }));
  },
});

/** @param {any} topology  quantised, its arcs as steps from point to point */
function thinned({ type, transform, objects, arcs }) {
  const tolerance = TOLERANCE / Math.max(...transform.scale);
  for (const { geometries = [] } of Object.values(objects)) {
    for (const geometry of geometries) {
      delete geometry.properties;
      delete geometry.id;
    }
  }
  return { type, transform, objects, arcs: arcs.map((/** @type {Point[]} */ arc) => steps(thin(points(arc), tolerance))) };
}

/**
 * @param {Point[]} steps
 * @returns {Point[]}
 */
function points(steps) {
  let [x, y] = [0, 0];
  return steps.map(([dx, dy]) => [x += dx, y += dy]);
}

/**
 * @param {Point[]} points
 * @returns {Point[]}
 */
const steps = (points) => points.map(([x, y], i) => (i ? [x - points[i - 1][0], y - points[i - 1][1]] : [x, y]));

/**
 * @param {Point[]} arc
 * @param {number} tolerance
 */
function thin(arc, tolerance) {
  const last = arc.length - 1;
  const kept = new Set([0, last]);
  const open = [[0, last]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [farthest, distance] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const away = distanceTo(arc[i], arc[from], arc[to]);
      if (away > distance) [farthest, distance] = [i, away];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  const closed = arc[0][0] === arc[last][0] && arc[0][1] === arc[last][1];
  return closed && kept.size < RING ? arc : arc.filter((_, i) => kept.has(i));
}

/**
 * @param {Point} point
 * @param {Point} a
 * @param {Point} b
 */
function distanceTo([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
