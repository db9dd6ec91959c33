/**
 * The reader's own words: forms that are right whatever the lexicon says. They lie
 * in this browser's IndexedDB, apart from the draft, because they outlive every
 * text. Where storage is denied they hold until the page is closed.
 */

import { createStore, get, set } from "idb-keyval";

const KEY = "words";
/** @type {ReturnType<typeof createStore> | undefined} */
let store;

const open = () => (store ??= createStore("mubin-words", "words"));

/** @returns {Promise<string[]>} */
export async function readOwnWords() {
  try {
    return (await get(KEY, open())) ?? [];
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
    await set(KEY, words, open());
    return true;
  } catch {
    return false;
  }
}
