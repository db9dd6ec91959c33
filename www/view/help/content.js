/**
 * Of the help: what the text says of people, places, times and amounts, and by what it was judged.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Entry, Part } from "./entries.js"
 */

import { verbs } from "./tables.js";
import { layerTerm } from "./using.js";

/** So many verbs of a stance are shown. */
const VERBS = 9;

/** @type {Record<string, string>} */
const VALUES = { date: "2025-04-14", time: "2025-04-14T19:00", duration: "P4Y", set: "XXXX-WXX-5" };

/** @param {string} stance @param {Translator} t */
function verbsOf(stance, t) {
  const all = (verbs.get(stance) ?? []).map(([lemma]) => lemma);
  const more = all.length - VERBS;
  return [all.slice(0, VERBS).join("، "), ...(more > 0 ? [t.text("help.more", { n: more })] : [])].join(t.text("list.comma"));
}

/** @param {Translator} t @returns {Part} */
export const contentPart = (t) => ({
  id: "content",
  sections: [
    {
      id: "names",
      groups: [{
        entries: t.keys("help.entity").map((type) => ({
          id: `entity:${type}`, ...layerTerm(type, t.text(`here.${type}`)), code: type, text: t.text(`help.entity.${type}`),
        })),
      }],
    },
    {
      id: "statements",
      groups: [
        { title: t.text("help.statement.forms"), entries: t.keys("said.forms").map((form) => ({ id: `form:${form}`, code: form, term: t.text(`said.forms.${form}`), text: t.text(`help.statement.form.${form}`) })) },
        { title: t.text("help.statement.stances"), entries: t.keys("said.stances").map((stance) => ({ id: `stance:${stance}`, code: stance, term: t.text(`said.stances.${stance}`), text: verbsOf(stance, t) })) },
        {
          title: t.text("help.statement.bases"),
          entries: [
            { id: "basis:explicit", code: "explicit", term: t.text("help.statement.basis.explicit.term"), text: t.text("help.statement.basis.explicit.text") },
            ...t.keys("said.basis").map((basis) => ({ id: `basis:${basis}`, code: basis, term: t.text(`said.basis.${basis}`), text: t.text(`help.statement.basis.${basis}`) })),
            { id: "basis:unknown", term: t.text("said.unknown"), text: t.text("help.statement.unknown") },
          ],
        },
      ],
    },
    {
      id: "times",
      groups: [
        { title: t.text("help.time.kinds"), entries: t.keys("time.kind").map((kind) => ({ id: `time:${kind}`, code: kind, term: t.text(`time.kind.${kind}`), text: t.text(`help.time.${kind}`), formula: VALUES[kind] })) },
        {
          title: t.text("help.time.calendars"),
          entries: [
            ...t.keys("help.time.calendar").map((name) => ({ id: `calendar:${name}`, code: name, term: t.text(`help.time.calendar.${name}.term`), text: t.text(`help.time.calendar.${name}.text`) })),
            { id: "time:anchored", term: t.text("time.anchored"), text: t.text("help.time.anchor") },
          ],
        },
      ],
    },
    {
      id: "amounts",
      groups: [{
        entries: [
          ...t.keys("amount.kind").map((kind) => ({ id: `quantity:${kind}`, code: kind, term: t.text(`amount.kind.${kind}`), text: t.text(`help.amount.${kind}`) })),
          { id: "quantity:approximate", term: t.text("amount.approximate"), text: t.text("help.amount.approximate") },
        ],
      }],
    },
    {
      id: "why",
      groups: /** @type {const} */ (["of", "sentence", "phrase"]).map((group) => ({
        title: t.text(`help.whyGroup.${group}`),
        entries: t.keys(`why.${group}`).map((key) => whyEntry(group, key, t)),
      })),
    },
  ],
});

/**
 * @param {string} group
 * @param {string} key
 * @param {Translator} t
 * @returns {Entry}
 */
const whyEntry = (group, key, t) => {
  const term = t.known(`why.${group}`, key) ?? key;
  return { id: `why:${group}:${key}`, term, code: term === key ? "" : key };
};
