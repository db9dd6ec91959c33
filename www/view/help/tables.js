/**
 * The tables of the engine, as they lie in `src/data`, read for showing: what the help
 * says of verbs, rules, letters and dialects is what the engine goes by.
 */

import cueTable from "../../../src/data/cues.tsv";
import exampleTable from "../../../src/data/correction-examples.tsv";
import ruleTable from "../../../src/data/correction-rules.tsv";
import signTable from "../../../src/data/dialect-signs.tsv";
import letterTable from "../../../src/data/letter-maps.tsv";
import soundTable from "../../../src/data/romanisation.tsv";

/**
 * @param {string} table
 * @returns {string[][]}
 */
export const rowsOf = (table) => table.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));

/** The Arabic sentence of a rule stands in the table. @typedef {{ rule: string, kind: string, reason: string }} Rule */
/** @type {Rule[]} */
export const rules = rowsOf(ruleTable).map(([rule, kind, reason]) => ({ rule, kind, reason }));

/** For each rule what is written and what is right; nothing right where the rule only removes or warns. @type {Map<string, [string, string]>} */
export const examples = new Map(rowsOf(exampleTable).map(([rule, from, to]) => [rule, [from, to === "-" ? "" : to]]));

/** The verbs of saying, by stance, the commonest first. */
export const verbs = Map.groupBy(rowsOf(cueTable), ([, stance]) => stance);

/** A sign with fewer points than these is shared with too many. */
const TELLING = 2;

/**
 * Words that tell a variety, the strongest first; one of those that stand for each other.
 * @param {string} variety
 * @param {number} most
 */
export function signsOf(variety, most) {
  const rows = rowsOf(signTable).flatMap(([words, weights]) => {
    const weight = Number(weights.split(" ").find((one) => one.startsWith(`${variety}=`))?.split("=")[1] ?? 0);
    const alone = weights.split(" ").length === 1;
    const [word] = words.split(",");
    return weight >= (variety === "any" ? 1 : TELLING) && !word.includes("*") ? [{ word, rank: weight + (alone ? 1 : 0) }] : [];
  });
  return rows.sort((a, b) => b.rank - a.rank).slice(0, most).map(({ word }) => word);
}

/** A letter or mark; then Buckwalter, its safe variant, HSB. Where two are read the first is written. */
export const letters = rowsOf(letterTable).map(([letter, ...signs]) => [letter, ...signs.map((sign) => [...sign][0])]);

/** A sound; then ISO 233-2, ALA-LC, DIN 31635, IPA. */
export const sounds = rowsOf(soundTable);
