/**
 * Texts of any length for what must hold at any length: the annotated pages one after another, never twice the same. Lines of a page's
 * body change places with those of others, some words come from elsewhere with other letters attached, and numbers are new, so that
 * words, names and amounts go on growing as they do in real text. The same length and seed give the same text.
 */

import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../golden/pages/", import.meta.url);
/** Letters that are attached to words: in front, behind. */
const BEFORE = ["", "", "و", "ف", "ب", "ل", "وال", "بال", "لل", "ك"];
const AFTER = ["", "", "", "ه", "ها", "هم", "نا", "ات", "ين"];
/** Of so many words one is exchanged. */
const EXCHANGED = 16;

/** @typedef {{ role: string, text: string }} Line */

/** The pages as lines, without their annotation. @returns {Line[][]} */
function read() {
  const line = (/** @type {string} */ row) => {
    const [role, text = ""] = row.split("\t");
    return { role, text: text.replaceAll("‖", "") };
  };
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
  return files.map((name) => readFileSync(new URL(name, folder), "utf8").trimEnd().split("\n").map(line));
}

/** Numbers below a bound, one after another (mulberry32). @param {number} seed */
function chance(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Pages without end, each as a text. @param {number} [seed] @returns {Generator<string, never>} */
export function* pages(seed = 1) {
  const all = read();
  const bodies = all.flat().filter(({ role }) => role === "body").map(({ text }) => text);
  const words = [...new Set(bodies.join(" ").match(/[\u0621-\u064a]{4,9}/g))];
  const below = chance(seed);
  const any = (/** @type {string[]} */ list) => /** @type {string} */ (list[below(list.length)]);
  const word = (/** @type {string} */ old) => (below(EXCHANGED) ? old : any(BEFORE) + any(words).replace(/^ال/, "") + any(AFTER));
  const number = (/** @type {string} */ old) => String(10 ** (old.length - 1) + below(9 * 10 ** (old.length - 1)));
  const varied = ({ role, text }) => {
    const line = role === "body" && below(2) ? any(bodies) : text;
    return line.replace(/[\u0621-\u064a]{4,}/g, word).replace(/\b[1-9]\d{1,5}\b/g, number);
  };
  for (;;) yield `${/** @type {Line[]} */ (all[below(all.length)]).map(varied).join("\n")}\n\n`;
}

/** One text of at least so many bytes, in pieces. @param {number} bytes @param {number} [seed] @returns {Generator<string>} */
export function* text(bytes, seed) {
  let made = 0;
  for (const page of pages(seed)) {
    yield page;
    made += Buffer.byteLength(page);
    if (made >= bytes) return;
  }
}
