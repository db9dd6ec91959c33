/**
 * Files out of the page: saved through a link to what lies in memory, several of them
 * as one archive, or put on the clipboard. Nothing is sent anywhere.
 *
 * @import { ExportedFile } from "../../engine/types.js"
 */

import { strToU8, zipSync } from "fflate";
import { saveBlob } from "../saving.js";

/** More than this is packed quickly rather than small. */
const LARGE_UNITS = 8 << 20;

/** Table programs know by the mark in front that a file is UTF-8. @param {ExportedFile} file */
const written = ({ type, text }) => (type.startsWith("text/csv") && !text.startsWith("\uFEFF") ? `\uFEFF${text}` : text);

/** From the first stop on, as `.tei.xml`. @param {string} name */
const endingOf = (name) => name.slice(name.indexOf("."));

/**
 * @param {ExportedFile[]} files
 * @param {string} name  without an ending
 * @returns {string} what was saved
 */
export function saveFiles(files, name) {
  const [only] = files;
  if (files.length === 1) {
    const part = only.type.startsWith("text/csv") ? `-${only.name}` : endingOf(only.name);
    saveBlob(new Blob([written(only)], { type: only.type }), name + part);
    return name + part;
  }
  const level = files.reduce((sum, { text }) => sum + text.length, 0) > LARGE_UNITS ? 1 : 6;
  const packed = zipSync(Object.fromEntries(files.map((file) => [file.name, strToU8(written(file))])), { level });
  saveBlob(new Blob([packed], { type: "application/zip" }), `${name}.zip`);
  return `${name}.zip`;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export const copyText = (text) => (navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, () => false) : Promise.resolve(false));
