/**
 * Statements gathered by who made them: under the entity where the speaker is one,
 * under the words of the text where it has no name, and last under nobody.
 *
 * @import { Result, Stance, Statement } from "../engine/types.js"
 */

import { entityRow } from "./entities.js";
import { textAt } from "./layers.js";

/** In the order of the filter. */
const STANCES = /** @type {const} */ (["report", "assert", "claim", "deny", "warn", "hope", "ask", "accuse", "source"]);

/**
 * @typedef {object} Speaking  somebody with what they said, in the order of the text
 * @property {string} key
 * @property {string | null} name  null when the text does not say who
 * @property {string | null} phrase  how the text introduces an entity, where that is more than its name
 * @property {{ statement: Statement, index: number }[]} said
 */

/** @type {WeakMap<Result, Speaking[]>} */
const known = new WeakMap();
/** @type {WeakMap<Result, Stance[]>} */
const stances = new WeakMap();

/**
 * @param {Result} result
 * @returns {Stance[]} the kinds of statements that there are
 */
export function stancesOf(result) {
  let found = stances.get(result);
  if (!found) {
    const there = new Set(result.statements.map(({ cue }) => cue.stance));
    stances.set(result, found = STANCES.filter((stance) => there.has(stance)));
  }
  return found;
}

/**
 * @param {Result} result
 * @returns {Speaking[]} who said most comes first
 */
export function speakersOf(result) {
  let speakers = known.get(result);
  if (speakers) return speakers;
  /** @type {Map<string, Speaking>} */
  const byKey = new Map();
  result.statements.forEach((statement, index) => {
    const { key, name, phrase } = speakerOf(result, statement);
    const speaking = byKey.get(key) ?? { key, name, phrase: null, said: [] };
    speaking.phrase ??= phrase;
    speaking.said.push({ statement, index });
    byKey.set(key, speaking);
  });
  speakers = [...byKey.values()].sort((a, b) => (
    Number(a.name === null) - Number(b.name === null) || b.said.length - a.said.length || a.said[0].statement.start - b.said[0].statement.start));
  known.set(result, speakers);
  return speakers;
}

/**
 * @param {Result} result
 * @param {Statement} statement
 * @returns {{ key: string, name: string | null, phrase: string | null }}
 */
export function speakerOf(result, { speaker }) {
  if (!speaker) return { key: "", name: null, phrase: null };
  const phrase = textAt(result, speaker);
  const entity = speaker.entity === null ? undefined : entityRow(result, speaker.entity)?.entity ?? result.entities[speaker.entity];
  if (!entity) return { key: `phrase:${phrase}`, name: phrase, phrase: null };
  return { key: `entity:${entity.id}`, name: entity.name, phrase: phrase !== entity.name && speaker.basis === "explicit" ? phrase : null };
}

/**
 * @param {Speaking[]} speakers
 * @param {{ speaker: string | null, stance: Stance | null }} filter
 * @returns {Speaking[]} with those statements only that pass
 */
export const filtered = (speakers, { speaker, stance }) => speakers
  .filter(({ key }) => speaker === null || key === speaker)
  .map((one) => (stance === null ? one : { ...one, said: one.said.filter(({ statement }) => statement.cue.stance === stance) }))
  .filter(({ said }) => said.length > 0);
