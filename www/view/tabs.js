/**
 * A row of tabs, one of which is in front: the arrows move along it in the direction
 * of the page, Home and End to its ends. A row that is longer than its place scrolls.
 *
 * @import { Translator } from "../i18n/index.js"
 */

import { html } from "lit-html";

/**
 * @template {string} N
 * @param {{ names: readonly N[], chosen: N, label: string, look: string, id: (name: N) => string, panel: (name: N) => string,
 *   text: (name: N) => string, t: Translator }} tabs  id: of the tab; panel: the id of what it brings to the front
 * @param {(name: N) => void} choose
 */
export function tabsView({ names, chosen, label, look, id, panel, text, t }, choose) {
  /** @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
  const move = (event) => {
    const { key, currentTarget } = event;
    const forward = t.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const steps = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: -1, Home: -Infinity, End: Infinity });
    if (!(key in steps)) return;
    event.preventDefault(); // Home and End scroll the page elsewhere
    const step = key === forward ? 1 : steps[key];
    const at = Math.min(names.length - 1, Math.max(0, names.indexOf(chosen) + step));
    choose(names[at]);
    /** @type {HTMLElement | undefined} */ ([...currentTarget.children].at(at))?.focus();
  };
  return html`<div class=${look} role="tablist" aria-label=${label} @keydown=${move}>${names.map((name) => html`
    <button type="button" role="tab" id=${id(name)} aria-controls=${panel(name)}
      aria-selected=${chosen === name} tabindex=${chosen === name ? 0 : -1}
      @click=${() => choose(name)}>${text(name)}</button>`)}</div>`;
}

/**
 * Scrolls a row, and nothing else, until the tab has its neighbours on both sides of it.
 * @param {HTMLElement | null} tab
 */
export function centreTab(tab) {
  const row = tab?.parentElement;
  if (!tab || !row || row.scrollWidth <= row.clientWidth) return;
  const [own, place] = [tab, row].map((element) => element.getBoundingClientRect());
  row.scrollBy({ left: own.left + own.width / 2 - place.left - place.width / 2 });
}
