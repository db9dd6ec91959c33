/**
 * The rows of the word table, by written form, by lemma or by root, in the order
 * asked for, with what the search finds; kept until something they depend on changes.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { LemmaRow } from "./vocabulary.js"
 * @import { WordsState } from "./words.js"
 */

import { spaced, vocabularyOf } from "./vocabulary.js";

/** Of each list that was asked for, its entries folded for the search. @typedef {Partial<Record<WordsState["by"], string[]>>} Folds */
/** `id` is that of the focus on its places; `family` the lemmas of a root. @typedef {{ id: string, label: string, rank: number, count: number, closed: boolean, tokens: ArrayLike<number>, family: LemmaRow[] | null }} Row */

/**
 * What is searched, entry by entry.
 * @param {Result} result
 * @param {WordsState["by"]} by
 */
export function searchable(result, by) {
  if (by === "form") return result.words.columns.forms;
  return by === "lemma" ? vocabularyOf(result).lemmas.map(({ lemma }) => lemma) : vocabularyOf(result).roots.map(({ root }) => root);
}

/** Radicals are written with a bare hamza, seekers write the letter it sits on. @param {string} text */
const bare = (text) => text.replace(/[اأإآؤئء]/g, "ا").replaceAll(" ", "");

/**
 * @param {Result} result
 * @param {WordsState["by"]} by
 * @returns {Row[]}
 */
function listed(result, by) {
  if (by === "form") {
    const { forms, counts, closed, offsets, tokens } = result.words.columns;
    return forms.map((label, type) => ({
      id: `word:${type}`, label, rank: type + 1, count: counts[type], closed: closed[type] === 1,
      tokens: tokens.subarray(offsets[type], offsets[type + 1]), family: null,
    }));
  }
  const { lemmas, roots } = vocabularyOf(result);
  if (by === "lemma") {
    return lemmas.map(({ lemma, tokens, closed }, i) => (
      { id: `lemma:${i}`, label: lemma, rank: i + 1, count: tokens.length, closed, tokens, family: null }));
  }
  return roots.map(({ root, lemmas: family, tokens }, i) => (
    { id: `root:${i}`, label: spaced(root), rank: i + 1, count: tokens.length, closed: family.every(({ closed }) => closed), tokens, family }));
}

export function createRows() {
  /** @type {unknown[]} */
  let known = [];
  /** @type {Row[]} */
  let rows = [];
  /**
   * @param {Result} result
   * @param {Folds} folds  once the engine has answered
   * @param {WordsState} state
   * @param {ReadonlySet<number> | null} found  tokens that the engine found, in place of the search in the rows
   * @param {Translator} t
   */
  return (result, folds, { by, folded, hideClosed, order, reversed }, found, t) => {
    const asked = [result, folds, by, folded, hideClosed, order, reversed, found, t];
    if (asked.every((value, i) => value === known[i])) return rows;
    known = asked;
    const keys = folds[by] ?? searchable(result, by);
    const wanted = by === "root" ? bare(folded) : folded;
    /** @param {Row} row @param {number} i */
    const passes = ({ tokens }, i) => (found
      ? Array.prototype.some.call(tokens, (token) => found.has(token))
      : !wanted || (by === "root" ? bare(keys[i]) : keys[i]).includes(wanted));
    rows = listed(result, by).filter((row, i) => !(hideClosed && row.closed) && passes(row, i));
    if (order === "word") rows.sort((a, b) => t.compare(a.label, b.label));
    if (reversed) rows.reverse();
    return rows;
  };
}
