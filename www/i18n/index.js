/**
 * Every sentence of the page, in the page's language. A message is a string with
 * `{named}` places, or a set of plural forms chosen by `Intl.PluralRules` on `n`;
 * the numbers inside are written by `Intl.NumberFormat` in the digits the reader
 * chose. Whoever needs the values wrapped (in `<bdi>`, say) asks for the pieces.
 */

import ar from "./ar.json" with { type: "json" };
import en from "./en.json" with { type: "json" };

/** @typedef {"ar" | "en"} Language */
/** @typedef {"latn" | "arab"} Digits */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {{ text: string, value: boolean }} Piece */

const catalogs = { ar, en };

/** @typedef {ReturnType<typeof createTranslator>} Translator */

/**
 * @param {Language} lang
 * @param {Digits} digits
 */
export function createTranslator(lang, digits) {
  const locale = `${lang}-u-nu-${digits}`;
  const plurals = new Intl.PluralRules(lang);
  const integer = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

  /**
   * @param {string} key
   * @param {Values} values
   * @returns {string}
   */
  const message = (key, values) => {
    const found = key.split(".").reduce((/** @type {any} */ node, step) => node?.[step], catalogs[lang]);
    const chosen = typeof found === "object" ? found[plurals.select(Number(values.n))] ?? found.other : found;
    if (typeof chosen !== "string") throw new Error(`no message ${key} in ${lang}`);
    return chosen;
  };

  /** @param {string | number} value */
  const write = (value) => (typeof value === "number" ? integer.format(value) : value);

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
    number: (/** @type {number} */ value) => integer.format(value),
    percent: (/** @type {number} */ value) => percent.format(value),
    ratio: (/** @type {number} */ value) => ratio.format(value),
    compare: new Intl.Collator(lang === "ar" ? "ar" : ["en", "ar"]).compare,
  };
}
