/**
 * The beginning of a long text, read before the rest of it, so that there is something to look at while megabytes are
 * worked through. What is made of it is a result for the whole text: its layers reach as far as was read, and what follows is
 * there line by line, as text of which nothing is known yet. So offsets hold, and nothing of the text is lost if it stays at that.
 * Those lines are looked for when somebody asks: there are tens of thousands of them, and who waits for the beginning waits for none.
 *
 * @import { Block, Result } from "./types.js"
 */

/** A text of fewer UTF-16 units is read before anyone could look at its beginning. */
const LONG = 40_000;
/** A beginning fills a screen; it ends with a paragraph where one ends between these two. */
const ENOUGH = 2_000;
const MOST = 6_000;

/**
 * @param {string} text
 * @returns {number} where its beginning ends; 0 where it has none that could be read by itself
 */
export function beginningOf(text) {
  if (text.length < LONG) return 0;
  const head = text.slice(0, MOST);
  const line = head.indexOf("\n", ENOUGH);
  const end = (line < 0 ? head.lastIndexOf(" ") : line) + 1;
  return head.slice(0, end).trim() ? end : 0;
}

/**
 * The lines of the rest, as blocks of which nothing is known.
 * @param {string} text
 * @param {number} read  where the beginning ends
 * @returns {Generator<Block>}
 */
export function* linesFrom(text, read) {
  for (let start = read; start < text.length;) {
    const line = text.indexOf("\n", start);
    const end = line < 0 ? text.length : line;
    if (text.slice(start, end).trim()) yield { start, end, role: "body", score: 0 };
    start = end + 1;
  }
}

/** Of results of a beginning the blocks that were read. @type {WeakMap<object, Block[]>} */
const read = new WeakMap();

/**
 * The blocks of a result as far as it was read.
 * @param {Pick<Result, "blocks">} result
 */
export const readBlocks = (result) => read.get(result) ?? result.blocks;

/**
 * Lets the blocks of a beginning go on to the end of the text, once they are asked for.
 * @param {{ blocks: Block[] }[]} holders  of the same blocks
 * @param {string} text
 * @param {number} end  where the beginning ends
 */
export function withLines(holders, text, end) {
  const [{ blocks }] = holders;
  /** @type {Block[] | undefined} */
  let all;
  for (const holder of holders) {
    read.set(holder, blocks);
    Object.defineProperty(holder, "blocks", { enumerable: true, get: () => all ??= [...blocks, ...linesFrom(text, end)] });
  }
}

/**
 * Of decisions about places of the text those that lie in the beginning.
 * @template {{ end: number }} Place
 * @param {Place[] | null} places
 * @param {number} read
 */
export const within = (places, read) => places && places.filter(({ end }) => end <= read);
