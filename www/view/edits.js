/**
 * Changes to a text as data: which stretches become what. A list of them ascends,
 * does not overlap, and counts in the text it is made for. What was said of places
 * in the text moves along with it, and what takes a change back is one more list.
 *
 * @import { Span } from "../engine/types.js"
 */

import { firstAtOrAfter } from "./highlight.js";

/** An empty stretch is a place to put something in. @typedef {Span & { insert: string }} Edit */

/** From an offset in the text before to the one after; `before`: what is put in at that very offset comes after it. @typedef {(offset: number, before?: boolean) => number} Move */

/**
 * @param {string} text
 * @param {Edit[]} edits
 */
export function applied(text, edits) {
  const parts = [];
  let at = 0;
  for (const { start, end, insert } of edits) {
    parts.push(text.slice(at, start), insert);
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/**
 * What takes the edits back, counted in the text they made.
 * @param {string} text  before them
 * @param {Edit[]} edits
 * @returns {Edit[]}
 */
export function inverse(text, edits) {
  let shift = 0;
  return edits.map(({ start, end, insert }) => {
    const from = start + shift;
    shift += insert.length - (end - start);
    return { start: from, end: from + insert.length, insert: text.slice(start, end) };
  });
}

/**
 * The one edit that makes a text another.
 * @param {string} before
 * @param {string} after
 * @returns {Edit[]} none where they are the same
 */
export function between(before, after) {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, end: before.length - tail, insert: after.slice(start, after.length - tail) }];
}

/**
 * @param {Edit[]} edits
 * @returns {Move}
 */
export function mover(edits) {
  const ends = edits.map(({ end }) => end);
  let sum = 0;
  const shifts = [0, ...edits.map(({ start, end, insert }) => (sum += insert.length - (end - start)))];
  return (offset, before = false) => {
    let done = firstAtOrAfter(ends, offset + 1);
    if (before && edits[done - 1]?.start === offset) done--;
    const inside = edits[done];
    if (inside && inside.start < offset && inside.end > offset) return inside.start + shifts[done] + Math.min(offset - inside.start, inside.insert.length);
    return offset + shifts[done];
  };
}

/**
 * Through one list of edits after the other.
 * @param {Edit[][]} steps
 * @returns {Move}
 */
export function along(steps) {
  const moves = steps.map(mover);
  return (offset, before) => moves.reduce((at, move) => move(at, before), offset);
}

/**
 * Spans in the text after the edits, those that the edits touch too.
 * @template {Span} S
 * @param {S[]} spans
 * @param {Edit[]} edits
 * @returns {S[]}
 */
export function moved(spans, edits) {
  const move = mover(edits);
  return spans.map((span) => {
    const start = move(span.start);
    return { ...span, start, end: Math.max(start, move(span.end, true)) };
  });
}

/**
 * The same without those that the edits touch.
 * @template {Span} S
 * @param {S[]} spans
 * @param {Edit[]} edits
 * @returns {S[]}
 */
export function untouched(spans, edits) {
  const ends = edits.map(({ end }) => end);
  return moved(spans.filter(({ start, end }) => {
    const edit = edits[firstAtOrAfter(ends, start + 1)] ?? null;
    return edit === null || edit.start >= end;
  }), edits);
}
