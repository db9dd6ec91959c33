/**
 * The text nodes of the reader and the stretches of the text that stand in them.
 *
 * @import { Side, Vowelled } from "./vowels.js"
 */

/** `vowelled` where the node shows other letters than the text has; `lent`: it is being edited. @typedef {{ start: number, end: number, node: Text, vowelled: Vowelled | null, lent?: boolean }} Piece */

/**
 * @param {Piece} piece
 * @param {number} offset  in the text
 * @param {Side} side
 */
export const inNode = ({ start, vowelled }, offset, side) => (vowelled ? vowelled.toShown(offset, side) : offset - start);

/**
 * @param {Piece} piece
 * @param {number} offset  in the node
 */
export const inText = ({ start, vowelled }, offset) => (vowelled ? vowelled.toText(offset) : start + offset);

/**
 * @param {Piece} piece
 * @param {number} start
 * @param {number} end
 */
export function rangeIn(piece, start, end) {
  const range = document.createRange();
  range.setStart(piece.node, inNode(piece, start, "start"));
  range.setEnd(piece.node, inNode(piece, Math.min(end, piece.end), "end"));
  return range;
}

/**
 * @param {{ start: number }[]} spans  ascending
 * @param {number} offset
 * @returns {number} -1 when all start later
 */
export function lastStartingBy(spans, offset) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
