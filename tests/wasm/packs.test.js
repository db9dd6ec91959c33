/** How language packs reach an engine that is still starting, and another where that one never starts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { PackShelf } from "../../www/engine/packs.js";

const NAMES = /** @type {const} */ (["lexicon", "frequency"]);

/** A shelf whose packs come when they are let go, and what was asked for. */
function shelfOf() {
  const asked = [];
  const go = {};
  const sources = Object.fromEntries(NAMES.map((name) => [name, () => {
    asked.push(name);
    return new Promise((come) => { go[name] = () => come(Uint8Array.of(NAMES.indexOf(name))); });
  }]));
  return { shelf: new PackShelf(sources), asked, go };
}

/** An engine that takes packs, or fails in a manner. @param {() => Promise<void>} [manner] */
function engine(manner = async () => {}) {
  const given = [];
  return { given, addPack: (name) => { given.push(name); return manner(); } };
}

/** All that can go on without anybody outside does. */
const settle = () => new Promise((done) => setImmediate(done));

test("packs are offered without waiting for an answer, in their order, and each is fetched once", async () => {
  const { shelf, asked, go } = shelfOf();
  const answers = [];
  const silent = engine(() => new Promise((answer) => answers.push(answer)));
  const offered = shelf.offer(NAMES, silent, new AbortController().signal);
  await settle();
  go.frequency();
  await settle();
  assert.deepEqual(silent.given, [], "the lexicon goes before those that count its lemmas");
  go.lexicon();
  await settle();
  assert.deepEqual(silent.given, NAMES);
  answers.forEach((answer) => answer());
  await offered;
  await shelf.give(NAMES, silent);
  assert.deepEqual([silent.given, asked], [[...NAMES], [...NAMES]]);
  assert.deepEqual(NAMES.map((name) => shelf.states[name]), ["loaded", "loaded"]);
});

test("an engine that did not start is offered nothing more, and the next one gets all", async () => {
  const { shelf, asked, go } = shelfOf();
  const stop = new AbortController();
  const gone = engine(); // it takes the first, and is given up before it says so
  const offered = shelf.offer(NAMES, gone, stop.signal);
  await settle();
  go.lexicon();
  await Promise.resolve();
  stop.abort();
  await settle();
  go.frequency();
  await offered;
  const next = engine();
  await shelf.give(NAMES, next);
  assert.deepEqual(next.given, NAMES);
  assert.ok(!gone.given.includes("frequency"));
  assert.deepEqual(asked, NAMES, "and nothing is fetched again");
});
