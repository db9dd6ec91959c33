/**
 * All that a reader shows follows from this one object.
 *
 * @import { Result, Scheme } from "../engine/types.js"
 * @import { Translator } from "../i18n/translator.js"
 * @import { Card } from "../view/cards.js"
 * @import { Choice } from "../view/choices.js"
 * @import { LayerName } from "../view/layers.js"
 * @import { Ground } from "./paint.js"
 * @import { ArticleText } from "./text.js"
 */

import { LAYERS } from "../view/layers.js";

/** A text and what was found in it, never one without the other. @typedef {{ text: ArticleText, result: Result }} Read */

/**
 * @typedef {object} ReaderState
 * @property {Translator | null} t  once its messages are there
 * @property {"waiting" | "reading" | "ready" | "empty" | "failed"} status  waiting: for an article
 * @property {string | null} problem  the kind of the error
 * @property {Read | null} read
 * @property {boolean} packs  some of the language packs could not be had
 * @property {LayerName[]} layers  those that are painted
 * @property {boolean} listed  what is marked is listed, too
 * @property {Card | null} card
 * @property {Choice[]} choices
 * @property {Scheme} scheme
 * @property {Ground} ground
 * @property {string} said  in the live region
 */

/** @type {ReaderState} */
export const initialState = {
  t: null, status: "waiting", problem: null, read: null, packs: false, layers: ["person", "place", "organisation", "time"],
  listed: false, card: null, choices: [], scheme: "ala-lc", ground: "light", said: "",
};

/**
 * The layers of an attribute; without one those of the beginning.
 * @param {string | null} names
 * @returns {LayerName[]}
 */
export function layersIn(names) {
  if (names === null) return initialState.layers;
  const asked = names.toLowerCase().split(/[\s,]+/);
  return LAYERS.filter((layer) => asked.includes(layer) || asked.includes("all"));
}
