/**
 * A result as files. The writers are those of the core, so a file is the same as
 * from the command line. A writer needs everything that was found, which nobody
 * keeps: the text is read again with the options of the result, so that its
 * decisions hold in the file too, and no result holds memory on the chance that
 * it may be exported.
 *
 * @import { ExportOptions, ExportWishes } from "./types.js"
 */

import { MubinError } from "./errors.js";

const FORMATS = ["json", "conllu", "csv", "tei", "webannotation", "text", "vowelled", "report"];

/**
 * What crosses to the core. What is wrong is refused before the text is read.
 * @param {string} format
 * @param {ExportOptions} options
 * @returns {ExportWishes}
 */
export function wishesOf(format, { lang, layers, title, source, text }) {
  if (!FORMATS.includes(format)) {
    throw new MubinError("bad-options", `there is no format called '${format}'; the formats are ${FORMATS.join(", ")}`);
  }
  return { lang: lang ?? null, layers: layers ?? null, title: title ?? null, source: source ?? null, text: text ?? true };
}
