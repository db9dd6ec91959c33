/**
 * What the reader can do in the library. Every deed that loses something can be taken
 * back, but for those that erase everything, which are confirmed in the page; what
 * fails says so and leaves everything as it was.
 *
 * @import { Tools } from "../parts.js"
 * @import { Entry, LibraryState } from "./state.js"
 */

import { alsoErase, eraseAll, tellTabs } from "../erasing.js";
import { saveBlob } from "../saving.js";
import { createBringing } from "./bring.js";
import { createDesk, troubleOf } from "./desk.js";
import { written } from "./format.js";
import { squeezed, tagsIn } from "./record.js";
import { createSearch } from "./search.js";
import { libraryDefaults, ROWS } from "./state.js";
import { openLibrary } from "./store.js";

/** @typedef {ReturnType<typeof createActs>} Acts */

/** @param {string} selector  of what takes the focus once it is drawn */
const focusOn = (selector) => queueMicrotask(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus());

/** @param {Tools} tools */
export function createActs(tools) {
  const { store: { state, set }, engine, page, go } = tools;
  const now = () => state.library ?? libraryDefaults;
  /** @param {Partial<LibraryState>} patch */
  const change = (patch) => set({ library: { ...now(), ...patch } });
  const library = openLibrary(() => void refresh());
  const desk = createDesk(tools, library, refresh);
  const bringing = createBringing(tools, library, desk, { change, refresh });
  const search = createSearch(engine, library);
  alsoErase(library.end);

  /** What the list shows is what is in storage now, in whichever tab it was put there. */
  async function refresh() {
    try {
      const entries = await library.list();
      const there = new Map(entries.map((entry) => [entry.id, entry]));
      const { saved } = state;
      const own = saved && there.get(saved.id);
      if (saved && own?.name !== saved.name) set({ saved: own ? { ...saved, name: own.name } : null });
      const { chosen, editing, tag, query } = now();
      change({
        entries, trouble: null, chosen: new Set([...chosen].filter((id) => there.has(id))), editing: editing && there.has(editing) ? editing : null,
        tag: entries.some(({ tags }) => tag !== null && tags.includes(tag)) ? tag : null,
      });
      if (query.trim()) await seek(query);
    } catch (error) {
      change({ trouble: troubleOf(error) });
    }
  }

  /** @param {string} query */
  async function seek(query) {
    const { entries } = now();
    if (!query.trim() || !entries) return change({ query, hits: null, seeking: false });
    change({ query, seeking: true });
    const wanted = () => now().query === query && now().entries === entries;
    const hits = await search(query, entries, wanted).catch(() => null);
    if (wanted()) change({ hits, seeking: false });
  }

  /**
   * Does what changes the library, and shows it.
   * @param {() => Promise<void>} work
   */
  async function attempt(work) {
    try {
      await work();
      await refresh();
    } catch (error) {
      change({ trouble: troubleOf(error) });
    }
  }

  /** @param {string[]} ids */
  const remove = (ids) => attempt(async () => {
    const { saved, result } = state;
    const removed = await library.remove(ids);
    const [{ name } = { name: "" }] = removed;
    const back = () => attempt(async () => {
      await library.add(removed);
      if (saved && ids.includes(saved.id) && !state.saved && state.result === result) set({ saved: { ...saved, edition: 1 } });
      set({ said: state.t.text("library.back", { n: removed.length }) });
      change({ step: null });
      focusOn("#library-list");
    });
    const step = { key: "library.deleted", n: removed.length, name, back };
    change({ step, chosen: new Set(), editing: null });
    set({ said: state.t.text(step.key, { n: step.n, name }) });
    focusOn(".library-step button");
  });

  async function exportAll() {
    try {
      saveBlob(written(await library.readAll(), state.ownWords), `mubin-library-${new Date().toISOString().slice(0, 10)}.json`);
    } catch (error) {
      change({ trouble: troubleOf(error) });
    }
  }

  /** In every tab. */
  function erase() {
    tellTabs("everything");
    return eraseAll(tools.store, page);
  }

  return {
    change, refresh, seek, remove, exportAll,
    front: desk.front, keep: desk.keep, open: desk.open, rejoin: desk.rejoin, receive: bringing.receive,
    /** @param {string} id @param {boolean} chosen */
    choose(id, chosen) {
      const others = [...now().chosen].filter((other) => other !== id);
      change({ chosen: new Set(chosen ? [...others, id] : others) });
    },
    /** @param {string | null} id */
    edit(id) {
      const was = now().editing;
      change({ editing: id });
      focusOn(id ? ".library-edit input" : `[data-edit="${was}"]`);
    },
    /**
     * @param {Entry} entry
     * @param {string} name
     * @param {string} tags
     */
    label: ({ id, name: before }, name, tags) => attempt(async () => {
      await library.label(id, { name: squeezed(name) || before, tags: tagsIn(tags) });
      change({ editing: null });
      set({ said: state.t.text("library.labelled") });
      focusOn(`[data-edit="${id}"]`);
    }),
    /** The two that are chosen, in the order they were chosen in. */
    compare: () => attempt(async () => {
      const [left, right] = await Promise.all([...now().chosen].map(library.read));
      if (!left || !right) return;
      set({ comparing: { left: { name: left.name, text: left.text }, right: { name: right.name, text: right.text } } });
      go("compare");
    }),
    /** @param {"clear" | "erase" | null} asking */
    ask(asking) {
      const was = now().asking;
      change({ asking });
      focusOn(asking ? ".library-confirm" : `[data-ask="${was}"]`);
    },
    confirm: () => (now().asking === "erase" ? erase() : attempt(async () => {
      await library.clear();
      change({ asking: null, step: null, brought: null, shown: ROWS });
      set({ saved: null, said: state.t.text("library.cleared") });
      focusOn("#screen-title");
    })),
  };
}
