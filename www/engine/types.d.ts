/**
 * The public types of the engine, written once by hand and used by every module
 * through JSDoc. All offsets are UTF-16 code units, `[start, end)`, over the text
 * exactly as it was given.
 */

export type Role =
  | "headline" | "byline" | "dateline" | "body" | "caption"
  | "related" | "navigation" | "comments" | "legal" | "other";

export type TokenKind =
  | "word" | "number" | "punct" | "symbol" | "latin"
  | "url" | "email" | "hashtag" | "handle" | "emoji";

export type HiddenKind =
  | "zero-width" | "bidi-control" | "bom" | "soft-hyphen" | "control"
  | "tatweel" | "presentation-form" | "lookalike" | "replacement";

/** How spellings are joined into one type when words are counted. */
export type Folding = "exact" | "light" | "full";

export interface Span { start: number; end: number }
export interface Block extends Span { role: Role; score: number }
export interface Sentence extends Span { block: number }
export interface HiddenCharacter extends Span { kind: HiddenKind; code: string; unbalanced: boolean }
export interface Token extends Span {
  kind: TokenKind; sentence: number;
  /** `null` for what is no word, and for every token where the language packs are missing. */
  analysis: Analysis | null;
}

/** A clitic, the article, the stem or a suffix of a word, with its coarse tag. */
export interface Segment extends Span { tag: string }
/** A segment with its letters as they are spelled by themselves; it may be empty in the word, as the ال of للفنون. */
export interface Piece extends Segment { text: string }

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
  segments: Segment[];
  /** The word with its vowels. */
  diacritized: string;
  /** In English; `null` too as long as the pack of glosses is not loaded. */
  gloss: string | null;
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
export interface Pin extends Span { reading: number }
/** `tokens` are indices into the token list, in the order of the text. */
export interface Word { form: string; count: number; closed: boolean; tokens: Uint32Array }

/** Figures over the content of the text; `null` where a layer they need is missing or the text is too short for them. */
export interface Statistics {
  words: number; types: number; lemmas: number | null; roots: number | null;
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
  level: Level | null;
}
export interface OsmanCounts { words: number; sentences: number; hard: number; syllables: number; complex: number; faseeh: number }
/** How common the content words are: the step from 1, the commonest, to 6; their mean Zipf value; the share of those met less than twice in a million words. */
export interface Level { step: number; zipf: number; rare: number }

export type Dialect = "egyptian" | "levantine" | "gulf" | "iraqi" | "maghrebi" | "sudanese" | "yemeni";
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
/**
 * A word or phrase that tells a dialect: that of the text where it is one of its signs, else the one it is the strongest sign of. In quotation marks
 * it does not count for the text. `means` is what the standard language says for it.
 */
export interface DialectSign extends Span { variety: Dialect | "any"; quoted: boolean; means: string | null }

export type EntityKind = "person" | "place" | "organisation" | "other";

/** Somebody or something that the text names, however often and by whichever of its names. */
export interface Entity {
  /** Its number, which is its index in `entities` too; mentions and speakers refer to it. */
  id: number;
  type: EntityKind;
  /** Its fullest name in the text. */
  name: string;
  /** The other names the text has for it. */
  aliases: string[];
  /** Where it lies; `null` for what is no place and for places the engine does not know. */
  geo: Geo | null;
}
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
export interface Mention extends Span { type: EntityKind; entity: number; score: number; why: string }

export type Stance = "report" | "assert" | "claim" | "deny" | "warn" | "hope" | "ask" | "accuse" | "source";
/** Something somebody said; the span is the hull of its parts, and statements may lie inside one another. */
export interface Statement extends Span {
  /** All in quotation marks, none of it, or part of it. */
  form: "direct" | "indirect" | "mixed";
  /** `null` when the text does not say who. */
  speaker: Speaker | null;
  cue: Cue;
  /** What was said. */
  content: Span;
  addressee: Span | null;
  when: Span | null;
  /** Which rule, table or model decided. */
  why: string;
}
/**
 * The words that name the speaker. `explicit`: beside the cue; `pronoun`: the cue has a pronoun only; `carried`: it has
 * nothing, the span is the latest one before that named the speaker. `entity` is `null` for the unnamed.
 */
export interface Speaker extends Span { entity: number | null; basis: "explicit" | "pronoun" | "carried" }
/** The word by which a statement is known. */
export interface Cue extends Span { lemma: string; stance: Stance }

export type CorrectionKind = "hamza" | "taa-marbuta" | "alef-maqsura" | "spacing" | "punctuation" | "repetition" | "lookalike" | "hidden" | "spelling";
/** Only this spelling exists; the sentence decides; no such word is known; right, but not how the rest of the text spells it. */
export type CorrectionTier = "certain" | "contextual" | "unknown" | "variant";
/** A misspelling; `start` equals `end` where something is to be put in. Corrections ascend and do not overlap. */
export interface Correction extends Span {
  kind: CorrectionKind;
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

export interface Time extends Span {
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
  why: string;
}
export interface Quantity extends Span {
  type: "cardinal" | "ordinal" | "percent" | "money" | "measure" | "range";
  /** Of a range both bounds. */
  value: number | [number, number];
  /** What is counted, in the singular; `null` where nothing is named. */
  unit: string | null;
  /** ISO 4217, for money. */
  currency: string | null;
  approximate: boolean;
  why: string;
}

export interface Keyphrase {
  /** As the text writes it. */
  text: string;
  lemma: string;
  /** Weight, 0 to 1. */
  score: number;
  /** In the order of the text. */
  occurrences: Span[];
  why: string;
}
/** `sentence` is an index into `sentences`, `score` a weight from 0 to 1. */
export interface SummarySentence { sentence: number; score: number; why: string }
/** The date that relative expressions count from: `YYYY-MM-DD`, and where the text states it; `null` when the caller gave it. */
export interface DocumentDate { value: string; stated: Span | null }
/** The text in one line; each part a place in it, or `null`. */
export interface Gist { who: Span | null; what: Span | null; place: Span | null; when: Span | null }

/** The layers that stay plain objects on both sides of the worker boundary. */
export interface PlainLayers {
  schema: "mubin/1"; unit: "utf16"; version: string;
  language: Language;
  blocks: Block[];
  sentences: Sentence[];
  characters: HiddenCharacter[];
  entities: Entity[];
  /** In the order of the text, like the layers after it. */
  mentions: Mention[];
  statements: Statement[];
  times: Time[];
  quantities: Quantity[];
  /** Best first. */
  keyphrases: Keyphrase[];
  summary: SummarySentence[];
  /** `null` when neither given nor found. */
  date: DocumentDate | null;
  gist: Gist | null;
  corrections: Correction[];
  /** `null` when the layer was not asked for. */
  statistics: Statistics | null;
  /** Layers that were asked for and are not there: this build has none, or their packs are missing. */
  missing: string[];
}

export interface TokenColumns {
  start: Uint32Array; end: Uint32Array; kind: Uint8Array; sentence: Uint32Array;
}
export interface WordColumns {
  forms: string[]; counts: Uint32Array; offsets: Uint32Array; tokens: Uint32Array; closed: Uint8Array;
}
/** A number for each token, and a table of the distinct answers; the empty string stands for none. */
export interface MorphologyColumns {
  answer: Uint32Array; score: Float32Array; alternatives: Uint16Array;
  lemma: string[]; root: string[]; pattern: string[]; feats: string[]; diacritized: string[]; gloss: string[];
  upos: Uint8Array; uposNames: string[];
  /** How the word is put together, as transliteration takes it. */
  shape: Uint16Array;
  source: Uint8Array; sourceNames: Analysis["source"][];
  /** Pieces of answer `i` are those from `pieceOffsets[i]` to `pieceOffsets[i + 1]`, counted from the start of the token. */
  pieceOffsets: Uint32Array; pieceStart: Uint32Array; pieceEnd: Uint32Array; pieceTag: string[]; pieceText: string[];
}
/** Columns of strings as they cross the boundary: each one string, a line for each value. */
export type Lines<T> = { [Name in keyof T]: Name extends "uposNames" | "sourceNames" ? T[Name] : T[Name] extends string[] ? string : T[Name] };
/** What crosses the boundary: plain layers, string tables and typed-array columns. */
export interface RawResult extends PlainLayers {
  text: null;
  kinds: string[]; tokens: TokenColumns; words: Lines<WordColumns>; morphology: Lines<MorphologyColumns> | null;
}
export type RawAlternative = Analysis & { chosen: boolean };

export interface LazyList<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}
export interface Result extends PlainLayers {
  /** The text the offsets refer to. */
  readonly text: string;
  readonly tokens: LazyList<Token> & { readonly columns: TokenColumns; readonly kinds: TokenKind[]; kindCounts(): Map<TokenKind, number> };
  readonly words: LazyList<Word> & { readonly columns: WordColumns; typeOf(token: number): number };
  /** What each word is, by the number of its token; `null` without language packs. */
  readonly morphology: Morphology | null;
  /** The text with its vowels: every explained word in its full form, all else as it was. */
  vowelled(): string;
  /** The object of the result model, as the command line prints it with `--offsets utf16`. */
  toJSON(): object;
}
export interface Morphology {
  readonly columns: MorphologyColumns;
  /** Row of the table of answers, -1 for what is no word. */
  answerOf(token: number): number;
  analysis(token: number): Analysis | null;
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
  sentence: number; block: number;
  /** Indices into `tokens`. */
  first: number; last: number;
}
export interface Concordance extends Answered { offset: number; lines: ConcordanceLine[] }

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
export interface NgramOptions {
  /** Words in a row, 2 to 5; 2 when left out. They do not reach across the end of a sentence; marks between them are passed over. */
  n?: number;
  /** `form` when left out. */
  by?: Joined;
  /** Rarer ones are left out; 2 when left out, and at the least. */
  minimum?: number;
  /** Also those that begin or end with a function word; `true` when left out. */
  closed?: boolean;
  offset?: number;
  /** Rows at most; 100 when left out, up to 1000. */
  limit?: number;
}
/** `text`: the words with a space between, as a query of mode `folded` or `lemma` finds them; the span is the first place. */
export interface Ngram extends Span { text: string; count: number }
/** `total`: how many there are beyond offset and limit too. The most frequent come first, then by alphabet. */
export interface Ngrams { total: number; rows: Ngram[] }

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
/** `words`: how many there are beyond the limit too. */
export interface Collocations extends Answered { words: number; rows: Collocate[] }

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
  search(query: string, options?: QueryOptions): Promise<Found>;
  concordance(query: string, options?: ConcordanceOptions): Promise<Concordance>;
  keyness(options?: KeynessOptions): Promise<Keyness>;
  ngrams(options?: NgramOptions): Promise<Ngrams>;
  collocations(query: string, options?: CollocationOptions): Promise<Collocations>;
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
  signal?: AbortSignal;
  /** Called with 0..1 between slices of the work. */
  onProgress?: (share: number) => void;
}
/** A file to save: its name, its media type, and what it holds, to be encoded as UTF-8. */
export interface ExportedFile { name: string; type: string; text: string }

export interface Decoded {
  text: string;
  /** WHATWG label of the encoding that was used. */
  encoding: string;
  basis: "bom" | "label" | "valid" | "guess";
  /** How many U+FFFD stand for broken bytes. */
  replaced: number;
  /** What the text would be if its mojibake were mended: an offer, never applied. */
  repair: Repair | null;
}
export interface Repair { encoding: string; text: string }

export type ErrorKind =
  | "empty-text" | "too-large" | "not-text" | "unknown-layer" | "bad-date" | "bad-options"
  | "engine-crashed" | "engine-load-failed" | "disposed"
  | PackErrorKind;
/** Not the file that was expected; of another version; cut short or altered; of another lexicon. */
export type PackErrorKind = "pack-unknown" | "pack-version" | "pack-damaged" | "pack-mismatch";

/** A role that was decided by someone who read the text; it holds for every line the span touches. */
export interface DecidedRole extends Span { role: Role }

export interface AnalyzeOptions {
  layers?: string[] | null;
  /** The document's date, `YYYY-MM-DD`. */
  date?: string | null;
  folding?: Folding;
  /** Roles that override the automatic ones; of two for the same line the later holds. */
  roles?: DecidedRole[] | null;
  /** Readings that override the automatic ones; their numbers are those of `alternatives`. */
  pins?: Pin[] | null;
  /** The reader's own words, as they are written: no correction flags them. */
  words?: string[] | null;
  /** Report in the tier `variant`, too, what is right but spelled otherwise in the rest of the text. */
  consistent?: boolean;
  signal?: AbortSignal;
  /** Called with 0..1 between slices of the work. */
  onProgress?: (share: number) => void;
}
export type RawOptions = Pick<AnalyzeOptions, "layers" | "date" | "folding" | "roles" | "pins" | "words" | "consistent">;

/** Buckwalter, its safe variant and HSB write letters and lead back; the others write what is read. */
export type Scheme = "buckwalter" | "safe-buckwalter" | "hsb" | "iso-233-2" | "ala-lc" | "din-31635" | "ipa";
export interface TransliterateOptions {
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
/** Words that the analysis knows, in columns: where they are, their make, their vowelled forms a line each; starts and ends of names. */
export interface RawWords {
  text: string; starts: Uint32Array; ends: Uint32Array; shapes: Uint16Array; vowelled: string; names: Uint32Array;
}
export type NormalizeFold =
  | "presentation" | "lookalikes" | "hidden" | "marks" | "tatweel" | "alef-hamza" | "hamza-seats" | "alef-maqsura" | "ta-marbuta"
  | "digits-latin" | "digits-arabic" | "punctuation-arabic" | "punctuation-latin" | "quotes" | "case" | "space" | "repeats";
export interface NormalizeOptions {
  /** In any order; `search`, `storage` and `display` stand for sets of them. */
  folds: (NormalizeFold | "search" | "storage" | "display")[];
}

/** An address, a response or the bytes themselves. */
export type FileSource = string | URL | Response | Promise<Response> | BufferSource;
export type WasmSource = FileSource | WebAssembly.Module;

export type PackName = "lexicon" | "frequency" | "models" | "names" | "places" | "glosses";
/**
 * A pack that is left out or `null` is not loaded. Without lexicon and models words are not explained, and nothing is
 * found that rests on words; without names no entities are found; without places they lie nowhere.
 */
export type PackSources = Partial<Record<PackName, FileSource | null>>;
/** Not asked of the caller; not fetched yet; in use; not to be had; or why the engine refused it. */
export type PackState = "none" | "waiting" | "loaded" | "missing" | PackErrorKind;

export interface AnalyzerOptions {
  /** Where the binary is; by default beside the engine's own files. */
  wasm?: WasmSource;
  /** Where the language packs are; by default beside the engine's own files. `null` or `false`: none. */
  packs?: PackSources | null | false;
  /** `false` keeps everything on the calling thread; otherwise where the worker's script is. */
  worker?: boolean | string | URL;
}

export interface OpenDocument {
  readonly text: string;
  /** Replaces `[from, to)` by `insert`. */
  edit(from: number, to: number, insert: string): void;
  result(options?: AnalyzeOptions): Promise<Result>;
}

export interface Analyzer {
  readonly where: "worker" | "page";
  readonly version: string;
  /** What became of each pack. A pack that fails is no error: `missing` of a result then names the layer. */
  readonly packs: Readonly<Record<PackName, PackState>>;
  analyze(text: string, options?: AnalyzeOptions): Promise<Result>;
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
  decode(bytes: Uint8Array, label?: string): Promise<Decoded>;
  /** What a text read in a wrong encoding should have been; `null` when it reads well as it is. */
  repair(text: string): Promise<Repair | null>;
  /** The search fold: bare letters, hamza, ة and ى folded, marks and tatweel dropped. */
  fold(text: string): Promise<string>;
  fold(texts: string[]): Promise<string[]>;
  /** The text in another script. A result is written with the readings it has; a text is analysed first where its vowels are needed. */
  transliterate(text: string | Result, options: TransliterateOptions): Promise<string>;
  /** The text with differences of writing made equal. */
  normalize(text: string, options: NormalizeOptions): Promise<string>;
  dispose(): void;
}

/** A question as it crosses to the core: `www/engine/study.js` knows what its numbers are. */
export interface StudyQuestion { what: number; query: string; numbers: number[] }
/** What the core answers; the rows of each list lie one behind the other. */
export interface RawAnswer { unclear: string[]; head: Float64Array; texts: string[]; whole: Uint32Array; real: Float64Array }
/** What a result was made of, so that it can be made again where the engine has dropped it. */
export interface StudySource { name: number; text: string; options: RawOptions }
/** The wishes of an export as they cross to the core; `null` where the core decides. */
export interface ExportWishes { lang: string | null; layers: string[] | null; title: string | null; source: string | null; text: boolean }
export interface ExportRequest { text: string; options: RawOptions; format: ExportFormat; wishes: ExportWishes }

/** One slice-able run over a text; made and freed inside the engine only. */
export interface Job {
  step(bytes: number): number;
  finish(name: number): RawResult;
  keep(name: number): void;
  export(format: string, wishes: ExportWishes): ExportedFile[];
  free(): void;
}
/** Packs inside an instance. */
export interface Packs {
  add(name: PackName, bytes: Uint8Array): void;
  alternatives(sentence: string, start: number, end: number): RawAlternative[];
  ask(name: number, what: number, query: string, numbers: Uint32Array): RawAnswer | null;
}
export interface Bindings {
  default(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
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
