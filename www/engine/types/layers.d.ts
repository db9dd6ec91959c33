/**
 * What is found in a text, layer by layer: plain objects on both sides of the worker
 * boundary. All offsets are UTF-16 code units, `[start, end)`, over the text exactly as it was given.
 */

import type { Language, Statistics } from "./measures.js";

/** What a block of a page is: of the article, or of the page around it. */
export type Role =
  | "headline" | "byline" | "dateline" | "body" | "caption"
  | "related" | "navigation" | "comments" | "legal" | "other";

/** What a token is. `latin` is a word in Latin letters, `handle` the name of an account, `punct` a mark of punctuation. */
export type TokenKind =
  | "word" | "number" | "punct" | "symbol" | "latin"
  | "url" | "email" | "hashtag" | "handle" | "emoji";

/** Why a character is not what it seems: it cannot be seen, or stands for another one. */
export type HiddenKind =
  | "zero-width" | "bidi-control" | "bom" | "soft-hyphen" | "control"
  | "tatweel" | "presentation-form" | "lookalike" | "replacement";

/** How spellings are joined into one type when words are counted. */
export type Folding = "exact" | "light" | "full";

/** A place in the text: `text.slice(start, end)`. It never cuts a character as readers see it. */
export interface Span {
  /** In UTF-16 code units. */
  start: number;
  /** The first unit that does not belong to it. */
  end: number;
}

/** A part of the page. Blocks ascend and do not overlap. */
export interface Block extends Span {
  /** What it is. */
  role: Role;
  /** Probability of the role, 0 to 1; 1 where it was decided by the caller. */
  score: number;
}

/** A sentence inside a block. */
export interface Sentence extends Span {
  /** Index into `blocks`. */
  block: number;
}

/** One or more characters of one kind that a reader does not see, or takes for others. */
export interface HiddenCharacter extends Span {
  /** Why they are listed. */
  kind: HiddenKind;
  /** The code point, as `U+200F`. */
  code: string;
  /** Of direction controls: nothing closes it, or it closes nothing. */
  unbalanced: boolean;
}

/** A word, a number, a mark. Tokens ascend and do not overlap; what stands between them is white space or cannot be seen. */
export interface Token extends Span {
  /** What it is. */
  kind: TokenKind;
  /** Index into `sentences`. */
  sentence: number;
  /** `null` for what is no word, and for every token where the language packs are missing. */
  analysis: Analysis | null;
}

/** A clitic, the article, the stem or a suffix of a word, with its coarse tag. */
export interface Segment extends Span {
  /** `CONJ`, `PREP`, `DET`, `NOUN`, `V` …, as in the column `Seg` of CoNLL-U. */
  tag: string;
}

/** A segment with its letters as they are spelled by themselves; it may be empty in the word, as the ال of للفنون. */
export interface Piece extends Segment {
  /** Its letters. */
  text: string;
}

/** The chosen reading of a word. */
export interface Analysis {
  /** Vocalised dictionary form. */
  lemma: string;
  /** Radicals without spaces; `null` where there are none. */
  root: string | null;
  /** The lemma's pattern over ف ع ل. */
  pattern: string | null;
  /** Part of speech of Universal Dependencies. */
  upos: string;
  /** Features of Universal Dependencies. */
  feats: Record<string, string>;
  /** The pieces of the word, in order; together they cover it. */
  segments: Segment[];
  /** The word with its vowels. */
  diacritized: string;
  /** In English; `null` too as long as the pack of glosses is not loaded. */
  gloss: string | null;
  /** The dictionary; the closed list of function words; or a guess from the shape of an unknown word. */
  source: "lexicon" | "closed" | "guess";
  /** Calibrated probability, 0 to 1. */
  score: number;
  /** How many other readings there are. */
  alternatives: number;
}

/** One of the readings a word may have; `score` is its probability in its sentence. */
export interface Reading extends Analysis {
  /** What a pin names. */
  reading: number;
  /** The engine's own choice. */
  chosen: boolean;
  /** The one the result has, which a pin may have decided. */
  current: boolean;
}

/** A reading that was decided by someone who read the text: the span of a word, and the number of the reading. */
export interface Pin extends Span {
  /** As `alternatives` numbers them. */
  reading: number;
}

/** A type of word: what is spelled alike under the `folding` that was asked for. */
export interface Word {
  /** Its most frequent spelling. */
  form: string;
  /** How often it occurs. */
  count: number;
  /** It is a function word. */
  closed: boolean;
  /** Where: indices into `tokens`, in the order of the text. */
  tokens: Uint32Array;
}

/** What is named. */
export type EntityKind = "person" | "place" | "organisation" | "other";

/** Somebody or something that the text names, however often and by whichever of its names. */
export interface Entity {
  /** Its number, which is its index in `entities` too; mentions and speakers refer to it. */
  id: number;
  /** What it is. */
  type: EntityKind;
  /** Its fullest name in the text. */
  name: string;
  /** The other names the text has for it. */
  aliases: string[];
  /** Where it lies; `null` for what is no place and for places the engine does not know. */
  geo: Geo | null;
}

/** A place on the globe. */
export interface Geo {
  /** Degrees north. */
  lat: number;
  /** Degrees east. */
  lon: number;
  /** ISO 3166-1, two letters. */
  country: string;
  /** Number in GeoNames; `null` for countries and what has none. */
  geonames: number | null;
  /** Other places of that name were as likely. */
  ambiguous: boolean;
}

/** A place in the text where an entity is named: the name without clitics and titles. Mentions do not overlap. */
export interface Mention extends Span {
  /** What is named here. */
  type: EntityKind;
  /** Index into `entities`. */
  entity: number;
  /** Probability, 0 to 1. */
  score: number;
  /** Which rule, table or model decided. */
  why: string;
}

/**
 * How a statement is reported: neutrally, as certain, as a claim, a denial, a warning, a hope, a question, an accusation, or by a source
 * without a verb.
 */
export type Stance = "report" | "assert" | "claim" | "deny" | "warn" | "hope" | "ask" | "accuse" | "source";

/** Something somebody said; the span is the hull of its parts, and statements may lie inside one another. */
export interface Statement extends Span {
  /** All in quotation marks, none of it, or part of it. */
  form: "direct" | "indirect" | "mixed";
  /** `null` when the text does not say who. */
  speaker: Speaker | null;
  /** The word by which it is known. */
  cue: Cue;
  /** What was said. */
  content: Span;
  /** To whom it was said. */
  addressee: Span | null;
  /** When it was said. */
  when: Span | null;
  /** Which rule, table or model decided. */
  why: string;
}

/** The words that name the speaker. */
export interface Speaker extends Span {
  /** Index into `entities`; `null` for the unnamed. */
  entity: number | null;
  /**
   * `explicit`: named beside the cue; `pronoun`: the cue has a pronoun only; `carried`: it has nothing, the span is the latest one before
   * that named the speaker.
   */
  basis: "explicit" | "pronoun" | "carried";
}

/** The word by which a statement is known. */
export interface Cue extends Span {
  /** Vocalised. */
  lemma: string;
  /** What the word says about what is said. */
  stance: Stance;
}

/** What is wrong with a spelling. */
export type CorrectionKind = "hamza" | "taa-marbuta" | "alef-maqsura" | "spacing" | "punctuation" | "repetition" | "lookalike" | "hidden" | "spelling";

/** Only this spelling exists; the sentence decides; no such word is known; right, but not how the rest of the text spells it. */
export type CorrectionTier = "certain" | "contextual" | "unknown" | "variant";

/** A misspelling; `start` equals `end` where something is to be put in. Corrections ascend and do not overlap. */
export interface Correction extends Span {
  /** What is wrong. */
  kind: CorrectionKind;
  /** What makes it sure. */
  tier: CorrectionTier;
  /** Best first; empty where nothing is known, as of a quotation mark that is never closed; an empty string is a deletion. */
  suggestions: string[];
  /** Probability that the first is right, 0 to 1. */
  confidence: number;
  /** Why, in one Arabic sentence. */
  reason: string;
  /** Which rule, table or model decided. */
  why: string;
}

/** An expression of time, with its value. */
export interface Time extends Span {
  /** A day or longer; a time of day; how long; how often. */
  type: "date" | "time" | "duration" | "set";
  /**
   * ISO 8601 and its kin of TIMEX3, always in the Gregorian calendar: `2015-11-16`, `2015-11`, `2015-W47`, `2015-Q4`, `193X`,
   * `2015-11-16TEV`, `T21:00`, `P2D`, and two of them with a stroke between for an interval.
   */
  value: string;
  /** In which calendar the text writes it. */
  calendar: "gregorian" | "hijri";
  /** It was resolved against the document's date. */
  anchored: boolean;
  /** Which rule or table decided. */
  why: string;
}

/** A number or amount, with its value. */
export interface Quantity extends Span {
  /** What kind of number. */
  type: "cardinal" | "ordinal" | "percent" | "money" | "measure" | "range";
  /** Of a range both bounds. */
  value: number | [number, number];
  /** What is counted, in the singular; `null` where nothing is named. */
  unit: string | null;
  /** ISO 4217, for money. */
  currency: string | null;
  /** The text says about, almost, more than. */
  approximate: boolean;
  /** Which rule or table decided. */
  why: string;
}

/** A noun phrase that says what the text is about. */
export interface Keyphrase {
  /** As the text writes it. */
  text: string;
  /** Its words as lemmas, with vowels. */
  lemma: string;
  /** Weight, 0 to 1. */
  score: number;
  /** In the order of the text. */
  occurrences: Span[];
  /** What speaks for it. */
  why: string;
}

/** A sentence that sums the text up. */
export interface SummarySentence {
  /** Index into `sentences`. */
  sentence: number;
  /** Weight, 0 to 1. */
  score: number;
  /** What speaks for it. */
  why: string;
}

/** The date that relative expressions count from. */
export interface DocumentDate {
  /** `YYYY-MM-DD`. */
  value: string;
  /** Where the text states it; `null` when the caller gave it. */
  stated: Span | null;
}

/** The text in one line; each part a place in it, or `null`. */
export interface Gist {
  /** Who did it, what was done, where and when. */
  who: Span | null; what: Span | null; place: Span | null; when: Span | null;
}

/** The layers that stay plain objects on both sides of the worker boundary. */
export interface PlainLayers {
  /** Name of the result model; what offsets count; version of the engine. */
  schema: "mubin/1"; unit: "utf16"; version: string;
  /** Arabic or not, standard or dialect. */
  language: Language;
  /** The parts of the page, in the order of the text. */
  blocks: Block[];
  /** In the order of the text, inside blocks. */
  sentences: Sentence[];
  /** What cannot be seen, or is not what it seems. */
  characters: HiddenCharacter[];
  /** Who and what is named. */
  entities: Entity[];
  /** Where they are named; in the order of the text, like the layers after it. */
  mentions: Mention[];
  /** Who said what. */
  statements: Statement[];
  /** Dates, clock times, durations, repetitions. */
  times: Time[];
  /** Numbers and amounts. */
  quantities: Quantity[];
  /** Best first. */
  keyphrases: Keyphrase[];
  /** Sentences that sum the text up, in the order of the text. */
  summary: SummarySentence[];
  /** `null` when neither given nor found. */
  date: DocumentDate | null;
  /** The text in one line; `null` where nothing carries it. */
  gist: Gist | null;
  /** Misspellings, doubtful punctuation and spaces. */
  corrections: Correction[];
  /** `null` when the layer was not asked for. */
  statistics: Statistics | null;
  /** Layers that were asked for and are not there: this build has none, or their packs are missing. */
  missing: string[];
}
