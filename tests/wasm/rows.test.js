/** The table of rows that results share: what comes twice is there once, and what is missing is said. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { RowShelf } from "../../www/engine/rows.js";

/** Rows as they cross: each word has two pieces, its first letter and the rest. */
function crossing(edition, first, words) {
  const lines = (pick) => words.map(pick).join("\n");
  const numbers = (pick) => Uint32Array.from(words, pick);
  return {
    edition, first, lemma: lines((word) => word), root: lines(() => ""), pattern: lines(() => ""), feats: lines(() => ""), diacritized: lines((word) => word),
    gloss: lines(() => ""), upos: numbers(() => 1), shape: numbers(() => 2), source: numbers(() => 0),
    pieceOffsets: Uint32Array.from([0, ...words.map((_, i) => 2 * (i + 1))]),
    pieceStart: Uint32Array.from(words.flatMap(() => [0, 1])),
    pieceEnd: Uint32Array.from(words.flatMap((word) => [1, word.length])),
    pieceTag: words.flatMap(() => ["PREP", "NOUN"]).join("\n"), pieceText: words.flatMap((word) => [word[0], word.slice(1)]).join("\n"),
  };
}

const pieces = ({ pieceOffsets, pieceText }, row) => pieceText.slice(pieceOffsets[row], pieceOffsets[row + 1]);

test("rows of several answers are one table, whichever came first", () => {
  const shelf = new RowShelf();
  assert.deepEqual(shelf.known, { edition: 0, rows: 0 });
  const rows = shelf.take(crossing(7, 0, ["بيت", "لبيت"]));
  assert.deepEqual(shelf.known, { edition: 7, rows: 2 });
  // Two requests that knew the same rows: the second answer repeats what the first brought.
  shelf.take(crossing(7, 2, ["كتاب"]));
  shelf.take(crossing(7, 2, ["كتاب", "قلم"]));
  assert.equal(shelf.take(crossing(7, 1, ["لبيت"])), rows);
  assert.deepEqual(rows.columns.lemma, ["بيت", "لبيت", "كتاب", "قلم"]);
  assert.deepEqual([0, 1, 2, 3].map((row) => pieces(rows.columns, row).join("+")), ["ب+يت", "ل+بيت", "ك+تاب", "ق+لم"]);
  shelf.take(crossing(7, 4, ["مدرسة"]));
  assert.deepEqual([rows.length, pieces(rows.columns, 4)], [5, ["م", "درسة"]], "more after somebody looked");
});

test("another edition is another table, and results keep theirs", () => {
  const shelf = new RowShelf();
  const before = shelf.take(crossing(1, 0, ["بيت"]));
  const after = shelf.take(crossing(2, 0, ["قلم"]));
  assert.deepEqual([before.columns.lemma, after.columns.lemma], [["بيت"], ["قلم"]]);
});
