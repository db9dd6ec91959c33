/**
 * What the reader of the page can do with every panel: follow a row into the text,
 * point at it, and from the text at the row; switch layers. What is done in one panel
 * only stands with it.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Tab } from "./chrome.js"
 * @import { LayerName } from "./layers.js"
 * @import { Spot } from "./links.js"
 * @import { Preferences } from "./preferences.js"
 * @import { Store } from "./state.js"
 */

import { focusOnSpot } from "./focus.js";
import { itemsAt } from "./layers.js";
import { tokenAt } from "./pointer.js";
import { rowsAt } from "./vocabulary.js";

/**
 * @param {Store} store
 * @param {import("./actions.js").Page} page
 * @param {(patch: Partial<Preferences>) => void} prefer
 */
export function createLinks({ state, set }, page, prefer) {
  /**
   * @param {Result} result
   * @param {number} offset
   * @returns {string[]}
   */
  function pointedAt(result, offset) {
    if (state.tab !== "words") return itemsAt(result, offset);
    if (state.study.view === "context") return [`place:${offset}`];
    return state.study.view === "frequency" ? rowsAt(result, tokenAt(result, offset)) : [];
  }

  return {
    /** @param {Tab} tab */
    choose(tab) {
      set({ tab });
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
      queueMicrotask(() => showRow(page.host.root, "[data-lit]:is(li, tr)"));
    },
    /** @param {LayerName} layer */
    toggleLayer(layer) {
      const { layers } = state.preferences;
      const on = !layers.includes(layer);
      prefer({ layers: on ? [...layers, layer] : layers.filter((other) => other !== layer) });
      set({ said: state.t.text(on ? "layer.shown" : "layer.hidden", { layer: state.t.text(`layer.${layer}`) }) });
    },
    toggleGist: () => set({ gistAll: !state.gistAll }),
  };
}

/**
 * Brings a row into the panel's view, where the panel scrolls by itself; the page stays where it is.
 * @param {ParentNode} root
 * @param {string} which  the first of these
 */
export function showRow(root, which) {
  const side = root.querySelector(".side");
  const row = root.querySelector(`.panels ${which}`);
  if (!side || !row || side.scrollHeight <= side.clientHeight) return;
  const [frame, box] = [side.getBoundingClientRect(), row.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) side.scrollBy({ top: box.top - frame.top - frame.height / 3 });
}
