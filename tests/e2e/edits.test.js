/** Edits as data: what is said of places moves along, and every change can be taken back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { applied, between, inverse, moved, mover, untouched } from "../../www/view/edits.js";

/** @param {number} start @param {number} end @param {string} [insert] */
const edit = (start, end, insert = "") => ({ start, end, insert });

test("edits are applied, taken back, and found again between two texts", () => {
  const text = "abcdefghij";
  const edits = [edit(0, 1, "AA"), edit(2, 4), edit(6, 6, "++"), edit(9, 10, "J")];
  const after = applied(text, edits);
  assert.equal(after, "AAbef++ghiJ");
  assert.equal(applied(after, inverse(text, edits)), text);
  assert.deepEqual(between("abcdef", "abXYef"), [edit(2, 4, "XY")]);
  assert.deepEqual(between("aaa", "aa"), [edit(2, 3)]);
  assert.deepEqual(between("same", "same"), []);
});

test("places move along", () => {
  const move = mover([edit(0, 1, "AA"), edit(2, 4), edit(6, 6, "++")]);
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => move(offset)), [0, 2, 3, 3, 3, 4, 7, 8]);
  assert.equal(move(6, true), 5, "what ends where something is put in ends before it");
  assert.deepEqual(moved([edit(1, 2), edit(4, 6), edit(6, 8)], [edit(6, 6, "++")]), [edit(1, 2), edit(4, 6), edit(8, 10)]);
});

test("what an edit touches is told from what it leaves alone", () => {
  const spans = [edit(0, 2), edit(2, 4), edit(3, 6), edit(5, 8), edit(8, 9)];
  assert.deepEqual(untouched(spans, [edit(2, 4, "x")]), [edit(0, 2), edit(4, 7), edit(7, 8)]);
  assert.deepEqual(untouched([edit(2, 4), edit(4, 6)], [edit(4, 4, " ")]), [edit(2, 4), edit(5, 7)], "something between two words touches neither");
});
