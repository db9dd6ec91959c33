/** What a host does about a worker that does not let go of what was cancelled: another one is asked for the rest. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { WorkerHost } from "../../www/engine/worker-host.js";

/** Workers of which each answers what it is told to, by the name of the call; what they were sent, and whether they were put away. */
function workersOf(...manners) {
  const all = [];
  const start = () => {
    const manner = manners[all.length];
    const listeners = { message: [], error: [] };
    const say = (data) => queueMicrotask(() => listeners.message.forEach((listen) => listen({ data })));
    const worker = {
      sent: [], ended: false, say,
      addEventListener: (type, listen) => listeners[type].push(listen),
      postMessage(request) {
        this.sent.push(request.call);
        if (manner === "broken") listeners.error.forEach((listen) => listen({ preventDefault() {}, message: "broken" }));
        else if (request.call in manner) for (const reply of manner[request.call]) say({ id: request.id, ...reply });
      },
      terminate() { this.ended = true; },
    };
    all.push(worker);
    return worker;
  };
  return { all, host: new WorkerHost(Promise.resolve(/** @type {any} */ ({})), start) };
}

const KEEN = { hello: [{ ok: { version: "1" } }], pack: [{ ok: null }] };

test("what waits beside a call that was cancelled is asked of another worker, which has the packs, and nobody hears of it", async () => {
  const { all, host } = workersOf(
    { ...KEEN, analyze: [{ part: '{"times":[1]}' }] },
    { ...KEEN, analyze: [{ part: '{"times":[2]}' }, { ok: {} }], fold: [{ ok: ["نص"] }] },
  );
  await host.addPack("lexicon", Uint8Array.of(1));
  const stop = new AbortController();
  const cancelled = host.analyze("أ", /** @type {any} */ ({}), 1, { signal: stop.signal });
  const kept = host.analyze("ب", /** @type {any} */ ({}), 2, {});
  const folded = host.fold(["نصّ"]);
  await new Promise(setImmediate);
  stop.abort();
  await assert.rejects(cancelled, { name: "AbortError" });
  assert.deepEqual(/** @type {any} */ (await kept).lists, { times: [2] }, "and no part counts twice");
  assert.deepEqual(await folded, ["نص"]);
  const [first, second] = all;
  assert.ok(first.ended && !second.ended);
  assert.deepEqual(second.sent.filter((call) => call !== "more"), ["hello", "pack", "analyze", "fold"]);
});

test("where no other worker starts, whoever waits is told, and the next call tries again", async () => {
  const { all, host } = workersOf({ ...KEEN }, "broken", { ...KEEN, fold: [{ ok: [""] }] });
  await host.start();
  const stop = new AbortController();
  const cancelled = host.analyze("أ", /** @type {any} */ ({}), 1, { signal: stop.signal });
  const waiting = host.fold(["ب"]);
  await new Promise(setImmediate);
  stop.abort();
  await assert.rejects(cancelled, { name: "AbortError" });
  await assert.rejects(waiting, { kind: "engine-crashed" });
  assert.deepEqual(await host.fold(["ب"]), [""]);
  assert.equal(all.length, 3);
});

test("a worker that lets go in time stays", async () => {
  const { all, host } = workersOf({ ...KEEN, cancel: [{ error: { kind: "aborted", message: "" } }], fold: [{ ok: [""] }] });
  await host.start();
  const stop = new AbortController();
  const cancelled = host.analyze("أ", /** @type {any} */ ({}), 1, { signal: stop.signal });
  await new Promise(setImmediate);
  stop.abort();
  await assert.rejects(cancelled, { name: "AbortError" });
  await new Promise((later) => setTimeout(later, 600));
  await host.fold([""]);
  assert.equal(all.length, 1);
});

test("a worker that is at something older stays, whatever is cancelled beside it", async () => {
  const { all, host } = workersOf({ ...KEEN });
  await host.start();
  const stop = new AbortController();
  const folded = host.fold(["ب"]);
  const cancelled = host.analyze("أ", /** @type {any} */ ({}), 1, { signal: stop.signal });
  await new Promise(setImmediate);
  stop.abort();
  await assert.rejects(cancelled, { name: "AbortError" });
  await new Promise((later) => setTimeout(later, 600));
  all[0].say({ id: 2, ok: ["ب"] }); // 1 was the hello
  assert.deepEqual(await folded, ["ب"]);
  assert.equal(all.length, 1);
});
