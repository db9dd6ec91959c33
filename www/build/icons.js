/**
 * The icons of the installed page, drawn from the one `icon.svg` when the page is
 * built. Where a system cuts icons to a shape of its own, the ground reaches the
 * edges and the drawing keeps to the circle that no shape cuts.
 */

import { readFile } from "node:fs/promises";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** By name: the width in pixels, and whether the icon may be cut to a shape. */
const ICONS = { "icon-192": [192, false], "icon-512": [512, false], "icon-shaped-512": [512, true], "icon-touch-180": [180, true] };

/** @typedef {keyof typeof ICONS} IconName */

/** @param {string} svg */
const shaped = (svg) => svg.replace('viewBox="0 0 64 64"', 'viewBox="-4 -4 72 72"')
  .replace('<rect width="64" height="64" rx="8"', '<rect x="-4" y="-4" width="72" height="72"');

/**
 * @param {string} svg
 * @returns {Promise<Record<IconName, Uint8Array>>} PNG files
 */
export async function drawIcons(svg) {
  if (shaped(svg) === svg) throw new Error("icon.svg is not drawn as icons.js takes it to be");
  await initWasm(await readFile(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
  const drawn = Object.entries(ICONS).map(([name, [width, cut]]) => (
    [name, new Resvg(cut ? shaped(svg) : svg, { fitTo: { mode: "width", value: Number(width) } }).render().asPng()]));
  return Object.fromEntries(drawn);
}
