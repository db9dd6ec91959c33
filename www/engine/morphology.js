/**
 * What each word was found to be, read out of the columns it crossed the boundary
 * in: a number for each token, and a table of the distinct answers. Objects are
 * made when a token is looked at and not before.
 *
 * @import { Analysis, Lines, Morphology, MorphologyColumns, Piece, Segment, TokenColumns } from "./types.js"
 */

import { apart } from "./columns.js";

/** @implements {Morphology} */
export class MorphologyTable {
  /**
   * @param {Lines<MorphologyColumns>} joined
   * @param {TokenColumns} tokens
   */
  constructor(joined, tokens) {
    const [answers, pieces] = [joined.upos.length, joined.pieceStart.length];
    /** @type {MorphologyColumns} */
    this.columns = apart(joined, {
      lemma: answers, root: answers, pattern: answers, feats: answers, diacritized: answers, gloss: answers, pieceTag: pieces, pieceText: pieces,
    });
    this.tokens = tokens;
  }

  /**
   * @param {number} token
   * @returns {number} row of the table, -1 for what is no word
   */
  answerOf(token) {
    const answer = this.columns.answer[token];
    return answer < this.columns.upos.length ? answer : -1;
  }

  /**
   * @param {number} token
   * @returns {Analysis | null}
   */
  analysis(token) {
    const answer = this.answerOf(token);
    if (answer < 0) return null;
    const { columns } = this;
    return {
      lemma: columns.lemma[answer],
      root: columns.root[answer] || null,
      pattern: columns.pattern[answer] || null,
      upos: columns.uposNames[columns.upos[answer]],
      feats: featuresOf(columns.feats[answer]),
      segments: this.pieces(token).filter(({ start, end }) => start < end).map(segmentOf),
      diacritized: columns.diacritized[answer],
      gloss: columns.gloss[answer] || null,
      source: columns.sourceNames[columns.source[answer]],
      score: Math.round(columns.score[token] * 1000) / 1000,
      alternatives: columns.alternatives[token],
    };
  }

  /**
   * @param {number} token
   * @returns {Piece[]} those too that show in no letter of the word, as the ال of للفنون
   */
  pieces(token) {
    const answer = this.answerOf(token);
    if (answer < 0) return [];
    const { pieceOffsets, pieceStart, pieceEnd, pieceTag, pieceText } = this.columns;
    const from = this.tokens.start[token];
    /** @type {Piece[]} */
    const pieces = [];
    for (let i = pieceOffsets[answer]; i < pieceOffsets[answer + 1]; i++) {
      pieces.push({ start: from + pieceStart[i], end: from + pieceEnd[i], tag: pieceTag[i], text: pieceText[i] });
    }
    return pieces;
  }

  /**
   * @param {number} token
   * @returns {string} empty where there is nothing better than what is written
   */
  vowelled(token) {
    const form = this.columns.diacritized[this.answerOf(token)] ?? "";
    return form.includes("؟") ? "" : form; // a letter outside the alphabet of the lexicon
  }
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
