/**
 * From the blocks of a result to what the reader lays out: runs of the article's
 * own blocks and, between them, runs of page furniture that fold into one line.
 * Pure functions over the result, no DOM. A block that is longer than a screenful
 * of screenfuls is cut at sentence ends, so that no single text node grows past
 * what a browser lays out at once.
 *
 * @import { Block, Result, Role } from "../engine/types.js"
 */

import { firstAtOrAfter } from "./highlight.js";

/** @typedef {{ type: "content", block: Block, role: Role, start: number, end: number, continued: boolean }} Content */
/** @typedef {{ type: "furniture", blocks: { block: Block, role: Role }[], lines: number, start: number, end: number }} Furniture */
/** @typedef {Content | Furniture} Item */

/** What the reader said of a block, by the block's start. @typedef {Map<number, "text" | "furniture">} Verdicts */

const CONTENT = new Set(["headline", "byline", "dateline", "body", "caption"]);
const LONGEST = 12_000;
const CHUNK_UNITS = 16_000;
const CHUNK_ITEMS = 40;

/** @param {Role} role */
export const isContent = (role) => CONTENT.has(role);

/**
 * @param {Block} block
 * @param {Verdicts} verdicts
 * @returns {Role}
 */
export function roleOf(block, verdicts) {
  const verdict = verdicts.get(block.start);
  if (verdict === "text" && !isContent(block.role)) return "body";
  if (verdict === "furniture" && isContent(block.role)) return "other";
  return block.role;
}

/**
 * @param {Result} result
 * @param {Verdicts} verdicts
 * @returns {Item[]}
 */
export function outline(result, verdicts) {
  /** @type {Item[]} */
  const items = [];
  const sentenceEnds = result.sentences.map((sentence) => sentence.end);
  for (const block of result.blocks) {
    const role = roleOf(block, verdicts);
    if (isContent(role)) {
      let start = block.start;
      for (const end of cuts(block, result.text, sentenceEnds)) {
        items.push({ type: "content", block, role, start, end, continued: start > block.start });
        start = end;
      }
      continue;
    }
    const lines = linesIn(result.text, block);
    const last = items.at(-1);
    if (last?.type === "furniture") {
      last.blocks.push({ block, role });
      last.lines += lines;
      last.end = block.end;
    } else {
      items.push({ type: "furniture", blocks: [{ block, role }], lines, start: block.start, end: block.end });
    }
  }
  return items;
}

/**
 * Items in groups that are drawn, and skipped, together.
 * @param {Item[]} items
 * @returns {Item[][]}
 */
export function chunks(items) {
  /** @type {Item[][]} */
  const groups = [];
  let units = Infinity;
  for (const item of items) {
    const group = groups.at(-1);
    if (!group || units > CHUNK_UNITS || group.length >= CHUNK_ITEMS) {
      groups.push([item]);
      units = 0;
    } else {
      group.push(item);
    }
    units += item.end - item.start;
  }
  return groups;
}

/**
 * The ends of the pieces a block is shown in: one for any ordinary paragraph.
 * @param {Block} block
 * @param {string} text
 * @param {number[]} sentenceEnds
 */
function* cuts(block, text, sentenceEnds) {
  let start = block.start;
  while (block.end - start > LONGEST) {
    const limit = start + LONGEST;
    const sentence = sentenceEnds[firstAtOrAfter(sentenceEnds, limit + 1) - 1] ?? 0;
    const space = text.lastIndexOf(" ", limit);
    const end = [sentence, space].find((place) => place > start) ?? wholePair(text, limit);
    yield end;
    start = end;
  }
  yield block.end;
}

/**
 * @param {string} text
 * @param {number} at
 */
const wholePair = (text, at) => (text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff ? at + 1 : at);

/**
 * @param {string} text
 * @param {Block} block
 */
const linesIn = (text, { start, end }) => text.slice(start, end).split("\n").filter((line) => line.trim()).length;
