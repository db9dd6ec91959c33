/**
 * The corrections that are listed: those that stand and pass the filter, in the
 * order of the text, and on request the same fix at several places as one row.
 *
 * @import { Correction, CorrectionKind, CorrectionTier, Result } from "../../engine/types.js"
 * @import { Correcting } from "../corrections.js"
 */

import { TIERS } from "../corrections.js";

const KINDS = /** @type {const} */ ([
  "hamza", "taa-marbuta", "alef-maqsura", "spelling", "spacing", "punctuation", "repetition", "lookalike", "hidden",
]);

/** The same fix; `members` are indices of corrections, at least one. @typedef {{ members: number[] }} Row */

/** @typedef {{ tiers: [CorrectionTier, number][], kinds: { kind: CorrectionKind, n: number }[], certain: number[] }} Tally  certain: what can be accepted without asking */

/** @type {WeakMap<number[], Tally>} */
const tallies = new WeakMap();

/**
 * @param {Result} result
 * @param {number[]} standing
 * @returns {Tally}
 */
export function tally(result, standing) {
  let found = tallies.get(standing);
  if (!found) tallies.set(standing, found = count(result, standing));
  return found;
}

/**
 * @param {Result} result
 * @param {number[]} standing
 * @returns {Tally}
 */
function count({ corrections }, standing) {
  const tiers = new Map(TIERS.map((tier) => [tier, 0]));
  /** @type {Map<CorrectionKind, number>} */
  const kinds = new Map();
  for (const i of standing) {
    const { tier, kind } = corrections[i];
    tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return {
    tiers: [...tiers].filter(([, n]) => n > 0),
    kinds: KINDS.flatMap((kind) => (kinds.has(kind) ? [{ kind, n: kinds.get(kind) ?? 0 }] : [])),
    certain: standing.filter((i) => corrections[i].tier === "certain" && corrections[i].suggestions.length > 0),
  };
}

/** @type {[unknown[], Row[]]} */
let known = [[], []];

/**
 * @param {Result} result
 * @param {number[]} standing
 * @param {Correcting} view
 * @returns {Row[]}
 */
export function rowsOf(result, standing, { tier, kind, grouped }) {
  const asked = [result, standing, tier, kind, grouped];
  if (asked.every((value, i) => value === known[0][i])) return known[1];
  const { corrections } = result;
  const passing = standing.filter((i) => (tier === null || corrections[i].tier === tier) && (kind === null || corrections[i].kind === kind));
  /** @type {Map<string | number, Row>} */
  const rows = new Map();
  for (const i of passing) {
    const key = grouped ? fixOf(result, corrections[i]) : i;
    const row = rows.get(key);
    if (row) row.members.push(i);
    else rows.set(key, { members: [i] });
  }
  known = [asked, [...rows.values()]];
  return known[1];
}

/**
 * @param {Result} result
 * @param {Correction} correction
 */
const fixOf = ({ text }, { start, end, suggestions, tier, why }) => [text.slice(start, end), suggestions[0] ?? "", tier, why].join("\u0001");

/**
 * Whether it is a word that the reader may know better.
 * @param {Result} result
 * @param {Correction} correction
 */
export const isOwnable = ({ text }, { kind, start, end }) => (
  !["spacing", "punctuation", "repetition", "hidden"].includes(kind) && /^[\p{L}\p{M}]+$/u.test(text.slice(start, end)));
