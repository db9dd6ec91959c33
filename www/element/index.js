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

/** Those that were seen in the document. @type {Set<string>} */
const seen = new Set();

/** Fetches what is wanted by now; whether there is more to look for. */
function defineWanted() {
  for (const name of Object.keys(ELEMENTS)) {
    if (seen.has(name) || !document.querySelector(name)) continue;
    seen.add(name);
    defineElements(name).catch(() => {}); // offline, perhaps: what stands inside the element stays, and `defineElements` tries again
  }
  return seen.size < Object.keys(ELEMENTS).length;
}

if (typeof document === "object" && defineWanted()) { // a server that renders pages imports this too
  const watch = new MutationObserver(() => {
    if (!defineWanted()) watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
}
