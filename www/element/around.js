/**
 * What an element takes over from the page it stands in.
 *
 * @import { Language } from "../i18n/index.js"
 */

/**
 * The language around an element, as far as it is one of the two; it passes the edges of shadow trees.
 * @param {Element} element
 * @returns {Language}
 */
export function languageAround(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement ?? hostOf(at)) {
    const named = at.getAttribute("lang")?.split("-")[0].toLowerCase();
    if (named === "ar" || named === "en") return named;
  }
  return "ar";
}

/** @param {Node} node */
function hostOf(node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * Whether the page around says whether it is light or dark; one that does not is no help to an element that would look like it.
 * @param {Element} element
 */
export const saysScheme = (element) => getComputedStyle(element).colorScheme !== "normal";
