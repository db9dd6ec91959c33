/**
 * What is handed to the page that opens next: what another program shared, or the
 * text that stood here before a renewal. It lies in this browser's IndexedDB, apart
 * from the draft and whether or not drafts are kept, until that page takes it, and
 * no longer; the address never holds any of it.
 */

import { createStore, promisifyRequest, set } from "idb-keyval";

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

const open = () => createStore("mubin-handover", "handed");

/**
 * Fails where nothing may be stored.
 * @param {Partial<Handed> & Pick<Handed, "why">} what
 */
export const handOver = (what) => set(KEY, { title: "", text: "", url: "", files: [], editing: false, ...what }, open());

/** @returns {Promise<Handed | null>} null too where storage is denied */
export async function takeHanded() {
  try {
    return await open()("readwrite", async (store) => {
      const [handed] = await Promise.all([promisifyRequest(store.get(KEY)), promisifyRequest(store.delete(KEY))]);
      return handed ?? null;
    });
  } catch {
    return null;
  }
}
