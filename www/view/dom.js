/**
 * Helpers for DOM made by hand, and for text of two languages: what is Arabic says so
 * wherever it stands. Text only ever enters as text nodes; there is no way through here
 * to hand over markup.
 *
 * @import { Piece, Translator } from "../i18n/index.js"
 */

import { html, nothing } from "lit-html";

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

const ARABIC = /\p{Script=Arabic}/u;
const RUN = /([\u0600-\u06FF\u0750-\u077F][\u0600-\u06FF\u0750-\u077F\s]*[\u0600-\u06FF\u0750-\u077F]|[\u0600-\u06FF])/;

/**
 * The language of a piece of the text as far as its letters tell; empty where they do not.
 * @param {string} text
 */
export const langOf = (text) => (ARABIC.test(text) ? "ar" : "");

/**
 * A sentence with the Arabic in it marked and in its own face; directions stay apart.
 * @param {string} text
 * @param {Pick<Translator, "lang">} t
 */
export const worded = (text, t) => (t.lang === "ar" ? text : text.split(RUN).map((run, i) => (i % 2 ? html`<bdi lang="ar" dir="rtl">${run}</bdi>` : run)));

/**
 * A message with its values isolated, for a template.
 * @param {Piece[]} pieces
 */
export const isolated = (pieces) => pieces.map(({ text, value }) => (value ? html`<bdi lang=${langOf(text) || nothing}>${text}</bdi>` : text));

/**
 * The same for DOM made by hand.
 * @param {Piece[]} pieces
 * @returns {(Node | string)[]}
 */
export const isolatedNodes = (pieces) => pieces.map(({ text, value }) => (value ? element("bdi", langOf(text) ? { lang: "ar" } : {}, text) : text));

const ADDRESS = /(?:https?:|www\.)\S+|\S+@\S+/g;
const ADDRESSED = /https?:|www\.|@/;
/** The beginning of a stretch says which way it runs. */
const BEGINNING = 400;

/** @param {number} code */
const isRightToLeft = (code) => (code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfeff);

/** Latin, Greek, Cyrillic. @param {number} code */
const isLeftToRight = (code) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  || (code >= 0xc0 && code <= 0x24f) || (code >= 0x370 && code <= 0x52f);

/**
 * The letters of both directions in the beginning of a stretch, counted in one pass because every paragraph of a text is asked; those of addresses do not count.
 * @param {string} text
 */
function lettersOf(text) {
  const beginning = text.slice(0, BEGINNING);
  const sample = ADDRESSED.test(beginning) ? beginning.replace(ADDRESS, "") : beginning;
  let [rtl, ltr] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (isRightToLeft(code)) rtl++;
    else if (isLeftToRight(code)) ltr++;
  }
  return { rtl, ltr };
}

/**
 * The direction of a block: the article's, unless hardly a letter of that direction is in it. A Latin name that
 * outweighs the Arabic around it («بقلم: fdsfds») does not turn the line round.
 * @param {string} text
 * @param {"rtl" | "ltr"} article
 * @returns {"rtl" | "ltr"}
 */
export function directionOf(text, article) {
  const { rtl, ltr } = lettersOf(text);
  const [own, other] = article === "rtl" ? [rtl, ltr] : [ltr, rtl];
  if (other === 0 || own * 8 >= other) return article;
  return article === "rtl" ? "ltr" : "rtl";
}

/**
 * By how many letters the right-to-left ones prevail in the beginning of a stretch.
 * @param {string} text
 */
export function leanOf(text) {
  const { rtl, ltr } = lettersOf(text);
  return rtl - ltr;
}
