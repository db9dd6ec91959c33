/**
 * The draft: the text as last given, in this browser's IndexedDB and nowhere
 * else. Nothing here fails: a browser that allows no storage, or has no room for
 * this text, costs the reader the draft and nothing more, and an older draft stays.
 * With it lie the corrections that the reader will not have in this text, and the name
 * under which the text lies in the library.
 */

/** @import { Ignored } from "./corrections.js" */
/** @typedef {"kept" | "denied" | "full"} Kept */

import { clear, createStore, getMany, set, setMany } from "idb-keyval";

const KEY = "text";
const IGNORED = "ignored";
const SAVED = "saved";
/** @type {ReturnType<typeof createStore> | undefined} */
let store;

const open = () => (store ??= createStore("mubin", "draft"));

/** @returns {Promise<{ allowed: boolean, text: string | undefined, ignored: Ignored[], saved: string | undefined }>} */
export async function readDraft() {
  try {
    const [text, ignored = [], saved] = await getMany([KEY, IGNORED, SAVED], open());
    return { allowed: true, text, ignored, saved };
  } catch {
    return { allowed: false, text: undefined, ignored: [], saved: undefined };
  }
}

/**
 * @param {string} text
 * @param {string} [saved]  its name in the library
 * @returns {Promise<Kept>}
 */
export async function keepDraft(text, saved) {
  try {
    await (text === "" ? clear(open()) : setMany([[KEY, text], [SAVED, saved]], open()));
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "denied";
  }
}

/** @param {Ignored[]} ignored */
export async function keepIgnored(ignored) {
  try {
    await set(IGNORED, ignored, open());
  } catch {
    // They hold until the page is closed.
  }
}

export const eraseDraft = () => keepDraft("");
