/**
 * Dates and amounts by what they mean, not by how they are written: «الثلاثاء» and «11
 * مارس» are one where both were worked out to the same day, «ثماني سيارات» and «8
 * سيارات» are one amount. Ordinals and figures that count nothing are no facts.
 *
 * @import { Quantity, Result, Span, Time } from "../../engine/types.js"
 * @import { Fold } from "./sequence.js"
 */

/**
 * @template T
 * @typedef {{ item: T, left: Span[], right: Span[] }} Fact
 */
/**
 * @template T
 * @typedef {{ both: Fact<T>[], left: Fact<T>[], right: Fact<T>[] }} Facts
 */

/** The hour of a day, or its part. */
const HOUR = /T[^/]*/g;
const YEAR = /^\d{3}/;

/**
 * @param {Result} left
 * @param {Result} right
 * @returns {Facts<Time>} in the order of time
 */
export function compareDates(left, right) {
  const [own, other] = [left, right].map(({ times }) => times.flatMap((time) => {
    const value = time.value.replace(HOUR, "");
    return (time.type === "date" || time.type === "time") && YEAR.test(value) ? [{ ...time, value }] : [];
  }));
  const facts = parted(own, other, ({ value }) => value);
  const early = (/** @type {Fact<Time>} */ a, /** @type {Fact<Time>} */ b) => (a.item.value < b.item.value ? -1 : 1);
  return { both: facts.both.sort(early), left: facts.left.sort(early), right: facts.right.sort(early) };
}

/**
 * @param {Result} left
 * @param {Result} right
 * @param {Fold} fold
 * @returns {Promise<Facts<Quantity>>} those of one unit beside one another
 */
export async function compareAmounts(left, right, fold) {
  const [own, other] = [left, right].map(({ quantities }) => quantities.filter(({ type, unit, currency }) => type !== "ordinal" && (type === "percent" || unit || currency)));
  const units = [...new Set([...own, ...other].map(({ unit }) => unit ?? ""))];
  const folds = await fold(units);
  const foldOf = new Map(units.map((unit, i) => [unit, folds[i]]));
  const unitOf = (/** @type {Quantity} */ { type, unit, currency }) => (type === "percent" ? "%" : currency ?? foldOf.get(unit ?? "") ?? "");
  const low = (/** @type {Quantity} */ { value }) => (typeof value === "number" ? value : value[0]);
  const ordered = (/** @type {Fact<Quantity>[]} */ facts) => facts.sort(({ item: a }, { item: b }) => unitOf(a).localeCompare(unitOf(b)) || low(a) - low(b));
  const { both, left: first, right: second } = parted(own, other, (quantity) => JSON.stringify([unitOf(quantity), quantity.value]));
  return { both: ordered(both), left: ordered(first), right: ordered(second) };
}

/**
 * @template {Span} T
 * @param {T[]} left
 * @param {T[]} right
 * @param {(item: T) => string} keyOf
 * @returns {Facts<T>}
 */
function parted(left, right, keyOf) {
  /** @type {Map<string, Fact<T>>} */
  const facts = new Map();
  for (const [side, items] of /** @type {const} */ ([["left", left], ["right", right]])) {
    for (const item of items) {
      const key = keyOf(item);
      const fact = facts.get(key) ?? { item, left: [], right: [] };
      facts.set(key, fact);
      fact[side].push({ start: item.start, end: item.end });
    }
  }
  const all = [...facts.values()];
  return {
    both: all.filter((fact) => fact.left.length && fact.right.length),
    left: all.filter((fact) => !fact.right.length),
    right: all.filter((fact) => !fact.left.length),
  };
}
