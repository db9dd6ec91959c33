/**
 * A result as callers see it. The large layers stay in the typed-array columns
 * they crossed the boundary in; a token or a word becomes an object only when it
 * is looked at, so that a text of a million words costs a few arrays.
 *
 * @import { Lines, LazyList, Morphology, PlainLayers, RawResult, Result, Token, TokenColumns, TokenKind, Word, WordColumns } from "./types.js"
 */

import { withLines } from "./beginning.js";
import { apart } from "./columns.js";
import { MorphologyTable, vowelled } from "./morphology.js";
import { joined } from "./parts.js";
import { RowShelf } from "./rows.js";

/** @implements {LazyList<Token>} */
class TokenList {
  /** @type {Map<TokenKind, number> | undefined} */ #kindCounts;

  /**
   * @param {TokenColumns} columns
   * @param {string[]} kinds
   * @param {Morphology | null} morphology
   */
  constructor(columns, kinds, morphology) {
    this.columns = columns;
    this.morphology = morphology;
    this.kinds = /** @type {TokenKind[]} */ (kinds);
  }

  get length() {
    return this.columns.start.length;
  }

  /**
   * @param {number} index
   * @returns {Token | undefined}
   */
  at(index) {
    if (index < 0) index += this.length;
    if (!(index >= 0 && index < this.length)) return undefined;
    const { start, end, kind, sentence } = this.columns;
    return {
      start: start[index], end: end[index], kind: this.kinds[kind[index]], sentence: sentence[index],
      analysis: this.morphology?.analysis(index) ?? null,
    };
  }

  *[Symbol.iterator]() {
    for (let i = 0; i < this.length; i++) yield /** @type {Token} */ (this.at(i));
  }

  /** @returns {Map<TokenKind, number>} only the kinds that occur */
  kindCounts() {
    return this.#kindCounts ??= this.#count();
  }

  #count() {
    const counts = new Uint32Array(this.kinds.length);
    const { kind } = this.columns;
    for (let i = 0; i < kind.length; i++) counts[kind[i]]++; // an iterator makes an object for each of a million
    return new Map(this.kinds.map((kind, i) => /** @type {const} */ ([kind, counts[i]])).filter(([, n]) => n > 0));
  }
}

/** @implements {LazyList<Word>} */
class WordTable {
  /** @type {Int32Array | undefined} */ #types;

  /**
   * @param {Lines<WordColumns>} joined
   * @param {number} tokenCount
   */
  constructor(joined, tokenCount) {
    /** @type {WordColumns} */
    this.columns = apart(joined, { forms: joined.counts.length });
    this.tokenCount = tokenCount;
  }

  get length() {
    return this.columns.counts.length;
  }

  /**
   * @param {number} index
   * @returns {Word | undefined}
   */
  at(index) {
    if (index < 0) index += this.length;
    if (!(index >= 0 && index < this.length)) return undefined;
    const { forms, counts, closed, offsets, tokens } = this.columns;
    return {
      form: forms[index], count: counts[index], closed: closed[index] === 1,
      tokens: tokens.subarray(offsets[index], offsets[index + 1]),
    };
  }

  *[Symbol.iterator]() {
    for (let i = 0; i < this.length; i++) yield /** @type {Word} */ (this.at(i));
  }

  /**
   * The way back, from a token to its row.
   * @param {number} token
   * @returns {number} -1 for a token that is not counted
   */
  typeOf(token) {
    if (!this.#types) {
      this.#types = new Int32Array(this.tokenCount).fill(-1);
      const { offsets, tokens } = this.columns;
      for (let type = 0; type < this.length; type++) {
        for (let i = offsets[type]; i < offsets[type + 1]; i++) this.#types[tokens[i]] = type;
      }
    }
    return this.#types[token] ?? -1;
  }
}

/**
 * @param {string} text
 * @param {RawResult} raw
 * @param {RowShelf} shelf  of whoever asked
 * @param {number} [read]  up to where the text was read
 * @returns {Result}
 */
export function makeResult(text, raw, shelf, read = text.length) {
  const { kinds, tokens, words, morphology: answers, outline, lists } = raw;
  /** @type {PlainLayers} */
  const plain = joined(JSON.parse(outline), lists);
  const morphology = answers && new MorphologyTable(answers, shelf.take(answers), tokens);
  const tokenList = new TokenList(tokens, kinds, morphology);
  const wordTable = new WordTable(words, tokenList.length);
  const result = Object.defineProperties(/** @type {any} */ ({ ...plain, tokens: tokenList, words: wordTable }), {
    text: { value: text },
    read: { value: read },
    morphology: { value: morphology },
    vowelled: { value: () => vowelled(text, morphology, tokens) },
    toJSON: { value: () => toJSON(plain, tokenList, wordTable) },
  });
  if (read < text.length) withLines([result, plain], text, read);
  return result;
}

/**
 * The object of the result model, in UTF-16.
 * @param {PlainLayers} plain
 * @param {TokenList} tokens
 * @param {WordTable} words
 */
function toJSON(plain, tokens, words) {
  return {
    ...plain,
    tokens: [...tokens],
    words: Array.from(words, (word) => ({ ...word, tokens: [...word.tokens] })),
  };
}
