/** How the page starts: what goes before what, so that a first text is read as soon as it can be. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { headline, openCard, readSample, stage, visit } from "./harness.js";

const here = stage();

test("the engine starts before the page's own script is there", () => visit(here, {
  prepare: async (page) => {
    const started = page.waitForEvent("worker");
    await page.route("**/main-*.js", async (route) => {
      await started;
      await route.continue();
    });
  },
}, async (page) => {
  await readSample(page);
  assert.equal(page.workers().length, 1, "and it is the one that the page asks");
}));

/** Holds a file back until the page calls a function of this name. @param {any} page @param {string} file @param {string} name */
async function held(page, file, name) {
  const called = new Promise((go) => page.exposeFunction(name, go));
  await page.route(file, async (route) => {
    await called;
    await route.continue();
  });
}

/** Presses the sample's button as soon as it is there, and writes down what came when. */
function pressAtOnce() {
  globalThis.seen = { asked: [] };
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function post(message, ...more) {
    seen.asked.push(message.call);
    return postMessage.call(this, message, ...more);
  };
  new MutationObserver(() => {
    const button = document.querySelector('[data-sample="news"]');
    if (button && !seen.pressed) {
      seen.pressed = true;
      button.click();
      globalThis.pressed();
    }
    if (!document.querySelector(".reader h2.headline") || seen.at) return;
    seen.at = performance.now();
    seen.before = [...seen.asked];
  }).observe(document, { subtree: true, childList: true });
}

test("nothing goes before a text that waits for the engine", () => visit(here, {
  init: pressAtOnce,
  prepare: (page) => held(page, "**/lexicon-*.pack", "pressed"),
}, async (page) => {
  await headline(page).waitFor();
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const { at, before, later } = await page.evaluate(() => ({
    ...seen, later: performance.getEntriesByType("resource").filter(({ name }) => /(glosses|panels|writing)-/.test(name)).map(({ startTime }) => startTime),
  }));
  assert.equal(before.filter((call) => call === "analyze").length, 1, "the worker does not warm up meanwhile");
  assert.equal(later.length, 3);
  assert.ok(later.every((start) => start >= at), "what comes later is fetched when the text is there");
}));

/** Writes down what a worker was asked, and says when it was given the fifth pack. */
function countPacks() {
  const { postMessage } = Worker.prototype;
  let packs = 0;
  Worker.prototype.postMessage = function post(message, ...more) {
    if (message.call === "pack" && ++packs === 5) globalThis.given();
    return postMessage.call(this, message, ...more);
  };
}

test("packs travel before the worker has answered, each fetched once", () => visit(here, {
  init: countPacks,
  prepare: (page) => held(page, "**/worker-*.js", "given"),
}, async (page, log) => {
  await readSample(page);
  const packs = log.requests.map((url) => /([a-z]+)-\w+\.pack$/.exec(url)?.[1]).filter((name) => name && name !== "glosses");
  assert.deepEqual(packs.sort(), ["frequency", "lexicon", "models", "names", "places"]);
}));

test("whoever saves data has the glosses fetched with the first card", () => visit(here, {
  init: () => {
    if (typeof document !== "undefined") Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  },
}, async (page, log) => {
  const asked = () => log.requests.some((url) => /glosses-/.test(url));
  await readSample(page);
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /panels-/.test(name)));
  assert.equal(asked(), false);
  await openCard(page, "الميناء");
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /glosses-/.test(name)));
  assert.equal(asked(), true);
}));
