/**
 * Walking through the words by keyboard. The reader takes the focus as one thing;
 * the arrows move from word to word in the direction of the text and from line to
 * line as it stands on screen, with Control from sentence to sentence, with Shift
 * they select words; Enter opens the card of the word. As long as no word is
 * current, up and down stay with the page, which scrolls by them.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Move } from "./edits.js"
 * @import { Highlighter } from "./highlight.js"
 * @import { Reader } from "./reader.js"
 */

import { correctionsOn } from "./corrections.js";
import { firstAtOrAfter } from "./highlight.js";
import { isMarked } from "./layers.js";
import { tokenAt } from "./pointer.js";

/**
 * @typedef {object} On
 * @property {() => Result | null} result
 * @property {(token: number) => void} move
 * @property {(token: number) => void} open
 * @property {(token: number) => void} edit  the paragraph of the word
 * @property {(anchor: number, token: number) => void} select  the words from the one to the other
 */

/**
 * @param {Reader} reader
 * @param {Highlighter} highlighter
 * @param {On} on
 */
export function createCursor(reader, highlighter, on) {
  let at = -1;
  let place = 0;
  /** Where a selection began. */
  let anchor = -1;
  /** Across several lines up or down the cursor keeps to this column. @type {number | null} */
  let column = null;

  /** @param {number} token  -1: nowhere */
  const set = (token) => {
    at = token;
    place = on.result()?.tokens.columns.start[token] ?? 0;
    paint();
  };

  const paint = () => {
    const place = at >= 0 && reader.root === reader.host.root.activeElement ? on.result()?.tokens.at(at) : undefined;
    highlighter.set("cursor", place ? { starts: [place.start], ends: [place.end] } : null);
  };

  /**
   * @param {KeyboardEvent} event
   * @param {Result} result
   * @returns {number | null}  null: the key is not the cursor's; -1: no further
   */
  const wanted = ({ key, ctrlKey }, result) => {
    const forward = reader.root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = key === forward || key === "ArrowDown" ? 1 : -1;
    const arrow = key.startsWith("Arrow");
    const across = key === "ArrowUp" || key === "ArrowDown";
    if (at < 0) return key === "ArrowLeft" || key === "ArrowRight" ? beginning(reader, result) : null;
    if (arrow && ctrlKey) return sentenceFrom(reader, result, at, step);
    if (across) return lineFrom(reader, result, at, step, column ??= middle(reader, result, at));
    if (arrow) return nextWord(reader, result, at + step, step);
    if (!ctrlKey && (key === "Home" || key === "End")) return endOfLine(reader, result, at, key === "Home" ? -1 : 1);
    return null;
  };

  reader.root.addEventListener("keydown", (event) => {
    const result = on.result();
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!result || event.target !== reader.root || altKey || metaKey) return;
    if (key === "Enter" || key === "F2") {
      const token = at < 0 ? beginning(reader, result) : at;
      if (token < 0 || ctrlKey || shiftKey) return;
      event.preventDefault();
      set(token);
      (key === "F2" ? on.edit : on.open)(token);
      return;
    }
    const from = at;
    const token = wanted(event, result);
    const across = key === "ArrowUp" || key === "ArrowDown";
    if (token === null || (token < 0 && across)) return; // beyond the first and the last line the page scrolls on
    event.preventDefault();
    if (token < 0) return;
    if (!across) column = null;
    set(token);
    if (shiftKey) {
      if (anchor < 0) anchor = from < 0 ? token : from;
      on.select(anchor, token);
      return;
    }
    if (anchor >= 0) getSelection()?.removeAllRanges();
    anchor = -1;
    on.move(token);
  });
  reader.root.addEventListener("focus", paint);
  reader.root.addEventListener("blur", paint);

  return {
    /** @param {number} token */
    set(token) {
      column = null;
      anchor = -1;
      set(token);
    },
    /** A selection was given up. */
    release: () => (anchor = -1),
    /**
     * The text was edited: to where its word is now.
     * @param {Move} move
     */
    follow(move) {
      const result = on.result();
      if (at >= 0 && result) set(tokenAt(result, move(place)));
      column = null;
      anchor = -1;
    },
  };
}

/**
 * The next word that is laid out and has something to be said of it.
 * @param {Reader} reader
 * @param {Result} result
 * @param {number} from
 * @param {number} step
 */
export function nextWord(reader, result, from, step) {
  const { start, end } = result.tokens.columns;
  for (let token = from; token >= 0 && token < start.length; token += step) {
    if (isWord(result, token) && reader.rangeOf(start[token], end[token])) return token;
  }
  return -1;
}

/**
 * @param {Reader} reader
 * @param {Result} result
 */
const beginning = (reader, result) => nextWord(reader, result, firstAtOrAfter(result.tokens.columns.start, reader.firstInView() ?? 0), 1);

/**
 * @param {Reader} reader
 * @param {Result} result
 * @param {number} token
 */
const boxOf = (reader, { tokens: { columns } }, token) => reader.boxOf(columns.start[token], columns.end[token]) ?? new DOMRect();

/**
 * @param {Reader} reader
 * @param {Result} result
 * @param {number} token
 */
function middle(reader, result, token) {
  const { left, width } = boxOf(reader, result, token);
  return left + width / 2;
}

/** @param {DOMRect} one @param {DOMRect} other */
const onOneLine = (one, other) => Math.abs(one.top + one.height / 2 - other.top - other.height / 2) < Math.min(one.height, other.height) / 2;

/**
 * The word of the line above or below that is nearest to a column.
 * @param {Reader} reader
 * @param {Result} result
 * @param {number} from
 * @param {number} step
 * @param {number} column
 */
function lineFrom(reader, result, from, step, column) {
  const here = boxOf(reader, result, from);
  /** @type {DOMRect | null} */
  let line = null;
  let [best, off] = [-1, Infinity];
  for (let token = nextWord(reader, result, from + step, step); token >= 0; token = nextWord(reader, result, token + step, step)) {
    const box = boxOf(reader, result, token);
    if (onOneLine(box, line ?? here) !== Boolean(line)) {
      if (line) break;
      continue;
    }
    line ??= box;
    const far = Math.abs(box.left + box.width / 2 - column);
    if (far < off) [best, off] = [token, far];
  }
  return best;
}

/**
 * @param {Reader} reader
 * @param {Result} result
 * @param {number} from
 * @param {number} step
 */
function endOfLine(reader, result, from, step) {
  const here = boxOf(reader, result, from);
  let last = from;
  for (let token = from; token >= 0 && onOneLine(boxOf(reader, result, token), here); token = nextWord(reader, result, token + step, step)) last = token;
  return last;
}

/**
 * The first word of the sentence after this one; or of this one, and when it is there already, of the one before.
 * @param {Reader} reader
 * @param {Result} result
 * @param {number} from
 * @param {number} step
 */
function sentenceFrom(reader, result, from, step) {
  const { sentence } = result.tokens.columns;
  const first = (/** @type {number} */ token) => nextWord(reader, result, firstAtOrAfter(sentence, sentence[token]), 1);
  if (step > 0) return nextWord(reader, result, firstAtOrAfter(sentence, sentence[from] + 1), 1);
  const own = first(from);
  if (own < from) return own;
  const before = nextWord(reader, result, from - 1, -1);
  return before < 0 ? -1 : first(before);
}

/**
 * Whether a token has something to be said of it: a word, a number that belongs to a time or an amount, a mark that is wrong.
 * @param {Result} result
 * @param {number} token
 */
export function isWord(result, token) {
  if ((result.morphology?.answerOf(token) ?? -1) >= 0 || result.words.typeOf(token) >= 0) return true;
  const punctuation = result.tokens.kinds[result.tokens.columns.kind[token]] === "punct";
  return punctuation ? correctionsOn(result, token).length > 0 : isMarked(result, token);
}
