/**
 * The words of a result by what they are: lemmas, and roots with the lemmas they
 * gave. Counts the same tokens as the word table does. Made once for a result, and
 * only when something asks.
 *
 * @import { Result } from "../engine/types.js"
 */

/** `closed`: a function word. @typedef {{ lemma: string, root: string, closed: boolean, tokens: number[] }} LemmaRow */
/** @typedef {{ root: string, lemmas: LemmaRow[], tokens: number[] }} RootRow */
/** Rows with the most frequent first. @typedef {{ lemmas: LemmaRow[], roots: RootRow[] }} Vocabulary */

const CLOSED = new Set(["ADP", "CCONJ", "DET", "PART", "PRON", "SCONJ"]);

/** @type {WeakMap<Result, Vocabulary>} */
const known = new WeakMap();

/** @param {Result} result */
export function vocabularyOf(result) {
  let found = known.get(result);
  if (!found) {
    found = gather(result);
    known.set(result, found);
  }
  return found;
}

/**
 * @param {Result} result
 * @returns {Vocabulary}
 */
function gather({ morphology, words }) {
  /** @type {Map<string, LemmaRow>} */
  const lemmas = new Map();
  /** @type {Map<string, RootRow>} */
  const roots = new Map();
  /** Rows of the answers, each found once. @type {LemmaRow[]} */
  const byAnswer = [];
  if (!morphology) return { lemmas: [], roots: [] };
  const { columns } = morphology;
  for (const token of Uint32Array.from(words.columns.tokens).sort()) {
    const answer = morphology.answerOf(token);
    if (answer < 0) continue;
    const lemma = columns.lemma[answer];
    const root = columns.root[answer];
    const key = `${lemma} ${root}`;
    const row = byAnswer[answer] ?? lemmas.get(key) ?? {
      lemma, root, tokens: [],
      closed: columns.sourceNames[columns.source[answer]] === "closed" || CLOSED.has(columns.uposNames[columns.upos[answer]]),
    };
    byAnswer[answer] = row;
    lemmas.set(key, row);
    row.tokens.push(token);
    if (!root) continue;
    const family = roots.get(root) ?? { root, lemmas: [], tokens: [] };
    roots.set(root, family);
    family.tokens.push(token);
    if (row.tokens.length === 1) family.lemmas.push(row);
  }
  const rows = [...roots.values()];
  for (const { lemmas: family } of rows) family.sort(mostFirst);
  return { lemmas: [...lemmas.values()].sort(mostFirst), roots: rows.sort(mostFirst) };
}

/**
 * @param {{ tokens: number[] }} a
 * @param {{ tokens: number[] }} b
 */
const mostFirst = (a, b) => b.tokens.length - a.tokens.length;

/**
 * Where else the lemma of a word stands, and where other words of its root do.
 * @param {Result} result
 * @param {number} token
 */
export function kinOf(result, token) {
  const analysis = result.morphology?.analysis(token);
  const { lemmas, roots } = vocabularyOf(result);
  if (!analysis) return { lemma: [], root: [] };
  const same = lemmas.find(({ lemma, root }) => lemma === analysis.lemma && root === (analysis.root ?? ""))?.tokens ?? [];
  const family = analysis.root ? roots.find(({ root }) => root === analysis.root)?.tokens ?? [] : [];
  const own = new Set(same);
  return { lemma: same, root: family.filter((other) => !own.has(other) && other !== token) };
}

/**
 * The rows of the word tables that a token belongs to, by the ids they have there.
 * @param {Result} result
 * @param {number} token
 * @returns {string[]}
 */
export function rowsAt(result, token) {
  const type = result.words.typeOf(token);
  if (type < 0) return [];
  const analysis = result.morphology?.analysis(token);
  const { lemmas, roots } = vocabularyOf(result);
  const lemma = analysis ? lemmas.findIndex((row) => row.lemma === analysis.lemma && row.root === (analysis.root ?? "")) : -1;
  const root = analysis?.root ? roots.findIndex((row) => row.root === analysis.root) : -1;
  return [`word:${type}`, `lemma:${lemma}`, `root:${root}`];
}

/**
 * The radicals apart, as dictionaries print them.
 * @param {string} root
 */
export const spaced = (root) => [...root].join(" ");
