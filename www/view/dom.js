/**
 * Two helpers for DOM made by hand. Text only ever enters as text nodes; there is
 * no way through here to hand over markup.
 */

import { html } from "lit-html";

/** @import { Piece } from "../i18n/index.js" */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | EventListener>} [attributes]  a function is a listener
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/**
 * A message with its values isolated, for a template.
 * @param {Piece[]} pieces
 */
export const isolated = (pieces) => pieces.map(({ text, value }) => (value ? html`<bdi>${text}</bdi>` : text));

/**
 * The same for DOM made by hand.
 * @param {Piece[]} pieces
 * @returns {(Node | string)[]}
 */
export const isolatedNodes = (pieces) => pieces.map(({ text, value }) => (value ? element("bdi", {}, text) : text));

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/g;
const ADDRESS = /(?:https?:|www\.)\S+|\S+@\S+/g;
const LTR = /[A-Za-z\u00C0-\u024F\u0370-\u052F]/g;

/**
 * The direction of a block: the article's, unless hardly a letter of that direction is in it. A Latin name that
 * outweighs the Arabic around it («بقلم: fdsfds») does not turn the line round.
 * @param {string} text
 * @param {"rtl" | "ltr"} article
 * @returns {"rtl" | "ltr"}
 */
export function directionOf(text, article) {
  const sample = text.slice(0, 400).replace(ADDRESS, "");
  const [rtl, ltr] = [RTL, LTR].map((letters) => sample.match(letters)?.length ?? 0);
  const [own, other] = article === "rtl" ? [rtl, ltr] : [ltr, rtl];
  if (other === 0 || own * 8 >= other) return article;
  return article === "rtl" ? "ltr" : "rtl";
}

/**
 * By how many letters the right-to-left ones prevail in the beginning of a stretch.
 * @param {string} text
 */
export function leanOf(text) {
  const sample = text.slice(0, 400).replace(ADDRESS, "");
  const count = (/** @type {RegExp} */ letters) => sample.match(letters)?.length ?? 0;
  return count(RTL) - count(LTR);
}
