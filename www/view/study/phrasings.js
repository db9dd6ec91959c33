/**
 * How a question about the words may be put, by an example of each: named where one is
 * asked and in the help.
 */

/** Each with the sentence of the catalog that explains it; those first that need no analysis of the words. */
export const PHRASINGS = /** @type {const} */ ([["phrase", "رئيس البلدية"], ["gap", "مكت*"], ["lemma", "lemma:قال"], ["root", "root:كتب"], ["tag", "tag:NOUN tag:ADJ"]]);
