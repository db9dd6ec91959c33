/**
 * The library: texts that the reader keeps in this browser, with a name, tags and all
 * that was decided in them. A script of its own, fetched when its screen is opened, a
 * text is saved, or several files come at once. What is shown follows from
 * `state.library`; what is kept is the matter of `store.js`.
 *
 * @import { Part, Tools } from "../parts.js"
 */

import ar from "../../i18n/ar.library.json" with { type: "json" };
import en from "../../i18n/en.library.json" with { type: "json" };
import { addMessages } from "../../i18n/index.js";
import { createActs } from "./acts.js";
import { screenView } from "./screen.js";

/**
 * @param {Tools} tools
 * @returns {Part}
 */
export function create(tools) {
  addMessages({ ar, en });
  const acts = createActs(tools);
  return {
    view: (state) => screenView(state, acts),
    entered: () => void acts.refresh(),
    receive: acts.receive,
    keep: () => acts.keep(),
    rejoin: acts.rejoin,
  };
}
