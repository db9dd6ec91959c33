/**
 * What is said to the single calls of an analyzer, and what they give beside results.
 */

import type { Folding, Pin, Role, Span } from "./layers.js";
import type { Result } from "./result.js";

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
  /**
   * Of a long text, more than 40,000 units: called once, with what was made of its beginning, while the rest is still to be read. The layers of that result reach up to its
   * `read`, and the lines after it are blocks of score 0.
   */
  onBeginning?: (beginning: Result) => void;
}

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
 * A stage of an analysis, in the order of the work. What it took stands on the timeline of the thread that did it, the worker's or the page's, as a
 * measure called `mubin: ` and its name: in the performance panel of the browser's tools, and for programs by
 * `performance.getEntriesByName("mubin: names")`. `mubin: analysis` is all of it, `mubin: result` the making of the result out of it. Of each name the
 * latest is kept; of work that is done by turns the turns are drawn in one piece. A result costs some hundredths of a millisecond more for it.
 */
export type StageName =
  | "tokens" | "lines" | "roles" | "sentences" | "words" | "readings" | "choosing" | "explaining" | "characters" | "measures" | "view"
  | "numerals" | "times" | "quantities" | "names" | "entities" | "statements" | "gist" | "corrections";
