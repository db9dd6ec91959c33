/**
 * The writing panel, what the word card says of misspellings, and editing where one reads: loaded after the
 * page, because nothing here is needed for a first result. What is painted in the
 * text and what stands still is the page's matter, see `../corrections.js`.
 *
 * @import { Linked } from "../links.js"
 * @import { Store } from "../state.js"
 * @import { Hands } from "./acts.js"
 */

import ar from "../../i18n/ar.writing.json" with { type: "json" };
import en from "../../i18n/en.writing.json" with { type: "json" };
import { addMessages } from "../../i18n/index.js";
import { createActs } from "./acts.js";
import { cardFixesView } from "./fix.js";
import { createInPlace } from "./inplace.js";
import { createMarker } from "./markers.js";
import { panelView } from "./panel.js";
import { createWordActs } from "./words.js";

/** @typedef {ReturnType<typeof createWriting>} Writing */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("../engine.js").holdEngine>} engine
 * @param {ReturnType<typeof import("../intake.js").createIntake>} intake
 * @param {Hands} page
 */
export function createWriting(store, engine, intake, page) {
  addMessages({ ar, en });
  const { state } = store;
  const acts = createActs(store, intake, page);
  const words = createWordActs(store, engine, intake, page);
  const on = { ...acts, ...words };
  const inPlace = createInPlace(store, intake, page, acts);
  page.host.root.addEventListener("keydown", (event) => acts.undoByKey(/** @type {KeyboardEvent} */ (event)), { signal: page.host.signal });
  return {
    /** @param {Linked} linked */
    panel: (linked) => panelView(state, linked, on),
    /** @param {number} token */
    card: (token) => cardFixesView(state, token, on),
    /** A paragraph where it is read. */
    edit: inPlace.edit,
    /** What stands below the text. */
    strip: inPlace.strip,
    /** What of it is painted in the text. */
    paint: createMarker(state, page.highlighter),
  };
}
