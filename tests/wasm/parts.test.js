import assert from "node:assert/strict";
import { test } from "node:test";
import { Gathered, handOver, joined } from "../../www/engine/parts.js";

const spans = (from, to) => Array.from({ length: to - from }, (_, i) => ({ start: from + i, end: from + i + 1, why: "من هنا" }));
const whole = () => ({ text: null, gist: null, statistics: { words: 5 }, sentences: spans(0, 1200), entities: spans(0, 2), times: [], mentions: spans(0, 501) });
const SIZE = 500;

/** What the core gives: of each list so many items in a part. */
function rested() {
  let from = SIZE;
  let freed = 0;
  const cut = (start) => Object.fromEntries(Object.entries(whole()).map(([name, value]) => [name, Array.isArray(value) ? value.slice(start, start + SIZE) : value]));
  return {
    raw: { outline: JSON.stringify(cut(0)), rest: {
      next() {
        if (from >= 1200) return undefined;
        from += SIZE;
        return JSON.stringify(cut(from - SIZE));
      },
      free: () => { freed++; },
    } },
    freed: () => freed,
  };
}

test("a long result is whole again after it came in parts, one at a time", async () => {
  const { raw, freed } = rested();
  const parts = new Gathered();
  let under = 0;
  await handOver(raw, async (part) => {
    assert.equal(++under, 1, "the next is made when the last was taken");
    await new Promise((go) => setImmediate(go));
    parts.take(part);
    under--;
  });
  assert.deepEqual([freed(), "rest" in raw], [1, false]);
  assert.deepEqual(joined(JSON.parse(raw.outline), parts.lists), whole());
});

test("a short result has no parts", async () => {
  await handOver({ outline: "{}" }, () => assert.fail("no part"));
  assert.deepEqual(joined({ sentences: spans(0, 3) }), { sentences: spans(0, 3) });
});

test("whoever has lost interest is given no more of it, and its memory is free again", async () => {
  const { raw, freed } = rested();
  const control = new AbortController();
  let given = 0;
  await assert.rejects(handOver(raw, () => {
    given++;
    control.abort();
  }, control.signal), { name: "AbortError" });
  assert.deepEqual([given, freed()], [1, 1]);
});
