/**
 * The rows of explained words that the engine has given: one table for all results
 * of an edition, because the next text has nearly the same words. Every request says how
 * much of it is known here, and an answer brings the rest.
 *
 * @import { FreshRows, RowColumns } from "./types.js"
 */

/** Columns of strings, which cross as one string each. */
const STRINGS = /** @type {const} */ (["lemma", "root", "pattern", "feats", "diacritized", "gloss"]);
const NUMBERS = /** @type {const} */ (["upos", "shape", "source"]);

/** @returns {RowColumns} */
const emptyColumns = () => ({
  lemma: [], root: [], pattern: [], feats: [], diacritized: [], gloss: [], upos: [], shape: [], source: [],
  pieceOffsets: [0], pieceStart: [], pieceEnd: [], pieceTag: [], pieceText: [],
});

/** The rows of one edition. They are taken apart when somebody first looks into them. */
export class Rows {
  /** How many there are. */
  length = 0;
  /** @type {FreshRows[]} */ #waiting = [];
  #columns = emptyColumns();

  /** @param {number} edition */
  constructor(edition) {
    this.edition = edition;
  }

  /** @param {FreshRows} fresh  rows from `first` on; some of them may be known already */
  add(fresh) {
    const end = fresh.first + fresh.upos.length;
    if (end <= this.length) return;
    this.#waiting.push(fresh);
    this.length = end;
  }

  /** @returns {RowColumns} */
  get columns() {
    for (const fresh of this.#waiting.splice(0)) this.#takeApart(fresh);
    return this.#columns;
  }

  /** @param {FreshRows} fresh */
  #takeApart(fresh) {
    const columns = this.#columns;
    const known = columns.upos.length - fresh.first;
    for (const name of STRINGS) append(columns[name], fresh[name].split("\n"), known);
    for (const name of NUMBERS) append(columns[name], fresh[name], known);
    const from = fresh.pieceOffsets[known];
    const shift = columns.pieceText.length - from;
    append(columns.pieceOffsets, fresh.pieceOffsets.map((offset) => offset + shift), known + 1);
    for (const name of /** @type {const} */ (["pieceStart", "pieceEnd"])) append(columns[name], fresh[name], from);
    for (const name of /** @type {const} */ (["pieceTag", "pieceText"])) append(columns[name], fresh[name].split("\n"), from);
  }
}

/**
 * @template T
 * @param {T[]} list
 * @param {ArrayLike<T>} more
 * @param {number} from  the first that the list lacks
 */
function append(list, more, from) {
  for (let i = from; i < more.length; i++) list.push(more[i]);
}

/** The latest edition of the table, for one analyzer. */
export class RowShelf {
  #rows = new Rows(0);

  /** What a request says of it. */
  get known() {
    return { edition: this.#rows.edition, rows: this.#rows.length };
  }

  /**
   * @param {FreshRows & { edition: number }} fresh
   * @returns {Rows} the table that the answer refers to
   */
  take(fresh) {
    if (fresh.edition !== this.#rows.edition) this.#rows = new Rows(fresh.edition);
    this.#rows.add(fresh);
    return this.#rows;
  }
}
