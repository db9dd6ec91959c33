/**
 * What is handed to the page that opens next: what another program shared, or the
 * text that stood here before a renewal. It lies in this browser's IndexedDB, apart
 * from the draft and whether or not drafts are kept, until that page takes it, and
 * no longer; the address never holds any of it.
 */

import { openCupboard, valueIn } from "../view/cupboard.js";

/**
 * @typedef {object} Handed
 * @property {"shared" | "renewed"} why
 * @property {string} title
 * @property {string} text
 * @property {string} url
 * @property {File[]} files
 * @property {boolean} editing  the text was being edited
 */

const KEY = "next";

const cupboard = openCupboard("mubin-handover", "handed");

/**
 * Fails where nothing may be stored.
 * @param {Partial<Handed> & Pick<Handed, "why">} what
 */
export const handOver = (what) => cupboard.change((store) => {
  store.put({ title: "", text: "", url: "", files: [], editing: false, ...what }, KEY);
});

/** @returns {Promise<Handed | null>} null too where storage is denied */
export async function takeHanded() {
  /** @type {Handed | null} */
  let handed = null;
  try {
    await cupboard.change(async (store) => {
      handed = await valueIn(store, KEY) ?? null;
      store.delete(KEY);
    });
  } catch { /* and nothing was handed over */ }
  return handed;
}

/** Nothing of it stays. */
export const dropHanded = () => cupboard.change((store) => void store.clear()).catch(() => {});
