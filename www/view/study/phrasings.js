/**
 * How a question about the words may be put, by an example of each: named where one is
 * asked and in the help.
 */

import { html } from "lit-html";

/** Each with the sentence of the catalog that explains it; those first that need no analysis of the words. */
export const PHRASINGS = /** @type {const} */ ([["phrase", "رئيس البلدية"], ["gap", "مكت*"], ["lemma", "lemma:قال"], ["root", "root:كتب"], ["tag", "tag:NOUN tag:ADJ"]]);

/**
 * An example in the direction it is typed in, and in the language its words are of.
 * @param {typeof PHRASINGS[number]} phrasing
 */
export const phrasingView = ([name, example]) => html`<bdi lang=${name === "tag" ? "en" : "ar"} dir=${name === "phrase" || name === "gap" ? "rtl" : "ltr"}>${example}</bdi>`;
