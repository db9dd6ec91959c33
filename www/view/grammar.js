/**
 * Grammar as schools name it: which part of speech a word is, what its form says,
 * and what each of its pieces is called. Pure functions from an analysis to keys
 * of messages; the words for them stand in the catalogs, once for each language.
 *
 * @import { Analysis, Piece } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 */

/** @typedef {Pick<Analysis, "upos" | "feats">} Reading */

/** Below this a reading is called unsure. */
export const SURE = 0.7;

/** @type {Record<string, string>} */
export const CLASSES = {
  ADJ: "adjective", ADV: "adverb", AUX: "verb", CCONJ: "conjunction", DET: "determiner", INTJ: "interjection", NOUN: "noun",
  NUM: "number", PART: "particle", PRON: "pronoun", PROPN: "name", SCONJ: "subordinator", VERB: "verb", X: "other",
};
/** @type {Record<string, string>} */
const PRONOUNS = { Dem: "demonstrative", Rel: "relative", Int: "interrogative" };

/**
 * @param {Reading} reading
 * @returns {string} below `grammar.class`
 */
export function classOf({ upos, feats }) {
  if (upos === "VERB" || upos === "AUX") {
    if (feats.Mood === "Imp") return "imperative";
    return feats.Aspect === "Perf" ? "perfect" : feats.Aspect === "Imp" ? "imperfect" : "verb";
  }
  if (upos === "ADP") return feats.Case ? "adverb" : "preposition";
  // كل, بعض and their like are determiners to the treebanks and nouns to the schools: they decline, the article does not.
  if (upos === "DET" && !feats.PronType && (feats.Case || feats.Number)) return "quantifier";
  if (upos === "PRON" || upos === "DET") return PRONOUNS[feats.PronType] ?? CLASSES[upos];
  if (upos === "PART" && feats.Polarity === "Neg") return "negation";
  return CLASSES[upos] ?? "other";
}

/**
 * What the form of a word says, in the order of the schools: for a verb its voice,
 * mood and person; for a noun its number, gender, definiteness and case.
 * @param {Reading} reading
 * @returns {string[]} keys below `grammar`
 */
export function traitsOf({ upos, feats }) {
  const { Person, Number: number, Gender, Definite, Case, Mood, Voice, Aspect } = feats;
  /** @type {string[]} */
  const traits = [];
  if (upos === "VERB" || upos === "AUX") {
    if (Voice === "Pass") traits.push("voice.Pass");
    if (Aspect === "Imp" && Mood && Mood !== "Imp") traits.push(`mood.${Mood}`);
    if (Person) traits.push(`person.${personOf(Person, Gender, number)}`);
    return traits;
  }
  if (Person && upos === "PRON") traits.push(`person.${personOf(Person, Gender, number)}`);
  else {
    if (number) traits.push(`number.${number}`);
    if (Gender) traits.push(`gender.${Gender}`);
  }
  // A name is definite by itself and says so by nothing.
  if (Definite && !(upos === "PROPN" && Definite !== "Cons")) traits.push(`definite.${Definite}`);
  if (Case) traits.push(`case.${Case}`);
  return traits;
}

/**
 * The first person has no gender, and the dual none in the second.
 * @param {string} person
 * @param {string | undefined} gender
 * @param {string} [number]
 */
function personOf(person, gender, number = "Sing") {
  if (person === "1") return number === "Sing" ? "1Sing" : "1Plur";
  if (person === "2" && number === "Dual") return "2Dual";
  return `${person}${gender === "Fem" ? "Fem" : "Masc"}${number}`;
}

/**
 * Class and traits in one line.
 * @param {Reading} reading
 * @param {Translator} t
 */
export const grammarLine = (reading, t) =>
  [`class.${classOf(reading)}`, ...traitsOf(reading)].map((key) => t.text(`grammar.${key}`)).join(t.text("list.dot"));

/** @type {Record<string, string>} */
const STEMS = { ADP: "PREP", CCONJ: "CONJ", SCONJ: "PART", PART: "PART", PRON: "PRON", DET: "PRON" };
const OPEN = new Set(["NOUN", "ADJ", "V", "NUM", "ADV", "ABBREV", "FOREIGN"]);

/**
 * The place of the stem among the pieces of a word.
 * @param {Piece[]} pieces
 * @param {Reading} reading
 */
export function stemOf(pieces, { upos }) {
  const open = pieces.findIndex(({ tag }) => OPEN.has(tag));
  if (open >= 0) return open;
  const wanted = STEMS[upos];
  const exact = upos === "SCONJ" ? pieces.findLastIndex(({ tag }) => tag === wanted) : pieces.findIndex(({ tag }) => tag === wanted);
  return exact >= 0 ? exact : Math.max(0, pieces.findLastIndex(({ tag }) => tag === "PART" || tag === "CONJ"));
}

/** @type {Record<string, string>} */
const SUBJECTS = {
  وا: "subjectPlural", ون: "subjectPlural", و: "subjectPlural", ا: "subjectDual", ان: "subjectDual",
  ن: "subjectFeminine", ين: "subjectYou", ي: "subjectYou",
};
/** @type {Record<string, string>} */
const SUFFIXES = { ة: "feminine", ت: "feminine", ات: "pluralFeminine", تان: "dual", تين: "dual", تا: "dual", تي: "dual", ان: "dual", ا: "dual" };

/**
 * The name of a piece.
 * @param {Piece[]} pieces
 * @param {number} at
 * @param {Reading} reading
 * @returns {string} below `grammar`
 */
export function nameOf(pieces, at, reading) {
  const { tag, text } = pieces[at];
  const { feats } = reading;
  const stem = stemOf(pieces, reading);
  if (at === stem) return tag === "FOREIGN" ? "piece.FOREIGN" : `class.${classOf(reading)}`;
  const verb = pieces[stem].tag === "V";
  if (tag === "PREP" && verb) return feats.Mood === "Jus" ? "piece.command" : "piece.purpose";
  if (tag === "PRON" && verb && at === stem + 1) {
    const subject = subjectOf(text, feats);
    if (subject) return `piece.${subject}`;
  }
  if (tag === "PRON") return "piece.attached";
  if (tag === "NSUFF") return `piece.${SUFFIXES[text] ?? (feats.Number === "Dual" ? "dual" : feats.Number === "Plur" ? "plural" : "NSUFF")}`;
  return `piece.${tag}`;
}

/**
 * The subject that a verb ends in; none where the letters are an object.
 * @param {string} text
 * @param {Record<string, string>} feats
 */
function subjectOf(text, { Person, Number: number, Gender, Aspect }) {
  if (text === "ت" && Aspect === "Perf") return Person === "3" ? "feminineVerb" : "subject";
  if (text === "نا") return Person === "1" && number === "Plur" && Aspect === "Perf" ? "subject" : null;
  if (text === "تم" || text === "تما" || text === "تن") return Person === "2" ? "subject" : null;
  if (text === "تا") return "subjectDual";
  if (text === "ن" && Gender !== "Fem") return null;
  if (text === "ي" && Person !== "2") return null;
  return SUBJECTS[text] ?? null;
}

const JOINS = /[بتثجحخسشصضطظعغفقكلمنهيئ]$/;

/**
 * A piece as it is written by itself, with the stroke that shows where it was joined.
 * @param {Piece[]} pieces
 * @param {number} at
 * @param {number} stem
 */
export function spelled(pieces, at, stem) {
  const { text } = pieces[at];
  if (at < stem) return JOINS.test(text) ? `${text}ـ` : text;
  return at > stem && JOINS.test(pieces[at - 1].text) ? `ـ${text}` : text;
}
