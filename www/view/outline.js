/**
 * From the blocks of a result to what the reader lays out: runs of the article's
 * own blocks and, between them, runs of page furniture that fold into one line.
 * Pure functions over the result, no DOM. A block that is longer than a screenful
 * of screenfuls is cut at sentence ends, so that no single text node grows past
 * what a browser lays out at once.
 *
 * @import { Block, Result, Role } from "../engine/types.js"
 */

import { linesFrom, readBlocks } from "../engine/beginning.js";
import { leanOf } from "./dom.js";
import { firstAtOrAfter } from "./highlight.js";

/** @typedef {{ type: "content", block: Block, start: number, end: number, continued: boolean }} Content */
/** @typedef {{ type: "furniture", blocks: Block[], lines: number, start: number, end: number }} Furniture */
/** @typedef {Content | Furniture} Item */

const CONTENT = new Set(["headline", "byline", "dateline", "body", "caption"]);
const LONGEST = 12_000;
/** A few windows high: what is laid out when one comes near must fit into a frame. */
const CHUNK_UNITS = 3_000;
const CHUNK_ITEMS = 24;
const SAMPLED = 100;

/** @param {Role} role */
export const isContent = (role) => CONTENT.has(role);

/**
 * What was read of a text.
 * @param {Result} result
 * @returns {Item[]}
 */
export function outline(result) {
  /** @type {Item[]} */
  const items = [];
  /** @type {number[] | undefined} */
  let ends;
  const sentenceEnds = () => ends ??= result.sentences.map((sentence) => sentence.end);
  for (const block of readBlocks(result)) {
    if (isContent(block.role)) {
      let start = block.start;
      for (const end of block.end - block.start > LONGEST ? cuts(block, result.text, sentenceEnds) : [block.end]) {
        items.push({ type: "content", block, start, end, continued: start > block.start });
        start = end;
      }
      continue;
    }
    const lines = linesIn(result.text, block);
    const last = items.at(-1);
    if (last?.type === "furniture") {
      last.blocks.push(block);
      last.lines += lines;
      last.end = block.end;
    } else {
      items.push({ type: "furniture", blocks: [block], lines, start: block.start, end: block.end });
    }
  }
  return items;
}

/**
 * The direction of the article: that of most of its own blocks, each with the
 * weight of its beginning; of a long text, of blocks from all of it.
 * @param {Result} result
 * @returns {"rtl" | "ltr" | null} null where no letter decides
 */
export function mainDirection(result) {
  const { text } = result;
  const blocks = readBlocks(result);
  const own = blocks.filter((block) => isContent(block.role));
  let lean = 0;
  const asked = own.length ? own : blocks;
  const step = Math.ceil(asked.length / SAMPLED);
  for (let i = 0; i < asked.length; i += step) lean += leanOf(text.slice(asked[i].start, asked[i].end));
  return lean === 0 ? null : lean > 0 ? "rtl" : "ltr";
}

/**
 * Items in groups that are drawn, and skipped, together.
 * @param {Iterable<Item>} items
 * @returns {Generator<Item[]>}
 */
export function* chunks(items) {
  /** @type {Item[]} */
  let group = [];
  let units = 0;
  for (const item of items) {
    if (group.length && (units > CHUNK_UNITS || group.length >= CHUNK_ITEMS)) {
      yield group;
      [group, units] = [[], 0];
    }
    group.push(item);
    units += item.end - item.start;
  }
  if (group.length) yield group;
}

/**
 * The lines behind what was read, one by one as they are asked for.
 * @param {Result} result
 * @returns {Generator<Content>}
 */
export function* unread({ text, read }) {
  for (const block of linesFrom(text, read)) {
    let { start } = block;
    for (const end of block.end - start > LONGEST ? cuts(block, text, () => []) : [block.end]) {
      yield { type: "content", block, start, end, continued: start > block.start };
      start = end;
    }
  }
}

/**
 * The ends of the pieces a block too long for one is shown in.
 * @param {Block} block
 * @param {string} text
 * @param {() => number[]} sentenceEnds  asked for where a block has to be cut
 */
function* cuts(block, text, sentenceEnds) {
  let start = block.start;
  while (block.end - start > LONGEST) {
    const limit = start + LONGEST;
    const ends = sentenceEnds();
    const sentence = ends[firstAtOrAfter(ends, limit + 1) - 1] ?? 0;
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
