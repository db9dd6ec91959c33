/**
 * A result as callers have it: the layers, and tokens and words in the columns they
 * crossed the boundary in, which become objects when they are looked at.
 */

import type { Analysis, Piece, PlainLayers, Token, TokenKind, Word } from "./layers.js";

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
  /** Up to where it was read: the end of the text, but in what `onBeginning` is given. */
  readonly read: number;
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
