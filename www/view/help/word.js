/**
 * Of the help: everything a word card says, in the terms it says it in.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Entry, Part } from "./entries.js"
 */

import { html } from "lit-html";
import { langOf } from "../dom.js";
import { CLASSES, SURE } from "../grammar.js";
import { letters, sounds } from "./tables.js";

/** The names of the card that a part of speech goes by, below `grammar.class`; the others go by one. @type {Record<string, string[]>} */
const NAMES = {
  ADP: ["preposition", "adverb"], AUX: ["verb"], DET: ["determiner", "demonstrative", "quantifier"], PART: ["particle", "negation"],
  PRON: ["pronoun", "demonstrative", "relative", "interrogative"], VERB: ["perfect", "imperfect", "imperative"],
};
/** Universal features, their values, and where the card's word for one stands; else the help has its own. @type {Record<string, { from?: string, values: string[] }>} */
const FEATURES = {
  Case: { from: "grammar.case", values: ["Nom", "Acc", "Gen"] },
  Mood: { from: "grammar.mood", values: ["Ind", "Sub", "Jus", "Imp"] },
  Number: { from: "grammar.number", values: ["Sing", "Dual", "Plur"] },
  Gender: { from: "grammar.gender", values: ["Masc", "Fem"] },
  Person: { values: ["1", "2", "3"] },
  Definite: { from: "grammar.definite", values: ["Def", "Ind", "Cons"] },
  Voice: { values: ["Act", "Pass"] },
  Aspect: { values: ["Perf", "Imp"] },
  VerbForm: { values: ["Fin"] },
  PronType: { values: ["Dem", "Rel", "Int", "Prs", "Ind", "Neg", "Tot"] },
  AdpType: { values: ["Prep"] },
  Polarity: { values: ["Neg"] },
};
/** A piece of its kind. @type {Record<string, string>} */
const PIECES = {
  CONJ: "وَ", PREP: "بِ", DET: "ال", NOUN: "كتاب", ADJ: "كبير", V: "كتب", PRON: "ها", NSUFF: "ات", FUT_PART: "سَ", CASE: "ا", NUM: "سبع", ADV: "غدا", PART: "لم",
  ABBREV: "كم", FOREIGN: "GDP", feminine: "ة", plural: "ون", pluralFeminine: "ات", dual: "ان", attached: "هم", subject: "تُ", subjectPlural: "وا", subjectDual: "ا",
  subjectFeminine: "نَ", subjectYou: "ي", feminineVerb: "تْ", command: "لِ", purpose: "لِ",
};
const STEMS = new Set(["NOUN", "ADJ", "V", "NUM", "ADV", "PART", "ABBREV", "FOREIGN"]);
/** The tags that the named pieces of the card have. @type {Record<string, string>} */
const TAGS = { attached: "PRON", subject: "PRON", subjectPlural: "PRON", subjectDual: "PRON", subjectFeminine: "PRON", subjectYou: "PRON", command: "PREP", purpose: "PREP" };

/** Of the scores, by `./build.sh eval`. */
const ERROR = 0.042;
const SHARE = 0.9;

/** @param {Translator} t @returns {Entry[]} */
const speechEntries = (t) => [
  ...Object.entries({ ADP: "preposition", ...CLASSES }).map(([upos, name]) => ({
    id: `upos:${upos}`, code: upos, text: t.text(`help.pos.${upos}`),
    term: (NAMES[upos] ?? [name]).map((one) => t.text(`grammar.class.${one}`)).join(t.text("list.comma")),
  })),
  ...[["PUNCT", "punct"], ["SYM", "symbol"]].map(([upos, kind]) => ({ id: `upos:${upos}`, code: upos, term: t.text(`kind.${kind}`), text: t.text(`help.pos.${upos}`) })),
];

/**
 * @param {string} name  in the catalog, below `grammar.piece`
 * @param {Translator} t
 * @returns {Entry}
 */
const pieceEntry = (name, t) => {
  const tag = TAGS[name] ?? (name === name.toUpperCase() ? name : "NSUFF");
  return {
    id: `piece:${name}`, term: t.text(`grammar.piece.${name}`), code: name === tag ? tag : "",
    sample: html`<span class="card-pieces" lang=${langOf(PIECES[name])} dir="rtl"><i data-tag=${STEMS.has(name) ? "stem" : tag}><span class="piece">${PIECES[name]}</span></i></span>`,
  };
};

/** @param {Translator} t @returns {Part} */
export function wordPart(t) {
  const pieces = t.keys("grammar.piece");
  const tags = pieces.filter((name) => name === name.toUpperCase());
  // Many stand side by side: by their short names, which some have in brackets.
  const scheme = (/** @type {string[]} */ names) => names.map((name) => t.text(`card.schemeName.${name}`)).map((name) => /\((.+)\)/.exec(name)?.[1] ?? name);
  return {
    id: "word",
    sections: [
      { id: "pos", groups: [{ entries: speechEntries(t) }] },
      {
        id: "features",
        groups: Object.entries(FEATURES).map(([name, { from, values }]) => ({
          title: t.text(`help.feature.${name}.term`), text: t.text(`help.feature.${name}.text`),
          entries: values.map((value) => ({
            id: `feature:${name}=${value}`, code: `${name}=${value}`, term: (from && t.known(from, value)) ?? t.text(`help.value.${name}=${value}`),
          })),
        })),
      },
      {
        id: "pieces",
        groups: [
          { title: t.text("help.pieces.tags"), text: t.text("help.pieces.stem"), entries: tags.map((name) => pieceEntry(name, t)) },
          { title: t.text("help.pieces.names"), entries: pieces.filter((name) => !tags.includes(name)).map((name) => pieceEntry(name, t)) },
        ],
      },
      { id: "sources", groups: [{ entries: t.keys("help.source").map((source) => ({ id: `source:${source}`, code: source, term: t.text(`help.source.${source}.term`), text: t.text(`help.source.${source}.text`) })) }] },
      {
        id: "scores", values: { error: t.exact(ERROR), share: t.percent(SHARE) },
        groups: [{ entries: t.keys("help.score").map((key) => ({ id: `score:${key}`, term: t.text(`help.score.${key}.term`, { share: t.percent(SURE) }), text: t.text(`help.score.${key}.text`) })) }],
      },
      {
        id: "letters",
        groups: [
          {
            title: t.text("help.letterGroup.sound"), columns: [t.text("help.column.letter"), ...scheme(["iso-233-2", "ala-lc", "din-31635", "ipa"])],
            entries: sounds.map(([sound, ...cells]) => ({
              id: `sound:${sound}`, term: sound.replace(/[+.]$/, ""), arabic: /^[\u0621-\u06FF]/.test(sound), cells, text: t.known("help.sound", sound) ?? "",
            })),
          },
          {
            title: t.text("help.letterGroup.letter"), columns: [t.text("help.column.letter"), ...scheme(["buckwalter", "safe-buckwalter", "hsb"])],
            entries: letters.map(([letter, ...cells]) => ({ id: `letter:${letter}`, term: letter, arabic: true, cells })),
          },
        ],
      },
    ],
  };
}
