import assert from "node:assert/strict";
import { test } from "node:test";
import { covered, SpanIndex } from "../../www/view/layers.js";

/** Numbers that are the same at every run. @param {number} seed */
const numbers = (seed) => (below) => (seed = seed * 48271 % 2147483647) % below;

test("an index finds what covers a place, the widest first, in any order of the spans", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const below = numbers(seed);
    const spans = Array.from({ length: 1 + below(40) }, () => {
      const start = below(60);
      return { start, end: start + 1 + below(20) };
    });
    const ascending = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
    for (const list of [spans, ascending]) {
      const index = new SpanIndex(list);
      for (let offset = 0; offset < 85; offset++) {
        const wanted = list.map((span, i) => ({ ...span, i })).filter(({ start, end }) => start <= offset && offset < end)
          .sort((a, b) => a.start - b.start || b.end - a.end || a.i - b.i).map(({ i }) => i);
        assert.deepEqual(index.at(offset), wanted, `${seed} at ${offset}`);
      }
      const { starts, ends } = covered(list);
      for (let offset = 0; offset < 85; offset++) {
        const within = list.some(({ start, end }) => start <= offset && offset < end);
        const times = [...starts].filter((start, i) => start <= offset && offset < ends[i]).length;
        assert.equal(times, Number(within), "each place once, and no other");
      }
    }
  }
});
