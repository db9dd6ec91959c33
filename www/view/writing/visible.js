/**
 * What is written, so that all of it can be seen: a space as ␣, and whatever has no
 * shape by its code.
 *
 * @import { Result, Span } from "../../engine/types.js"
 */

import { html } from "lit-html";

/** Some signs of format have a shape: those that enclose a number or a verse. */
const HIDDEN = String.raw`(?![\u0600-\u0605\u06DD\u08E2])[\p{Cf}\p{Cc}]`;
const UNSEEN = new RegExp(`([\\p{Zs}]|${HIDDEN})`, "u");
const CONTROL = new RegExp(`((?![\\t\\n\\r])${HIDDEN})`, "u");
const SIGNS = /** @type {Record<string, string>} */ ({ " ": "␣", "\t": "⇥", "\n": "↵", "\r": "" });

/** @param {string} character */
export const codeOf = (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * For a label, which holds no elements.
 * @param {string} text
 */
export const visibleText = (text) => text.split(UNSEEN).map((part, i) => (i % 2 ? SIGNS[part] ?? codeOf(part) : part)).join("");

/**
 * @param {string} text
 * @returns {unknown[]} for a template
 */
export const visible = (text) => text.split(UNSEEN).map((part, i) => (i % 2 ? signOf(part) : part));

/**
 * The same for running text, whose spaces are no matter: what is hidden in it may turn its order round.
 * @param {string} text
 * @returns {unknown[]}
 */
export const tamed = (text) => text.split(CONTROL).map((part, i) => (i % 2 ? signOf(part) : part));

/** @param {string} part */
const signOf = (part) => (
  part in SIGNS ? html`<span class="fix-sign">${SIGNS[part]}</span>` : html`<bdi class="fix-code" dir="ltr">${codeOf(part)}</bdi>`);

const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** How much of the words beside it is shown. */
const BESIDE = 16;
/** How much of the sentence is; less of what stands before, so that a narrow column does not cut off the place itself. */
const [BEFORE, AFTER] = [20, 48];

/**
 * The words that a stretch touches, where it has no word of its own: of a space between two words, or a character inside one, nobody
 * could tell by itself what is meant.
 * @param {string} text
 * @param {Span} span
 * @returns {[before: string, written: string, after: string]}
 */
export function framed(text, { start, end }) {
  const written = text.slice(start, end);
  const [first, last] = [written[0] ?? "", written[written.length - 1] ?? ""];
  const cut = [[text[start - 1], first], [last, text[end]]].some(([a, b]) => LETTER.test(a ?? "") && LETTER.test(b ?? ""));
  if (LETTER.test(written) && !cut && written.trim() === written) return ["", written, ""];
  const before = /\S*$/u.exec(text.slice(Math.max(0, start - BESIDE), start))?.[0] ?? "";
  const after = /^\S*/u.exec(text.slice(end, end + BESIDE))?.[0] ?? "";
  return [before.toWellFormed(), written, after.toWellFormed()];
}

/**
 * The words around a stretch, of its own line, whole words only.
 * @param {Result} result
 * @param {Span} span
 * @returns {[before: string, written: string, after: string]}
 */
export function contextOf({ text }, { start, end }) {
  const before = text.slice(Math.max(0, start - BEFORE), start).split("\n").at(-1) ?? "";
  const after = text.slice(end, end + AFTER).split("\n")[0];
  return [
    before.length < BEFORE ? before : before.replace(/^\S+/u, "…"), text.slice(start, end), after.length < AFTER ? after : after.replace(/\S+$/u, "…"),
  ];
}
