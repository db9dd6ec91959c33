/**
 * What the reader is told when the language packs are not there: why, and the one
 * thing to do about it. The text is read all the same; its words are not explained.
 * A panel names the packs that it lacks.
 *
 * @import { Analyzer, PackName, PackState } from "../engine/types.js"
 * @import { Notice } from "./chrome.js"
 */

/** Without these no word is explained. @type {PackName[]} */
const NEEDED = ["lexicon", "models"];

/** What a layer is made from besides those. @type {Record<string, PackName[]>} */
const MORE = { entities: ["names"], map: ["places"], keyphrases: ["frequency"] };

/** @type {Partial<Record<PackState, string>>} */
const KEYS = {
  "missing": "packMissing", "pack-unknown": "packDamaged", "pack-damaged": "packDamaged",
  "pack-version": "packVersion", "pack-mismatch": "packVersion",
};

/**
 * The packs a layer would need and that could not be had.
 * @param {Analyzer["packs"] | null} packs  null before that is known
 * @param {string} field
 * @returns {PackName[]}
 */
export const lacking = (packs, field) => (
  packs ? [...(field === "map" ? [] : NEEDED), ...MORE[field] ?? []].filter((name) => KEYS[packs[name]] !== undefined) : []);

/**
 * Whether the glosses were asked for and could not be had.
 * @param {Analyzer["packs"]} packs
 */
export const unglossed = (packs) => KEYS[packs.glosses] !== undefined;

/** What is said of the others, the gravest loss first. @type {[PackName, string][]} */
const OTHERS = [["names", "packNames"], ["places", "packPlaces"], ["frequency", "packFrequency"]];

/**
 * @param {Analyzer["packs"]} packs
 * @param {() => void} reload
 * @returns {Notice | null}
 */
export function packNotice(packs, reload) {
  const lexicon = NEEDED.map((name) => KEYS[packs[name]]).find((found) => found !== undefined);
  const key = lexicon ?? OTHERS.find(([name]) => KEYS[packs[name]])?.[1] ?? null;
  return key ? { id: "packs", key, action: { key: lexicon ? "packReload" : "packReloadOther", run: reload } } : null;
}
