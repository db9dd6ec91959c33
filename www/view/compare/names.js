/**
 * Who and what is named in both texts, and who in one only. Places are one where they
 * have the same number in GeoNames; all else where the name of the one is a name of the
 * other, spelling aside. Two other names alone do not join: «الوزير» may be two men.
 *
 * @import { EntityKind, Result } from "../../engine/types.js"
 * @import { EntityRow } from "../entities.js"
 * @import { Fold } from "./sequence.js"
 */

import { entityRows, ofKind } from "../entities.js";
import { NAMES } from "../layers.js";

/** @typedef {{ left: EntityRow, right: EntityRow }} Pair */
/** @typedef {{ kind: EntityKind, both: Pair[], left: EntityRow[], right: EntityRow[] }} NamesOf */

/**
 * @param {Result} left
 * @param {Result} right
 * @param {Fold} fold
 * @returns {Promise<NamesOf[]>} of each kind that there is
 */
export async function compareNames(left, right, fold) {
  const spelled = [...new Set([left, right].flatMap(entityRows).flatMap(({ entity }) => [entity.name, ...entity.aliases]))];
  const folds = await fold(spelled);
  const foldOf = new Map(spelled.map((name, i) => [name, folds[i].trim()]));
  return NAMES.map((kind) => paired(kind, ofKind(entityRows(left), kind), ofKind(entityRows(right), kind), foldOf))
    .filter(({ both, left: own, right: other }) => both.length + own.length + other.length > 0);
}

/**
 * @param {EntityKind} kind
 * @param {EntityRow[]} left
 * @param {EntityRow[]} right
 * @param {Map<string, string>} foldOf
 * @returns {NamesOf}
 */
function paired(kind, left, right, foldOf) {
  const fold = (/** @type {string} */ name) => foldOf.get(name) ?? name;
  /** @type {Set<EntityRow>} */
  const taken = new Set();
  /** @type {Map<EntityRow, EntityRow>} */
  const found = new Map();
  const geonames = indexed(right, ({ entity }) => (entity.geo?.geonames ? [String(entity.geo.geonames)] : []));
  const names = indexed(right, ({ entity }) => [fold(entity.name)]);
  const aliases = indexed(right, ({ entity }) => entity.aliases.map(fold));
  /** The surest ground first, for all of them. @type {((row: EntityRow) => EntityRow[])[]} */
  const grounds = [
    ({ entity }) => (entity.geo?.geonames ? geonames.get(String(entity.geo.geonames)) ?? [] : []),
    ({ entity }) => names.get(fold(entity.name)) ?? [],
    ({ entity }) => [...entity.aliases.flatMap((alias) => names.get(fold(alias)) ?? []), ...aliases.get(fold(entity.name)) ?? []],
  ];
  for (const ground of grounds) {
    for (const row of left) {
      if (found.has(row)) continue;
      const other = ground(row).find((one) => !taken.has(one));
      if (!other) continue;
      found.set(row, other);
      taken.add(other);
    }
  }
  return {
    kind,
    both: left.flatMap((row) => {
      const other = found.get(row);
      return other ? [{ left: row, right: other }] : [];
    }),
    left: left.filter((row) => !found.has(row)),
    right: right.filter((row) => !taken.has(row)),
  };
}

/**
 * @param {EntityRow[]} rows
 * @param {(row: EntityRow) => string[]} keysOf
 */
function indexed(rows, keysOf) {
  /** @type {Map<string, EntityRow[]>} */
  const index = new Map();
  for (const row of rows) for (const key of keysOf(row)) index.set(key, [...index.get(key) ?? [], row]);
  return index;
}
