/**
 * Of the help: the measures of a text and of its words, each with its formula and
 * the limits within which it says anything.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Entry, Part } from "./entries.js"
 */

import { SCALES } from "../scales.js";
import { signsOf } from "./tables.js";

/** Where the steps of the level end, from the first to the fifth. */
export const STEPS = [5.3, 4.95, 4.6, 4.25, 3.6];
const SHARE = 0.72;
/** So many words of a dialect are shown. */
const SIGNS = 12;

/** @type {Record<string, string>} */
const FORMULAS = {
  osman: "200.791 − 1.015·A/B − 24.181·(C + D + G + H)/A", level: "Zipf − rare", mattr: "E(V/50)", mtld: "N/F",
  g2: "2·(a·ln(a/E₁) + b·ln(b/E₂))", ratio: "(a/N₁)/(b/N₂)", logDice: "14 + log₂(2·f(x,y)/(f(x) + f(y)))", mi: "log₂(O/E)", t: "(O − E)/√O",
  dp: "½·Σ|sᵢ − vᵢ|",
};
/** @type {Record<string, number>} */
const YEARS = { mattr: 2010, mtld: 2010, g2: 1993, ratio: 2014, logDice: 2008, mi: 1990, t: 1991, dp: 2008 };
/** What the figures of the page are called where that is not `measures.*`. @type {Record<string, string>} */
const KEYED = { osman: "osmanKey", level: "levelKey", mattr: "mattrKey", mtld: "mtldKey" };

/**
 * @param {string} name
 * @param {Translator} t
 */
const yearOf = (name, t) => (name in YEARS ? t.date(new Date(Date.UTC(YEARS[name], 0)), { year: "numeric" }) : "");

/** @param {string} name @param {Translator} t @returns {Entry} */
const measureEntry = (name, t) => {
  const key = KEYED[name] ? ` ${t.text(`help.measure.${KEYED[name]}`, { year: yearOf(name, t), share: t.ratio(SHARE) })}` : "";
  return { id: `measure:${name}`, term: t.text(`measures.${name}`), text: t.text(`measures.help.${name}`, SCALES) + key, formula: FORMULAS[name] };
};

/** @param {string} step @param {Translator} t @returns {Entry} */
function stepEntry(step, t) {
  const at = Number(step) - 1;
  const [to, from] = [STEPS[at - 1], STEPS[at]].map((end) => (end === undefined ? "" : t.ratio(end)));
  const key = to === "" ? "stepFrom" : from === "" ? "stepBelow" : "stepBetween";
  return { id: `step:${step}`, term: `${t.number(Number(step))}. ${t.text(`measures.step.${step}`)}`, text: t.text(`help.measure.${key}`, { from, to }) };
}

/** @param {string} variety @param {Translator} t @returns {Entry} */
const varietyEntry = (variety, t) => ({
  id: `variety:${variety}`, term: t.text(`measures.variety.${variety}`), code: variety,
  text: [t.known("help.variety", variety), variety === "mixed" || variety === "msa" ? null : signsOf(variety, SIGNS).join("، ")].filter(Boolean).join(" "),
});

/** @param {Translator} t @returns {Part} */
export const measuringPart = (t) => ({
  id: "measure",
  sections: [
    {
      id: "measures",
      groups: [
        { title: t.text("help.measure.figures"), text: t.text("help.measure.limits"), entries: t.keys("measures.help").map((name) => measureEntry(name, t)) },
        { title: t.text("help.measure.steps"), entries: t.keys("measures.step").map((step) => stepEntry(step, t)) },
      ],
    },
    { id: "varieties", groups: [{ entries: t.keys("measures.variety").map((variety) => varietyEntry(variety, t)) }] },
    {
      id: "study",
      groups: [{
        entries: t.keys("help.studies").map((name) => ({
          id: `study:${name}`, term: t.text(`help.studies.${name}.term`), formula: FORMULAS[name],
          text: t.text(`help.studies.${name}.text`, { year: yearOf(name, t), none: t.number(0), n: t.number({ logDice: 14, dp: 1 }[name] ?? 2) }),
        })),
      }],
    },
  ],
});
