/**
 * The shapes of the messages between a caller and the worker. Every request has
 * an id and gets exactly one final reply, `{id, ok}` or `{id, error}`, with any
 * number of `{id, progress}` before it, and of `{id, part}` where the answer is long, each of them answered by a call for more; a cancel and
 * such a call have no reply of their own.
 *
 * @import {
 *   Decoded, ErrorKind, ExportedFile, ExportRequest, PackName, RawAlternative, RawAnswer, RawOptions, RawResult, RawWords, Repair,
 *   StudyQuestion, StudySource, TransliterateOptions,
 * } from "./types.js"
 */

/**
 * @typedef {{ id: number, call: "hello", module: WebAssembly.Module }
 *   | { id: number, call: "pack", name: PackName, bytes: Uint8Array }
 *   | { id: number, call: "analyze", text: string, options: RawOptions, name: number }
 *   | { id: number, call: "alternatives", text: string, start: number, end: number }
 *   | { id: number, call: "ask", name: number, question: StudyQuestion, source: StudySource | null }
 *   | { id: number, call: "export", request: ExportRequest }
 *   | { id: number, call: "decode", bytes: Uint8Array, label: string | undefined }
 *   | { id: number, call: "repair", text: string }
 *   | { id: number, call: "fold", texts: string[] }
 *   | { id: number, call: "transliterate", words: RawWords, options: TransliterateOptions }
 *   | { id: number, call: "normalize", text: string, folds: string }
 *   | { id: number, call: "memory" }
 *   | { id: number, call: "more" }
 *   | { id: number, call: "cancel" }} Request
 */

/** @typedef {{ version: string } | RawResult | RawAlternative[] | RawAnswer | ExportedFile[] | Decoded | Repair | null | number | string | string[]} Answer */

/**
 * @typedef {{ id: number, ok: Answer }
 *   | { id: number, part: string }
 *   | { id: number, error: { kind: ErrorKind | "aborted", message: string } }
 *   | { id: number, progress: number }} Reply
 */

/** How long one uninterrupted piece of work may last, in milliseconds. */
export const SLICE = { worker: 40, page: 12 };

/**
 * A worker that is at work says so several times a second, of a text of megabytes at least after each layer. One that is asked and says nothing in so many
 * spells of so long is given up; after a cancel it is replaced, which costs no answer and so needs no patience. Spells, because a machine that was
 * asleep counts as one of them.
 */
export const PATIENCE = { spells: 4, ms: 15_000, cancelledMs: 100, unitsMore: 2e6 };

/** How long a worker may take to answer its hello before the page does the work itself. */
export const HELLO_MS = 5000;
