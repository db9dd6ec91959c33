/**
 * Questions about the words of a result, and what they are answered.
 */

import type { Span } from "./layers.js";

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
