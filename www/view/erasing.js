/**
 * What is erased in one tab is erased in all of them. Every tab holds its text in its
 * memory and would write it into the storage that another has emptied; so each hears of
 * it, empties the storage once more after what it had begun to write, and is loaded
 * anew: a page that has just begun is the only one that surely holds nothing, no
 * result, nothing to be taken back, no words that the engine remembers. Where only the
 * drafts were switched off, the other tabs keep their text in front and store it no more.
 *
 * @import { Page } from "./actions.js"
 * @import { Store } from "./state.js"
 */

import { dropHanded } from "../service/handover.js";
import { eraseDraft } from "./draft.js";
import { keepOwnWords } from "./own-words.js";

/** @typedef {"everything" | "drafts"} Erased */

const NAME = "mubin-erased";
/** For the page that comes next in this tab. */
const MARK = "mubin.erased";
const OURS = /^mubin\b/;

/** @type {BroadcastChannel | null} */
let channel = null;

/** Those that cannot be reached from here, because they are fetched when they are wanted. @type {Set<() => Promise<unknown>>} */
const others = new Set();

/** @param {() => Promise<unknown>} work  empties a storage, and writes nothing into it any more */
export const alsoErase = (work) => void others.add(work);

const joined = () => (channel ??= typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : null);

/** @param {Erased} what */
export const tellTabs = (what) => joined()?.postMessage(what);

/**
 * Nothing of the reader's stays in this browser nor in this tab, and the page begins anew.
 * @param {Store} store
 * @param {Pick<Page, "area">} page
 * @param {boolean} [heard]  from another tab, as the next page has to say
 */
export async function eraseAll({ state, set }, { area }, heard = false) {
  set({ preferences: { ...state.preferences, draft: false } }); // nothing is kept of what is in front any more
  area.value = "";
  await Promise.all([eraseDraft(), keepOwnWords([]), dropHanded(), ...[...others].map((work) => work().catch(() => {}))]);
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      const shelf = storage();
      for (const key of Object.keys(shelf)) if (OURS.test(key)) shelf.removeItem(key);
    } catch { /* what may not be reached holds nothing */ }
  }
  if (heard) {
    try {
      sessionStorage.setItem(MARK, "1");
    } catch { /* it begins anew without a word */ }
  }
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

/**
 * Does in this tab what was erased in another, and says so.
 * @param {Store} store
 * @param {Pick<Page, "area">} page
 */
export function followErasing({ state, set }, page) {
  /** @param {string} key */
  const tell = (key) => set({
    notices: [...state.notices.filter(({ id }) => id !== "erased"), { id: "erased", key }], said: state.t.text(`notice.${key}`),
  });
  joined()?.addEventListener("message", ({ data }) => {
    if (data === "everything") return eraseAll({ state, set }, page, true);
    if (data !== "drafts" || !state.preferences.draft) return;
    set({ preferences: { ...state.preferences, draft: false }, draft: "off", drafted: false });
    eraseDraft();
    tell("draftsOff");
  });
  try {
    if (sessionStorage.getItem(MARK) === null) return;
    sessionStorage.removeItem(MARK);
    tell("erased");
  } catch { /* nothing was left there */ }
}
