/**
 * The public types of the engine, written once by hand and used by every module
 * through JSDoc. All offsets are UTF-16 code units, `[start, end)`, over the text
 * exactly as it was given.
 */

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

/** Figures over the content of the text; `null` where a layer they need is missing or the text is too short for them. */
export interface Statistics {
  /** Running words, and how many different ones, by spelling, by lemma, by root. */
  words: number; types: number; lemmas: number | null; roots: number | null;
  /** How many there are; paragraphs of the body; characters in code points, white space included. */
  sentences: number; paragraphs: number; characters: number;
  /** Words to a sentence, letters to an Arabic word. */
  sentence_length: number | null; word_length: number | null;
  /** Diversity over spellings: the moving-average type-token ratio of windows of 50 words, and MTLD. */
  mattr: number | null; mtld: number | null;
  /** The same over lemmas. */
  lemma_mattr: number | null; lemma_mtld: number | null;
  /** Of the different words those that occur once, and of all words the function words; 0 to 1. */
  hapax_share: number | null; function_share: number | null;
  /** In silence, and aloud. */
  reading_seconds: number; speaking_seconds: number;
  /** OSMAN readability, the higher the easier, plain prose between 0 and 100; and what it is made of. */
  osman: number | null; osman_counts: OsmanCounts | null;
  /** How common the words are. */
  level: Level | null;
}
/** What OSMAN counts. */
export interface OsmanCounts {
  /** Words and sentences it goes by; words of more than five letters; syllables; words of more than four syllables; those of these with a letter or ending of elevated style. */
  words: number; sentences: number; hard: number; syllables: number; complex: number; faseeh: number;
}
/** How common the content words are. */
export interface Level {
  /** From 1, the commonest, to 6. */
  step: number;
  /** Their mean Zipf value. */
  zipf: number;
  /** The share of those met less than twice in a million words. */
  rare: number;
}

/** The dialects that can be told apart. */
export type Dialect = "egyptian" | "levantine" | "gulf" | "iraqi" | "maghrebi" | "sudanese" | "yemeni";
/** What the text is written in. */
export interface Language {
  /** Share of Arabic among the letters. */
  arabic_share: number;
  /** Shares of letters and digits, together 1, or all 0. */
  scripts: { arabic: number; latin: number; other: number; digits: number };
  /** `null` where too little is said to know, or in another language. */
  variety: "msa" | Dialect | "mixed" | null;
  /** In the order of the text; the first 300. */
  signs: DialectSign[];
}
/** A word or phrase that tells a dialect. */
export interface DialectSign extends Span {
  /** That of the text where it is one of its signs, else the one it is the strongest sign of. */
  variety: Dialect | "any";
  /** It stands in quotation marks, and does not count for the text. */
  quoted: boolean;
  /** What the standard language says for it. */
  means: string | null;
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

/** How a statement is reported: neutrally, as certain, as a claim, a denial, a warning, a hope, a question, an accusation, or by a source without a verb. */
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
  /** `explicit`: named beside the cue; `pronoun`: the cue has a pronoun only; `carried`: it has nothing, the span is the latest one before that named the speaker. */
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

/** The tokens as columns: row `i` of each is token `i`. */
export interface TokenColumns {
  /** Offsets; index into `kinds`; index into `sentences`. */
  start: Uint32Array; end: Uint32Array; kind: Uint8Array; sentence: Uint32Array;
}
/** The types of words as columns. */
export interface WordColumns {
  /** Spelling and count of type `i`; 1 for a function word. Its tokens are those of `tokens` from `offsets[i]` to `offsets[i + 1]`. */
  forms: string[]; counts: Uint32Array; offsets: Uint32Array; tokens: Uint32Array; closed: Uint8Array;
}
/** A number for each token, and a table of the distinct answers; the empty string stands for none. */
export interface MorphologyColumns {
  /** Of each token: its row in the table of answers, beyond its end for what is no word; probability; how many other readings. */
  answer: Uint32Array; score: Float32Array; alternatives: Uint16Array;
  /** Of each answer what `Analysis` has by these names. */
  lemma: string[]; root: string[]; pattern: string[]; feats: string[]; diacritized: string[]; gloss: string[];
  /** Of each answer an index into the names. */
  upos: Uint8Array; uposNames: string[];
  /** How the word is put together, as transliteration takes it. */
  shape: Uint16Array;
  /** Of each answer an index into the names. */
  source: Uint8Array; sourceNames: Analysis["source"][];
  /** Pieces of answer `i` are those from `pieceOffsets[i]` to `pieceOffsets[i + 1]`, counted from the start of the token. */
  pieceOffsets: Uint32Array; pieceStart: Uint32Array; pieceEnd: Uint32Array; pieceTag: string[]; pieceText: string[];
}
/** @internal Columns of strings as they cross the boundary: each one string, a line for each value. */
export type Lines<T> = { [Name in keyof T]: Name extends "uposNames" | "sourceNames" ? T[Name] : T[Name] extends string[] ? string : T[Name] };
/** @internal What crosses the boundary: plain layers, string tables and typed-array columns. */
export interface RawResult extends PlainLayers {
  text: null;
  kinds: string[]; tokens: TokenColumns; words: Lines<WordColumns>; morphology: Lines<MorphologyColumns> | null;
}
/** @internal */
export type RawAlternative = Analysis & { chosen: boolean };

/** A list whose items are made when they are looked at, and anew each time. */
export interface LazyList<T> extends Iterable<T> {
  /** How many there are. */
  readonly length: number;
  /** Counts from the end when negative; `undefined` beyond either. */
  at(index: number): T | undefined;
}
/** What was found in a text. Plain data that holds nothing of the engine; it stays whole when the engine is put away. */
export interface Result extends PlainLayers {
  /** The text the offsets refer to. */
  readonly text: string;
  /** Every token; as `columns` for those who go through many; `kindCounts` says how many there are of each kind. */
  readonly tokens: LazyList<Token> & { readonly columns: TokenColumns; readonly kinds: TokenKind[]; kindCounts(): Map<TokenKind, number> };
  /** Words by type, the most frequent first; `typeOf` leads from a token to its row, -1 for what is not counted. */
  readonly words: LazyList<Word> & { readonly columns: WordColumns; typeOf(token: number): number };
  /** What each word is, by the number of its token; `null` without language packs. */
  readonly morphology: Morphology | null;
  /** The text with its vowels: every explained word in its full form, all else as it was. */
  vowelled(): string;
  /** The object of the result model, as the command line prints it with `--offsets utf16`. */
  toJSON(): object;
}
/** What the words are, by the number of their token. */
export interface Morphology {
  /** For those who go through many. */
  readonly columns: MorphologyColumns;
  /** Row of the table of answers, -1 for what is no word. */
  answerOf(token: number): number;
  /** The reading that was chosen; `null` for what is no word. */
  analysis(token: number): Analysis | null;
  /** The pieces of the word with their letters; empty for what is no word. */
  pieces(token: number): Piece[];
  /** The word with its vowels; empty where there is nothing better than what is written. */
  vowelled(token: number): string;
}

/**
 * How a query reads. It is one or more elements with spaces between, which stand for words that follow one another in one
 * sentence; what is no word or number (commas, quotation marks) is passed over.
 *
 * - `folded`: words as `fold` joins spellings: vowels, tatweel, the hamza of an alef, ة/ه and ى/ي make no difference.
 * - `exact`: words as they are written.
 * - `lemma`: dictionary forms. With vowels exactly that one (`كِتاب`), without them every lemma of these letters; a word of the
 *   text that is no lemma stands for its own.
 * - `root`: radicals, `كتب`, also `ك ت ب` and `ك-ت-ب`; hamza on any seat.
 * - `wildcard`: folded letters, `*` for any number of them and `?` for one; `*` by itself is any word.
 * - `tags`: parts of speech, of Universal Dependencies (`ADJ`, `PROPN`) or as segments have them (`PREP`, `V`), upper or lower case.
 *
 * In every mode an element may say its own: `lemma:قال PREP`, `tag:NOUN root:كتب`, `word:`, `exact:`, `wildcard:`; `*` by
 * itself is any word.
 */
export type QueryMode = "folded" | "exact" | "lemma" | "root" | "wildcard" | "tags";
/** How words are asked for. */
export interface QueryOptions {
  /** `folded` when left out. */
  mode?: QueryMode;
  /**
   * Also words that have the one asked for in them, without their proclitics, article and attached pronoun: «كتاب» finds «والكتاب»
   * and «كتابهم». For `folded`, `exact` and `wildcard`; of lemmas and roots it is always so. `false` when left out.
   */
  clitics?: boolean;
}
/** What every answer to a query says beside its own. */
export interface Answered {
  /** How many places the query has in the text. */
  total: number;
  /** Elements that mean nothing: a part of speech that does not exist, a root without letters. Where there are any, `total` is 0. */
  unclear: string[];
}
/** Every place, in the order of the text; row `i` of each column is one. Places may overlap one another where a query repeats itself. */
export interface Found extends Answered {
  /** From the first word's beginning to the last word's end, clitics included. */
  start: Uint32Array; end: Uint32Array;
  /** Indices into `tokens`: the first word and the last. */
  first: Uint32Array; last: Uint32Array;
  /** Index into `sentences`. */
  sentence: Uint32Array;
}

/**
 * By the place in the text, by the words found, or by the first, second or third word before or after them: by their folded letters in
 * the order of the Arabic alphabet, numbers and Latin words behind; what lacks such a word (the block begins or ends there) comes first.
 */
export type ConcordanceSort = "position" | "node" | "before1" | "before2" | "before3" | "after1" | "after2" | "after3";
/** Which lines of a concordance, in which order. */
export interface ConcordanceOptions extends QueryOptions {
  /** `position` when left out; of several the first decides, then the next. The place in the text always comes last. */
  sort?: ConcordanceSort | ConcordanceSort[];
  /** From the last to the first. */
  reversed?: boolean;
  /** How many lines to pass over; 0 when left out. */
  offset?: number;
  /** How many lines at most; 50 when left out, up to 1000. */
  limit?: number;
  /** Words of context on each side, 1 to 50; 8 when left out. Context does not leave the block. */
  window?: number;
}
/** A line of a concordance: the span is the words found. */
export interface ConcordanceLine extends Span {
  /** What stands before in reading order, on the right of Arabic; empty where the block begins. White space at the edges is left out. */
  before: Span;
  /** What stands after, on the left. */
  after: Span;
  /** Indices into `sentences` and `blocks`. */
  sentence: number; block: number;
  /** Indices into `tokens`. */
  first: number; last: number;
}
/** A page of a concordance. */
export interface Concordance extends Answered {
  /** How many lines were passed over. */
  offset: number;
  /** The lines from there on. */
  lines: ConcordanceLine[];
}

/** Which lemmas are set against general Arabic. */
export interface KeynessOptions {
  /** With function words; `false` when left out. */
  closed?: boolean;
  /** Rarer lemmas are left out; 2 when left out. */
  minimum?: number;
  /** Rows at most; 100 when left out, up to 1000. */
  limit?: number;
  /** Lemmas that are more frequent here than in general (`over`), less (`under`), or `both`; `over` when left out. */
  side?: "over" | "under" | "both";
}
/** A lemma of the text against general Arabic. */
export interface KeyLemma {
  /** Vocalised; as a query of mode `lemma` it finds its places. */
  lemma: string; root: string | null; upos: string; closed: boolean;
  /** Occurrences in the text. */
  count: number;
  /** In a million words: of the text, and of general Arabic. */
  here: number; general: number;
  /**
   * Log-likelihood (G², Dunning 1993, in the form of Rayson and Garside 2000), negative for what is rarer here. From 3.84 on it
   * is significant at 5 %, from 6.63 at 1 %, from 10.83 at 0.1 %, from 15.13 at 0.01 %.
   */
  g2: number;
  /** Effect size: binary logarithm of the ratio of the two (Hardie 2014), half an occurrence added on both sides; 1 is twice as often. */
  ratio: number;
}
/** The vocabulary of the text against general Arabic. */
export interface Keyness {
  /** Words of the text. */
  words: number;
  /** Words of general Arabic; `null` when the pack `frequency` or the lexicon is not loaded, and then there are no rows. */
  corpus: number | null;
  /** Those that have no row: proper names, which are no vocabulary, and words the lexicon does not know. */
  names: number; unknown: number;
  /** How many lemmas there are beyond the limit too. */
  total: number;
  /** By the strength of the evidence, strongest first. */
  rows: KeyLemma[];
}

/** What words are joined by: folded spelling, or lemma (a word that has none by its folded spelling). */
export type Joined = "form" | "lemma";
/** Which rows of words. */
export interface NgramOptions {
  /** Words in a row, 2 to 5; 2 when left out. They do not reach across the end of a sentence; marks between them are passed over. */
  n?: number;
  /** `form` when left out. */
  by?: Joined;
  /** Rarer ones are left out; 2 when left out, and at the least. */
  minimum?: number;
  /** Also those that begin or end with a function word; `true` when left out. */
  closed?: boolean;
  /** How many rows to pass over; 0 when left out. */
  offset?: number;
  /** Rows at most; 100 when left out, up to 1000. */
  limit?: number;
}
/** Words that stand in a row more than once; the span is the first place. */
export interface Ngram extends Span {
  /** The words with a space between, as a query of mode `folded` or `lemma` finds them. */
  text: string;
  /** How often. */
  count: number;
}
/** A page of such rows. */
export interface Ngrams {
  /** How many there are beyond offset and limit too. */
  total: number;
  /** The most frequent first, then by alphabet. */
  rows: Ngram[];
}

/** Which neighbours of the words asked for. */
export interface CollocationOptions extends QueryOptions {
  /** How the neighbours are joined; `lemma` when left out (`form` where words are not explained). */
  by?: Joined;
  /** Words of the window before and after, 0 to 10 each; 5 when left out. The window does not leave the sentence. */
  before?: number; after?: number;
  /** Least number of times together; 2 when left out. */
  minimum?: number;
  /** With function words; `false` when left out. */
  closed?: boolean;
  /** Rows at most; 100 when left out, up to 1000. */
  limit?: number;
  /** `logDice` when left out. Largest first. */
  sort?: "logDice" | "mi" | "t" | "count";
}
/** A word that stands near the ones asked for. */
export interface Collocate {
  /** Lemma with its vowels, or the most frequent spelling; as a query of mode `lemma` or `folded` it finds its places. */
  text: string; closed: boolean;
  /** Times in the window, of which before and after the node. A node counts a word once, an occurrence counts for one node. */
  count: number; before: number; after: number;
  /** Occurrences in the whole text. */
  frequency: number;
  /** 14 + log₂ (2 f(node, word) / (f(node) + f(word))), at most 14 (Rychlý 2008). */
  logDice: number;
  /** Mutual information and t-score (Church and Hanks 1990, Church et al. 1991) against the chance of the window. */
  mi: number; t: number;
}
/** What stands near the words asked for. */
export interface Collocations extends Answered {
  /** How many there are beyond the limit too. */
  words: number;
  /** In the order asked for. */
  rows: Collocate[];
}

/** Where in the text something stands, and how evenly. */
export interface Dispersion extends Answered {
  /** Running words of the text. */
  words: number;
  /** For each place, its share of the way through the text, 0 to 1, by running words: for a strip plot. */
  positions: Float32Array;
  /** For each place its span, as in `Found`. */
  start: Uint32Array; end: Uint32Array;
  /** Occurrences in each of `parts` equal parts of the text, in order (10, fewer in texts of fewer words). */
  counts: Uint32Array;
  /** Deviation of proportions over these parts (Gries 2008, normalised as by Lijffijt and Gries 2012): 0 quite even, 1 all in one part; `null` without any place. */
  dp: number | null;
}

/**
 * Questions about the words of one result. Only running words of blocks that are text are asked about (no menus, no comments); lemmas,
 * roots and parts of speech are known where the result has its `morphology`. The
 * engine keeps what it needs for the last few results and makes it again where it was dropped, so any result may be asked at any
 * time; a first question takes a moment longer. Nothing has to be closed. Rejects with `bad-options` where options have the wrong shape;
 * a query that is empty or finds nothing is no error.
 */
export interface Study {
  /** Every place, as columns. */
  search(query: string, options?: QueryOptions): Promise<Found>;
  /** The places with what stands before and after them, sorted, page by page. */
  concordance(query: string, options?: ConcordanceOptions): Promise<Concordance>;
  /** Which lemmas the text has more of, or less, than general Arabic. */
  keyness(options?: KeynessOptions): Promise<Keyness>;
  /** Two to five words in a row that occur more than once. */
  ngrams(options?: NgramOptions): Promise<Ngrams>;
  /** Which words stand near those asked for. */
  collocations(query: string, options?: CollocationOptions): Promise<Collocations>;
  /** Where in the text the words stand, and how evenly. */
  dispersion(query: string, options?: QueryOptions): Promise<Dispersion>;
}

/**
 * What a result can be written as.
 * - `json`: the result model `mubin/1`, with the text; offsets in UTF-16.
 * - `conllu`: the treebank format of Universal Dependencies; `Start` and `End` in UTF-16.
 * - `csv`: a table for each layer, RFC 4180 without a byte order mark; offsets in UTF-16. A cell of text that a spreadsheet would run as a formula
 *   (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) has a `'` before it.
 * - `tei`: a TEI P5 document, valid under `tei_all`.
 * - `webannotation`: W3C Web Annotations in JSON-LD; positions in code points, as the Recommendation wants.
 * - `text`: the text without the page around it, paragraphs separated by a blank line.
 * - `vowelled`: the whole text with vowels.
 * - `report`: an HTML page to print, which needs nothing else.
 */
export type ExportFormat = "json" | "conllu" | "csv" | "tei" | "webannotation" | "text" | "vowelled" | "report";
/** The tables of `csv`. */
export type ExportTable =
  | "blocks" | "sentences" | "tokens" | "words" | "characters" | "entities" | "mentions" | "statements" | "times" | "quantities" | "keyphrases"
  | "summary" | "corrections";
/** How a result is written. */
export interface ExportOptions {
  /** Of `report` and `tei`: the language of what is said about the text; `ar` when left out. */
  lang?: "ar" | "en";
  /** Of `csv`: which tables; those of all layers of the result when left out. */
  layers?: ExportTable[];
  /** Of `report`, `tei` and `webannotation`: what the text is called; its headline when left out. */
  title?: string;
  /** Of `webannotation`: the address of the text; `text.txt` when left out. */
  source?: string;
  /** Of `json`: whether it carries the text; `true` when left out. */
  text?: boolean;
  /** Cancels: the call rejects with an `AbortError`. */
  signal?: AbortSignal;
  /** Called with 0..1 between slices of the work. */
  onProgress?: (share: number) => void;
}
/** A file to save: its name, its media type, and what it holds, to be encoded as UTF-8. */
export interface ExportedFile {
  /** As `result.json`; its media type; what it holds. */
  name: string; type: string; text: string;
}

/** The text of a file. */
export interface Decoded {
  /** Without a byte order mark. */
  text: string;
  /** WHATWG label of the encoding that was used. */
  encoding: string;
  /** How it is known: a byte order mark, the label that was given, valid UTF-8, or the letters that come of it. */
  basis: "bom" | "label" | "valid" | "guess";
  /** How many U+FFFD stand for broken bytes. */
  replaced: number;
  /** What the text would be if its mojibake were mended: an offer, never applied. */
  repair: Repair | null;
}
/** A text that was read in a wrong encoding, mended. */
export interface Repair {
  /** In which it was read, by its WHATWG label. */
  encoding: string;
  /** What it should have been. */
  text: string;
}

/**
 * Of `MubinError`; stable, to branch on.
 * - `empty-text`: nothing in it can be read. `too-large`: beyond what the engine takes. `not-text`: the bytes of something else.
 * - `unknown-layer`, `bad-date`, `bad-options`: what was asked for does not exist, or has the wrong shape.
 * - `engine-crashed`: the engine broke off; the next call starts a fresh one. `disposed`: it was put away.
 * - `engine-load-failed`: the binary cannot be had. `engine-version`: it is of another version than the scripts; both must come from one package.
 * - those of packs are never thrown by a call; `analyzer.packs` has them.
 */
export type ErrorKind =
  | "empty-text" | "too-large" | "not-text" | "unknown-layer" | "bad-date" | "bad-options"
  | "engine-crashed" | "engine-load-failed" | "engine-version" | "disposed"
  | PackErrorKind;
/** Not the file that was expected; of another version; cut short or altered; of another lexicon. */
export type PackErrorKind = "pack-unknown" | "pack-version" | "pack-damaged" | "pack-mismatch";

/** A role that was decided by someone who read the text; it holds for every line the span touches. */
export interface DecidedRole extends Span {
  /** What the lines are. */
  role: Role;
}

/** How a text is analysed. */
export interface AnalyzeOptions {
  /**
   * Only these, and what they are made from: `blocks`, `sentences`, `tokens`, `words`, `characters`, `morphology`, `entities`, `statements`, `times`,
   * `quantities`, `keyphrases`, `summary`, `corrections`, `statistics`. All when left out. Another name rejects with `unknown-layer`.
   */
  layers?: string[] | null;
  /** The document's date, `YYYY-MM-DD`. */
  date?: string | null;
  /** How spellings are joined in `words`; `full` when left out. */
  folding?: Folding;
  /** Roles that override the automatic ones; of two for the same line the later holds. */
  roles?: DecidedRole[] | null;
  /** Readings that override the automatic ones; their numbers are those of `alternatives`. */
  pins?: Pin[] | null;
  /** The reader's own words, as they are written: no correction flags them. */
  words?: string[] | null;
  /** Report in the tier `variant`, too, what is right but spelled otherwise in the rest of the text. */
  consistent?: boolean;
  /** Cancels: the call rejects with an `AbortError`. */
  signal?: AbortSignal;
  /** Called with 0..1 between slices of the work. */
  onProgress?: (share: number) => void;
}
/** @internal */
export type RawOptions = Pick<AnalyzeOptions, "layers" | "date" | "folding" | "roles" | "pins" | "words" | "consistent">;

/** Buckwalter, its safe variant and HSB write letters and lead back; the others write what is read. */
export type Scheme = "buckwalter" | "safe-buckwalter" | "hsb" | "iso-233-2" | "ala-lc" | "din-31635" | "ipa";
/** From which letters into which. */
export interface TransliterateOptions {
  /** What is to be written. */
  to: Scheme | "arabic";
  /** What the text is written in; of the schemes only those of letters. */
  from?: Scheme | "arabic";
  /** Case endings of nouns and adjectives; by default kept in `ipa` and dropped elsewhere. */
  endings?: "keep" | "drop";
  /** A capital at the beginning of names. */
  capitals?: boolean;
  /** Of a result, this word alone. */
  token?: number;
}
/** @internal Words that the analysis knows, in columns: where they are, their make, their vowelled forms a line each; starts and ends of names. */
export interface RawWords {
  text: string; starts: Uint32Array; ends: Uint32Array; shapes: Uint16Array; vowelled: string; names: Uint32Array;
}
/** One difference of writing that is made equal. */
export type NormalizeFold =
  | "presentation" | "lookalikes" | "hidden" | "marks" | "tatweel" | "alef-hamza" | "hamza-seats" | "alef-maqsura" | "ta-marbuta"
  | "digits-latin" | "digits-arabic" | "punctuation-arabic" | "punctuation-latin" | "quotes" | "case" | "space" | "repeats";
/** Which differences of writing are made equal. */
export interface NormalizeOptions {
  /** In any order; `search`, `storage` and `display` stand for sets of them. */
  folds: (NormalizeFold | "search" | "storage" | "display")[];
}

/**
 * An address (in Node a path too), a response, the bytes themselves, or a function that gives one of these when the file is
 * needed. A response can be read once; give a function where an engine may be made again or a pack fetched once more.
 */
export type FileSource = string | URL | Response | Promise<Response> | ArrayBuffer | ArrayBufferView | (() => FileSource | Promise<FileSource>);
/** The engine's binary: its bytes from anywhere, or compiled already. */
export type WasmSource = FileSource | CompiledModule;
/** `WebAssembly.Module`, where the types of the program know it; those of Node alone do not. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/**
 * Dictionary with roots and patterns; frequencies; weights that choose readings; names and the weights that find them; places with coordinates; English
 * glosses, which are fetched when `glosses` is called.
 */
export type PackName = "lexicon" | "frequency" | "models" | "names" | "places" | "glosses";
/**
 * A pack that is left out or `null` is not loaded. Without lexicon and models words are not explained, and nothing is
 * found that rests on words; without names no entities are found; without places they lie nowhere.
 */
export type PackSources = Partial<Record<PackName, FileSource | null>>;
/** Not asked of the caller; not fetched yet; in use; not to be had; or why the engine refused it. */
export type PackState = "none" | "waiting" | "loaded" | "missing" | PackErrorKind;

/** Where the engine's files are, and where it runs. Equal options give the same engine. */
export interface AnalyzerOptions {
  /** Where the binary is; by default beside the engine's own files. */
  wasm?: WasmSource;
  /** Where the language packs are; by default beside the engine's own files. `null` or `false`: none. */
  packs?: PackSources | null | false;
  /**
   * `false` keeps everything on the calling thread, in slices of a few milliseconds; `true` starts a worker from the script beside the
   * engine; otherwise where that script is, or a function that makes the worker. `true` when left out, in the single-file build `false`.
   * Where no worker can be had (Node, service workers, a policy that forbids it) the calling thread does the work.
   */
  worker?: boolean | string | URL | (() => WorkerLike);
}
/** What the engine needs of a worker: the browsers' own `Worker`, or what behaves like it. */
export interface WorkerLike {
  /** Sends a message. */
  postMessage(message: unknown): void;
  /** Stops it at once. */
  terminate(): void;
  /** Events have `data`, or `message` where it is an error, as those of `Worker`. */
  addEventListener(type: "message" | "error", listener: (event: any) => void): void;
}

/** A text under edit. */
export interface OpenDocument {
  /** As it stands after the edits. */
  readonly text: string;
  /** Replaces `[from, to)` by `insert`. */
  edit(from: number, to: number, insert: string): void;
  /** The result for it, kept until the next edit; with options made anew. */
  result(options?: AnalyzeOptions): Promise<Result>;
}

/** A running engine. Calls may overlap; each is answered by itself. */
export interface Analyzer {
  /** In a worker, or on the thread that called. */
  readonly where: "worker" | "page";
  /** Of binary and scripts. */
  readonly version: string;
  /** What became of each pack. A pack that fails is no error: `missing` of a result then names the layer. */
  readonly packs: Readonly<Record<PackName, PackState>>;
  /**
   * Reads a text. Rejects with `empty-text`, `too-large`, `unknown-layer`, `bad-date` or `bad-options`, with an `AbortError` when cancelled, and with
   * `engine-crashed` when the engine broke off, which a next call starts anew.
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Result>;
  /** A text that will be edited: what an edit leaves as it was is not worked out again. */
  open(text: string): Promise<OpenDocument>;
  /** Every reading of a word in its sentence, likeliest by itself first; empty for what is no explained word. */
  alternatives(result: Result, token: number): Promise<Reading[]>;
  /** Search, concordance, keyness, n-grams, collocations and dispersion over the words of a result. */
  study(result: Result): Study;
  /**
   * The result as files: one, or with `csv` one for each table. The decisions that the result was made with (roles, pins, date, own words) hold in
   * them; English glosses are in them when they are loaded by now. The text is read again for it, which takes as long as the first time.
   * Rejects with `bad-options` for a format, table or language that nobody knows.
   */
  export(result: Result, format: ExportFormat, options?: ExportOptions): Promise<ExportedFile[]>;
  /** Loads the English glosses, which results and readings made from then on carry. */
  glosses(): Promise<void>;
  /** Fetches the packs that failed once more; `packs` then says how it went. */
  retryPacks(): Promise<void>;
  /** The text of a file, in whatever encoding; `label` names the one that a header or the user says. Rejects with `not-text`. */
  decode(bytes: Uint8Array, label?: string): Promise<Decoded>;
  /** What a text read in a wrong encoding should have been; `null` when it reads well as it is. */
  repair(text: string): Promise<Repair | null>;
  /** The search fold: bare letters, hamza, ة and ى folded, marks and tatweel dropped. */
  fold(text: string): Promise<string>;
  /** Of many texts at once. */
  fold(texts: string[]): Promise<string[]>;
  /** The text in another script. A result is written with the readings it has; a text is analysed first where its vowels are needed. */
  transliterate(text: string | Result, options: TransliterateOptions): Promise<string>;
  /** The text with differences of writing made equal. */
  normalize(text: string, options: NormalizeOptions): Promise<string>;
  /** Bytes that the engine's memory takes by now. It grows with the longest text and is reused; only `dispose` and a crash give it back. */
  memory(): Promise<number>;
  /** Stops the engine and gives its memory back. Calls that wait, and later ones, reject with `disposed`. Results stay whole. */
  dispose(): void;
}

/** @internal A question as it crosses to the core: `www/engine/study.js` knows what its numbers are. */
export interface StudyQuestion { what: number; query: string; numbers: number[] }
/** @internal What the core answers; the rows of each list lie one behind the other. */
export interface RawAnswer { unclear: string[]; head: Float64Array; texts: string[]; whole: Uint32Array; real: Float64Array }
/** @internal What a result was made of, so that it can be made again where the engine has dropped it. */
export interface StudySource { name: number; text: string; options: RawOptions }
/** @internal The wishes of an export as they cross to the core; `null` where the core decides. */
export interface ExportWishes { lang: string | null; layers: string[] | null; title: string | null; source: string | null; text: boolean }
/** @internal */
export interface ExportRequest { text: string; options: RawOptions; format: ExportFormat; wishes: ExportWishes }

/** @internal One slice-able run over a text; made and freed inside the engine only. */
export interface Job {
  step(bytes: number): number;
  finish(name: number): RawResult;
  keep(name: number): void;
  export(format: string, wishes: ExportWishes): ExportedFile[];
  free(): void;
}
/** @internal Packs inside an instance. */
export interface Packs {
  add(name: PackName, bytes: Uint8Array): void;
  alternatives(sentence: string, start: number, end: number): RawAlternative[];
  ask(name: number, what: number, query: string, numbers: Uint32Array): RawAnswer | null;
}
/** @internal */
export interface Bindings {
  default(input: { module_or_path: CompiledModule }): Promise<{ memory: { readonly buffer: ArrayBuffer } }>;
  version(): string;
  fold(text: string): string;
  decode(bytes: Uint8Array, label?: string): Decoded;
  repair(text: string): Repair | null;
  transliterate(
    text: string, from: string, to: string, endings: string | undefined, capitals: boolean,
    starts: Uint32Array, ends: Uint32Array, shapes: Uint16Array, vowelled: string, names: Uint32Array,
  ): string;
  normalize(text: string, folds: string): string;
  Packs: new () => Packs;
  Job: new (text: string, options: RawOptions, packs: Packs) => Job;
}
