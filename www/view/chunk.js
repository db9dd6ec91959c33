/**
 * The chunks that the reader lays out, skips and builds as one: a few windows of the text each.
 * They are made one after the other, as those of a long text that is not read yet are thousands, and few of them are looked at.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Furniture, Item } from "./outline.js"
 * @import { Piece } from "./pieces.js"
 */

import { element } from "./dom.js";
import { chunks, outline, unread } from "./outline.js";

/** @typedef {{ items: Item[], start: number, end: number, section: HTMLElement, pieces: Piece[], built: boolean }} Chunk */

/** Those of what was read. @param {Result} result */
export const readChunks = (result) => made(outline(result));

/** Those of the lines behind it. @param {Result} result */
export const restChunks = (result) => made(unread(result));

/**
 * @param {Iterable<Item>} items
 * @returns {Generator<Chunk>}
 */
function* made(items) {
  for (const group of chunks(items)) {
    yield { items: group, start: group[0].start, end: group[group.length - 1].end, section: element("div", { class: "chunk" }), pieces: [], built: false };
  }
}

/**
 * @param {Chunk} chunk
 * @param {Furniture} item
 * @returns {HTMLElement | null}
 */
export const foldIn = (chunk, item) => chunk.section.querySelector(`.fold[data-start="${item.start}"]`);
