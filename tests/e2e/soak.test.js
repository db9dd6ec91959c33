/**
 * A page that is used for long stays as it was: texts read one after the other, overtaken, cancelled in the middle, edited where they are read,
 * corrected and brought back, with every panel and many cards on the way. What the page, the worker and the engine hold after that is
 * what they held before. 200 acts here; `SOAK=1000` makes them 1,000, a matter of minutes.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { headline, openCard, paste, stage, visit } from "./harness.js";
import { TABS, THERE } from "./tour.js";

const here = stage();

const ROUND = /** @type {const} */ ([
  "short", "overtaken", "edited", "short", "corrected", "cancelled", "short", "edited", "short", "long",
  "short", "overtaken", "short", "edited", "corrected", "short", "cancelled", "overtaken", "short", "edited",
]);
/** Acts in which a text is given up: its worker may be too, where the machine is so busy that it does not let go in time. */
const GIVEN_UP = new Set(["overtaken", "cancelled"]);
const ACTS = Number(process.env.SOAK) || 200;
/** The first of the measures is taken when all has been loaded and every cache has had its fill. */
const FIRST = Math.min(250, ACTS / 2) / ROUND.length;
const LAST = ACTS / ROUND.length;

const PLACES = ["المرسى", "القاهرة", "تونس", "بيروت", "مراكش", "عمّان", "طنجة", "حلب", "الخرطوم", "مسقط"];
const NAMES = ["هند العلمي", "سامر الخطيب", "ليلى منصور", "كريم بن يوسف", "نادية حداد"];

/** @param {number} n */
const short = (n) => [
  `مجلس ${PLACES[n % 10]} يعلن اجراءات جديدة في دورته رقم ${n}`,
  `قالت ${NAMES[n % 5]} وزيرة البيئة يوم الثلاثاء إن اجراءات الدعم تبدأ غدا, وإنها تشمل ${n + 3} مدرسة في ${PLACES[(n * 7) % 10]} قبل نهاية العام الجاري.`,
  `ورحب رئيس البلدية ${NAMES[(n * 3) % 5]} بالخطوة، مؤكدا أن الكلفة لن تزيد على ${n * 4} مليون دينار.`,
].join("\n\n");

/** In one call, as hundreds of them are made. @param {any} page @param {string} text */
const read = (page, text) => page.evaluate(async (wanted) => {
  const data = new DataTransfer();
  data.setData("text/plain", wanted);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  const title = wanted.slice(0, wanted.indexOf("\n"));
  while (document.querySelector(".work") || document.querySelector(".reader h2.headline")?.textContent !== title) await new Promise(requestAnimationFrame);
}, text);

/** @param {any} page @param {typeof TABS[number]} tab */
async function openTab(page, tab) {
  await page.evaluate((id) => document.getElementById(id).click(), `tab-${tab}`);
  await page.waitForFunction((selector) => document.querySelector(selector) !== null, `#panel-${tab} ${THERE[tab]}`);
}

/** A text of so many paragraphs, made in the page. @param {any} page @param {number} n @param {number} paragraphs */
const pasteLong = (page, n, paragraphs) => page.evaluate(([text, times]) => {
  const [title, ...body] = text.split("\n\n");
  const data = new DataTransfer();
  data.setData("text/plain", `${title}\n\n${`${body.join("\n\n")}\n\n`.repeat(times)}`);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, /** @type {const} */ ([short(n), paragraphs]));

/** @param {any} page @param {number} n @param {number} paragraphs */
async function readLong(page, n, paragraphs) {
  await pasteLong(page, n, paragraphs);
  await page.locator("h2.headline", { hasText: short(n).split("\n")[0] }).waitFor();
  await page.locator(".reader[data-complete]").waitFor();
}

/** The paragraphs of the longest text, which is cancelled before its end. */
const LONGEST = 6000;

/** @type {Record<typeof ROUND[number], (page: any, n: number) => Promise<void>>} */
const DONE = {
  short: (page, n) => read(page, short(n)),
  async overtaken(page, n) {
    await paste(page, { text: short(n + 5000) }, "body");
    await read(page, short(n));
  },
  async cancelled(page, n) {
    const title = await headline(page).textContent();
    await pasteLong(page, n, LONGEST);
    await page.locator(".work button").click();
    await page.locator(".work").waitFor({ state: "detached" });
    assert.equal(await headline(page).textContent(), title);
  },
  long: (page, n) => readLong(page, n, 200),
  async edited(page, n) {
    await read(page, short(n));
    await openCard(page, "وزيرة");
    await page.locator(".card").getByRole("button", { name: "حرّر الفقرة" }).click();
    await page.locator(".reader .in-place").waitFor();
    await page.keyboard.type("السيدة ");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /السيدة/.test(document.querySelector(".reader").textContent) && document.querySelector(".in-place-strip button") !== null);
    await page.locator(".in-place-strip").getByRole("button", { name: "تراجع" }).click();
    await page.waitForFunction(() => !/السيدة/.test(document.querySelector(".reader").textContent));
  },
  async corrected(page, n) {
    await read(page, short(n));
    await openTab(page, "writing");
    await page.locator(".writing-acts .strong").click();
    const shown = (/** @type {string} */ title) => page.waitForFunction((wanted) => document.querySelector(".reader h2.headline").textContent === wanted, title);
    const [title] = short(n).split("\n");
    await shown(title.replace("اجراءات", "إجراءات"));
    await page.locator("button.undo").click();
    await shown(title);
  },
};

/** What lies between two acts. @param {any} page @param {number} n */
async function lookAround(page, n) {
  await closeCard(page);
  await openTab(page, TABS[n % TABS.length]);
  if (n % 3) return;
  await openCard(page, n % 2 ? "اجراءات" : "مجلس"); // and left open
}

/** @param {any} page */
const closeCard = (page) => page.evaluate(() => document.querySelector(".card-head > .icon")?.click());

/**
 * What is held, always of the same text in the same view, and after all that can be given back has been. An engine never gives back room, so
 * each is measured with the room of the longest text: it may be a new one, where the one before did not let go of what was cancelled.
 * @param {any} page
 * @param {any} devtools
 */
async function held(page, devtools) {
  await closeCard(page);
  await readLong(page, 0, LONGEST);
  await read(page, short(1));
  await openTab(page, "overview");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name).value;
  return { heap: of("JSHeapUsedSize") / 1e6, nodes: of("Nodes"), listeners: of("JSEventListeners"), wasm: await page.evaluate(() => globalThis.engineMemory()) / 1e6 };
}

/** Lets the engine be asked what it holds, as it lets its host. */
function listenIn() {
  if (typeof Worker === "undefined") return;
  let id = 2 ** 40;
  globalThis.workers = 0;
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      globalThis.workers++;
      globalThis.engineMemory = () => new Promise((done) => {
        const asked = ++id;
        const listen = ({ data }) => {
          if (data.id !== asked) return;
          this.removeEventListener("message", listen);
          done(data.ok);
        };
        this.addEventListener("message", listen);
        this.postMessage({ id: asked, call: "memory" });
      });
    }
  };
}

test(`${ACTS} analyses, edits and cancels leave nothing behind`, { timeout: 1_200_000 }, (t) => visit(here, { init: listenIn }, async (page) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  /** @type {Awaited<ReturnType<typeof held>>[]} */
  const measures = [];
  await read(page, short(0));
  let [workers, before] = [1, ""];
  for (let round = 0; round < LAST; round++) {
    for (const [i, act] of ROUND.entries()) {
      const n = round * ROUND.length + i + 2;
      await DONE[act](page, n);
      await lookAround(page, n);
      const now = await page.evaluate(() => globalThis.workers);
      if (![before, act].some((one) => GIVEN_UP.has(one))) assert.equal(now, workers, `a worker is replaced for what was cancelled, and for nothing else: ${act}`);
      [workers, before] = [now, act];
    }
    if (round + 1 === Math.floor(FIRST) || round + 1 === LAST) measures.push(await held(page, devtools));
  }
  const [first, last] = measures;
  const said = JSON.stringify(measures);
  t.diagnostic(`after ${Math.floor(FIRST) * ROUND.length} and after ${ACTS}: ${said}`);
  assert.ok(last.heap - first.heap < 4, `the page's heap, MB: ${said}`);
  assert.ok(last.wasm - first.wasm < 8, `the engine's memory, MB: ${said}`);
  assert.ok(last.nodes - first.nodes < 500, `nodes: ${said}`);
  assert.ok(last.listeners - first.listeners < 50, `listeners: ${said}`);
}));
