/**
 * The panels of what the text says: who said what, the names with their map, time and
 * amounts. One script of its own, fetched after the engine, because the first thing
 * shown is the overview; what is done in a panel stands here with it.
 *
 * @import { Linked } from "./links.js"
 * @import { Atlas } from "./map/desk.js"
 * @import { Part, Tools } from "./parts.js"
 */

import ar from "../i18n/ar.panels.json" with { type: "json" };
import en from "../i18n/en.panels.json" with { type: "json" };
import { addMessages } from "../i18n/index.js";
import { createMapDesk } from "./map/desk.js";
import { mapView } from "./map.js";
import { namesView } from "./names.js";
import { createSearch } from "./search.js";
import { statementsView } from "./statements.js";
import { timeView } from "./time.js";

/**
 * @param {Tools} tools
 * @returns {Part}
 */
export function create({ store: { state, set }, engine, page }) {
  addMessages({ ar, en });
  const search = createSearch({ state, set }, engine);
  const desk = createMapDesk(() => set({}), page.host);
  /** @type {Atlas | "loading" | "failed" | null} */
  let atlas = null;
  let tries = 0;

  /** The geography is fetched when a map would be seen. */
  async function loadMap() {
    atlas = "loading";
    atlas = await page.atlas(tries++).catch(() => /** @type {const} */ ("failed"));
    set({});
  }

  /** @param {Linked} linked */
  function names(linked) {
    const result = /** @type {NonNullable<typeof state.result>} */ (state.result);
    return namesView(result, state.names, linked, {
      search, step: page.step, change: (patch) => set({ names: { ...state.names, ...patch } }),
      map(rows) {
        if (atlas === null && result.entities.some(({ geo }) => geo)) loadMap();
        return mapView(result, rows, atlas ?? "loading", desk, linked, () => {
          loadMap();
          set({});
        });
      },
    });
  }

  return {
    view({ tab, result, statements, time }, linked) {
      if (!result) return null;
      if (tab === "names") return names(linked);
      if (tab === "time") return timeView(result, time, linked, { search, change: (patch) => set({ time: { ...state.time, ...patch } }) });
      return statementsView(result, statements, linked, { search, change: (patch) => set({ statements: { ...state.statements, ...patch } }) });
    },
  };
}
