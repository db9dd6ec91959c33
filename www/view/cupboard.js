/**
 * A database of this browser with one store of keys and values, for what the reader
 * should not lose. Every change is on the disk before it is called kept, because a
 * machine that loses its power has otherwise lost what the page said it had; that costs
 * a few milliseconds after each pause in the typing. A connection makes way for whoever
 * wants to renew or delete the database, and is opened again when it is needed.
 */

import { promisifyRequest } from "idb-keyval";

/**
 * @typedef {object} Cupboard
 * @property {(keys: readonly string[]) => Promise<any[]>} read
 * @property {(work: (store: IDBObjectStore) => void | Promise<void>) => Promise<void>} change  all of it or nothing; done when it is on the disk
 */

/** @param {IDBObjectStore} store @param {string} key @returns {Promise<any>} */
export const valueIn = (store, key) => promisifyRequest(store.get(key));

/**
 * @param {string} name  of the database
 * @param {string} store
 * @returns {Cupboard}
 */
export function openCupboard(name, store) {
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;

  const open = () => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    const db = promisifyRequest(request);
    db.then((made) => {
      made.onversionchange = () => {
        opened = null;
        made.close();
      };
      made.onclose = () => { opened = null; };
    }, () => { opened = null; });
    return db;
  };

  /** @param {"readonly" | "readwrite"} mode */
  const begun = async (mode) => (await (opened ??= open())).transaction(store, mode, { durability: "strict" });

  return {
    async read(keys) {
      const shelf = (await begun("readonly")).objectStore(store);
      return Promise.all(keys.map((key) => valueIn(shelf, key)));
    },
    async change(work) {
      const transaction = await begun("readwrite");
      const over = new Promise((done, fail) => {
        transaction.oncomplete = () => done(undefined);
        transaction.onabort = () => fail(transaction.error);
      });
      over.catch(() => {}); // it is awaited below, unless the work fails first
      try {
        await work(transaction.objectStore(store));
      } catch (error) {
        try {
          transaction.abort();
        } catch { /* it has ended already, and says why */ }
        throw transaction.error ?? error;
      }
      await over;
    },
  };
}
