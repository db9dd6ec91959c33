/**
 * The draft: the text as last given, in this browser's IndexedDB and nowhere
 * else. Nothing here fails: a browser that allows no storage, or has no room for
 * this text, costs the reader the draft and nothing more, and an older draft stays.
 * With it lie the corrections that the reader will not have in this text, and the name
 * under which the text lies in the library.
 *
 * The page may be open in several tabs, and the draft is that of the tab which wrote
 * last. It never writes over the text of another: that is laid beside the draft, until
 * its own tab writes again or the reader has been asked about it. A page that is open
 * holds a lock by its name, so that one tells a text whose tab is gone from one in use.
 * What is still on its way to the disk as a page goes is put there by the next one.
 */

/** @import { Ignored } from "./corrections.js" */
/** @typedef {"kept" | "denied" | "full"} Kept */
/** @typedef {{ tab: string, text: string, ignored: Ignored[], saved: string | undefined }} Draft */

import { openCupboard, valueIn } from "./cupboard.js";
import { forgetOwed, lying, owe, pickUp } from "./owed.js";

const KEYS = /** @type {const} */ (["text", "ignored", "saved", "tab", "others"]);
const LOCK = "mubin-draft ";
const LAST = "mubin.tab";
/** Before the name of a page that still owes its text, or what is ignored in it, or that its text be dropped. */
const TEXT = "draft ";
const IGNORED = "ignored ";
const DROPPED = "dropped ";
/** More texts of tabs that are gone nobody remembers. */
const MOST = 8;

const cupboard = openCupboard("mubin", "draft");
/** What is written is written in the order in which it was said: what is ignored after the text in which it is. @type {Promise<unknown>} */
let last = Promise.resolve();
/** Whether the text that was said last is kept. */
let standing = false;
/** How often drafts were erased: what was on its way to the disk by then is not written. */
let erasures = 0;
const own = Math.random().toString(36).slice(2);
/** What this page goes on with: its own name, and the one it had before it was loaded anew. */
const names = new Set([own]);

/** @returns {Promise<Set<string>>} the pages that are open, where the browser tells */
async function openPages() {
  try {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
  } catch {
    return new Set();
  }
}

/** @returns {string} the name this tab had before it was loaded anew */
function renamed() {
  try {
    navigator.locks.request(LOCK + own, () => new Promise(() => {})).catch(() => {}); // as long as the page is there
    const before = sessionStorage.getItem(LAST) ?? "";
    sessionStorage.setItem(LAST, own);
    return before;
  } catch {
    return "";
  }
}

/** @param {unknown[]} values @returns {{ current: Draft | null, others: Draft[] }} */
const drafts = ([text, ignored, saved, tab, others]) => ({
  current: isText(text) ? { tab: isText(tab) ? tab : "", text, ignored: Array.isArray(ignored) ? ignored : [], saved: isText(saved) ? saved : undefined } : null,
  others: Array.isArray(others) ? others.filter((other) => isText(other?.text)) : [],
});

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(work) {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

/**
 * What is on the disk, and what pages that were left still owed it, which is put there.
 * @param {string} before  the page whose text this one goes on with
 */
async function kept(before) {
  const texts = lying(TEXT);
  const ignored = lying(IGNORED);
  const dropped = lying(DROPPED);
  const tabs = [...new Set([...texts.keys(), ...ignored.keys(), ...dropped.keys()])].sort((a, b) => Number(a === before) - Number(b === before));
  if (!tabs.length) return drafts(await cupboard.read(KEYS));
  if (tabs.includes(before)) names.add(before); // it has left, though its lock may not be free yet
  /** @type {ReturnType<typeof drafts> | undefined} */
  let all;
  try {
    await cupboard.change(async (store) => {
      all = drafts(await Promise.all(KEYS.map((key) => valueIn(store, key))));
      all.others = all.others.filter(({ tab }) => !dropped.has(tab));
      for (const tab of tabs) all = withOwed(all, tab, texts.get(tab), ignored.get(tab));
      for (const key of /** @type {const} */ (["tab", "text", "saved", "ignored"])) store.put(all.current?.[key], key);
      store.put(all.others.slice(-MOST), "others");
    });
    for (const tab of tabs) settled(tab);
  } catch (error) {
    if (!all) throw error; // otherwise there is no room: it is shown, and lies on where it is
  }
  return all ?? drafts([]);
}

/**
 * @param {ReturnType<typeof drafts>} found
 * @param {string} tab
 * @param {any} owed  its text and where that lies in the library, as they were laid down
 * @param {unknown} ignored
 */
function withOwed({ current, others }, tab, owed, ignored) {
  const known = [...others, current].find((one) => one?.tab === tab);
  const left = Array.isArray(ignored) ? ignored : known?.ignored ?? [];
  if (known) known.ignored = left;
  if (!isText(owed?.text)) return { current, others };
  const beside = [...others, ...current ? [current] : []].filter((one) => one !== known);
  return { current: { tab, text: owed.text, saved: isText(owed.saved) ? owed.saved : undefined, ignored: left }, others: beside };
}

/** Nothing is owed of that page any more. @param {string} tab */
function settled(tab) {
  pickUp(TEXT + tab);
  pickUp(IGNORED + tab);
  pickUp(DROPPED + tab);
}

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value !== "";

/**
 * @returns {Promise<{ allowed: boolean, draft: Draft | null, left: Draft[] }>} left: the texts of other tabs that are gone, the latest first
 */
export async function readDraft() {
  try {
    const before = renamed();
    const pages = await openPages();
    const { current, others } = await kept(before);
    const all = [...others, ...current ? [current] : []].reverse();
    const draft = all.find(({ tab }) => tab === before && tab !== "" && !pages.has(tab)) ?? all[0] ?? null;
    if (draft && !pages.has(draft.tab)) names.add(draft.tab);
    return { allowed: true, draft, left: all.filter((one) => one !== draft && one.text !== draft?.text && !pages.has(one.tab)) };
  } catch {
    return { allowed: false, draft: null, left: [] };
  }
}

/**
 * @param {string} text
 * @param {string} [saved]  its name in the library
 * @returns {Promise<Kept | "erased">} erased: meanwhile, and not written
 */
export async function keepDraft(text, saved) {
  const before = erasures;
  const over = owe(TEXT + own, { text, saved });
  const write = async () => {
    standing = false;
    const pages = await openPages();
    if (before !== erasures) return false;
    await cupboard.change(async (store) => {
      const { current, others } = drafts(await Promise.all(KEYS.map((key) => valueIn(store, key))));
      const foreign = current !== null && !names.has(current.tab) && (current.text !== text || pages.has(current.tab));
      const beside = [...others.filter(({ tab }) => !names.has(tab) && !(foreign && tab === current.tab)), ...foreign ? [current] : []];
      store.put(own, "tab");
      store.put(saved, "saved");
      if (foreign) store.put([], "ignored");
      store.put(beside.slice(-MOST), "others");
      store.put(text, "text");
    });
    standing = true;
    return true;
  };
  try {
    if (!await inTurn(write)) return "erased";
    names.forEach(settled);
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "denied";
  } finally {
    over();
  }
}

/** @param {Ignored[]} ignored */
export async function keepIgnored(ignored) {
  const over = owe(IGNORED + own, ignored);
  try {
    await inTurn(async () => {
      if (!standing) return; // what is kept is another text
      await cupboard.change(async (store) => {
        if (await valueIn(store, "tab") === own) store.put(ignored, "ignored");
      });
    });
  } catch {
    // They hold until the page is closed.
  } finally {
    over();
  }
}

/** Of all tabs. */
export function eraseDraft() {
  erasures++;
  forgetOwed(TEXT);
  forgetOwed(IGNORED);
  forgetOwed(DROPPED);
  return cupboard.change((store) => void store.clear()).catch(() => {});
}

/** What a tab that is gone has left is wanted no more. @param {Draft} left */
export async function dropLeft({ tab, text }) {
  const over = owe(DROPPED + tab, true);
  try {
    await cupboard.change(async (store) => {
      const { others } = drafts([null, null, null, null, await valueIn(store, "others")]);
      store.put(others.filter((other) => other.tab !== tab || other.text !== text), "others");
    });
  } catch {
    // It is offered once more.
  } finally {
    over();
  }
}
