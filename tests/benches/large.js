/**
 * Ten megabytes: whether the cost of a word stays what it is, how soon a cancelled engine is free again, and what the page and its
 * memory do when somebody pastes them. Memory is what the system counts for the page's process at its highest, the browser's own
 * share in it, which an empty page shows.
 */

import { readFile } from "node:fs/promises";
import { serve } from "../../www/build/serve.js";
import { launch, onBlankPage } from "./chromium.js";
import { prose, wordsOf } from "./texts.js";

/** The shares of the work at which it is cancelled, so many milliseconds later: while words are explained, and in the layers that look over the whole text. */
const CANCELLED = /** @type {const} */ ([[0.05, 0], [0.2, 0], [0.4, 0], [0.5, 30], [0.55, 30], [0.6, 30], [0.7, 30], [0.75, 30], [0.8, 30], [0.9, 30], [0.95, 30]]);

/** What a text of so many bytes is made of: beyond the megabyte there is, the same so often. @param {number} bytes @returns {Promise<[string, number]>} */
async function partsOf(bytes) {
  const text = await prose(Math.min(bytes, 1e6));
  return [text, Math.max(1, Math.round(bytes / Buffer.byteLength(text)))];
}

/** @param {number} bytes */
export async function textOf(bytes) {
  const [text, times] = await partsOf(bytes);
  return text.repeat(times);
}

/** Words a second in the worker, by the size of the text. @returns {Promise<[number, number][]>} */
export const growth = () => onBlankPage(async (page) => {
  /** @type {[number, number][]} */
  const out = [];
  for (const bytes of [1e4, 1e5, 1e6, 1e7]) {
    const text = await textOf(bytes);
    const times = await page.evaluate(async ([text, runs]) => {
      const { createAnalyzer } = await import(`${"/dist/npm/index.js"}`);
      const mubin = await createAnalyzer();
      await mubin.analyze(text.slice(0, 50_000)); // compiled by then
      const times = [];
      for (let run = 0; run < runs; run++) {
        await mubin.analyze("نص آخر");
        const start = performance.now();
        await mubin.analyze(text);
        times.push(performance.now() - start);
      }
      mubin.dispose();
      return times;
    }, /** @type {const} */ ([text, bytes > 1e6 ? 2 : bytes > 1e5 ? 6 : 40]));
    out.push([bytes, wordsOf(text) / Math.min(...times) * 1000]);
  }
  return out;
});

/** Milliseconds from a cancel until the caller knows, and until the engine answers the next question: the longest. */
export const cancel = () => onBlankPage(async (page) => page.evaluate(async ([text, shares]) => {
  const { createAnalyzer } = await import(`${"/dist/npm/index.js"}`);
  const mubin = await createAnalyzer();
  const all = [];
  for (const [share, later] of shares) {
    const abort = new AbortController();
    let [reached, at] = [false, 0];
    const stop = () => {
      at = performance.now();
      abort.abort();
    };
    await mubin.analyze(text, { signal: abort.signal, onProgress: (/** @type {number} */ done) => {
      if (done < share || reached) return;
      reached = true;
      if (later) setTimeout(stop, later);
      else stop();
    } }).catch(() => {});
    if (!at) throw new Error(`The share ${share} was never told, or the work was over.`);
    const told = performance.now() - at;
    await mubin.normalize("نص", { folds: ["search"] }).catch(() => {});
    all.push({ share, told, free: performance.now() - at });
  }
  mubin.dispose();
  return all;
}, /** @type {const} */ ([await textOf(1e7), CANCELLED])));

/** The most memory that any of the browser's pages had, in megabytes. @param {import("playwright-core").Browser} browser */
async function peak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = /** @type {any} */ (await session.send(/** @type {any} */ ("SystemInfo.getProcessInfo")));
  const peaks = processInfo.filter((/** @type {any} */ { type }) => type === "renderer").map(async (/** @type {any} */ { id }) => {
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
  });
  return Math.max(...await Promise.all(peaks));
}

/** Ten megabytes pasted into the page: milliseconds to the first paragraph that is read, to the end, and megabytes. */
export async function pasted() {
  const site = await serve({ port: 0 });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
    const empty = await peak(browser);
    // Put together there: what is sent to a page lies several times in its memory.
    await page.evaluate(([text, times]) => {
      const data = new DataTransfer();
      data.setData("text/plain", text.repeat(times));
      const seen = /** @type {any} */ (globalThis).seen = { from: 0, first: 0, whole: 0 };
      new MutationObserver(() => {
        if (!seen.first && document.querySelector(".reader .chunk")) seen.first = performance.now();
        if (!seen.whole && document.querySelector(".reader[data-complete]") && !document.querySelector(".work")) seen.whole = performance.now();
      }).observe(document, { subtree: true, childList: true, attributes: true });
      setTimeout(() => {
        seen.from = performance.now();
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      });
    }, await partsOf(1e7));
    await page.waitForFunction(() => /** @type {any} */ (globalThis).seen.whole, undefined, { timeout: 300_000, polling: 1000 });
    const { from, first, whole } = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
    return { first: first - from, whole: whole - from, peak: await peak(browser), empty };
  } finally {
    await browser.close();
    await site.close();
  }
}
