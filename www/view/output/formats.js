/**
 * What a text can be handed out as. The engine writes every format; only the JSON is
 * made here, because it carries what the reader decided as well, and an import of it
 * brings both back.
 *
 * @import { Analyzer, Result } from "../../engine/types.js"
 * @import { State } from "../state.js"
 */

import { pinsFor } from "../choices.js";

/** @typedef {"json" | "csv" | "conllu" | "tei" | "webannotation" | "text" | "vowelled" | "report"} ExportFormat */
/** @typedef {{ lang?: "ar" | "en", layers?: string[], title?: string }} ExportOptions */
/** @typedef {{ name: string, type: string, text: string }} ExportFile */
/** @typedef {Analyzer & { export?: (result: Result, format: ExportFormat, options: ExportOptions) => Promise<ExportFile[]> }} Writer */

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
 * The document of the result model, the text it was made of, and what the reader
 * decided: roles of parts, readings of words, own words, corrections left alone.
 * @param {State} state
 * @param {Result} result
 */
export const documentOf = ({ decisions, choices, ownWords, ignored }, result) => ({
  ...result.toJSON(),
  text: result.text,
  options: { roles: decisions, pins: pinsFor(result, choices), words: ownWords, ignored },
});

/**
 * @param {State} state
 * @param {Result} result
 * @param {ExportFormat} format
 * @param {ExportOptions} options
 * @param {Promise<Analyzer>} engine
 * @returns {Promise<ExportFile[]>}
 */
export async function filesOf(state, result, format, options, engine) {
  if (format === "json") return [{ name: "mubin.json", type: "application/json", text: JSON.stringify(documentOf(state, result)) }];
  const analyzer = /** @type {Writer} */ (await engine);
  if (!analyzer.export && format === "vowelled") return [{ name: "vowelled.txt", type: "text/plain", text: result.vowelled() }];
  if (!analyzer.export) throw new Error(`no writer of ${format}`);
  return analyzer.export(result, format, options);
}
