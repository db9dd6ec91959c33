/**
 * What comes to the page from outside it: shared by another program, opened with it
 * from a desktop, or handed over by the page before a renewal. All of it goes through
 * `receive` to where the chooser's files go too. The text that it takes the place of
 * is offered back, as its reader did not put it away.
 *
 * @import { Handed } from "../service/handover.js"
 * @import { Notice } from "./chrome.js"
 * @import { Store } from "./state.js"
 */

/** @typedef {{ setConsumer: (take: (launched: { files?: readonly FileSystemFileHandle[] }) => void) => void }} LaunchQueue */

const LINK = /https?:\/\/\S+/g;

/** A text with nothing but addresses in it is none. @param {string} text */
const isLink = (text) => text.replace(LINK, "").trim() === "";

/**
 * What a program shares as title, text and address, in one text.
 * @param {Pick<Handed, "title" | "text" | "url">} shared
 */
function sharedText({ title, text, url }) {
  if (isLink(text)) return "";
  const parts = [text.includes(title.trim()) ? "" : title, text, text.includes(url) ? "" : url];
  return parts.map((part) => part.trim()).filter(Boolean).join("\n\n");
}

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./intake.js").createIntake>} intake
 * @param {{ toDesk: () => void, edit: (keep: boolean) => void, receive: (files: File[], text?: string) => Promise<void> }} page
 */
export function createReceiver({ state, set }, intake, page) {
  /** The text that was kept when the page was opened. */
  let kept = "";

  /** @param {Notice} notice */
  const note = (notice) => set({ notices: [...state.notices.filter(({ id }) => id !== notice.id), notice] });

  /**
   * @param {File[]} files
   * @param {string} text  where there is no file
   */
  async function receive(files, text) {
    const earlier = state.result?.text ?? kept;
    page.toDesk();
    await page.receive(files, text);
    if (earlier && earlier !== state.result?.text) {
      note({ id: "earlier", key: "earlier", action: { key: "earlierAction", run: () => intake.take(earlier) } });
    }
  }

  return {
    receive,
    /**
     * @param {Handed | null} handed
     * @param {string} draft
     * @returns {Promise<boolean>} whether there was a text in it
     */
    async begin(handed, draft) {
      kept = draft;
      const queue = /** @type {LaunchQueue | undefined} */ (/** @type {any} */ (globalThis).launchQueue);
      queue?.setConsumer(async ({ files = [] }) => {
        const opened = await Promise.all(files.map((handle) => handle.getFile())).catch(() => []);
        if (opened.length) receive(opened, "");
      });
      if (location.hash === "#share-failed") {
        history.replaceState(null, "", location.pathname + location.search);
        note({ id: "share", key: "shareFailed" });
      }
      if (!handed) return false;
      const text = sharedText(handed);
      if (handed.why === "renewed") {
        kept = handed.text;
        await intake.take(handed.text, { notices: [{ id: "renewed", key: "renewed" }] });
        if (handed.editing) page.edit(true);
        return true;
      }
      if (handed.files.length || text) {
        await receive(handed.files, text);
        return state.result !== null;
      }
      const link = handed.url || handed.text;
      if (link) note({ id: "link", key: "linkOnly", values: { link } });
      return false;
    },
  };
}
