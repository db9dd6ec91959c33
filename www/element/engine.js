/**
 * The one engine of all elements on a page, and of scripts that want it too. Its
 * files lie beside this script, whatever page it was put into; who keeps them elsewhere
 * names the folder. The engine is memoised by its addresses, so that asking for it again, from
 * however many elements, gives the same worker.
 *
 * @import { Analyzer, PackName } from "../engine/types.js"
 */

import { createAnalyzer } from "../engine/index.js";

/** Where the files are, as it was said by `configure`. @type {string | URL | null} */
let named = null;

/** The files as the bundle has them; written so that other bundlers find them too. */
const beside = () => ({
  wasm: new URL(__WASM__, import.meta.url),
  worker: new URL(__WORKER__, import.meta.url),
  packs: {
    lexicon: new URL(__LEXICON__, import.meta.url), frequency: new URL(__FREQUENCY__, import.meta.url), models: new URL(__MODELS__, import.meta.url),
    names: new URL(__NAMES__, import.meta.url), places: new URL(__PLACES__, import.meta.url), glosses: new URL(__GLOSSES__, import.meta.url),
  },
});

/** Said by the page: `<script type="module" src="…/mubin.js" data-mubin-assets="/static/mubin/">`. */
const written = () => document.querySelector("script[data-mubin-assets]")?.getAttribute("data-mubin-assets") ?? null;

/**
 * Says where the engine's files are, where they do not lie beside `mubin.js`. Holds for what is asked for afterwards.
 * @param {{ assets?: string | URL | null }} options  assets: a folder, relative to the page
 */
export function configure({ assets = null }) {
  named = assets;
}

/**
 * The engine that the elements of this page work with.
 * @param {string | URL | null} [assets]  another folder, for an element that names its own
 * @returns {Promise<Analyzer>}
 */
export function sharedEngine(assets) {
  const folder = assets ?? named ?? written();
  const files = beside();
  if (folder === null) return createAnalyzer(files);
  const base = new URL(String(folder).replace(/\/?$/, "/"), document.baseURI);
  const there = (/** @type {URL} */ file) => new URL(/** @type {string} */ (file.pathname.split("/").pop()), base);
  const packs = /** @type {Record<PackName, URL>} */ (Object.fromEntries(Object.entries(files.packs).map(([name, file]) => [name, there(file)])));
  return createAnalyzer({ wasm: there(files.wasm), worker: there(files.worker), packs });
}
