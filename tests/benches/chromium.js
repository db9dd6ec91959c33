/**
 * What Chromium needs for a text. The page is isolated from other origins, because only there the clock is exact enough for
 * stages of a tenth of a millisecond; the engine does the same work without that.
 *
 * The stages are read off the timeline of the worker, where a profile shows them too.
 */

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../www/build/serve.js";
import { FLAGS } from "../e2e/harness.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/** Runs of a text, at least, and how long it is repeated. */
const RUNS = 12;
const MILLISECONDS = 5000;
/** The first runs are slower: the browser still compiles. */
const WARMING = 4;

/**
 * In milliseconds, the least of all runs, as what else a machine does only ever adds; of `gap` the median.
 * @typedef {{ whole: number, edit: number, gap: number, stages: [string, number][], runs: number }} Measured
 */

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/**
 * An empty page beside the engine.
 * @template T
 * @param {(page: import("playwright-core").Page) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onBlankPage(work) {
  const server = await serve({ port: 0, dir: root, more: ISOLATED });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}tests/wasm/blank.html`);
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {number[]} numbers */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/**
 * A text read anew, its words met before but none of its sentences, and read again with a word more in its middle.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 * @param {{ worker?: boolean, layers?: string[] }} [how]
 * @returns {Promise<Measured>}
 */
export async function measure(page, text, { worker = true, layers } = {}) {
  await page.evaluate(async ([text, worker, layers]) => {
    const { createAnalyzer } = await import(`${"/dist/npm/index.js"}`);
    const mubin = await createAnalyzer({ worker });
    const middle = text.indexOf(" ", text.length / 2);
    const typed = `${text.slice(0, middle)} كلمة${text.slice(middle)}`;
    const timed = async (/** @type {string} */ one) => {
      const start = performance.now();
      await mubin.analyze(one, layers ? { layers } : {});
      return performance.now() - start;
    };
    /** The longest time in which the page could not have answered. */
    const watched = async (/** @type {() => Promise<number>} */ work) => {
      const { port1, port2 } = new MessageChannel();
      let [last, gap, over] = [performance.now(), 0, false];
      const tick = () => {
        const now = performance.now();
        gap = Math.max(gap, now - last);
        last = now;
        if (!over) port2.postMessage(null);
      };
      port1.onmessage = tick;
      port2.postMessage(null);
      const time = await work();
      tick();
      over = true;
      port1.close();
      return { time, gap };
    };
    Object.assign(globalThis, { bench: {
      anew: async () => {
        await mubin.analyze("نص آخر"); // sentences are remembered of the latest text only
        return timed(text);
      },
      edited: () => watched(() => timed(typed)),
      end: () => mubin.dispose(),
    } });
  }, /** @type {const} */ ([text, worker, layers]));
  const bench = (/** @type {string} */ what) => page.evaluate((what) => /** @type {any} */ (globalThis).bench[what](), what);
  const marks = () => performance.getEntriesByType("measure").filter(({ name }) => name.startsWith("mubin: ")).map(({ name, duration }) => [name.slice(7), duration]);
  const thread = worker ? page.workers()[0] : page;
  const runs = [];
  const edits = [];
  const begun = performance.now();
  for (let run = 0; run < RUNS + WARMING || performance.now() - begun < MILLISECONDS; run++) {
    const whole = await bench("anew");
    const stages = /** @type {[string, number][]} */ (await thread.evaluate(marks));
    const edit = await bench("edited");
    if (run < WARMING) continue;
    runs.push({ whole, stages });
    edits.push(edit);
  }
  await bench("end");
  const least = (/** @type {string} */ name) => Math.min(...runs.map(({ stages }) => stages.find(([other]) => other === name)?.[1] ?? Infinity));
  return {
    runs: runs.length, whole: Math.min(...runs.map(({ whole }) => whole)), edit: Math.min(...edits.map(({ time }) => time)),
    gap: median(edits.map(({ gap }) => gap)), stages: runs[0].stages.map(([name]) => [name, least(name)]),
  };
}

/** Runs in the page: presses the sample's button as soon as it stands, and notes when the headline does. */
function pressAtOnce() {
  let pressed = false;
  new MutationObserver((_, observer) => {
    const button = /** @type {HTMLElement | null} */ (document.querySelector('[data-sample="news"]'));
    if (button && !pressed) {
      pressed = true;
      button.click();
    }
    if (!document.querySelector(".reader h2.headline")) return;
    observer.disconnect();
    performance.mark("bench-headline");
  }).observe(document, { childList: true, subtree: true });
}

/** Longer than any start takes. */
const STARTED = 3000;

/**
 * From an empty tab to the headline of the sample; a fresh profile each time, the least. Whoever drives the browser keeps still meanwhile:
 * its own scripts, put into the page before it presses a button or waits for a heading, take a third of the time otherwise.
 */
export async function coldStart() {
  const site = await serve({ port: 0 });
  const browser = await launch();
  const starts = [];
  for (let run = 0; run < 7; run++) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.addInitScript(pressAtOnce);
    await tab.goto(site.url, { waitUntil: "commit" });
    await tab.waitForTimeout(STARTED);
    starts.push(await tab.evaluate(() => performance.getEntriesByName("bench-headline")[0]?.startTime ?? Infinity));
    await context.close();
  }
  await browser.close();
  await site.close();
  return Math.min(...starts);
}
