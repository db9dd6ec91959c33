/**
 * The lines of a concordance in which another word stands near: what the concordance
 * of a collocation shows. The engine finds the places of both; here the word is
 * looked for in the window of each line, by the count the collocations were made with.
 *
 * @import { Concordance, ConcordanceLine, ConcordanceOptions, Found, Result, Span, Study } from "../../engine/types.js"
 * @import { Pair } from "../studies.js"
 */

import { firstAtOrAfter } from "../highlight.js";
import { neighbour } from "./lines.js";

/** The most lines an answer has. */
const LIMIT = 1000;

/** @typedef {{ line: ConcordanceLine, partners: Span[] }} PairLine */

/**
 * Every line of a concordance.
 * @param {Study} study
 * @param {string} query
 * @param {ConcordanceOptions} options
 * @returns {Promise<Concordance>}
 */
export async function wholeConcordance(study, query, options) {
  const first = await study.concordance(query, { ...options, offset: 0, limit: LIMIT });
  const lines = [...first.lines];
  while (lines.length < first.total) {
    const { lines: more } = await study.concordance(query, { ...options, offset: lines.length, limit: LIMIT });
    if (more.length === 0) break;
    lines.push(...more);
  }
  return { ...first, lines };
}

/**
 * The places of a word inside the window around a line.
 * @param {Result} result
 * @param {ConcordanceLine} line
 * @param {Found} found
 * @param {Pair} pair
 * @returns {Span[]} ascending
 */
export function partnersOf(result, line, found, pair) {
  const inside = result.sentences[line.sentence] ?? line;
  const bound = (/** @type {number} */ token, /** @type {number} */ n, /** @type {number} */ limit) => {
    if (n === 0) return token;
    const last = neighbour(result, token, n, inside);
    return last < 0 ? limit : last;
  };
  const from = bound(line.first, -pair.before, 0);
  const to = bound(line.last, pair.after, result.tokens.length);
  /** @type {Span[]} */
  const spans = [];
  for (let i = firstAtOrAfter(found.first, from); i < found.first.length && found.last[i] <= to; i++) {
    const own = found.first[i] <= line.last && found.last[i] >= line.first;
    if (!own && found.sentence[i] === line.sentence) spans.push({ start: found.start[i], end: found.end[i] });
  }
  return spans;
}

/**
 * @param {Result} result
 * @param {Concordance} concordance  whole
 * @param {Found} found
 * @param {Pair} pair
 * @returns {PairLine[]} in the order of the concordance
 */
export const pairLines = (result, { lines }, found, pair) => lines
  .map((line) => ({ line, partners: partnersOf(result, line, found, pair) }))
  .filter(({ partners }) => partners.length > 0);
