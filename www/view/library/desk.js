/**
 * The way between the desk and the library: keeping the text in front, with all that
 * was decided in it, and opening one in its place. A text in front that lies nowhere
 * else is put in the library before another is opened, so that nothing needs to be
 * asked; where the reader keeps no drafts, or there is no room, it is offered back
 * instead, for as long as the page is open.
 *
 * @import { Notice } from "../chrome.js"
 * @import { Origin } from "../intake.js"
 * @import { Saved, Verdicts } from "../shelf.js"
 * @import { Tools } from "../parts.js"
 * @import { Text } from "./state.js"
 */

import { saveText } from "../saving.js";
import { shelved } from "../shelf.js";
import { recordOf } from "./record.js";
import { LibraryError } from "./store.js";

/** @param {unknown} error */
export const troubleOf = (error) => (error instanceof LibraryError ? error.kind : "broken");

/**
 * @param {Text & { edition: number }} text
 * @returns {Saved}
 */
const savedOf = ({ id, name, edition, text, decisions, choices, ignored }) => ({ id, name, edition, text, decisions, choices, ignored });

/**
 * @param {Text & { edition: number }} text
 * @returns {Origin}
 */
const originOf = (text) => ({ source: text.source, saved: savedOf(text) });

/** @typedef {ReturnType<typeof createDesk>} Desk */

/**
 * @param {Tools} tools
 * @param {ReturnType<typeof import("./store.js").openLibrary>} library
 * @param {() => Promise<void>} refresh  the list
 */
export function createDesk({ store: { state, set }, intake, page, go }, library, refresh) {
  /** The text in front: what is being typed, or what was read. */
  function front() {
    const { result, mode, long } = state;
    const typed = mode === "surface" && long === null ? page.area.value.toWellFormed() : "";
    const text = typed.trim() ? typed : result?.text ?? "";
    const read = text === result?.text ? result : null;
    /** @type {Verdicts} */
    const verdicts = read ? { decisions: state.decisions, choices: state.choices, ignored: state.ignored } : { decisions: [], choices: [], ignored: [] };
    return { text, result: read, verdicts, source: read && state.source || { by: /** @type {const} */ ("typing") } };
  }

  /** @param {Omit<Notice, "id">} notice */
  const tell = (notice) => set({ notices: [...state.notices.filter(({ id }) => id !== "library"), { id: "library", ...notice }] });

  /** @param {unknown} error */
  function explain(error) {
    const trouble = troubleOf(error);
    const { text } = front();
    const way = trouble === "full" && text ? { action: { key: "download", run: () => saveText(text) } } : {};
    tell({ key: `library.trouble.${trouble}`, ...way });
  }

  /**
   * The text in front is that one of the library.
   * @param {Text & { edition: number }} text
   */
  function join(text) {
    set({
      saved: savedOf(text), source: text.source, notices: state.notices.filter(({ id }) => id !== "library"),
      said: state.t.text("library.kept", { name: text.name }),
    });
    intake.saveDraft(text.text); // which then knows where its text lies
  }

  /**
   * Puts the text in front in the library; what lies there of it takes its new form.
   * @param {string} [name]
   */
  async function keep(name) {
    const { text, result, verdicts, source } = front();
    if (!text) return;
    const { saved } = state;
    const record = recordOf(text, result, { name: saved?.name ?? name, source, verdicts });
    try {
      const replaced = saved && await library.replace(saved.id, record, saved.edition);
      if (!replaced) {
        await library.add([record]);
        navigator.storage?.persist?.().catch(() => {}); // most browsers then keep it also where they need room
      }
      join(replaced ?? { ...record, edition: 1 });
      if (saved && !replaced) tell({ key: "library.beside", values: { name: saved.name } });
      await refresh();
    } catch (error) {
      explain(error);
    }
  }

  /**
   * Sees to it that the text in front can be had again.
   * @returns {Promise<Omit<Notice, "id"> | null>} what is to be told of it
   */
  async function setAside() {
    const { text, result, verdicts, source } = front();
    const { saved } = state;
    const safe = result !== null && shelved(state) === "saved";
    const untouched = source.by === "sample" && Object.values(verdicts).every((list) => list.length === 0);
    if (!text || safe || untouched) return null;
    const record = recordOf(text, result, { name: saved?.name, source, verdicts });
    const kept = state.preferences.draft && await library.add([record]).then(() => true, () => false);
    const back = () => (kept ? open(record.id) : bringBack(text, verdicts, { source, saved }));
    return { key: kept ? "library.aside" : "library.asideUnkept", values: { name: record.name }, action: { key: "library.bringBack", run: back } };
  }

  /**
   * @param {string} text
   * @param {Verdicts} verdicts
   * @param {Origin} origin
   * @param {Omit<Notice, "id"> | null} [notice]
   */
  async function bringBack(text, verdicts, origin, notice = null) {
    await intake.restore(text, verdicts, origin, notice ? [{ id: "library", ...notice }] : []);
    if (state.result?.text === text) go("desk");
  }

  /** @param {string} id */
  async function open(id) {
    try {
      const text = await library.read(id);
      if (!text) {
        await refresh();
        return tell({ key: "library.gone" });
      }
      const { saved } = state;
      if (saved?.id === id && saved.edition === text.edition && front().result && shelved(state) === "saved") return go("desk");
      const notice = await setAside();
      await bringBack(text.text, text, originOf(text), notice);
      await refresh();
    } catch (error) {
      explain(error);
    }
  }

  /**
   * After a reload: the draft in front is, or was made of, a text of the library.
   * @param {string} id
   */
  async function rejoin(id) {
    const text = await library.read(id).catch(() => null);
    const { result, source, saved, notices, ignored } = state;
    if (!text || !result || source || saved) return;
    const origin = { ...originOf(text), ignored };
    const same = result.text === text.text;
    const { decisions, choices } = same ? text : state;
    await intake.take(result.text, { quiet: true, notices, decisions, choices, origin, restored: true, said: state.said });
  }

  return { front, tell, explain, keep, open, bringBack, rejoin };
}
