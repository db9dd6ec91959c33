/**
 * Walking through the words by keyboard. The reader takes the focus as one thing;
 * the arrows move from word to word in the direction of the text, Enter opens the
 * card of the word. Up and down stay with the page, which scrolls by them.
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
 * @param {Reader} reader
 * @param {Highlighter} highlighter
 * @param {{ result: () => Result | null, move: (token: number) => void, open: (token: number) => void }} on
 */
export function createCursor(reader, highlighter, on) {
  let at = -1;
  let place = 0;

  /** @param {number} token  -1: nowhere */
  const set = (token) => {
    at = token;
    place = on.result()?.tokens.columns.start[token] ?? 0;
    paint();
  };

  const paint = () => {
    const place = at >= 0 && reader.root === document.activeElement ? on.result()?.tokens.at(at) : undefined;
    highlighter.set("cursor", place ? { starts: [place.start], ends: [place.end] } : null);
  };

  /**
   * @param {Result} result
   * @param {number} from
   * @param {number} step
   */
  const next = (result, from, step) => {
    const { start, end } = result.tokens.columns;
    for (let token = from; token >= 0 && token < start.length; token += step) {
      if (isWord(result, token) && reader.rangeOf(start[token], end[token])) return token;
    }
    return -1;
  };

  /** @param {Result} result */
  const beginning = (result) => next(result, firstAtOrAfter(result.tokens.columns.start, reader.firstInView() ?? 0), 1);

  reader.root.addEventListener("keydown", (event) => {
    const result = on.result();
    if (!result || event.target !== reader.root || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const forward = reader.root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      const step = event.key === forward ? 1 : -1;
      const token = at < 0 ? beginning(result) : next(result, at + step, step);
      if (token < 0) return;
      set(token);
      on.move(token);
    } else if (event.key === "Enter") {
      const token = at < 0 ? beginning(result) : at;
      if (token < 0) return;
      event.preventDefault();
      set(token);
      on.open(token);
    }
  });
  reader.root.addEventListener("focus", paint);
  reader.root.addEventListener("blur", paint);

  return {
    set,
    /**
     * The text was edited: to where its word is now.
     * @param {Move} move
     */
    follow(move) {
      const result = on.result();
      if (at >= 0 && result) set(tokenAt(result, move(place)));
    },
  };
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
