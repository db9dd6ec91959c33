/**
 * What the reader chose for the page itself: language, appearance, digits, how the
 * text is set, the scheme of transliteration, and whether a draft is kept. Storage may
 * be denied; the choices then hold until the page is closed, and nothing fails. Lines
 * are not justified unless asked for: between words alone, as Naskh on a screen can
 * be, short lines get holes by it.
 *
 * @import { Digits, Language } from "../i18n/index.js"
 * @import { Scheme } from "../engine/types.js"
 * @import { LayerName } from "./layers.js"
 */

/** @typedef {"auto" | "light" | "dark" | "contrast"} Theme */
/** Of the text. @typedef {"small" | "medium" | "large" | "largest"} TextSize */
/** @typedef {{ lang: Language, theme: Theme, digits: Digits, size: TextSize, justify: boolean, draft: boolean, scheme: Scheme, layers: LayerName[] }} Preferences */

const KEY = "mubin.preferences";

/** @type {Preferences} */
export const defaults = {
  lang: "ar", theme: "auto", digits: "latn", size: "medium", justify: false, draft: true, scheme: "ala-lc", layers: ["person", "place", "organisation", "time", "correction"],
};

/** @returns {Preferences} */
export function readPreferences() {
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return { ...defaults };
  }
}

/** @param {Preferences} preferences */
export function writePreferences(preferences) {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Denied or full: the choice simply does not outlive the page.
  }
}

/**
 * Only what differs is written: an attribute that is set anew, though to what it was, has the styles of the whole page worked out again.
 * @param {Preferences} preferences
 * @param {HTMLElement} root  of all that looks by them
 */
export function applyPreferences({ lang, theme, size, justify }, root) {
  const contrast = theme === "auto" && matchMedia("(prefers-contrast: more)").matches;
  const wanted = { lang, dir: lang === "ar" ? "rtl" : "ltr", "data-size": size, "data-theme": contrast ? "contrast" : theme };
  for (const [name, value] of Object.entries(wanted)) if (root.getAttribute(name) !== value) root.setAttribute(name, value);
  root.toggleAttribute("data-justify", justify);
}
