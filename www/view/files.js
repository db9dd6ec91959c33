/**
 * What was dropped, opened or pasted, as text. Size and type are judged before a
 * byte is read; the encoding is the core's business, so that the command line and
 * the page agree on every file. What reads .docx is fetched with the first such file.
 *
 * @import { Analyzer, Decoded } from "../engine/types.js"
 */

import { MAX_UNITS } from "../engine/index.js";
import { Problem } from "./errors.js";
import { textOfMarkup } from "./html.js";

/** A UTF-16 unit never takes more than three bytes in the encodings read here. */
export const MAX_BYTES = MAX_UNITS * 3;
/** Of a .docx only its text is unpacked, however large its pictures are. */
const MAX_PACKED = 256e6;
const WORD = /\.docx$/i;
const MARKUP = /\.x?html?$/i;
/** Known by their name; anything else is opened and judged by its content. */
const OTHER = /\.(pdf|rtf|odt|pptx?|xlsx?|epub|zip|rar|7z|gz|png|jpe?g|gif|webp|svg|mp[34]|m4a|wav|mov|avi|exe|apk)$/i;

let tries = 0;

/**
 * @param {File} file
 * @param {Promise<Analyzer>} engine
 * @param {import("./studies.js").Later["docx"]} docx
 * @returns {Promise<{ text: string, decoded: Decoded | null }>} decoded: where the file had an encoding to find out
 */
export async function readFile(file, engine, docx) {
  if (OTHER.test(file.name)) throw new Problem("unsupported-file");
  const bytes = await bytesOf(file, WORD.test(file.name) ? MAX_PACKED : MAX_BYTES);
  if (startsWith(bytes, "\xD0\xCF\x11\xE0")) throw new Problem("unsupported-doc");
  if (startsWith(bytes, "%PDF")) throw new Problem("unsupported-file");
  if (startsWith(bytes, "PK\x03\x04")) {
    const { textOfDocx } = await docx(tries++).catch(() => {
      throw new Problem("part-failed");
    });
    return { text: textOfDocx(bytes, WORD.test(file.name) ? "damaged-docx" : "unsupported-file"), decoded: null };
  }
  if (WORD.test(file.name)) throw new Problem("damaged-docx");
  const decoded = await (await engine).decode(bytes);
  if (decoded.replaced > decoded.text.length / 10) throw new Problem("undecodable");
  const markup = MARKUP.test(file.name) || file.type === "text/html";
  return { text: markup ? textOfMarkup(decoded.text) : decoded.text, decoded };
}

/**
 * @param {File} file
 * @param {number} most
 */
export async function bytesOf(file, most) {
  if (file.size > most) throw new Problem("too-large");
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => {
    throw new Problem("read-failed");
  });
  if (bytes.length === 0) throw new Problem("empty-text");
  return bytes;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} magic
 */
const startsWith = (bytes, magic) => [...magic].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/**
 * The beginning decides; only a damaged text crosses to the engine whole.
 * @param {string} text
 * @param {Promise<Analyzer>} engine
 * @returns {Promise<string | null>} the text in its right encoding, when it was read in a wrong one
 */
export async function mendedText(text, engine) {
  const analyzer = await engine;
  if (!(await analyzer.repair(text.slice(0, 4000)))) return null;
  return (await analyzer.repair(text))?.text ?? null;
}
