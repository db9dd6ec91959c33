/**
 * An analyzer, where its files come from and where it runs.
 */

import type {
  AnalyzeOptions, Decoded, ExportFormat, ExportOptions, ExportedFile, NormalizeOptions, PackErrorKind, Repair, TransliterateOptions,
} from "./calls.js";
import type { Reading } from "./layers.js";
import type { Result } from "./result.js";
import type { Study } from "./study.js";

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
 * Dictionary with roots and patterns; frequencies; weights that choose readings; names and the weights that find them; places with
 * coordinates; English glosses, which are fetched when `glosses` is called.
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
