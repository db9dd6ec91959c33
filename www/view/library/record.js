/**
 * A text as it goes into the library: what it is called, what is counted of it, and
 * what the reader decided in it.
 *
 * @import { Result } from "../../engine/types.js"
 * @import { Source, Verdicts } from "../shelf.js"
 * @import { Text } from "./state.js"
 */

import { shortened } from "../shorten.js";

const LONGEST_NAME = 90;
/** Longer ones come by files only. */
export const NAME_UNITS = 300;

/**
 * The name a text gets of itself: its headline, or else how it begins.
 * @param {string} text
 * @param {Pick<Result, "blocks"> | null} result
 */
export function properName(text, result) {
  const named = result?.blocks.find(({ role }) => role === "headline") ?? result?.blocks.find(({ role }) => role === "body");
  const line = (named ? text.slice(named.start, Math.min(named.end, named.start + 1000)) : text.trimStart().slice(0, 1000)).trim().split("\n", 1)[0];
  return shortened(squeezed(line), LONGEST_NAME);
}

/** @param {string} name */
export const squeezed = (name) => name.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ").trim().slice(0, NAME_UNITS).toWellFormed();

/**
 * Tags as they are typed, with commas or line ends between.
 * @param {string} typed
 */
export const tagsIn = (typed) => [...new Set(typed.split(/[,،;؛\n]/).map(squeezed).filter(Boolean))];

/**
 * @param {string} text
 * @param {Result | null} result
 * @param {{ name?: string, source: Source, verdicts?: Verdicts }} about
 * @returns {Text}
 */
export function recordOf(text, result, { name, source, verdicts }) {
  const now = Date.now();
  return {
    id: newId(), name: squeezed(name ?? "") || properName(text, result), tags: [], created: now, changed: now, source,
    words: result?.statistics?.words ?? null, share: result?.language.arabic_share ?? null, text,
    decisions: verdicts?.decisions ?? [], choices: verdicts?.choices ?? [], ignored: verdicts?.ignored ?? [],
  };
}

/** Also where the page is served without encryption, and the browser gives out no identifiers. */
export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
