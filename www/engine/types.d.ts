/**
 * The types of the engine, written once by hand and used by every module through
 * JSDoc. All offsets are UTF-16 code units, `[start, end)`, over the text exactly
 * as it was given. All but `internal` are public: they are what the package names.
 */

export type * from "./types/layers.js";
export type * from "./types/measures.js";
export type * from "./types/result.js";
export type * from "./types/study.js";
export type * from "./types/calls.js";
export type * from "./types/analyzer.js";
export type * from "./types/internal.js";
