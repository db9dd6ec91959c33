/**
 * The lines of a concordance as they are shown: each context in pieces, so that a
 * word in it can be marked, and cut to what has room.
 *
 * @import { ConcordanceLine, ConcordanceSort, Result, Span } from "../../engine/types.js"
 * @import { Ruler } from "./fit.js"
 */

import { directionOf } from "../dom.js";
import { fitEnd, fitStart } from "./fit.js";

/** @typedef {{ text: string, mark: boolean }} Piece */
/** `more`: words were left out at the outer edge. @typedef {{ pieces: Piece[], more: boolean }} Context */
/** @typedef {{ line: ConcordanceLine, dir: "rtl" | "ltr", before: Context, node: string, after: Context }} Row */
/** In pixels: of all, of the column of the words asked for; `stacked` where three columns have no room. @typedef {{ width: number, node: number, stacked: boolean }} Measure */

/** Room between the words asked for and a context, and for the points where it is cut. */
const GAP = 10;
const POINTS = 22;
/** Below this width the contexts stand above one another. */
const NARROW = 400;
/** The words asked for get no more than this share of the line, and no less than the heading above them needs. */
const NODE_SHARE = 0.4;
const NODE_LEAST = 56;

/** What would turn the line round or cannot be seen. */
const CONTROLS = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * On one line, as it reads.
 * @param {string} text
 */
export const plain = (text) => text.replace(CONTROLS, "").replace(/\s+/g, " ");

/**
 * @param {Result} result
 * @param {Span} span
 */
export const shown = ({ text }, { start, end }) => plain(text.slice(start, end)).trim();

const SILENT = new Set(["punct", "symbol", "emoji"]);

/**
 * The nth running word before a token (negative n) or after it, inside a span.
 * @param {Result} result
 * @param {number} token
 * @param {number} n
 * @param {Span} inside
 * @returns {number} -1 where there is none
 */
export function neighbour({ tokens: { columns: { start, end, kind }, kinds } }, token, n, inside) {
  const step = Math.sign(n);
  let left = Math.abs(n);
  for (let i = token + step; i >= 0 && i < start.length && start[i] >= inside.start && end[i] <= inside.end; i += step) {
    if (!SILENT.has(kinds[kind[i]]) && --left === 0) return i;
  }
  return -1;
}

/**
 * The word a concordance is sorted by.
 * @param {Result} result
 * @param {ConcordanceLine} line
 * @param {ConcordanceSort} sort
 * @returns {Span[]}
 */
export function sortedBy(result, line, sort) {
  const n = Number(sort.slice(-1));
  if (!n) return [];
  const token = sort.startsWith("before") ? neighbour(result, line.first, -n, line.before) : neighbour(result, line.last, n, line.after);
  const { start, end } = result.tokens.columns;
  return token < 0 ? [] : [{ start: start[token], end: end[token] }];
}

/**
 * @param {Result} result
 * @param {Span} span
 * @param {Span[]} marks  ascending
 * @returns {Piece[]}
 */
function piecesOf({ text }, { start, end }, marks) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    pieces.push({ text: plain(text.slice(at, mark.start)), mark: false }, { text: plain(text.slice(mark.start, mark.end)), mark: true });
    at = mark.end;
  }
  pieces.push({ text: plain(text.slice(at, end)), mark: false });
  return pieces;
}

/**
 * @param {Piece[]} pieces
 * @param {number} from
 * @param {number} to
 */
function slice(pieces, from, to) {
  let at = 0;
  return pieces.map(({ text, mark }) => {
    const piece = { text: text.slice(Math.max(0, from - at), Math.max(0, to - at)), mark };
    at += text.length;
    return piece;
  }).filter(({ text }) => text !== "");
}

/** @param {Piece[]} pieces */
const joined = (pieces) => pieces.map(({ text }) => text).join("");

/**
 * @param {Result} result
 * @param {ConcordanceLine[]} lines
 * @param {Ruler} ruler
 * @returns {Measure}
 */
export function measureOf(result, lines, ruler) {
  const { width } = ruler;
  const widest = lines.reduce((most, line) => Math.max(most, ruler.of(shown(result, line), true)), 0);
  return { width, node: Math.ceil(Math.max(NODE_LEAST, Math.min(widest, width * NODE_SHARE))) + 2 * GAP, stacked: width > 0 && width < NARROW };
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * A context that reaches the first or last word of its block has the marks around that too.
 * @param {string} text
 * @param {ConcordanceLine} line
 * @param {Span} block
 * @returns {{ before: Span, after: Span, earlier: boolean, later: boolean }} earlier, later: there are more words in the block
 */
function contextsOf(text, { start, end, before, after }, block) {
  const earlier = WORD.test(text.slice(block.start, before.start < before.end ? before.start : start));
  const later = WORD.test(text.slice(after.start < after.end ? after.end : end, block.end));
  return {
    before: earlier ? before : trimmed(text, block.start, start), after: later ? after : trimmed(text, end, block.end), earlier, later,
  };
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Span}
 */
function trimmed(text, start, end) {
  const inside = text.slice(start, end);
  return { start: end - inside.trimStart().length, end: Math.max(end - inside.trimStart().length, start + inside.trimEnd().length) };
}

/**
 * @param {Result} result
 * @param {ConcordanceLine} line
 * @param {Span[]} marks  words to be marked, ascending
 * @param {"rtl" | "ltr"} main
 * @param {Measure} measure
 * @param {Ruler} ruler
 * @returns {Row}
 */
export function rowOf(result, line, marks, main, { width, node, stacked }, ruler) {
  const { text, blocks } = result;
  const block = blocks[line.block] ?? { start: 0, end: text.length };
  const words = shown(result, line);
  const side = (width - node) / 2;
  const room = stacked ? { before: width, after: width - ruler.of(words, true) - GAP } : { before: side, after: side };
  const context = contextsOf(text, line, block);
  const { earlier, later } = context;
  const before = piecesOf(result, context.before, marks.filter(({ end }) => end <= line.start));
  const after = piecesOf(result, context.after, marks.filter(({ start }) => start >= line.end));
  const [early, late] = [joined(before), joined(after)];
  const from = !earlier && ruler.of(early) <= room.before ? 0 : fitEnd(early, room.before - POINTS, ruler);
  const to = !later && ruler.of(late) <= room.after ? late.length : fitStart(late, room.after - POINTS, ruler);
  return {
    line, dir: directionOf(text.slice(block.start, block.end), main), node: words,
    before: { pieces: slice(before, from, early.length), more: earlier || from > 0 },
    after: { pieces: slice(after, 0, to), more: later || to < late.length },
  };
}
