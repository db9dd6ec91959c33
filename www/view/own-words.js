/**
 * The reader's own words: forms that are right whatever the lexicon says. They lie
 * in this browser's IndexedDB, apart from the draft, because they outlive every
 * text. Where storage is denied they hold until the page is closed.
 */

import { openCupboard } from "./cupboard.js";

const KEY = "words";
const cupboard = openCupboard("mubin-words", "words");

/** @returns {Promise<string[]>} */
export async function readOwnWords() {
  try {
    const [words] = await cupboard.read([KEY]);
    return Array.isArray(words) ? words.filter((word) => typeof word === "string") : [];
  } catch {
    return [];
  }
}

/**
 * @param {string[]} words
 * @returns {Promise<boolean>} whether they are kept
 */
export async function keepOwnWords(words) {
  try {
    await cupboard.change((store) => void store.put(words, KEY));
    return true;
  } catch {
    return false;
  }
}
