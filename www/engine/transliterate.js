/**
 * The text in another script. What is known of its words is read out of the
 * columns of a result, so that readings someone decided for hold here too; the
 * schemes of letters need none of it.
 *
 * @import { Bindings, Result, RawWords, Scheme, TransliterateOptions } from "./types.js"
 */

/** @type {ReadonlySet<Scheme | "arabic">} */
const LETTERS = new Set(["arabic", "buckwalter", "safe-buckwalter", "hsb"]);

/**
 * Whether the vowels of the words are asked for.
 * @param {TransliterateOptions} options
 */
export const needsWords = ({ to, from = "arabic" }) => from === "arabic" && !LETTERS.has(to);

/**
 * A text of which nothing is known.
 * @param {string} text
 * @returns {RawWords}
 */
export const wordless = (text) => ({
  text, starts: new Uint32Array(), ends: new Uint32Array(), shapes: new Uint16Array(), vowelled: "", names: new Uint32Array(),
});

/**
 * The words of a result, or one of them: where they are, their vowelled forms and their make.
 * @param {Result} result
 * @param {number} [only]  a token
 * @returns {RawWords}
 */
export function wordsOf({ text, tokens, morphology, mentions }, only) {
  const { start, end } = tokens.columns;
  const [first, last] = only === undefined ? [0, tokens.length] : [only, only + 1];
  const [from, to] = only === undefined ? [0, text.length] : [start[only], end[only]];
  const starts = [];
  const ends = [];
  const shapes = [];
  const forms = [];
  for (let token = first; token < last && morphology; token++) {
    const form = morphology.vowelled(token);
    if (!form) continue;
    starts.push(start[token] - from);
    ends.push(end[token] - from);
    shapes.push(morphology.columns.shape[morphology.answerOf(token)]);
    forms.push(form);
  }
  const named = mentions.filter((mention) => (mention.type === "person" || mention.type === "place") && mention.end > from && mention.start < to);
  const pairs = named.flatMap((mention) => [Math.max(mention.start, from) - from, Math.min(mention.end, to) - from]);
  return {
    text: text.slice(from, to), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), shapes: Uint16Array.from(shapes),
    vowelled: forms.join("\n"), names: Uint32Array.from(pairs),
  };
}

/**
 * Calls the core.
 * @param {Bindings} bindings
 * @param {RawWords} words
 * @param {TransliterateOptions} options
 */
export function written({ transliterate }, { text, starts, ends, shapes, vowelled, names }, { to, from = "arabic", endings, capitals = false }) {
  return transliterate(text, from, to, endings, capitals, starts, ends, shapes, vowelled, names);
}
