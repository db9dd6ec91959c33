/**
 * Which corrections of a result still stand, and where each is painted. The panel
 * and the part of the card that show them are a chunk of their own, see `writing/`;
 * what is here the page needs at once, for the lines under the words.
 *
 * @import { Correction, CorrectionKind, CorrectionTier, Result, Span } from "../engine/types.js"
 * @import { Edit } from "./edits.js"
 * @import { Places } from "./highlight.js"
 */

import { firstAtOrAfter } from "./highlight.js";

export const TIERS = /** @type {const} */ (["certain", "contextual", "unknown", "variant"]);

/** A correction the reader will not have, known by its place, its words and its rule. @typedef {Span & { written: string, why: string }} Ignored */

/**
 * @typedef {object} Undo  what takes a change back
 * @property {string} label
 * @property {number} from  the edition of the text it can be taken back in
 * @property {number} to  the edition that the text becomes again
 * @property {Edit[] | null} edits
 * @property {boolean} [inPlace]  a paragraph was edited where it is read
 * @property {Ignored[] | null} ignored  before the change, where it was no change of the text
 */

/**
 * @typedef {object} Correcting  what the panel remembers
 * @property {CorrectionTier | null} tier  the only one that is listed
 * @property {CorrectionKind | null} kind
 * @property {boolean} grouped  the same fix at several places is one row
 * @property {number} shown  how many rows
 * @property {ReadonlySet<number>} done  accepted, though the result does not know it yet
 * @property {Undo[]} undo  the latest last
 * @property {string | null} marked  the hidden characters that are marked in the text
 */

/** Every control of the direction without its partner, of whatever name. */
export const UNBALANCED = "unbalanced";

/** @type {Correcting} */
export const correctingDefaults = { tier: null, kind: null, grouped: false, shown: 100, done: new Set(), undo: [], marked: null };

/**
 * What is remembered of a text for the next one, and that nothing may turn its order round unseen.
 * @param {Result} result  of the next one
 * @param {Correcting} before
 * @returns {Correcting}
 */
export const correctingAfresh = ({ characters }, { grouped }) => (
  { ...correctingDefaults, grouped, marked: characters.some(({ unbalanced }) => unbalanced) ? UNBALANCED : null });

/** @typedef {{ result: Result | null, ignored: Ignored[], ownWords: string[], correcting: Correcting }} Standing */

/** @type {[unknown[], number[]]} */
let known = [[], []];

/**
 * The corrections that are neither ignored nor among the reader's own words nor just accepted.
 * @param {Standing} state
 * @returns {number[]} their indices; the same list as long as nothing changes
 */
export function standing({ result, ignored, ownWords, correcting: { done } }) {
  const asked = [result, ignored, ownWords, done];
  if (asked.every((value, i) => value === known[0][i])) return known[1];
  const own = new Set(ownWords);
  const dismissed = new Set(ignored.map(keyOf));
  const found = (result?.corrections ?? []).flatMap((correction, i) => {
    const closed = done.has(i) || own.has(writtenAt(result, correction)) || dismissed.has(keyOf(correction));
    return closed ? [] : [i];
  });
  known = [asked, found];
  return found;
}

/** @param {Span & { why: string }} correction */
const keyOf = ({ start, end, why }) => `${start}:${end}:${why}`;

/**
 * @param {Result | null} result
 * @param {Span} span
 */
const writtenAt = (result, { start, end }) => result?.text.slice(start, end) ?? "";

/**
 * @param {Result} result
 * @param {Correction} correction
 * @returns {Ignored}
 */
export const ignoredOf = (result, { start, end, why }) => ({ start, end, why, written: writtenAt(result, { start, end }) });

/**
 * Those that still stand for the same words.
 * @param {Ignored[]} ignored
 * @param {string} text
 */
export const stillThere = (ignored, text) => ignored.filter(({ start, end, written }) => text.slice(start, end) === written);

/** White space and what has no width: a line under them alone would not be seen. */
const UNSEEN = /^[\s\p{Cf}\p{Cc}]*$/u;

/**
 * A correction with a letter on both sides where it has none of its own.
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
export function seenSpan(text, { start, end }) {
  if (!UNSEEN.test(text.slice(start, end))) return { start, end };
  const lone = (/** @type {number} */ at) => at >= 0 && at < text.length && text[at] !== "\n";
  return { start: lone(start - 1) ? start - 1 : start, end: lone(end) ? end + 1 : end };
}

/**
 * @param {Result} result
 * @param {number[]} indices
 * @param {CorrectionTier} tier
 * @returns {Places}
 */
export function paintedPlaces({ text, corrections }, indices, tier) {
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  for (const i of indices) {
    if (corrections[i].tier !== tier) continue;
    const { start, end } = seenSpan(text, corrections[i]);
    starts.push(Math.max(start, ends.at(-1) ?? 0));
    ends.push(Math.max(end, starts[starts.length - 1]));
  }
  return { starts, ends };
}

/**
 * The corrections of a token: of its letters, or of the space and the hidden characters at its edges.
 * @param {Result} result
 * @param {number} token
 * @returns {number[]}
 */
export function correctionsOn({ text, corrections, tokens: { columns } }, token) {
  const [from, to] = [columns.start[token], columns.end[token]];
  /** @type {number[]} */
  const found = [];
  for (let i = firstEndingFrom(corrections, from); i < corrections.length && corrections[i].start <= to; i++) {
    const { start, end } = corrections[i];
    if ((start < to && end > from) || UNSEEN.test(text.slice(start, end))) found.push(i);
  }
  return found;
}

/** @type {WeakMap<Correction[], Uint32Array>} */
const ends = new WeakMap();

/**
 * @param {Correction[]} corrections
 * @param {number} offset
 */
function firstEndingFrom(corrections, offset) {
  let column = ends.get(corrections);
  if (!column) ends.set(corrections, column = Uint32Array.from(corrections, ({ end }) => end));
  return firstAtOrAfter(column, offset);
}
