/**
 * Two texts as rows of numbers, one for each word: words that differ only in vowels,
 * tatweel, hamza or digits of another shape have the same number. What is no word is
 * passed over, and so is page furniture; figures count as words, because a copy with
 * another figure in it is no copy.
 *
 * @import { Result } from "../../engine/types.js"
 */

import { isContent } from "../outline.js";

/** @typedef {{ ids: Int32Array, start: Uint32Array, end: Uint32Array }} Sequence */
/** @typedef {(texts: string[]) => Promise<string[]>} Fold */

const COUNTED = new Set(["word", "number", "latin", "hashtag", "handle", "url", "email"]);
const EASTERN = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** @param {string} digit */
const western = (digit) => String((digit.codePointAt(0) ?? 0) & 15);

/**
 * @param {Result[]} results
 * @param {Fold} fold
 * @returns {Promise<Sequence[]>}
 */
export async function sequencesOf(results, fold) {
  /** @type {Map<string, number>} */
  const surfaces = new Map();
  const rows = results.map((result) => rowOf(result, surfaces));
  const folded = await fold([...surfaces.keys()]);
  /** @type {Map<string, number>} */
  const ids = new Map();
  const idOf = folded.map((form) => numbered(ids, form.replace(EASTERN, western).toLowerCase()));
  return rows.map(({ surface, start, end }) => ({
    ids: Int32Array.from(surface, (i) => idOf[i]), start: Uint32Array.from(start), end: Uint32Array.from(end),
  }));
}

/**
 * @template K
 * @param {Map<K, number>} numbers
 * @param {K} key
 */
export function numbered(numbers, key) {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/**
 * @param {Result} result
 * @param {Map<string, number>} surfaces
 */
function rowOf({ text, tokens: { columns, kinds }, sentences, blocks }, surfaces) {
  const counted = kinds.map((kind) => COUNTED.has(kind));
  const content = sentences.map(({ block }) => isContent(blocks[block].role));
  /** @type {number[]} */
  const surface = [];
  /** @type {number[]} */
  const start = [];
  /** @type {number[]} */
  const end = [];
  for (let token = 0; token < columns.start.length; token++) {
    if (!counted[columns.kind[token]] || !content[columns.sentence[token]]) continue;
    surface.push(numbered(surfaces, text.slice(columns.start[token], columns.end[token])));
    start.push(columns.start[token]);
    end.push(columns.end[token]);
  }
  return { surface, start, end };
}
