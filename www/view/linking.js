/**
 * What the reader of the page can do with the panels of what the text says: follow
 * a row into the text, point at it, filter and sort, switch layers.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Tab } from "./chrome.js"
 * @import { ItemId, LayerName } from "./layers.js"
 * @import { Spot } from "./links.js"
 * @import { NamesState } from "./names.js"
 * @import { Preferences } from "./preferences.js"
 * @import { State, Store } from "./state.js"
 */

import { focusOnSpot } from "./focus.js";
import { itemsAt } from "./layers.js";

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {import("./actions.js").Page} page
 * @param {(patch: Partial<Preferences>) => void} prefer
 */
export function createLinks({ state, set }, engine, page, prefer) {
  let tries = 0;

  async function loadMap() {
    if (state.atlas !== null && state.atlas !== "failed") return;
    set({ atlas: "loading" });
    const atlas = await page.atlas(tries++).catch(() => /** @type {const} */ ("failed"));
    set({ atlas });
  }

  /** The map is fetched when it would be seen. */
  function wantMap() {
    if (state.tab === "names" && state.atlas === null && state.result?.entities.some(({ geo }) => geo)) loadMap();
  }

  /**
   * @param {Result} result
   * @param {number} offset
   * @returns {ItemId[]}
   */
  function pointedAt(result, offset) {
    if (state.tab !== "words") return itemsAt(result, offset);
    return state.study.view === "context" ? [`place:${offset}`] : [];
  }

  return {
    wantMap,
    reloadMap: loadMap,
    /** @param {Tab} tab */
    choose(tab) {
      set({ tab });
      wantMap();
      if (tab === "writing") page.loadWriting();
    },
    /**
     * @param {Spot} spot
     * @param {boolean} [toggle]  a second press lets go
     */
    visit(spot, toggle = false) {
      page.follow(toggle && state.focus?.id === spot.id ? null : focusOnSpot(spot), true);
    },
    /** @param {Spot | null} spot */
    light(spot) {
      page.hover(spot && focusOnSpot(spot));
      set({ lit: new Set(spot ? [spot.id] : []) });
    },
    /**
     * The rows of what lies at a place of the text.
     * @param {number | null} offset
     */
    pointAt(offset) {
      const { result } = state;
      const ids = result && offset !== null ? pointedAt(result, offset) : [];
      const same = ids.length === state.lit.size && ids.every((id) => state.lit.has(id));
      if (same) return;
      set({ lit: new Set(ids) });
      queueMicrotask(showLit);
    },
    /** @param {LayerName} layer */
    toggleLayer(layer) {
      const { layers } = state.preferences;
      prefer({ layers: layers.includes(layer) ? layers.filter((other) => other !== layer) : [...layers, layer] });
    },
    toggleGist: () => set({ gistAll: !state.gistAll }),
    /** @param {Partial<State["statements"]>} patch */
    changeStatements: (patch) => set({ statements: { ...state.statements, ...patch } }),
    /** @param {Partial<State["time"]>} patch */
    changeTime: (patch) => set({ time: { ...state.time, ...patch } }),
    /** @param {Partial<NamesState>} patch */
    async changeNames(patch) {
      set({ names: { ...state.names, ...patch } });
      if (patch.query === undefined) return;
      const { query } = patch;
      const folded = query.trim() ? await (await engine.ready()).fold(query.trim()) : "";
      if (state.names.query === query) set({ names: { ...state.names, folded } });
    },
  };
}

/** Brings the first lit row into the panel's view, where the panel scrolls by itself. */
function showLit() {
  const side = document.querySelector(".side");
  const row = document.querySelector(".panels [data-lit]:is(li, tr)");
  if (!side || !row || side.scrollHeight <= side.clientHeight) return;
  const [frame, box] = [side.getBoundingClientRect(), row.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) side.scrollBy({ top: box.top - frame.top - frame.height / 3 });
}

