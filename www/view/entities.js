/**
 * The entities of a result with the places where each is named, most named first.
 *
 * @import { Entity, EntityKind, Mention, Result } from "../engine/types.js"
 */

import { unturned } from "../i18n/unturned.js";

/** @typedef {{ entity: Entity, mentions: Mention[] }} EntityRow  mentions in the order of the text, at least one */

/** @type {WeakMap<Result, { all: (EntityRow | undefined)[], ranked: EntityRow[] }>} */
const known = new WeakMap();

/** @param {Result} result */
function collected(result) {
  let found = known.get(result);
  if (found) return found;
  /** @type {(EntityRow | undefined)[]} */
  const all = [];
  for (const mention of result.mentions) {
    const row = all[mention.entity];
    if (row) row.mentions.push(mention);
    else all[mention.entity] = { entity: readable(result.entities[mention.entity]), mentions: [mention] };
  }
  const ranked = all.filter((row) => row?.entity !== undefined).map((row) => /** @type {EntityRow} */ (row));
  ranked.sort((a, b) => b.mentions.length - a.mentions.length || a.mentions[0].start - b.mentions[0].start);
  found = { all, ranked };
  known.set(result, found);
  return found;
}

/** With names in the order in which they are written. @param {Entity} entity */
const readable = (entity) => (entity && [entity.name, ...entity.aliases].some((name) => unturned(name) !== name)
  ? { ...entity, name: unturned(entity.name), aliases: entity.aliases.map(unturned) } : entity);

/** @param {Result} result */
export const entityRows = (result) => collected(result).ranked;

/**
 * @param {Result} result
 * @param {number} id
 * @returns {EntityRow | undefined}
 */
export const entityRow = (result, id) => collected(result).all[id];

/**
 * @param {EntityRow[]} rows
 * @param {EntityKind} kind
 */
export const ofKind = (rows, kind) => rows.filter(({ entity }) => entity.type === kind);
