/**
 * Figures over a text, and what it is written in.
 */

import type { Span } from "./layers.js";

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
  /**
   * Words and sentences it goes by; words of more than five letters; syllables; words of more than four syllables; those of these with a
   * letter or ending of elevated style.
   */
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
