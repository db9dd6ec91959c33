/**
 * The sentences of the page, in the page's language; the catalogs come from outside. A message is a string with
 * `{named}` places, or a set of plural forms chosen by `Intl.PluralRules` on `n`;
 * the numbers inside are written by `Intl.NumberFormat` in the digits the reader
 * chose. Whoever needs the values wrapped (in `<bdi>`, say) asks for the pieces. A value
 * may be of the text, and turns nothing round.
 */

import { unturned } from "./unturned.js";

/** @typedef {"ar" | "en"} Language */
/** @typedef {"latn" | "arab"} Digits */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {{ text: string, value: boolean }} Piece */

/** @type {Record<Language, Record<string, any>>} */
const catalogs = { ar: {}, en: {} };

/**
 * What a part of the page says that is loaded later; it may be loaded for one language alone.
 * @param {Partial<Record<Language, object>>} more
 */
export function addMessages(more) {
  for (const lang of /** @type {const} */ (["ar", "en"])) Object.assign(catalogs[lang], more[lang]);
}

/** @typedef {ReturnType<typeof createTranslator>} Translator */

/**
 * @param {Language} lang
 * @param {Digits} digits
 */
export function createTranslator(lang, digits) {
  const locale = `${lang}-u-nu-${digits}`;
  /** Formatters are dear, all of them half of what the first drawing takes: each is made once, and when it is first asked for. @type {Map<string, any>} */
  const made = new Map();
  /**
   * @template F
   * @param {string} key
   * @param {() => F} make
   * @returns {F}
   */
  const once = (key, make) => made.get(key) ?? made.set(key, make()).get(key);
  const plurals = () => once("plurals", () => new Intl.PluralRules(lang));
  /**
   * @param {string} key
   * @param {Intl.NumberFormatOptions} [options]
   */
  const numbers = (key, options) => (/** @type {number} */ value) => once(key, () => new Intl.NumberFormat(locale, options)).format(value);
  const integer = numbers("integer");

  /**
   * @param {string} key
   * @param {Values} values
   * @returns {string}
   */
  const message = (key, values) => {
    const found = key.split(".").reduce((/** @type {any} */ node, step) => node?.[step], catalogs[lang]);
    const chosen = typeof found === "object" ? found[plurals().select(Number(values.n))] ?? found.other : found;
    if (typeof chosen !== "string") throw new Error(`no message ${key} in ${lang}`);
    return chosen;
  };

  /** @param {string | number} value */
  const write = (value) => (typeof value === "number" ? integer(value) : unturned(value));

  return {
    lang,
    dir: lang === "ar" ? "rtl" : "ltr",
    /**
     * @param {string} key
     * @param {Values} [values]
     */
    text: (key, values = {}) => message(key, values).replace(/\{(\w+)\}/g, (_, name) => write(values[name])),
    /**
     * The message cut at its values.
     * @param {string} key
     * @param {Values} [values]
     * @returns {Piece[]}
     */
    pieces: (key, values = {}) =>
      message(key, values).split(/\{(\w+)\}/).map((part, i) => (
        i % 2 ? { text: write(values[part]), value: true } : { text: part, value: false }
      )).filter((piece) => piece.text !== ""),
    /**
     * What an engine's own word means, where the catalog knows it.
     * @param {string} group  of the catalog
     * @param {string} word
     * @returns {string | null}
     */
    known: (group, word) => {
      const found = group.split(".").reduce((/** @type {any} */ node, step) => node?.[step], catalogs[lang]);
      return typeof found?.[word] === "string" ? found[word] : null;
    },
    /**
     * What the catalog has in a group, in its order.
     * @param {string} group
     * @returns {string[]}
     */
    keys: (group) => Object.keys(group.split(".").reduce((/** @type {any} */ node, step) => node[step], catalogs[lang])),
    number: integer,
    percent: numbers("percent", { style: "percent", maximumFractionDigits: 1 }),
    ratio: numbers("ratio", { maximumFractionDigits: 2 }),
    /** Of any size and with its fraction. */
    exact: numbers("exact", { maximumFractionDigits: 6 }),
    list: (/** @type {string[]} */ items) => once("list", () => new Intl.ListFormat(lang, { type: "conjunction" })).format(items.map(unturned)),
    /** A number with a unit of time. */
    unit: (/** @type {number} */ value, /** @type {string} */ unit) => numbers(unit, { style: "unit", unit, unitDisplay: "long" })(value),
    /** Days are taken as days, wherever the reader is. */
    date: (/** @type {Date} */ value, /** @type {Intl.DateTimeFormatOptions} */ options, calendar = "gregory") => once(
      `${calendar} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(`${locale}-ca-${calendar}`, { ...options, timeZone: "UTC" })).format(value),
    /** The name of a country, or its code where it has none. */
    country: (/** @type {string} */ code) => nameOf(once("region", () => new Intl.DisplayNames(lang, { type: "region" })), code),
    currency: (/** @type {string} */ code) => nameOf(once("currency", () => new Intl.DisplayNames(lang, { type: "currency" })), code),
    compare: (/** @type {string} */ a, /** @type {string} */ b) => (
      once("order", () => new Intl.Collator(lang === "ar" ? "ar" : ["en", "ar"]))).compare(a, b),
  };
}

/**
 * @param {Intl.DisplayNames} names
 * @param {string} code
 */
function nameOf(names, code) {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // no code at all
  }
}
