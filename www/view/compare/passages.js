/**
 * Passages that stand in both texts word for word: the longest common sequences of at
 * least eight words. Every window of eight words gets a number, the same for the same
 * words, by naming pairs of pairs (Karp, Miller and Rosenberg 1972), which is exact and
 * takes time in proportion to the texts; a passage is then a run of windows that stand
 * one behind the other in both.
 *
 * @import { Span } from "../../engine/types.js"
 * @import { Sequence } from "./sequence.js"
 */

import { numbered } from "./sequence.js";

/** Shorter ones are phrases of the language rather than copies. */
export const LEAST = 8;
/** So many places of a window are tried for the one that goes on longest; what recurs more often is a refrain. */
const TRIED = 32;

/** @typedef {{ left: Span, right: Span, words: number }} Passage */
/**
 * @typedef {object} Copied
 * @property {Passage[]} passages  in the order of the right text
 * @property {number} left  share of the words of that text that stand in a common passage, 0 to 1
 * @property {number} right
 */

/**
 * @param {Sequence} left
 * @param {Sequence} right
 * @returns {Copied}
 */
export function copiedPassages(left, right) {
  const [a, b] = windows(left.ids, right.ids);
  /** @type {Map<number, number[]>} */
  const places = new Map();
  a.forEach((name, i) => {
    const known = places.get(name);
    if (!known) places.set(name, [i]);
    else if (known.length < TRIED) known.push(i);
  });
  /** @type {Passage[]} */
  const passages = [];
  for (let j = 0; j < b.length;) {
    const { at, run } = longest(a, b, j, places.get(b[j]) ?? []);
    if (run > 0) passages.push({ left: spanOf(left, at, run), right: spanOf(right, j, run), words: run + LEAST - 1 });
    j += Math.max(1, run);
  }
  return { passages, left: covered(a, b), right: covered(b, a) };
}

/**
 * The names of all windows of `LEAST` words; none for a text that is shorter.
 * @param {Int32Array} left
 * @param {Int32Array} right
 * @returns {Int32Array[]}
 */
function windows(left, right) {
  let rows = [left, right];
  for (let width = 1; width < LEAST; width *= 2) {
    /** @type {Map<number, number>} */
    const names = new Map();
    const most = rows.reduce((sofar, row) => row.reduce((high, name) => Math.max(high, name), sofar), 0) + 1;
    rows = rows.map((row) => Int32Array.from({ length: Math.max(0, row.length - width) }, (_, i) => numbered(names, row[i] * most + row[i + width])));
  }
  return rows;
}

/**
 * @param {Int32Array} a
 * @param {Int32Array} b
 * @param {number} j
 * @param {number[]} places
 */
function longest(a, b, j, places) {
  let best = { at: 0, run: 0 };
  for (const at of places) {
    let run = 1;
    while (at + run < a.length && j + run < b.length && a[at + run] === b[j + run]) run++;
    if (run > best.run) best = { at, run };
  }
  return best;
}

/**
 * @param {Sequence} sequence
 * @param {number} from
 * @param {number} run
 * @returns {Span}
 */
const spanOf = ({ start, end }, from, run) => ({ start: start[from], end: end[from + run + LEAST - 2] });

/**
 * @param {Int32Array} own
 * @param {Int32Array} other
 */
function covered(own, other) {
  const names = new Set(other);
  let words = 0;
  let upTo = 0;
  own.forEach((name, i) => {
    if (!names.has(name)) return;
    words += i + LEAST - Math.max(i, upTo);
    upTo = i + LEAST;
  });
  return own.length ? words / (own.length + LEAST - 1) : 0;
}
