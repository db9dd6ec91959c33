/**
 * Where the page lives. As a page of its own it has the whole document: the address,
 * the title, the storage, whatever is dropped or pasted anywhere. As a guest in
 * somebody else's page it has one shadow tree and touches nothing outside it. The
 * rest of the view asks here and never says `document` or `window` by itself, so that
 * it stands in either place, and several times in one document.
 *
 * @import { Preferences } from "./preferences.js"
 */

import { writePreferences } from "./preferences.js";

/**
 * @typedef {object} Host
 * @property {Document | ShadowRoot} root  in which elements are looked up, and which knows what has the focus
 * @property {HTMLElement} mount  what the page is drawn into
 * @property {HTMLElement} frame  says language, direction and appearance for all that is drawn
 * @property {HTMLElement | null} scroller  what the text scrolls in; null: the window
 * @property {AbortSignal} signal  the end of it: listeners, observers and highlights go then
 * @property {(preferences: Preferences) => void} remember
 */

/** @returns {Host} the document, from its beginning to its end */
export const documentHost = () => ({
  root: document,
  mount: /** @type {HTMLElement} */ (document.getElementById("app")),
  frame: document.documentElement,
  scroller: null,
  signal: new AbortController().signal,
  remember: writePreferences,
});

/**
 * What of the window the text is seen in.
 * @param {Host} host
 * @returns {{ top: number, bottom: number }}
 */
export function viewOf({ scroller }) {
  if (!scroller) return { top: 0, bottom: innerHeight };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
}

/**
 * What scrolls by itself; a box that is as high as its text leaves that to the window.
 * @param {Host} host
 */
const ownScroller = ({ scroller }) => (scroller && scroller.scrollHeight > scroller.clientHeight ? scroller : null);

/**
 * Scrolls what the text scrolls in.
 * @param {Host} host
 * @param {number} top  by how much
 */
export const scrollTextBy = (host, top) => (ownScroller(host) ?? globalThis).scrollBy({ top });

/**
 * Scrolls to an element; the page around a box moves no more than it takes to see the box.
 * @param {Host} host
 * @param {Element} element
 * @param {"start" | "center"} block
 */
export function bringToView(host, element, block) {
  const scroller = ownScroller(host);
  if (!scroller) return element.scrollIntoView({ block });
  scroller.scrollIntoView({ block: "nearest" });
  const view = viewOf(host);
  const { top, height } = element.getBoundingClientRect();
  scroller.scrollBy({ top: top - view.top - (block === "start" ? 0 : (view.bottom - view.top - height) / 2) });
}

/**
 * What is selected in the root, wherever the browser lets that be seen: the selection of the document
 * ends at the edge of a shadow tree.
 * @param {Host} host
 * @returns {Range | null}
 */
export function selectedIn({ root }) {
  const selection = getSelection();
  if (root instanceof Document) return selection?.rangeCount ? selection.getRangeAt(0) : null;
  const composed = selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!composed || !root.contains(composed.startContainer) || !root.contains(composed.endContainer)) return null;
  const range = document.createRange();
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}

/**
 * The letter at a point of the window.
 * @param {Host} host
 * @param {number} x
 * @param {number} y
 * @returns {{ offsetNode: Node, offset: number } | null}
 */
export function caretAt({ root }, x, y) {
  if (document.caretPositionFromPoint) return document.caretPositionFromPoint(x, y, root instanceof ShadowRoot ? { shadowRoots: [root] } : {});
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { offsetNode: range.startContainer, offset: range.startOffset } : null;
}
