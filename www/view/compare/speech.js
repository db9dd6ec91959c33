/**
 * What is said in both texts: by the same speaker, whatever it is; and with largely the
 * same content, whoever says it. Content is largely the same where two statements share
 * at least half of all their different content words (Jaccard index of the lemmas, of
 * four words or more). Whether they agree or contradict one another is left to the reader.
 *
 * @import { Result, Statement } from "../../engine/types.js"
 * @import { Saying, Speaker } from "../said.js"
 * @import { NamesOf } from "./names.js"
 * @import { Fold } from "./sequence.js"
 */

import { firstAtOrAfter } from "../highlight.js";
import { grouped, saidIn } from "../said.js";
import { vocabularyOf } from "../vocabulary.js";
import { numbered } from "./sequence.js";

export const LEAST_OVERLAP = 0.5;
const LEAST_LEMMAS = 4;
/** So many statements with a rare word are looked at; what recurs more often is a refrain. */
const TRIED = 64;

/** @typedef {{ name: string, left: Statement[], right: Statement[] }} SameSpeaker */
/** @typedef {{ left: Statement, right: Statement, overlap: number }} SameContent */
/** @typedef {{ speakers: SameSpeaker[], contents: SameContent[] }} Speech */

/**
 * @param {Result} left
 * @param {Result} right
 * @param {NamesOf[]} names
 * @param {Fold} fold
 * @returns {Promise<Speech>}
 */
export async function compareSpeech(left, right, names, fold) {
  return { speakers: await sameSpeakers(left, right, names, fold), contents: sameContents(left, right) };
}

/**
 * @param {Result} left
 * @param {Result} right
 * @param {NamesOf[]} names
 * @param {Fold} fold
 * @returns {Promise<SameSpeaker[]>}
 */
async function sameSpeakers(left, right, names, fold) {
  const [own, other] = [left, right].map((result) => grouped(saidIn(result), saidIn(result).sayings).filter(({ speaker: { name } }) => name !== null));
  const paired = new Map(names.flatMap(({ both }) => both.map((pair) => [`entity:${pair.left.entity.id}`, `entity:${pair.right.entity.id}`])));
  const byKey = new Map(other.map((speaking) => [speaking.speaker.key, speaking]));
  const spelled = await fold([...own, ...other].map(({ speaker: { name } }) => name ?? ""));
  const byName = new Map(other.map((speaking, i) => [spelled[own.length + i], speaking]));
  /** @type {Set<{ speaker: Speaker }>} */
  const taken = new Set();
  return own.flatMap((speaking, i) => {
    const { key, name } = speaking.speaker;
    const same = byKey.get(paired.get(key) ?? "") ?? (key.startsWith("phrase:") ? byName.get(spelled[i]) : undefined);
    if (!same || taken.has(same)) return [];
    taken.add(same);
    const statements = (/** @type {{ sayings: Saying[] }} */ { sayings }) => sayings.map(({ statement }) => statement);
    return [{ name: name ?? "", left: statements(speaking), right: statements(same) }];
  });
}

/**
 * Each statement with at most one of the other text, the nearest pairs first.
 * @param {Result} left
 * @param {Result} right
 * @returns {SameContent[]}
 */
function sameContents(left, right) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const [own, other] = [left, right].map((result) => contentsOf(result, numbers));
  const often = new Uint32Array(numbers.size);
  for (const lemmas of [...own, ...other]) for (const lemma of lemmas) often[lemma]++;
  /** @type {number[][]} */
  const holding = [];
  other.forEach((lemmas, i) => telling(lemmas, often).forEach((lemma) => {
    const places = holding[lemma] ??= [];
    if (places.length < TRIED) places.push(i);
  }));
  const pairs = own.flatMap((lemmas, i) => {
    const candidates = new Set(telling(lemmas, often).flatMap((lemma) => holding[lemma] ?? []));
    return [...candidates].map((j) => ({ i, j, overlap: jaccard(lemmas, other[j]) })).filter(({ overlap }) => overlap >= LEAST_OVERLAP);
  });
  const taken = [new Set(), new Set()];
  return pairs.sort((a, b) => b.overlap - a.overlap).filter(({ i, j }) => {
    if (taken[0].has(i) || taken[1].has(j)) return false;
    taken[0].add(i);
    taken[1].add(j);
    return true;
  }).map(({ i, j, overlap }) => ({ left: left.statements[i], right: right.statements[j], overlap }));
}

/**
 * Its rarest lemmas, so many that two sets without any of them in common cannot overlap enough (the prefix filter of Chaudhuri, Ganti and
 * Kaushik 2006); none of a statement that is too short.
 * @param {Set<number>} lemmas
 * @param {Uint32Array} often
 */
function telling(lemmas, often) {
  if (lemmas.size < LEAST_LEMMAS) return [];
  const rarest = [...lemmas].sort((a, b) => often[a] - often[b] || a - b);
  return rarest.slice(0, lemmas.size - Math.ceil(lemmas.size * LEAST_OVERLAP) + 1);
}

/**
 * @param {Set<number>} a
 * @param {Set<number>} b
 */
function jaccard(a, b) {
  let common = 0;
  for (const lemma of a) if (b.has(lemma)) common++;
  return common / (a.size + b.size - common);
}

/**
 * Of each statement the content words of what was said.
 * @param {Result} result
 * @param {Map<string, number>} numbers  of the lemmas
 * @returns {Set<number>[]}
 */
function contentsOf(result, numbers) {
  const { start } = result.tokens.columns;
  const lemmaOf = new Int32Array(start.length).fill(-1);
  for (const { lemma, closed, tokens } of vocabularyOf(result).lemmas) {
    if (closed) continue;
    const number = numbered(numbers, lemma);
    for (const token of tokens) lemmaOf[token] = number;
  }
  return result.statements.map(({ content }) => {
    const lemmas = new Set(lemmaOf.subarray(firstAtOrAfter(start, content.start), firstAtOrAfter(start, content.end)));
    lemmas.delete(-1);
    return lemmas;
  });
}
