/**
 * Which pins a map shows where, and which of their names: places that lie on one
 * another share a pin, and a name stands on a side where it covers no other name and
 * no pin, or it does not stand until one comes closer.
 */

/** In pixels. @typedef {{ x: number, y: number }} Point */
/** `members`: indices of the places, the most named first, by which it is called. @typedef {Point & { members: number[] }} Pin */
/** @typedef {"end" | "start" | "above" | "below" | "none"} Side  where a name stands beside its pin */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/** Pins nearer to each other cannot be pressed apart. */
const NEAR = 24;
/** Half of what is seen of a pin, and the height of a name. */
const PIN = 9;
const LINE = 24;

/**
 * @param {Point[]} points  the most named place first
 * @returns {Pin[]}
 */
export function pinsOf(points) {
  /** @type {Pin[]} */
  const pins = [];
  points.forEach(({ x, y }, i) => {
    const near = pins.find((pin) => Math.hypot(pin.x - x, pin.y - y) < NEAR);
    if (near) near.members.push(i);
    else pins.push({ x, y, members: [i] });
  });
  return pins;
}

/**
 * Whether the places of a pin come apart when one goes in so much closer.
 * @param {Point[]} points
 * @param {Pin} pin
 * @param {number} closer
 */
export const comesApart = (points, { members }, closer) => pinsOf(members.map((i) => ({ x: points[i].x * closer, y: points[i].y * closer }))).length > 1;

/**
 * @param {(Point & { width: number, first: boolean })[]} pins  width: of the name; first: its name stands before all others
 * @param {{ width: number, height: number }} frame
 * @param {Box} covered  by something else
 * @returns {Side[]}
 */
export function sidesOf(pins, frame, covered) {
  /** @type {Side[]} */
  const sides = pins.map(() => "none");
  /** @type {{ box: Box, of: number }[]} */
  const taken = pins.map(({ x, y }, of) => ({ of, box: { left: x - PIN, right: x + PIN, top: y - PIN, bottom: y + PIN } }));
  taken.push({ of: -1, box: covered });
  const order = pins.map((_, i) => i).sort((a, b) => Number(pins[b].first) - Number(pins[a].first) || a - b);
  for (const i of order) {
    const found = boxesOf(pins[i]).find(([, box]) => inside(box, frame) && !taken.some(({ of, box: other }) => of !== i && meet(box, other)));
    if (!found) continue;
    sides[i] = found[0];
    taken.push({ of: -1, box: found[1] });
  }
  return sides;
}

/**
 * @param {{ x: number, y: number, width: number }} pin
 * @returns {[Side, Box][]}
 */
function boxesOf({ x, y, width }) {
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({ left, right: left + width, top, bottom: top + LINE });
  return [
    ["end", box(x + PIN + 2, y - LINE / 2)], ["start", box(x - PIN - 2 - width, y - LINE / 2)],
    ["above", box(x - width / 2, y - PIN - LINE)], ["below", box(x - width / 2, y + PIN)],
  ];
}

/**
 * @param {Box} box
 * @param {{ width: number, height: number }} frame
 */
const inside = ({ left, right, top, bottom }, { width, height }) => left > 0 && right < width && top > 0 && bottom < height;

/**
 * @param {Box} a
 * @param {Box} b
 */
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
