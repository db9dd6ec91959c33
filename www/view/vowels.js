/**
 * A stretch of the text as it is shown with vowels, and the way between the two:
 * the offsets of the result count in the text as it was given, those of the node
 * in what is shown. A place inside a word is found by its letters, which are the
 * same in both; where they are not, it is the word's beginning or its end.
 *
 * @import { Result } from "../engine/types.js"
 */

import { firstAtOrAfter } from "./highlight.js";

/** @typedef {"start" | "end"} Side */

/** What is written above and below letters. */
const MARK = /\p{Mn}/u;

export class Vowelled {
  /** Of each replaced word: where it is in the text, and in what is shown. @type {number[][]} */
  #words = [];
  #given;

  /**
   * @param {Result} result
   * @param {number} start
   * @param {number} end
   */
  constructor(result, start, end) {
    const { text, morphology, tokens: { columns } } = result;
    let at = start;
    let shown = "";
    for (let token = firstAtOrAfter(columns.start, start); columns.end[token] <= end; token++) {
      const form = morphology?.vowelled(token);
      if (!form) continue;
      shown += text.slice(at, columns.start[token]);
      this.#words.push([columns.start[token], columns.end[token], shown.length, shown.length + form.length]);
      shown += form;
      at = columns.end[token];
    }
    this.start = start;
    this.#given = text;
    this.text = shown + text.slice(at, end);
  }

  /**
   * @param {number} offset  in the text
   * @param {Side} side  of a place
   */
  toShown(offset, side) {
    const [from, to, shownFrom, shownTo] = this.#wordBy(0, offset);
    if (offset >= to) return shownTo + offset - to;
    if (offset > from && lettersIn(this.#given, from, to) === lettersIn(this.text, shownFrom, shownTo)) {
      return skipLetters(this.text, shownFrom, lettersIn(this.#given, from, offset));
    }
    return side === "end" && offset > from ? shownTo : shownFrom;
  }

  /** @param {number} offset  in what is shown */
  toText(offset) {
    const [from, to, shownFrom, shownTo] = this.#wordBy(2, offset);
    if (offset >= shownTo) return to + offset - shownTo;
    return Math.min(skipLetters(this.#given, from, lettersIn(this.text, shownFrom, offset)), to - 1);
  }

  /**
   * @param {0 | 2} column
   * @param {number} offset
   * @returns {number[]} the last word that starts by the offset; the beginning where there is none
   */
  #wordBy(column, offset) {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#words[middle][column] <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#words[low - 1] ?? [this.start, this.start, 0, 0];
  }
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function lettersIn(text, start, end) {
  let letters = 0;
  for (let at = start; at < end; at++) if (!MARK.test(text[at])) letters++;
  return letters;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} letters
 * @returns {number} where the letter after so many others begins
 */
function skipLetters(text, start, letters) {
  let at = start;
  for (let left = letters; at < text.length; at++) {
    if (MARK.test(text[at])) continue;
    if (left-- === 0) break;
  }
  return at;
}
