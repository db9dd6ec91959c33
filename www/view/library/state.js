/** What the library's screen shows: types and where it begins. */

/** @import { DecidedRole } from "../../engine/types.js" */
/** @import { Choice } from "../choices.js" */
/** @import { Ignored } from "../corrections.js" */
/** @import { Source } from "../shelf.js" */

/**
 * What is listed of a text.
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} name
 * @property {string[]} tags
 * @property {number} created  milliseconds since 1970
 * @property {number} changed
 * @property {Source} source
 * @property {number | null} words  null where it was never read
 * @property {number | null} share  of Arabic among its letters
 */
/**
 * The text itself with what the reader decided in it. `edition` grows with every saving.
 * @typedef {{ id: string, text: string, decisions: DecidedRole[], choices: Choice[], ignored: Ignored[], edition: number }} Content
 */
/** @typedef {Entry & Omit<Content, "edition">} Text  one text, whole */

/** @typedef {"denied" | "full" | "newer" | "broken"} Trouble */
/** @typedef {"name" | "tags" | "words" | "changed"} Order */
/** Where a search found its words. @typedef {"name" | "tags" | "text"} Place */
/**
 * What became of files that were brought in.
 * @typedef {object} Brought
 * @property {number} added
 * @property {number} there  which were in the library already
 * @property {number} beside  of the added those whose like has become another here
 * @property {{ file: string, kind: string }[]} failed  kind: of the page's errors
 */
/** What was done last and can be taken back. @typedef {{ key: string, n: number, name: string, back: () => Promise<void> }} Step */

/**
 * @typedef {object} LibraryState
 * @property {Entry[] | null} entries  null until they are read
 * @property {Trouble | null} trouble  why there are none, or why the last deed failed
 * @property {string} query
 * @property {ReadonlyMap<string, Place> | null} hits  of the query; null where nothing is asked
 * @property {boolean} seeking
 * @property {string | null} tag  the only one that is listed
 * @property {{ order: Order, reversed: boolean }} arranged
 * @property {ReadonlySet<string>} chosen
 * @property {string | null} editing  whose name and tags are being changed
 * @property {"clear" | "erase" | null} asking  what has to be confirmed
 * @property {Brought | null} brought
 * @property {Step | null} step
 * @property {{ i: number, n: number } | null} working  which of how many files is being read
 * @property {number} shown  how many rows
 */

export const ROWS = 100;

/** @type {LibraryState} */
export const libraryDefaults = {
  entries: null, trouble: null, query: "", hits: null, seeking: false, tag: null, arranged: { order: "changed", reversed: false },
  chosen: new Set(), editing: null, asking: null, brought: null, step: null, working: null, shown: ROWS,
};
