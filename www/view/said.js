/**
 * Statements with who made them: each in the order of the text, and gathered under
 * the speakers, those who say most first and nobody last; filtered by any of speaker,
 * kind and rendering, with how many each choice would leave.
 *
 * @import { Result, Statement } from "../engine/types.js"
 * @import { StatementsState } from "./arranging.js"
 */

import { speakerOf } from "./speaker.js";

/** In the order of the filter. */
export const STANCES = /** @type {const} */ (["report", "assert", "claim", "deny", "warn", "hope", "ask", "accuse", "source"]);
export const FORMS = /** @type {const} */ (["direct", "indirect", "mixed"]);

/** @typedef {{ key: string, name: string | null, phrase: string | null, n: number, first: number }} Speaker  n: how many statements; first: the index of the first */
/** @typedef {{ statement: Statement, index: number, speaker: Speaker }} Saying */
/** @typedef {{ speakers: Speaker[], sayings: Saying[] }} Said */

/** @type {WeakMap<Result, Said>} */
const known = new WeakMap();

/**
 * @param {Result} result
 * @returns {Said} sayings in the order of the text
 */
export function saidIn(result) {
  let said = known.get(result);
  if (said) return said;
  /** @type {Map<string, Speaker>} */
  const byKey = new Map();
  const sayings = result.statements.map((statement, index) => {
    const { key, name, phrase } = speakerOf(result, statement);
    const speaker = byKey.get(key) ?? { key, name, phrase: null, n: 0, first: index };
    speaker.phrase ??= phrase;
    speaker.n++;
    byKey.set(key, speaker);
    return { statement, index, speaker };
  });
  const speakers = [...byKey.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.n - a.n || a.first - b.first);
  said = { speakers, sayings };
  known.set(result, said);
  return said;
}

/** @typedef {Pick<StatementsState, "speaker" | "stance" | "form">} Wanted */

/**
 * @param {Said} said
 * @param {Wanted} wanted
 * @param {((index: number) => boolean) | null} passes  the search
 */
export const wantedOf = ({ sayings }, { speaker, stance, form }, passes) => sayings.filter(({ statement, index, speaker: { key } }) => (
  (speaker === null || key === speaker) && (stance === null || statement.cue.stance === stance) && (form === null || statement.form === form)
  && (!passes || passes(index))));

/**
 * How many of each there are, the others of the filters as they are.
 * @template {string} V
 * @param {Saying[]} sayings
 * @param {readonly V[]} all  in their order
 * @param {(statement: Statement) => V} of
 * @returns {{ value: V, n: number }[]}
 */
export function tallied(sayings, all, of) {
  /** @type {Map<V, number>} */
  const counts = new Map();
  for (const { statement } of sayings) counts.set(of(statement), (counts.get(of(statement)) ?? 0) + 1);
  return all.flatMap((value) => (counts.has(value) ? [{ value, n: counts.get(value) ?? 0 }] : []));
}

/**
 * @param {Said} said
 * @param {Saying[]} sayings
 * @returns {{ speaker: Speaker, sayings: Saying[] }[]} under who made them
 */
export function grouped({ speakers }, sayings) {
  /** @type {Map<Speaker, Saying[]>} */
  const groups = new Map(speakers.map((speaker) => [speaker, []]));
  for (const saying of sayings) groups.get(saying.speaker)?.push(saying);
  return [...groups].flatMap(([speaker, own]) => (own.length ? [{ speaker, sayings: own }] : []));
}
