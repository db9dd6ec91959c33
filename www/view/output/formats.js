/**
 * What a text can be handed out as. The engine writes every format; to its JSON is added
 * what the reader decided, so that an import brings text and decisions back.
 *
 * @import { Analyzer, ExportedFile, ExportFormat, ExportOptions, Result } from "../../engine/types.js"
 * @import { State } from "../state.js"
 */

import { pinsFor } from "../choices.js";

/**
 * @typedef {object} Format
 * @property {ExportFormat} name
 * @property {"auto" | "ltr"} dir  of its preview
 * @property {boolean} explained  it says nothing where words are not explained
 */

/** @type {Format[]} */
export const FORMATS = [
  { name: "report", dir: "auto", explained: false },
  { name: "text", dir: "auto", explained: false },
  { name: "vowelled", dir: "auto", explained: true },
  { name: "csv", dir: "ltr", explained: false },
  { name: "json", dir: "ltr", explained: false },
  { name: "conllu", dir: "ltr", explained: true },
  { name: "tei", dir: "ltr", explained: false },
  { name: "webannotation", dir: "ltr", explained: false },
];

/**
 * Roles of parts, readings of words, the reader's own words, and corrections left alone.
 * @param {State} state
 * @param {Result} result
 */
const decided = ({ decisions, choices, ownWords, ignored }, result) => ({ roles: decisions, pins: pinsFor(result, choices), words: ownWords, ignored });

/**
 * @param {State} state
 * @param {Result} result
 * @param {ExportFormat} format
 * @param {ExportOptions} options
 * @param {Promise<Analyzer>} engine
 * @returns {Promise<ExportedFile[]>}
 */
export async function filesOf(state, result, format, options, engine) {
  if (format === "vowelled") return [{ name: "vowelled.txt", type: "text/plain;charset=utf-8", text: result.vowelled() }];
  const added = format === "json" ? JSON.stringify(decided(state, result)) : null;
  const files = await (await engine).export(result, format, options);
  return added === null ? files : files.map((file) => ({ ...file, text: `${file.text.trimEnd().slice(0, -1)},"options":${added}}\n` }));
}
