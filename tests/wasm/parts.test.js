import assert from "node:assert/strict";
import { test } from "node:test";
import { putBack, sendAhead } from "../../www/engine/parts.js";

const spans = (many) => Array.from({ length: many }, (_, i) => ({ start: i, end: i + 1 }));
const long = () => ({
  text: null, gist: null, kinds: ["word"], statistics: { words: 5, list: spans(3) },
  sentences: spans(9001), entities: [], tokens: { start: new Uint32Array(9000) },
  keyphrases: [{ text: "أ", occurrences: spans(2) }, { text: "ب", occurrences: spans(4321) }],
  words: { forms: Array.from({ length: 5000 }, (_, i) => `كلمة${i}`), counts: new Uint32Array(5000) },
});

test("a long answer is whole again after it came in parts", () => {
  const answer = long();
  const lists = [];
  let largest = 0;
  const paths = sendAhead(answer, ({ list, items }) => {
    largest = Math.max(largest, items.length);
    (lists[list] ??= []).push(...structuredClone(items));
  });
  assert.deepEqual(paths.map((path) => path.join(".")), ["sentences", "keyphrases.1.occurrences", "words.forms"]);
  assert.ok(largest <= 2000);
  const arrived = structuredClone(answer);
  assert.equal(arrived.sentences.length, 0, "what went ahead does not come twice");
  putBack(arrived, paths, lists);
  assert.deepEqual(arrived, long());
});

test("a short answer is sent as it is", () => {
  const answer = { sentences: spans(2000), nothing: null };
  const paths = sendAhead(answer, () => assert.fail("no part"));
  assert.deepEqual([paths, answer], [[], { sentences: spans(2000), nothing: null }]);
});
