/**
 * What each word was found to be: a number for each token, and a table of the
 * distinct answers, whose strings lie in the rows that all results share. Objects are
 * made when a token is looked at and not before, columns when somebody asks for one.
 *
 * @import { Rows } from "./rows.js"
 * @import { Analysis, Morphology, MorphologyColumns, Piece, RawMorphology, Segment, TokenColumns } from "./types.js"
 */

/** @implements {Morphology} */
export class MorphologyTable {
  /** @type {MorphologyColumns | undefined} */ #columns;
  #raw;
  #rows;

  /**
   * @param {RawMorphology} raw
   * @param {Rows} rows
   * @param {TokenColumns} tokens
   */
  constructor(raw, rows, tokens) {
    const { answer, score, alternatives, row, uposNames, sourceNames } = raw;
    this.#raw = { answer, score, alternatives, row, uposNames, sourceNames };
    this.#rows = rows;
    this.tokens = tokens;
  }

  get columns() {
    return this.#columns ??= columnsOf(this.#raw, this.#rows);
  }

  /**
   * @param {number} token
   * @returns {number} row of the table, -1 for what is no word
   */
  answerOf(token) {
    const answer = this.#raw.answer[token];
    return answer < this.#raw.row.length ? answer : -1;
  }

  /**
   * @param {number} token
   * @returns {number} row of the shared table, -1 for what is no word
   */
  #row(token) {
    return this.#raw.row[this.#raw.answer[token]] ?? -1;
  }

  /**
   * @param {number} token
   * @returns {Analysis | null}
   */
  analysis(token) {
    const row = this.#row(token);
    if (row < 0) return null;
    const { columns } = this.#rows;
    const { uposNames, sourceNames, score, alternatives } = this.#raw;
    return {
      lemma: columns.lemma[row],
      root: columns.root[row] || null,
      pattern: columns.pattern[row] || null,
      upos: uposNames[columns.upos[row]],
      feats: featuresOf(columns.feats[row]),
      segments: this.pieces(token).filter(({ start, end }) => start < end).map(segmentOf),
      diacritized: columns.diacritized[row],
      gloss: columns.gloss[row] || null,
      source: sourceNames[columns.source[row]],
      score: Math.round(score[token] * 1000) / 1000,
      alternatives: alternatives[token],
    };
  }

  /**
   * @param {number} token
   * @returns {Piece[]} those too that show in no letter of the word, as the ال of للفنون
   */
  pieces(token) {
    const row = this.#row(token);
    if (row < 0) return [];
    const { pieceOffsets, pieceStart, pieceEnd, pieceTag, pieceText } = this.#rows.columns;
    const from = this.tokens.start[token];
    /** @type {Piece[]} */
    const pieces = [];
    for (let i = pieceOffsets[row]; i < pieceOffsets[row + 1]; i++) {
      pieces.push({ start: from + pieceStart[i], end: from + pieceEnd[i], tag: pieceTag[i], text: pieceText[i] });
    }
    return pieces;
  }

  /**
   * @param {number} token
   * @returns {string} empty where there is nothing better than what is written
   */
  vowelled(token) {
    const form = this.#rows.columns.diacritized[this.#row(token)] ?? "";
    return form.includes("؟") ? "" : form; // a letter outside the alphabet of the lexicon
  }
}

/**
 * The table of one text's answers.
 * @param {Pick<RawMorphology, "answer" | "score" | "alternatives" | "row" | "uposNames" | "sourceNames">} raw
 * @param {Rows} rows
 * @returns {MorphologyColumns}
 */
function columnsOf({ row, ...raw }, rows) {
  const all = rows.columns;
  /** @template T @param {T[]} column */
  const of = (column) => Array.from(row, (number) => column[number]);
  const pieces = Array.from(row, (number) => Array.from({ length: all.pieceOffsets[number + 1] - all.pieceOffsets[number] }, (_, i) => all.pieceOffsets[number] + i));
  const offsets = Uint32Array.from({ length: row.length + 1 });
  pieces.forEach((list, answer) => { offsets[answer + 1] = offsets[answer] + list.length; });
  const places = pieces.flat();
  /** @template T @param {T[]} column */
  const ofPieces = (column) => places.map((place) => column[place]);
  return {
    ...raw,
    lemma: of(all.lemma), root: of(all.root), pattern: of(all.pattern), feats: of(all.feats), diacritized: of(all.diacritized), gloss: of(all.gloss),
    upos: Uint8Array.from(of(all.upos)), shape: Uint16Array.from(of(all.shape)), source: Uint8Array.from(of(all.source)),
    pieceOffsets: offsets, pieceStart: Uint32Array.from(ofPieces(all.pieceStart)), pieceEnd: Uint32Array.from(ofPieces(all.pieceEnd)),
    pieceTag: ofPieces(all.pieceTag), pieceText: ofPieces(all.pieceText),
  };
}

/** @param {Piece} piece @returns {Segment} */
const segmentOf = ({ start, end, tag }) => ({ start, end, tag });

/** @param {string} features  `Name=Value`, joined by bars */
const featuresOf = (features) => Object.fromEntries(features ? features.split("|").map((pair) => pair.split("=")) : []);

/**
 * A text, or a stretch of it, with its vowels: every explained word in its full form, all else as it was.
 * @param {string} text
 * @param {Morphology | null} morphology
 * @param {TokenColumns} tokens
 */
export function vowelled(text, morphology, { start, end }) {
  if (!morphology) return text;
  const out = [];
  let at = 0;
  for (let token = 0; token < start.length; token++) {
    const form = morphology.vowelled(token);
    if (!form) continue;
    out.push(text.slice(at, start[token]), form);
    at = end[token];
  }
  out.push(text.slice(at));
  return out.join("");
}
