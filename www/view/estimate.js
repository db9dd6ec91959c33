/**
 * How high a stretch of the text will be, before it is laid out. The browser skips
 * what is far from the window, and needs its height for the scrollbar; a guess that
 * is far off makes the text jump. How many letters go into a line is read off the
 * longest paragraph that is laid out already, so no font has to be measured.
 *
 * @import { Host } from "./host.js"
 * @import { Item } from "./outline.js"
 */

/** In pixels, but for `letters`: how many of them a line holds. @typedef {{ letters: number, line: number, gap: number, rem: number }} Gauge */

/** Of the letters' size: how wide one is, where no paragraph is long enough to tell. */
const LETTER = 0.42;
/** In rem: a fold with the space below it, and the row above a block that says what part it is. */
const FOLD = 3.35;
const LABEL = 2.2;
const TELLING = 3;

/**
 * @param {HTMLElement} root
 * @param {Host} host
 * @returns {Gauge | null} null while the text is not on screen
 */
export function gaugeOf(root, host) {
  const width = root.clientWidth;
  if (!width) return null;
  const { fontSize, lineHeight } = getComputedStyle(root);
  const line = parseFloat(lineHeight);
  const rem = parseFloat(getComputedStyle(host.frame).fontSize);
  const paragraphs = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".chunk:first-child p.body"))];
  const longest = paragraphs.reduce((/** @type {HTMLElement | null} */ best, one) => (lengthOf(one) > lengthOf(best) ? one : best), null);
  const lines = longest ? Math.round(longest.clientHeight / line) : 0;
  const letters = lines < TELLING ? width / (parseFloat(fontSize) * LETTER) : lengthOf(longest) / (lines - 0.5);
  return { letters, line, gap: 1.1 * rem, rem };
}

/** @param {Element | null} node */
const lengthOf = (node) => node?.textContent?.length ?? 0;

/**
 * @param {Item[]} items
 * @param {Gauge} gauge
 * @param {boolean} parts  whether every block shows its role
 */
export const heightOf = (items, { letters, line, gap, rem }, parts) => Math.round(items.reduce((sum, item) => (
  sum + (item.type === "furniture" ? FOLD * rem : Math.ceil((item.end - item.start) / letters) * line + gap + (parts ? LABEL * rem : 0))), 0));
