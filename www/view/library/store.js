/**
 * The library in this browser's IndexedDB: a database of its own, with what is listed
 * of the texts apart from the texts, so that a list costs little however long they
 * are. Every change is one transaction, and is confirmed only when the browser says
 * that it is complete: a text that was promised is there. The page may be open in
 * several tabs; each hears of what the others change, makes way for a newer version of
 * the database, and never writes over what it has not seen.
 *
 * @import { Content, Entry, Text, Trouble } from "./state.js"
 */

import { openDB } from "idb";

const NAME = "mubin-library";

/** Each makes the next version of the database out of the one before. @type {((db: import("idb").IDBPDatabase) => void)[]} */
const STEPS = [
  (db) => {
    db.createObjectStore("entries", { keyPath: "id" });
    db.createObjectStore("texts", { keyPath: "id" });
  },
];

/** The library cannot do what was asked. */
export class LibraryError extends Error {
  /**
   * @param {Trouble} kind
   * @param {unknown} cause
   */
  constructor(kind, cause) {
    super(kind, { cause });
    this.kind = kind;
  }
}

/**
 * @param {unknown} error
 * @param {Trouble} otherwise
 */
const troubleOf = (error, otherwise) => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return name === "QuotaExceededError" ? "full" : name === "VersionError" ? "newer" : otherwise;
};

/** @param {Text} text @returns {[Entry, Omit<Content, "edition">]} */
function apart({ text, decisions, choices, ignored, ...entry }) {
  return [entry, { id: entry.id, text, decisions, choices, ignored }];
}

/** @param {{ entries: any, texts: any }} stores */
const emptied = async ({ entries, texts }) => void await Promise.all([entries.clear(), texts.clear()]);

/** @param {() => void} changed  in another tab */
export function openLibrary(changed) {
  /** @type {Promise<import("idb").IDBPDatabase> | null} */
  let opened = null;
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null;
  channel?.addEventListener("message", changed);
  /** Everything was erased, and what was still on its way is not written after it. */
  let ended = false;

  const open = () => (opened ??= openDB(NAME, STEPS.length, {
    upgrade: (db, from) => STEPS.slice(from).forEach((step) => step(db)),
    blocking(_, __, event) {
      opened = null;
      /** @type {IDBDatabase} */ (event.target).close();
    },
    terminated() {
      opened = null;
    },
  }));

  /**
   * @template T
   * @param {"readonly" | "readwrite"} mode
   * @param {(tx: any) => Promise<T>} work
   * @param {boolean} [last]
   * @returns {Promise<T>} once the transaction is complete
   */
  async function transact(mode, work, last = false) {
    const db = await Promise.resolve().then(open).catch((error) => {
      opened = null;
      throw new LibraryError(troubleOf(error, "denied"), error);
    });
    /** @type {any} */
    let tx;
    if (ended && mode === "readwrite" && !last) throw new LibraryError("denied", "everything was erased");
    try {
      tx = db.transaction(["entries", "texts"], mode, { durability: "strict" });
      tx.done.catch(() => {}); // it is awaited below, unless the work fails first
      const answer = await work({ entries: tx.objectStore("entries"), texts: tx.objectStore("texts") });
      await tx.done;
      if (mode === "readwrite") channel?.postMessage(null);
      return answer;
    } catch (error) {
      try {
        tx?.abort();
      } catch { /* it has ended already */ }
      throw new LibraryError(troubleOf(error, "broken"), error);
    }
  }

  return {
    /** @returns {Promise<Entry[]>} */
    list: () => transact("readonly", ({ entries }) => entries.getAll()),
    /** @param {string} id @returns {Promise<(Text & { edition: number }) | null>} */
    read: (id) => transact("readonly", async ({ entries, texts }) => {
      const [entry, content] = await Promise.all([entries.get(id), texts.get(id)]);
      return entry && content ? { ...entry, ...content } : null;
    }),
    /** @returns {Promise<Text[]>} */
    readAll: () => transact("readonly", async ({ entries, texts }) => {
      const contents = new Map((await texts.getAll()).map((/** @type {Content} */ { edition: _, ...content }) => [content.id, content]));
      const all = await entries.getAll();
      return all.flatMap((/** @type {Entry} */ entry) => (contents.has(entry.id) ? [{ ...entry, ...contents.get(entry.id) }] : []));
    }),
    /** All of them or none. @param {Text[]} added */
    add: (added) => transact("readwrite", async ({ entries, texts }) => {
      for (const [entry, content] of added.map(apart)) {
        await texts.put({ ...content, edition: 1 });
        await entries.put(entry);
      }
    }),
    /**
     * A text as it is now in the place of what it was; its name, its tags and where it came from stay.
     * @param {string} id
     * @param {Text} now
     * @param {number} seen  the edition that it was made of
     * @returns {Promise<(Text & { edition: number }) | null>} null where another tab has saved or deleted it meanwhile, and nothing is written
     */
    replace: (id, now, seen) => transact("readwrite", async ({ entries, texts }) => {
      const [before, last] = await Promise.all([entries.get(id), texts.get(id)]);
      if (!before || last?.edition !== seen) return null;
      const [{ changed: time, words, share }, content] = apart(now);
      const entry = { ...before, changed: time, words, share };
      const stored = { ...content, id, edition: seen + 1 };
      await texts.put(stored);
      await entries.put(entry);
      return { ...entry, ...stored };
    }),
    /**
     * Another name and other tags.
     * @param {string} id
     * @param {Pick<Entry, "name" | "tags">} labels
     */
    label: (id, labels) => transact("readwrite", async ({ entries }) => {
      const entry = await entries.get(id);
      if (entry) await entries.put({ ...entry, ...labels });
    }),
    /** @param {string[]} ids @returns {Promise<Text[]>} what they were */
    remove: (ids) => transact("readwrite", async ({ entries, texts }) => {
      /** @type {Text[]} */
      const removed = [];
      for (const id of ids) {
        const [entry, content] = await Promise.all([entries.get(id), texts.get(id)]);
        if (entry && content) {
          const { edition: _, ...text } = content;
          removed.push({ ...entry, ...text });
        }
        await Promise.all([entries.delete(id), texts.delete(id)]);
      }
      return removed;
    }),
    clear: () => transact("readwrite", emptied),
    /** Clears it, and nothing is put there by this page any more. */
    end() {
      ended = true;
      return transact("readwrite", emptied, true);
    },
  };
}
