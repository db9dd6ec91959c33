/**
 * Of the help: corrections, their rules with an example of each, searching and the
 * differences of writing that it may overlook. The reasons are the engine's own; the
 * examples fill the places that stand in them for words.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Entry, Part } from "./entries.js"
 */

import { html } from "lit-html";
import { becomes } from "../focus.js";
import { PHRASINGS, phrasingView } from "../study/phrasings.js";
import { examples, rules } from "./tables.js";
import { tierEntries } from "./using.js";

/** By name, as the engine has them, in the order in which they are applied. */
export const FOLDS = [
  "presentation", "lookalikes", "hidden", "marks", "tatweel", "alef-hamza", "hamza-seats", "alef-maqsura", "ta-marbuta", "digits-latin", "digits-arabic",
  "punctuation-arabic", "punctuation-latin", "quotes", "case", "space", "repeats",
];
const STORAGE = ["presentation", "lookalikes", "hidden", "tatweel", "space"];
/** @type {Record<string, string[]>} */
export const PRESETS = {
  storage: STORAGE, display: ["punctuation-arabic"],
  search: [...STORAGE, "marks", "alef-hamza", "alef-maqsura", "ta-marbuta", "digits-latin", "punctuation-latin", "quotes", "case", "repeats"],
};

/**
 * @param {import("./tables.js").Rule} rule
 * @param {Translator} t
 * @returns {Entry}
 */
function ruleEntry({ rule, reason }, t) {
  const [from, to] = examples.get(rule) ?? ["", ""];
  const said = t.known("corrections.why", rule) ?? reason;
  return {
    id: `rule:${rule}`, code: rule, term: `${from} ${to}`, text: said.replaceAll("{from}", from).replaceAll("{to}", to),
    painted: html`<span class="help-change" dir="rtl" lang="ar"><del>${from}</del>${to ? html` ${becomes} <b>${to}</b>` : ""}</span>`,
  };
}

/** @param {Translator} t @returns {Part} */
export const correctingPart = (t) => ({
  id: "writing",
  sections: [
    {
      id: "corrections",
      groups: [
        { title: t.text("help.correction.tiers"), entries: tierEntries(t, "tier") },
        { title: t.text("help.correction.kinds"), entries: t.keys("corrections.kind").map((kind) => ({ id: `correction:${kind}`, code: kind, term: t.text(`corrections.kind.${kind}`) })) },
      ],
    },
    {
      id: "rules",
      groups: [...Map.groupBy(rules, ({ kind }) => kind)].map(([kind, ofKind]) => ({
        title: t.text(`corrections.kind.${kind}`), entries: ofKind.map((rule) => ruleEntry(rule, t)),
      })),
    },
    {
      id: "search",
      groups: [
        {
          title: t.text("help.matching.modes"),
          entries: t.keys("study.mode").map((mode) => ({
            id: `mode:${mode}`, code: mode, term: t.text(`study.mode.${mode}`), text: t.known("help.matching", mode) ?? t.text(`study.helps.${mode}`),
          })),
        },
        { title: t.text("help.matching.syntax"), entries: PHRASINGS.map((one) => ({ id: `syntax:${one[0]}`, term: one[1], painted: phrasingView(one), text: t.text(`study.helps.${one[0]}`) })) },
        {
          title: t.text("help.matching.counting"),
          entries: t.keys("words.foldingName").map((name) => ({ id: `folding:${name}`, code: name, term: t.text(`words.foldingName.${name}`), text: t.text(`help.counting.${name}`) })),
        },
      ],
    },
    {
      id: "folds",
      groups: [
        { title: t.text("help.foldGroup.folds"), entries: FOLDS.map((fold) => ({ id: `fold:${fold}`, term: t.text(`help.fold.${fold}`), code: fold })) },
        {
          title: t.text("help.foldGroup.presets"),
          entries: Object.entries(PRESETS).map(([preset, folds]) => ({
            id: `preset:${preset}`, code: preset, term: t.text(`help.preset.${preset}.term`), text: t.text(`help.preset.${preset}.text`, { folds: folds.join(t.text("list.comma")) }),
          })),
        },
      ],
    },
  ],
});
