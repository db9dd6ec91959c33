/**
 * What a file is called: by the headline of its text, in letters that every file
 * system takes. Arabic stays Arabic; what has no shape or turns the direction of
 * writing round is left out, so that the ending stands where it belongs.
 *
 * @import { Result } from "../../engine/types.js"
 */

const LONGEST = 60;
/** Of paths and wildcards, and what no file name may hold on some system. */
const FORBIDDEN = /[\\/:*?"<>|#%{}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu;
const SHAPELESS = /[\p{Cf}\p{Co}\u0640\u064B-\u0652\u0670]/gu;
/** Names of devices in Windows. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The headline, or the beginning of the text where it has none.
 * @param {Result} result
 */
export function titleOf({ blocks, text }) {
  const block = blocks.find(({ role }) => role === "headline") ?? blocks.find(({ role }) => role === "body") ?? blocks[0];
  return block ? text.slice(block.start, Math.min(block.end, block.start + 200)).replace(/\s+/g, " ").trim() : "";
}

/**
 * @param {string} title
 * @returns {string} never empty, and no more than sixty letters, cut between words
 */
export function safeName(title) {
  const clean = title.normalize("NFC").replace(SHAPELESS, "").replace(FORBIDDEN, " ").replace(/\s+/g, " ").trim();
  const letters = [...clean];
  const cut = letters.length <= LONGEST ? clean : letters.slice(0, LONGEST + 1).join("").replace(/\s+\S*$/, "");
  const name = [...cut].slice(0, LONGEST).join("").replace(/^[.\s]+|[.\s\u060C\u061B,;-]+$/g, "");
  return name && !DEVICE.test(name) ? name : "mubin";
}
