/**
 * The language packs for what is built here. They are made by build.sh before the
 * page is, and lie in `target/packs`; each says in its first section where it comes
 * from, under which licence, and what was changed.
 *
 * @import { PackName } from "../engine/types.js"
 */

import { readFile } from "node:fs/promises";
import { PACKS } from "../engine/packs.js";

const folder = new URL("../../target/packs/", import.meta.url);

/** @typedef {Record<PackName, Buffer>} PackFiles */

/** @returns {Promise<PackFiles>} */
export async function readPacks() {
  /** @param {string} name */
  const read = (name) => readFile(new URL(`${name}.pack`, folder)).catch(() => {
    console.error(`There is no target/packs/${name}.pack; make the language packs first, with ./build.sh build.`);
    process.exit(1);
  });
  return /** @type {PackFiles} */ (Object.fromEntries(await Promise.all(PACKS.map(async (name) => [name, await read(name)]))));
}

/** What follows the header: the lengths of the sections, then the sections; the first is the notice. */
const HEADER = 16;

/** @param {Buffer} pack */
function noticeOf(pack) {
  const start = HEADER + 4 * pack[5];
  return pack.toString("utf8", start, start + pack.readUInt32LE(HEADER));
}

/** What the notices name, by the identifiers of SPDX. */
export const PACK_LICENCES = ["GPL-2.0-only", "CC-BY-SA-4.0", "CC-BY-4.0", "Unicode-3.0"];

/**
 * Every notice, once, under the names of its packs.
 * @param {PackFiles} packs
 */
export function noticesOf(packs) {
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const [name, pack] of Object.entries(packs)) {
    const notice = noticeOf(pack).trim();
    byText.set(notice, [...byText.get(notice) ?? [], `${name}.pack`]);
  }
  const parts = [...byText].map(([notice, names]) => `${names.join(", ")}\n\n${notice}\n`);
  return `The language packs in this folder are works of their own, under their own licences.\n\n${parts.join("\n----\n\n")}`;
}
