/**
 * The one engine of all elements on a page, and of scripts that want it too. Its
 * files lie beside this script, whatever page it was put into; who keeps them elsewhere
 * names the folder. The engine is memoised by its addresses, so that asking for it again, from
 * however many elements, gives the same worker.
 *
 * @import { Analyzer } from "../engine/types.js"
 */

import { defaultPacks, defaultWasm, defaultWorker } from "../engine/files.js";
import { createAnalyzer } from "../engine/index.js";

/** Where the files are, as it was said by `configure`. @type {string | URL | null} */
let named = null;

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
  if (folder === null) return createAnalyzer();
  const base = new URL(String(folder).replace(/\/?$/, "/"), document.baseURI);
  const there = (/** @type {unknown} */ file) => new URL(/** @type {string} */ (String(file).split("/").pop()), base);
  const packs = Object.fromEntries(Object.entries(defaultPacks()).map(([name, file]) => [name, there(file)]));
  return createAnalyzer({ wasm: there(defaultWasm()), worker: there(defaultWorker()), packs });
}
