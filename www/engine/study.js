/**
 * Questions about the words of a result. Options are checked and given their
 * defaults here; what crosses to the core and back are numbers and strings in a
 * fixed order, which this module alone names (its counterpart is
 * `src/wasm/study.rs`). So a worker's answer with ten thousand places costs a
 * few copies of memory.
 *
 * @import {
 *   Collocations, Concordance, ConcordanceSort, Dispersion, Found, Keyness, Ngrams, QueryOptions, RawAnswer, Study, StudyQuestion,
 * } from "./types.js"
 */

import { MubinError } from "./errors.js";

const MODES = /** @type {const} */ (["folded", "exact", "lemma", "root", "wildcard", "tags"]);
const SORTS = /** @type {const} */ (["position", "node", "before1", "before2", "before3", "after1", "after2", "after3"]);
const SIDES = /** @type {const} */ (["over", "under", "both"]);
const JOINED = /** @type {const} */ (["form", "lemma"]);
const MEASURES = /** @type {const} */ (["logDice", "mi", "t", "count"]);

/** What a question is, by its number in the core. */
const WHAT = { search: 0, concordance: 1, keyness: 2, ngrams: 3, collocations: 4, dispersion: 5 };

/** @param {string} message */
const refuse = (message) => new MubinError("bad-options", message);

/**
 * @param {unknown} value
 * @param {string} name
 * @param {number} otherwise
 * @param {number} least
 * @param {number} most  what is beyond is cut down to it
 */
function number(value, name, otherwise, least, most) {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== "number" || Number.isNaN(value)) throw refuse(`${name} must be a number`);
  return Math.trunc(Math.min(most, Math.max(least, value)));
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {boolean} otherwise
 */
function flag(value, name, otherwise) {
  if (value === undefined || value === null) return Number(otherwise);
  if (typeof value !== "boolean") throw refuse(`${name} must be true or false`);
  return Number(value);
}

/**
 * @param {unknown} value
 * @param {string} name
 * @param {readonly string[]} names
 * @param {string} otherwise
 */
function choice(value, name, names, otherwise) {
  const found = names.indexOf(/** @type {string} */ (value ?? otherwise));
  if (found < 0) throw refuse(`${name} must be one of ${names.join(", ")}`);
  return found;
}

/** @param {unknown} query */
function text(query) {
  if (typeof query !== "string") throw refuse("a query must be a string");
  return query;
}

/** @param {QueryOptions} options */
const meant = ({ mode, clitics }) => [choice(mode, "mode", MODES, "folded"), flag(clitics, "clitics", false)];

/** @param {unknown} value */
const limit = (value) => number(value, "limit", 100, 0, 1000);
/** @param {unknown} value */
const offset = (value) => number(value, "offset", 0, 0, 0xffff_ffff);

/**
 * An object for each row.
 * @template T
 * @param {Uint32Array} whole
 * @param {number} width  how many numbers a row has
 * @param {(row: Uint32Array, number: number) => T} make
 */
const rows = (whole, width, make) => (
  Array.from({ length: whole.length / width }, (_, row) => make(whole.subarray(row * width, (row + 1) * width), row)));

/**
 * The columns of rows.
 * @param {Uint32Array} whole
 * @param {number} width
 */
const columns = (whole, width) => (
  Array.from({ length: width }, (_, at) => Uint32Array.from({ length: whole.length / width }, (_, row) => whole[row * width + at])));

/**
 * @param {(question: StudyQuestion) => Promise<RawAnswer>} ask
 * @returns {Study}
 */
export function makeStudy(ask) {
  return {
    async search(query, options = {}) {
      const { unclear, head: [total], whole } = await ask({ what: WHAT.search, query: text(query), numbers: meant(options) });
      const [start, end, first, last, sentence] = columns(whole, 5);
      return /** @type {Found} */ ({ total, unclear, start, end, first, last, sentence });
    },

    async concordance(query, options = {}) {
      const sort = /** @type {ConcordanceSort[]} */ ([options.sort ?? []].flat());
      const from = offset(options.offset);
      const { unclear, head: [total], whole } = await ask({
        what: WHAT.concordance,
        query: text(query),
        numbers: [
          ...meant(options), flag(options.reversed, "reversed", false), from, number(options.limit, "limit", 50, 0, 1000),
          number(options.window, "window", 8, 1, 50), ...sort.slice(0, SORTS.length).map((by) => choice(by, "sort", SORTS, "position")),
        ],
      });
      const lines = rows(whole, 10, ([start, end, before, until, since, after, sentence, block, first, last]) => ({
        start, end, before: { start: before, end: until }, after: { start: since, end: after }, sentence, block, first, last,
      }));
      return /** @type {Concordance} */ ({ total, unclear, offset: from, lines });
    },

    async keyness(options = {}) {
      const { head, texts, whole, real } = await ask({
        what: WHAT.keyness,
        query: "",
        numbers: [
          flag(options.closed, "closed", false), number(options.minimum, "minimum", 2, 1, 0xffff_ffff), limit(options.limit),
          choice(options.side, "side", SIDES, "over"),
        ],
      });
      const [words, corpus, names, unknown, total] = head;
      return /** @type {Keyness} */ ({
        words, corpus: corpus || null, names, unknown, total,
        rows: rows(whole, 2, ([count, closed], i) => ({
          lemma: texts[3 * i], root: texts[3 * i + 1] || null, upos: texts[3 * i + 2], closed: closed === 1, count,
          here: real[4 * i], general: real[4 * i + 1], g2: real[4 * i + 2], ratio: real[4 * i + 3],
        })),
      });
    },

    async ngrams(options = {}) {
      const { head: [total], texts, whole } = await ask({
        what: WHAT.ngrams,
        query: "",
        numbers: [
          number(options.n, "n", 2, 2, 5), choice(options.by, "by", JOINED, "form"), number(options.minimum, "minimum", 2, 2, 0xffff_ffff),
          flag(options.closed, "closed", true), offset(options.offset), limit(options.limit),
        ],
      });
      return /** @type {Ngrams} */ ({
        total, rows: rows(whole, 3, ([count, start, end], i) => ({ start, end, text: texts[i], count })),
      });
    },

    async collocations(query, options = {}) {
      const { unclear, head: [total, words], texts, whole, real } = await ask({
        what: WHAT.collocations,
        query: text(query),
        numbers: [
          ...meant(options), choice(options.by, "by", JOINED, "lemma"), number(options.before, "before", 5, 0, 10),
          number(options.after, "after", 5, 0, 10), number(options.minimum, "minimum", 2, 1, 0xffff_ffff), flag(options.closed, "closed", false),
          limit(options.limit), choice(options.sort, "sort", MEASURES, "logDice"),
        ],
      });
      return /** @type {Collocations} */ ({
        total, unclear, words,
        rows: rows(whole, 4, ([closed, before, after, frequency], i) => ({
          text: texts[i], closed: closed === 1, count: before + after, before, after, frequency,
          logDice: real[3 * i], mi: real[3 * i + 1], t: real[3 * i + 2],
        })),
      });
    },

    async dispersion(query, options = {}) {
      const { unclear, head, whole } = await ask({ what: WHAT.dispersion, query: text(query), numbers: meant(options) });
      const [total, words, dp] = head;
      const counts = Uint32Array.from(head.subarray(3));
      const [places, start, end] = columns(whole, 3);
      const positions = Float32Array.from(places, (place) => place / words);
      return /** @type {Dispersion} */ ({ total, unclear, words, positions, start, end, counts, dp: dp < 0 ? null : dp });
    },
  };
}
