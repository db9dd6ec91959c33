/**
 * The draft: the text as last given, in this browser's IndexedDB and nowhere
 * else. Nothing here fails: a browser that allows no storage, or has no room for
 * this text, costs the reader the draft and nothing more, and an older draft stays.
 */

/** @typedef {"kept" | "denied" | "full"} Kept */

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
 * @returns {Promise<Kept>}
 */
export async function keepDraft(text) {
  try {
    await (text === "" ? del(KEY, open()) : set(KEY, text, open()));
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "denied";
  }
}

export const eraseDraft = () => keepDraft("");
