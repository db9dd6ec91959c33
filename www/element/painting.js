/**
 * Which stretches each layer of the article has, from what the reader shows; only
 * what has changed is painted anew.
 *
 * @import { LayerName } from "../view/layers.js"
 * @import { Paint } from "./paint.js"
 * @import { Read, ReaderState } from "./state.js"
 */

import { LAYERS, layersOf } from "../view/layers.js";

/** @param {Paint} paint */
export function createPainting(paint) {
  /** @type {Partial<ReaderState> & { hovered?: number }} */
  let shown = {};

  /**
   * @param {ReaderState} state
   * @param {number} hovered  the token under the pointer, or -1
   */
  return (state, hovered) => {
    const before = shown;
    const { read, layers, card, ground } = state;
    shown = { ...state, hovered };
    if (!read) return before.read && paint.clear();
    const anew = before.read !== read || before.ground !== ground;
    const span = (/** @type {number} */ token) => ({ start: read.result.tokens.columns.start[token], end: read.result.tokens.columns.end[token] });
    if (anew || before.layers !== layers) {
      for (const layer of LAYERS) paint.set(layer, layers.includes(layer) ? spansOf(read, layer) : [], read.text, ground);
    }
    if (anew || before.card?.token !== card?.token) {
      paint.set("word", card ? likeIt(read, card.token).map(span) : [], read.text, ground);
      paint.set("current", card ? [span(card.token)] : [], read.text, ground);
    }
    if (anew || before.hovered !== hovered) paint.set("hover", hovered >= 0 ? [span(hovered)] : [], read.text, ground);
  };
}

/** @param {Read} read @param {LayerName} layer */
function spansOf({ result }, layer) {
  const { starts, ends } = layersOf(result).places(layer);
  return Array.from(starts, (start, i) => ({ start, end: ends[i] }));
}

/** Where else the word is. @param {Read} read @param {number} token */
const likeIt = ({ result: { words } }, token) => [...words.at(words.typeOf(token))?.tokens ?? []].filter((other) => other !== token);
