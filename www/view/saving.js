/** A file out of the page, through a link to what lies in memory: nothing is sent anywhere. */

import { element } from "./dom.js";

const HELD_MS = 10_000;

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function saveBlob(blob, name) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), HELD_MS);
}

/** The text in front, as it is, where the browser has no room for it. @param {string} text */
export const saveText = (text) => saveBlob(new Blob([text], { type: "text/plain;charset=utf-8" }), "mubin.txt");
