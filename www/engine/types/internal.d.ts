/**
 * What crosses to the core and back, and what the core is asked by. None of it is
 * public: the package names these types nowhere.
 */

import type { CompiledModule, PackName } from "./analyzer.js";
import type { AnalyzeOptions, Decoded, ExportFormat, ExportedFile, Repair } from "./calls.js";
import type { Analysis } from "./layers.js";
import type { MorphologyColumns, TokenColumns, WordColumns } from "./result.js";

/** Columns of strings as they cross the boundary: each one string, a line for each value. */
export type Lines<T> = { [Name in keyof T]: Name extends "uposNames" | "sourceNames" ? T[Name] : T[Name] extends string[] ? string : T[Name] };

/** Rows of the table of explained words, as the page keeps them. */
export interface RowColumns {
  lemma: string[]; root: string[]; pattern: string[]; feats: string[]; diacritized: string[]; gloss: string[];
  upos: number[]; shape: number[]; source: number[];
  pieceOffsets: number[]; pieceStart: number[]; pieceEnd: number[]; pieceTag: string[]; pieceText: string[];
}

/** Those from the row `first` on, as they cross. */
export type FreshRows = { first: number } & Pick<Lines<MorphologyColumns>, keyof RowColumns>;

/** The answers of a text: of each token, and the rows of the distinct ones, with the rows that are not known. */
export interface RawMorphology extends FreshRows {
  answer: Uint32Array; score: Float32Array; alternatives: Uint16Array; row: Uint32Array;
  edition: number; uposNames: string[]; sourceNames: Analysis["source"][];
}

/** What of a long result has not crossed yet: JSON of the next items of every list. */
export interface Rest { next(): string | undefined; free(): void }

/** Items of the layers that are lists, by their names. */
export type Lists = Record<string, unknown[]>;

/** What crosses the boundary: typed-array columns, string tables, the other layers as JSON; what that lacks of long lists comes in parts. */
export interface RawResult {
  outline: string;
  rest?: Rest;
  lists?: Lists;
  kinds: string[]; tokens: TokenColumns; words: Lines<WordColumns>; morphology: RawMorphology | null;
}

export type RawAlternative = Analysis & { chosen: boolean };

/** How much of which edition of the table of rows is known to whoever asks. */
export interface KnownRows { edition: number; rows: number }

export type RawOptions = { known?: KnownRows } & Pick<AnalyzeOptions, "layers" | "date" | "folding" | "roles" | "pins" | "words" | "consistent">;

/** Words that the analysis knows, in columns: where they are, their make, their vowelled forms a line each; starts and ends of names. */
export interface RawWords {
  text: string; starts: Uint32Array; ends: Uint32Array; shapes: Uint16Array; vowelled: string; names: Uint32Array;
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
  knows(edition: number, rows: number): void;
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
