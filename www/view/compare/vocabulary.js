/**
 * The vocabulary of two texts against one another: what they share, and what marks
 * either. A word marks a text where the evidence is strong and the difference large.
 *
 * Evidence: log-likelihood (G², Dunning 1993, in the two-cell form of Rayson and
 * Garside 2000), from 3.84 on significant at 5 %. Size: log ratio (Hardie 2014), the
 * binary logarithm of the ratio of relative frequencies, half an occurrence in place of
 * none, at least 1, which is twice as often.
 *
 * @import { Result } from "../../engine/types.js"
 * @import { Fold } from "./sequence.js"
 */

import { vocabularyOf } from "../vocabulary.js";

export const LEAST_G2 = 3.84;
export const LEAST_RATIO = 1;
const LEAST_COUNT = 2;

/** @typedef {{ label: string, folded: string, count: number, closed: boolean, tokens: ArrayLike<number> }} Entry */
/**
 * @typedef {object} Row
 * @property {string} id  a lemma with its root, because two may be spelled alike
 * @property {string} label
 * @property {string} folded
 * @property {boolean} closed  a function word
 * @property {ArrayLike<number>} left  its tokens there
 * @property {ArrayLike<number>} right
 * @property {number} g2  the strength of the evidence, never negative
 * @property {number} ratio  above 0: more frequent in the left text
 */
/**
 * @typedef {object} Vocabularies
 * @property {"lemma" | "form"} by  spellings where words are not explained
 * @property {[number, number]} words  running words that were counted
 * @property {Row[]} shared  the most frequent first
 * @property {Row[]} left  what marks it, the strongest first
 * @property {Row[]} right
 * @property {number} overlap  of the different content words of both, the share that both have (Jaccard), 0 to 1
 */

/**
 * @param {Result} left
 * @param {Result} right
 * @param {Fold} fold
 * @returns {Promise<Vocabularies>}
 */
export async function compareVocabularies(left, right, fold) {
  const by = left.morphology && right.morphology ? "lemma" : "form";
  const [a, b] = await Promise.all([left, right].map((result) => entriesOf(result, by, fold)));
  const words = /** @type {[number, number]} */ ([a, b].map((entries) => [...entries.values()].reduce((sum, { count }) => sum + count, 0)));
  const rows = [...new Set([...a.keys(), ...b.keys()])].map((id) => rowOf(id, a.get(id), b.get(id), words));
  const open = rows.filter(({ closed }) => !closed);
  const shared = rows.filter((row) => row.left.length > 0 && row.right.length > 0);
  const marking = rows.filter((row) => row.g2 >= LEAST_G2 && Math.abs(row.ratio) >= LEAST_RATIO && Math.max(row.left.length, row.right.length) >= LEAST_COUNT)
    .sort((one, other) => other.g2 - one.g2);
  return {
    by, words,
    shared: shared.sort((one, other) => other.left.length + other.right.length - one.left.length - one.right.length),
    left: marking.filter(({ ratio }) => ratio > 0),
    right: marking.filter(({ ratio }) => ratio < 0),
    overlap: open.length ? shared.filter(({ closed }) => !closed).length / open.length : 0,
  };
}

/**
 * @param {Result} result
 * @param {"lemma" | "form"} by
 * @param {Fold} fold
 * @returns {Promise<Map<string, Entry>>}
 */
async function entriesOf(result, by, fold) {
  if (by === "lemma") {
    const { lemmas } = vocabularyOf(result);
    const folded = await fold(lemmas.map(({ lemma }) => lemma));
    return new Map(lemmas.map(({ lemma, root, closed, tokens }, i) => (
      [`${lemma} ${root}`, { label: lemma, folded: folded[i], count: tokens.length, closed, tokens }])));
  }
  const { forms, counts, closed, offsets, tokens } = result.words.columns;
  const folded = await fold(forms);
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  forms.forEach((form, i) => {
    const own = tokens.subarray(offsets[i], offsets[i + 1]);
    const known = entries.get(folded[i]);
    entries.set(folded[i], known ? { ...known, count: known.count + counts[i], tokens: [...Array.from(known.tokens), ...own] }
      : { label: form, folded: folded[i], count: counts[i], closed: closed[i] === 1, tokens: own });
  });
  return entries;
}

/**
 * @param {string} id
 * @param {Entry | undefined} left
 * @param {Entry | undefined} right
 * @param {[number, number]} words
 * @returns {Row}
 */
function rowOf(id, left, right, [c, d]) {
  const { label, folded, closed } = /** @type {Entry} */ (left ?? right);
  const [a, b] = [left?.count ?? 0, right?.count ?? 0];
  return { id, label, folded, closed, left: left?.tokens ?? [], right: right?.tokens ?? [], g2: logLikelihood(a, b, c, d), ratio: logRatio(a, b, c, d) };
}

/**
 * @param {number} a  occurrences in the first text
 * @param {number} b  and in the second
 * @param {number} c  words of the first text
 * @param {number} d  and of the second
 */
export function logLikelihood(a, b, c, d) {
  const share = (a + b) / (c + d);
  const part = (/** @type {number} */ seen, /** @type {number} */ words) => (seen ? seen * Math.log(seen / (words * share)) : 0);
  return Math.max(0, 2 * (part(a, c) + part(b, d)));
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} c
 * @param {number} d
 */
export const logRatio = (a, b, c, d) => Math.log2(((a || 0.5) / Math.max(1, c)) / ((b || 0.5) / Math.max(1, d)));
