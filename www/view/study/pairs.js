/**
 * The lines of a concordance in which another word stands near: what the concordance
 * of a collocation shows. The engine finds the places of both; here the word is
 * looked for in the window of each, by the count the collocations were made with.
 *
 * @import { ConcordanceLine, ConcordanceOptions, Found, Result, Span, Study } from "../../engine/types.js"
 * @import { Pair } from "../studies.js"
 */

import { firstAtOrAfter } from "../highlight.js";
import { neighbour } from "./lines.js";

/** The most lines that an answer has. */
const LIMIT = 1000;

/**
 * Every line of a concordance, asked for as they are needed.
 * @param {Study} study
 * @param {string} query
 * @param {ConcordanceOptions} options
 * @returns {AsyncGenerator<ConcordanceLine>}
 */
export async function* linesOf(study, query, options) {
  for (let offset = 0, total = 1; offset < total; offset += LIMIT) {
    const answer = await study.concordance(query, { ...options, offset, limit: LIMIT });
    total = answer.total;
    yield* answer.lines;
  }
}

/** The places that have the other word near them, in the order of the text, and by their first token where it stands. @typedef {{ starts: number[], ends: number[], partners: Map<number, Span[]> }} Near */

/**
 * @param {Result} result
 * @param {Found} node
 * @param {Found} other
 * @param {Pair} pair
 * @returns {Near}
 */
export function near(result, node, other, pair) {
  /** @type {Near} */
  const places = { starts: [], ends: [], partners: new Map() };
  for (let i = 0; i < node.first.length; i++) {
    const spans = partnersOf(result, { first: node.first[i], last: node.last[i], sentence: node.sentence[i] }, other, pair);
    if (spans.length === 0) continue;
    places.starts.push(node.start[i]);
    places.ends.push(node.end[i]);
    places.partners.set(node.first[i], spans);
  }
  return places;
}

/**
 * @param {Result} result
 * @param {{ first: number, last: number, sentence: number }} node
 * @param {Found} other
 * @param {Pair} pair
 * @returns {Span[]} ascending
 */
function partnersOf(result, { first, last, sentence }, other, pair) {
  const inside = result.sentences[sentence];
  /** The token at the edge of the window. @param {number} token @param {number} n @param {number} open  where the sentence ends sooner */
  const edge = (token, n, open) => {
    if (n === 0) return token;
    const found = neighbour(result, token, n, inside);
    return found < 0 ? open : found;
  };
  const from = edge(first, -pair.before, 0);
  const to = edge(last, pair.after, result.tokens.length);
  /** @type {Span[]} */
  const spans = [];
  for (let i = firstAtOrAfter(other.first, from); i < other.first.length && other.last[i] <= to; i++) {
    const apart = other.first[i] > last || other.last[i] < first;
    if (apart && other.sentence[i] === sentence) spans.push({ start: other.start[i], end: other.end[i] });
  }
  return spans;
}
