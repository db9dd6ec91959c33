/**
 * The draft: the text as last given, in this browser's IndexedDB and nowhere
 * else. Every answer is "kept" or "denied"; a browser that allows no storage
 * costs the reader the draft and nothing more.
 */

import { createStore, del, get, set } from "idb-keyval";

const KEY = "text";
/** @type {ReturnType<typeof createStore> | undefined} */
let store;

const open = () => (store ??= createStore("mubin", "draft"));

/** @returns {Promise<{ allowed: boolean, text: string | undefined }>} */
export async function readDraft() {
  try {
    return { allowed: true, text: await get(KEY, open()) };
  } catch {
    return { allowed: false, text: undefined };
  }
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it was kept
 */
export async function keepDraft(text) {
  try {
    await (text === "" ? del(KEY, open()) : set(KEY, text, open()));
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} */
export const eraseDraft = () => keepDraft("");
