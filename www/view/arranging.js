/**
 * How the panels of what the text says are arranged: what each of them is filtered
 * and sorted by, and how much it shows. Apart from the panels themselves, which are
 * fetched later than the page's state is made.
 *
 * @import { EntityKind, Stance, Statement } from "../engine/types.js"
 * @import { Arrangement } from "./table.js"
 */

import { ROWS } from "./table.js";

/** Names of a kind that are shown at first, and added. */
export const NAMES_SHOWN = 20;

/** @typedef {{ order: "speaker" | "text", speaker: string | null, stance: Stance | null, form: Statement["form"] | null, shown: number }} StatementsState */
/** @typedef {{ kind: EntityKind | null, order: string, reversed: boolean, shown: number }} NamesState */
/** @typedef {{ dates: number, times: Arrangement, amounts: Arrangement }} TimeState  dates: how many the timeline shows */

/** @typedef {"statements" | "names" | "times" | "amounts"} ListName  a list that can be searched */
/** What is looked for in a list; `keys` are its entries as the engine folds them, of the result `of`. @typedef {{ query: string, folded: string, of: object | null, keys: string[] }} Filter */

/** @type {StatementsState} */
export const statementsDefaults = { order: "speaker", speaker: null, stance: null, form: null, shown: ROWS };
/** @type {NamesState} */
export const namesDefaults = { kind: null, order: "count", reversed: false, shown: NAMES_SHOWN };
/** @type {Arrangement} */
const first = { order: "place", reversed: false, shown: ROWS };
/** @type {TimeState} */
export const timeDefaults = { dates: 40, times: first, amounts: first };
/** @type {Filter} */
export const noFilter = { query: "", folded: "", of: null, keys: [] };
/** @type {Partial<Record<ListName, Filter>>} */
export const noFilters = {};
