/**
 * The reader's own words: forms that are right whatever the lexicon says. They lie
 * in this browser's IndexedDB, apart from the draft, because they outlive every
 * text. Where storage is denied they hold until the page is closed.
 */

import { openCupboard } from "./cupboard.js";
import { lying, owe, pickUp } from "./owed.js";

const KEY = "words";
const cupboard = openCupboard("mubin-words", "words");

/** @returns {Promise<string[]>} */
export async function readOwnWords() {
  try {
    const owed = lying(KEY);
    const words = [owed.get(""), ...await cupboard.read([KEY])].find(Array.isArray) ?? [];
    const list = words.filter((/** @type {unknown} */ word) => typeof word === "string");
    if (owed.size) keepOwnWords(list);
    return list;
  } catch {
    return [];
  }
}

/**
 * @param {string[]} words
 * @returns {Promise<boolean>} whether they are kept
 */
export async function keepOwnWords(words) {
  const over = owe(KEY, words);
  try {
    await cupboard.change((store) => void store.put(words, KEY));
    pickUp(KEY);
    return true;
  } catch {
    return false;
  } finally {
    over();
  }
}
