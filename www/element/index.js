/**
 * What a page loads to have the elements: `<script type="module" src="…/mubin.js">`.
 * Registers them, each when the first of its kind stands in the document; until
 * then nothing of it is fetched. A name that someone registered before, an older
 * copy of this script perhaps, is left to its owner. Elements inside a shadow tree cannot be seen from here; whoever
 * makes them calls `defineElements` first.
 */

export { configure, sharedEngine } from "./engine.js";
export { MubinError } from "../engine/errors.js";

/** @type {Record<string, () => Promise<CustomElementConstructor>>} */
const ELEMENTS = {
  "mubin-reader": async () => (await import("./reader.js")).MubinReader,
  "mubin-analyzer": async () => (await import("./analyzer.js")).MubinAnalyzer,
};

/**
 * Registers elements at once.
 * @param {...string} names  all of them when none is named
 * @returns {Promise<void>}
 */
export async function defineElements(...names) {
  await Promise.all((names.length ? names : Object.keys(ELEMENTS)).map(async (name) => {
    if (customElements.get(name)) return;
    const element = await ELEMENTS[name]();
    if (!customElements.get(name)) customElements.define(name, element);
  }));
}

/** Fetches what is wanted by now. @returns {string[]} those still to be looked for */
function defineWanted() {
  const unknown = Object.keys(ELEMENTS).filter((name) => !customElements.get(name));
  const wanted = unknown.filter((name) => document.querySelector(name));
  for (const name of wanted) {
    defineElements(name).catch(() => {}); // offline: what stands inside the element stays, and a later element tries again
  }
  return unknown.filter((name) => !wanted.includes(name));
}

if (defineWanted().length) {
  const watch = new MutationObserver(() => {
    if (!defineWanted().length) watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
}
