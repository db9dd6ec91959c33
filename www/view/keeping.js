/**
 * What is kept of the text in front, so that it is there again when the page is opened anew. A text is kept as it comes;
 * only of a long one that nobody sees yet the beginning goes first, because writing megabytes takes longer than reading that.
 *
 * @import { Origin } from "./intake.js"
 * @import { Store } from "./state.js"
 */

import { keepDraft, keepIgnored } from "./draft.js";
import { withRoom } from "./room.js";

/** Longer than a beginning takes, where the engine is there; nobody has found anything in the text by then. */
const SOON_MS = 300;

/** @param {Pick<Store, "state" | "set">} store */
export function createKeeping({ state, set }) {
  /** @type {(() => void) | null} */
  let due = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /**
   * @param {string} text
   * @param {Origin} [origin]  where it is not that of the text in front
   */
  async function draft(text, origin) {
    clearTimeout(timer);
    due = null;
    if (!state.preferences.draft) return;
    const draft = await keepDraft(text, (origin ? origin.saved : state.saved)?.id);
    if (draft === "erased" || !state.preferences.draft) return; // switched off meanwhile, and erased by that
    set({ draft, drafted: draft === "kept" || state.drafted, notices: withRoom(state.notices, draft === "full" ? text : null) });
  }

  /** What waits to be kept waits no more: it is read, or the page is left. */
  const now = () => due?.();

  return {
    draft,
    now,
    /**
     * The same in a moment.
     * @param {string} text
     * @param {Origin} [origin]
     */
    soon(text, origin) {
      clearTimeout(timer);
      due = () => void draft(text, origin);
      timer = setTimeout(now, SOON_MS);
    },
    async ignored() {
      if (state.preferences.draft) await keepIgnored(state.ignored);
    },
  };
}
