/**
 * The two JSON formats of Mubin's own, as far as they are read here.
 *
 * `mubin-library/1`, written and read: `{ "schema": "mubin-library/1", "exported": time, "words": [string], "texts": [text] }`,
 * with the reader's own words, which older files lack, and where a text is
 *
 *     { "id", "name", "tags": [string], "created": time, "changed": time,
 *       "source": { "by": "paste" | "typing" | "file" | "sample" | "share", "file"?: string },
 *       "words": number | null, "share": number | null, "text": string,
 *       "decisions": [{ "start", "end", "role" }], "choices": [{ "form", "reading" }],
 *       "ignored": [{ "start", "end", "why", "written" }] }
 *
 * Times are milliseconds since 1970, offsets UTF-16 code units of `text`; `share` is that of Arabic among its letters,
 * `decisions` say what parts of the page are, `choices` which reading of a written form holds, `ignored` which
 * corrections the reader will not have. What the library holds comes back exactly as it was.
 *
 * `mubin/1`, read: a result with the text it belongs to in `text` and what the reader decided in
 * `options`: `{ "roles": [{ start, end, role }], "pins": [{ start, end, reading }], "words": [string], "ignored" }`, each of them
 * optional and all of them over UTF-16.
 *
 * Whatever is not of this shape is refused, or left out and told; nothing is guessed.
 *
 * @import { DecidedRole } from "../../engine/types.js"
 * @import { Ignored } from "../corrections.js"
 * @import { Source, Verdicts } from "../shelf.js"
 * @import { Text } from "./state.js"
 */

import { Problem } from "../errors.js";

export const SCHEMA = "mubin-library/1";
const ROLES = ["headline", "byline", "dateline", "body", "caption", "related", "navigation", "comments", "legal", "other"];
const LAST_MOMENT = 8.64e15;
const SOURCES = ["paste", "typing", "file", "sample", "share"];

/** @typedef {{ library: Text[], unreadable: number, words: string[] }} Library */
/** @typedef {Verdicts & { text: string, words: string[] }} Export */

/**
 * @param {Text[]} texts
 * @param {string[]} words
 * @returns {Blob} in pieces, because a library may be longer than a string can be
 */
export function written(texts, words) {
  const lines = texts.flatMap((text, i) => [i ? ",\n" : "\n", JSON.stringify(text)]);
  return new Blob([`{"schema":"${SCHEMA}","exported":${Date.now()},"words":${JSON.stringify(words)},"texts":[`, ...lines, "\n]}\n"], { type: "application/json" });
}

/**
 * @param {string} json
 * @returns {Library | Export}
 */
export function read(json) {
  const document = parsed(json);
  if (document.schema === SCHEMA && Array.isArray(document.texts)) {
    const library = document.texts.flatMap((/** @type {unknown} */ each) => textFrom(each) ?? []);
    return { library, unreadable: document.texts.length - library.length, words: listOf(document.words, isString) };
  }
  if (document.schema === SCHEMA) throw new Problem("damaged-json");
  if (document.schema === "mubin/1" && isText(document.text)) return exportFrom(document, document.text);
  throw new Problem("unsupported-json");
}

/** @param {string} json @returns {Record<string, unknown>} */
function parsed(json) {
  try {
    const document = JSON.parse(json);
    if (isObject(document)) return document;
  } catch {
    throw new Problem(/"mubin(-library)?\/1"/.test(json.slice(0, 2000)) ? "damaged-json" : "unsupported-json");
  }
  throw new Problem("unsupported-json");
}

/**
 * @param {Record<string, unknown>} document
 * @param {string} text
 * @returns {Export}
 */
function exportFrom({ unit, options }, text) {
  const given = isObject(options) && unit === "utf16" ? options : {};
  const spans = (/** @type {unknown} */ value) => listOf(value, (each) => isSpan(each, text));
  const decisions = spans(given.roles).filter(isDecision).map(decisionOf);
  const pins = spans(given.pins).filter(({ reading }) => isCount(reading));
  const choices = new Map(pins.map(({ start, end, reading }) => {
    const form = text.slice(start, end);
    return [form, { form, reading }];
  }));
  return {
    text, decisions, choices: [...choices.values()], ignored: spans(given.ignored).filter(isIgnored).map(ignoredOf),
    words: listOf(given.words, isString),
  };
}

/**
 * @param {any} value
 * @returns {Text | null}
 */
function textFrom(value) {
  if (!isObject(value) || !isText(value.text) || typeof value.id !== "string" || value.id === "" || typeof value.name !== "string") return null;
  const { id, name, text } = value;
  const span = (/** @type {unknown} */ each) => isSpan(each, text);
  const lists = [value.tags, value.decisions, value.choices, value.ignored];
  if (!lists.every(Array.isArray) || !isTime(value.created) || !isTime(value.changed)) return null;
  const tags = listOf(value.tags, (tag) => typeof tag === "string" && tag !== "");
  const decisions = listOf(value.decisions, span).filter(isDecision).map(decisionOf);
  const choices = listOf(value.choices, (each) => isObject(each) && typeof each.form === "string" && isCount(each.reading));
  const ignored = listOf(value.ignored, span).filter(isIgnored).map(ignoredOf);
  if ([tags, decisions, choices, ignored].some((list, i) => list.length !== lists[i].length)) return null;
  return {
    id, name, tags, created: value.created, changed: value.changed, source: sourceOf(value.source),
    words: isCount(value.words) ? value.words : null, share: typeof value.share === "number" ? value.share : null,
    text, decisions, choices: choices.map(({ form, reading }) => ({ form, reading })), ignored,
  };
}

/** @param {any} value @returns {Source} */
function sourceOf(value) {
  const by = isObject(value) && SOURCES.includes(value.by) ? value.by : "file";
  return isObject(value) && typeof value.file === "string" ? { by, file: value.file } : { by };
}

/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value.trim() !== "" && value.isWellFormed();
/** @param {unknown} value */
const isString = (value) => typeof value === "string";
/** @param {unknown} value @returns {value is number} */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** No calendar has a later one. @param {unknown} value @returns {value is number} */
const isTime = (value) => isCount(value) && value <= LAST_MOMENT;
/** @param {unknown} value @param {string} text */
const isSpan = (value, { length }) => isObject(value) && isCount(value.start) && isCount(value.end) && value.start <= value.end && value.end <= length;
/** @param {any} value */
const isDecision = ({ role }) => ROLES.includes(role);
/** @param {any} value @returns {DecidedRole} */
const decisionOf = ({ start, end, role }) => ({ start, end, role });
/** @param {any} value */
const isIgnored = ({ why, written: words }) => typeof why === "string" && typeof words === "string";
/** @param {any} value @returns {Ignored} */
const ignoredOf = ({ start, end, why, written: words }) => ({ start, end, why, written: words });

/**
 * @param {unknown} value
 * @param {(each: unknown) => boolean} fits
 * @returns {any[]}
 */
const listOf = (value, fits) => (Array.isArray(value) ? value.filter(fits) : []);
