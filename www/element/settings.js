/**
 * The attributes of the analyzer as what the tool understands: nothing a page writes
 * there is an error, what is not known counts as not written.
 *
 * @import { LayerName } from "../view/layers.js"
 * @import { Preferences, Theme } from "../view/preferences.js"
 */

import { LAYERS } from "../view/layers.js";
import { defaults } from "../view/preferences.js";
import { languageAround } from "./around.js";

const THEMES = /** @type {const} */ (["auto", "light", "dark", "contrast"]);

/**
 * @param {Element} element
 * @returns {Preferences}
 */
export const preferencesOf = (element) => ({
  ...defaults, draft: false, lang: languageAround(element), theme: themeIn(element.getAttribute("theme")), layers: layersIn(element.getAttribute("layers")),
});

/** @param {string | null} written @returns {Theme} */
export const themeIn = (written) => THEMES.find((theme) => theme === written?.trim().toLowerCase()) ?? "auto";

/**
 * Names with spaces or commas between them, or `all`, or `none`.
 * @param {string | null} written
 * @returns {LayerName[]}
 */
export function layersIn(written) {
  if (written === null) return defaults.layers;
  const names = written.toLowerCase().split(/[\s,]+/);
  return names.includes("all") ? [...LAYERS] : LAYERS.filter((layer) => names.includes(layer));
}

/** @param {string | null} written @returns {string | null} a day that there is, as `YYYY-MM-DD` */
export function dateIn(written) {
  const day = written?.trim() ?? "";
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
