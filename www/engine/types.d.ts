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
export interface Token extends Span { kind: TokenKind; sentence: number; analysis: null }
/** `tokens` are indices into the token list, in the order of the text. */
export interface Word { form: string; count: number; closed: boolean; tokens: Uint32Array }

export interface Statistics {
  words: number; types: number; lemmas: number | null; roots: number | null;
  sentences: number; paragraphs: number; characters: number;
  mattr: number | null; mtld: number | null;
  reading_seconds: number; osman: number | null;
}

/** The layers that stay plain objects on both sides of the worker boundary. */
export interface PlainLayers {
  schema: "mubin/1"; unit: "utf16"; version: string;
  language: { arabic_share: number; variety: string | null };
  blocks: Block[];
  sentences: Sentence[];
  characters: HiddenCharacter[];
  entities: unknown[]; mentions: unknown[]; statements: unknown[]; times: unknown[];
  quantities: unknown[]; keyphrases: unknown[]; summary: unknown[]; corrections: unknown[];
  /** `null` when the layer was not asked for. */
  statistics: Statistics | null;
  /** Layers that were asked for and that this build does not have. */
  missing: string[];
}

export interface TokenColumns {
  start: Uint32Array; end: Uint32Array; kind: Uint8Array; sentence: Uint32Array;
}
export interface WordColumns {
  forms: string[]; counts: Uint32Array; offsets: Uint32Array; tokens: Uint32Array; closed: Uint8Array;
}
/** What crosses the boundary: plain layers, string tables and typed-array columns. */
export interface RawResult extends PlainLayers {
  text: null;
  kinds: string[]; tokens: TokenColumns; words: WordColumns;
}

export interface LazyList<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}
export interface Result extends PlainLayers {
  /** The text the offsets refer to. */
  readonly text: string;
  readonly tokens: LazyList<Token> & { readonly columns: TokenColumns; kindCounts(): Map<TokenKind, number> };
  readonly words: LazyList<Word> & { readonly columns: WordColumns; typeOf(token: number): number };
  toJSON(): object;
}

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
  | "engine-crashed" | "engine-load-failed" | "disposed";

/** A role that was decided by someone who read the text; it holds for every line the span touches. */
export interface DecidedRole extends Span { role: Role }

export interface AnalyzeOptions {
  layers?: string[] | null;
  /** The document's date, `YYYY-MM-DD`. */
  date?: string | null;
  folding?: Folding;
  /** Roles that override the automatic ones; of two for the same line the later holds. */
  roles?: DecidedRole[] | null;
  signal?: AbortSignal;
  /** Called with 0..1 between slices of the work. */
  onProgress?: (share: number) => void;
}
export type RawOptions = Pick<AnalyzeOptions, "layers" | "date" | "folding" | "roles">;

export type WasmSource =
  | string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module;

export interface AnalyzerOptions {
  /** Where the binary is; by default beside the engine's own files. */
  wasm?: WasmSource;
  /** Language packs; none exist yet, the field is kept for them. */
  packs?: Record<string, WasmSource>;
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
  analyze(text: string, options?: AnalyzeOptions): Promise<Result>;
  open(text: string): Promise<OpenDocument>;
  decode(bytes: Uint8Array, label?: string): Promise<Decoded>;
  /** What a text read in a wrong encoding should have been; `null` when it reads well as it is. */
  repair(text: string): Promise<Repair | null>;
  /** The search fold: bare letters, hamza, ة and ى folded, marks and tatweel dropped. */
  fold(text: string): Promise<string>;
  fold(texts: string[]): Promise<string[]>;
  dispose(): void;
}

/** One slice-able run over a text; made and freed inside the engine only. */
export interface Job {
  step(bytes: number): number;
  finish(): RawResult;
  free(): void;
}
export interface Bindings {
  default(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  version(): string;
  fold(text: string): string;
  decode(bytes: Uint8Array, label?: string): Decoded;
  repair(text: string): Repair | null;
  Job: new (text: string, options: RawOptions) => Job;
}
