/**
 * The text of a .docx file: fetched with the first such file that is opened. What
 * unpacks is fflate; only the text and its notes are unpacked, a slice of the file at
 * a time, and what comes out is counted, because a small file may hold more than any
 * memory and lie about it.
 */

import { strFromU8, Unzip, UnzipInflate } from "fflate";
import { parseXml } from "../../engine/trusted.js";
import { Problem } from "../errors.js";
import { blocksOf } from "./blocks.js";

const MAX_ENTRIES = 10_000;
/** Of all the parts that are read, unpacked; the markup is many times the text. */
const MAX_UNPACKED = 96e6;
/** Of the file at a time: it may become a thousand times as much. */
const SLICE = 16 << 10;
const START = "_rels/.rels";
const DOCUMENT = /\/officeDocument$/;
const NOTES = [/\/footnotes$/, /\/endnotes$/];

/**
 * @param {Uint8Array} bytes
 * @param {string} otherwise  the kind of problem where it is an archive of another kind
 * @returns {string}
 */
export function textOfDocx(bytes, otherwise) {
  try {
    return read(bytes, otherwise);
  } catch (thrown) {
    throw thrown instanceof Problem ? thrown : new Problem("damaged-docx");
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {string} otherwise
 */
function read(bytes, otherwise) {
  const open = opener(bytes);
  const [start] = open([START]);
  if (!start) throw new Problem(otherwise);
  const main = targets(start, "", [DOCUMENT])[0];
  if (!main || !/\.xml$/i.test(main)) throw new Problem(otherwise);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const [relations] = open([`${folder}_rels/${main.slice(folder.length)}.rels`]);
  const parts = open([main, ...(relations ? targets(relations, folder, NOTES) : [])]);
  if (!parts[0]) throw new Problem("damaged-docx");
  const text = parts.flatMap((part) => (part ? blocksOf(part) : [])).join("\n\n");
  if (!text.trim()) throw new Problem("empty-text");
  return text;
}

/**
 * Opens parts of the archive by their names, and counts what really comes out of it.
 * @param {Uint8Array} bytes
 * @returns {(names: string[]) => (Document | null)[]}
 */
function opener(bytes) {
  let unpacked = 0;
  /** @param {number} more */
  const count = (more) => {
    unpacked += more;
    if (unpacked > MAX_UNPACKED) throw new Problem("too-large");
  };
  return (names) => {
    /** @type {Map<string, Uint8Array[]>} */
    const found = new Map();
    let entries = 0;
    const archive = new Unzip((file) => {
      if (++entries > MAX_ENTRIES) throw new Problem("too-large");
      if (!names.includes(file.name) || found.has(file.name)) return;
      if ((file.originalSize ?? 0) > MAX_UNPACKED) throw new Problem("too-large");
      /** @type {Uint8Array[]} */
      const chunks = [];
      found.set(file.name, chunks);
      file.ondata = (error, chunk) => {
        if (error) throw error;
        count(chunk.length);
        chunks.push(chunk);
      };
      file.start();
    });
    archive.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += SLICE) archive.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
    return names.map((name) => {
      const chunks = found.get(name);
      return chunks ? parsed(decoded(joined(chunks))) : null;
    });
  };
}

/** @param {Uint8Array[]} chunks */
function joined(chunks) {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes  in UTF-8, or in UTF-16 with its mark */
function decoded(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return strFromU8(bytes);
}

/** @param {string} xml */
function parsed(xml) {
  if (/<!DOCTYPE/i.test(xml)) throw new Problem("damaged-docx"); // the format has none, and entities would come by it
  const document = parseXml(xml.replace(/^\uFEFF/, ""));
  if (document.querySelector("parsererror")) throw new Problem("damaged-docx");
  return document;
}

/**
 * Where the parts of the wanted kinds lie, in the order of the kinds.
 * @param {Document} relations
 * @param {string} folder  that their addresses start from
 * @param {RegExp[]} kinds
 */
function targets(relations, folder, kinds) {
  const all = [...relations.getElementsByTagName("Relationship")].filter((each) => each.getAttribute("TargetMode") !== "External");
  return kinds.flatMap((kind) => {
    const target = all.find((each) => kind.test(each.getAttribute("Type") ?? ""))?.getAttribute("Target");
    return target ? [target.startsWith("/") ? target.slice(1) : folder + target] : [];
  });
}
