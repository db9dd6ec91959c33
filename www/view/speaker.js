/**
 * Who a statement is by: the entity, where the speaker is one, else the words of the
 * text that name no one.
 *
 * @import { Result, Statement } from "../engine/types.js"
 */

import { entityRow } from "./entities.js";
import { textAt } from "./layers.js";

/**
 * @param {Result} result
 * @param {Statement} statement
 * @returns {{ key: string, name: string | null, phrase: string | null }} name: null when the text does not say who; phrase: how the
 *   text introduces an entity, where that is more than its name
 */
export function speakerOf(result, { speaker }) {
  if (!speaker) return { key: "nobody", name: null, phrase: null };
  const phrase = textAt(result, speaker);
  const entity = speaker.entity === null ? undefined : entityRow(result, speaker.entity)?.entity ?? result.entities[speaker.entity];
  if (!entity) return { key: `phrase:${phrase}`, name: phrase, phrase: null };
  return { key: `entity:${entity.id}`, name: entity.name, phrase: phrase !== entity.name && speaker.basis === "explicit" ? phrase : null };
}
