/**
 * What the reader waits for, measured in a real browser and printed as a table. Times belong to one machine and one
 * moment, so that none is asserted; what is asserted is that nothing moves by itself once a result stands, and that
 * every figure was measured.
 */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ARTICLE, headline, paste, readSample, stage, visit } from "./harness.js";

const here = stage();
const RUNS = 5;
const MEGABYTES = 10;

/** @type {[string, string][]} */
const table = [];
const row = (what, figure) => table.push([what, figure]);
after(() => {
  const width = Math.max(...table.map(([what]) => what.length));
  for (const [what, figure] of table) console.log(`${what.padEnd(width)}  ${figure}`);
});

const least = (numbers) => Math.min(...numbers);
const spread = (numbers) => `${least(numbers).toFixed(0)} ms (least of ${numbers.length}; most ${Math.max(...numbers).toFixed(0)})`;

/** Records shifts, interactions and long tasks from the first moment on. */
function watch() {
  globalThis.seen = { shifts: [], events: [], long: [] };
  const on = (type, take, more) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  on("layout-shift", ({ startTime, value, sources }) => seen.shifts.push({
    startTime, value, what: sources.map(({ node, previousRect: a, currentRect: b }) => (
      `${node?.className || node?.parentElement?.className || node?.nodeName} ${a.y}→${b.y} ${a.x}→${b.x} ${a.width}x${a.height}→${b.width}x${b.height}`)),
  }));
  on("event", ({ name, interactionId, duration, startTime, processingStart, processingEnd, target }) => interactionId && seen.events.push({
    name, interactionId, duration, startTime, wait: processingStart - startTime, work: processingEnd - processingStart, what: target?.id || target?.className,
  }), { durationThreshold: 16 });
  on("longtask", ({ startTime, duration }) => seen.long.push({ startTime, duration }));
}

/** @param {any} page */
const seen = (page) => page.evaluate(() => globalThis.seen);
/** @param {any} page */
const now = (page) => page.evaluate(() => performance.now());
/** Two frames and a moment in which nothing is to be done. @param {any} page */
const quiet = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done(undefined), { timeout: 5000 })));
}));

test("the first paint, and the page ready after its packs", async () => {
  const paints = [];
  const contents = [];
  const waits = [];
  for (let run = 0; run < RUNS; run++) {
    await visit(here, {}, async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
      const [paint, content, packs, ready] = await page.evaluate(() => {
        const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
        const files = performance.getEntriesByType("resource").filter(({ name }) => /\.(pack|wasm)$/.test(name) && !/glosses/.test(name));
        return [at("first-paint"), at("first-contentful-paint"), Math.max(...files.map(({ responseEnd }) => responseEnd)), at("mubin-ready")];
      });
      paints.push(paint);
      contents.push(content);
      waits.push(ready - packs);
    });
  }
  for (const figures of [paints, contents, waits]) assert.ok(figures.every((figure) => Number.isFinite(figure) && figure > 0), String(figures));
  row("first paint", spread(paints));
  row("first contentful paint", spread(contents));
  row("ready after the packs arrived", spread(waits));
});

for (const [device, viewport] of /** @type {const} */ ([["phone", { width: 360, height: 740 }], ["tablet", { width: 768, height: 1024 }], ["desktop", { width: 1440, height: 900 }]])) {
  for (const lang of /** @type {const} */ (["ar", "en"])) {
    test(`nothing moves by itself once the sample is read (${device}, ${lang})`, () => visit(here, { viewport, lang, init: watch }, async (page) => {
      await readSample(page);
      const since = await now(page);
      await page.locator('[data-layer="correction"], .switches button').last().waitFor();
      await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).active.state);
      await quiet(page);
      const { shifts } = await seen(page);
      const of = (list) => list.reduce((sum, { value }) => sum + value, 0);
      const later = shifts.filter(({ startTime }) => startTime > since);
      row(`layout shift, ${device}, ${lang}`, `${of(later).toFixed(4)} after the result, ${of(shifts).toFixed(4)} in all`);
      if (process.env.SPEED_DETAIL) console.log(JSON.stringify(shifts, null, 1));
      assert.ok(of(later) <= 0.001, JSON.stringify(later));
    }));
  }
}

test("what is said of a result comes with it", () => visit(here, {
  init: () => {
    new MutationObserver(() => {
      if (globalThis.told !== undefined || !document.querySelector(".reader .chunk")) return;
      globalThis.told = null;
      requestAnimationFrame(() => { globalThis.told = document.querySelector("[data-notice=repair]") !== null; });
    }).observe(document, { subtree: true, childList: true });
  },
}, async (page) => {
  await paste(page, { text: await page.evaluate((text) => new TextDecoder("windows-1252").decode(new TextEncoder().encode(text)), ARTICLE) });
  await page.locator("[data-notice=repair]").waitFor();
  assert.equal(await page.evaluate(() => globalThis.told), true);
}));

/**
 * How many elements had their styles worked out, pseudo-elements and highlights each counted for one, until the page was quiet again.
 * @param {any} page
 * @param {() => Promise<unknown>} act
 */
async function styled(page, act) {
  const session = await here.browser.newBrowserCDPSession();
  let count = 0;
  session.on("Tracing.dataCollected", ({ value }) => value.forEach(({ name, args }) => {
    if (name === "UpdateLayoutTree") count += args?.elementCount ?? 0;
  }));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline"] } });
  await act();
  await quiet(page);
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return count;
}

test("only what changes has its styles worked out", () => visit(here, {}, async (page) => {
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  await readSample(page);
  const opened = async (tab, what) => {
    const count = await styled(page, async () => {
      await page.locator(`#tab-${tab}`).click();
      await page.locator(`#panel-${tab} ${what}`).first().waitFor();
    });
    const elements = await page.locator(`#panel-${tab}`).evaluate((panel) => panel.querySelectorAll("*").length);
    row(`styles worked out to open the ${tab}`, `${count}, for ${elements} elements`);
    assert.ok(count >= elements && count < 2 * elements, `${count} for ${elements} elements`);
  };
  await opened("words", ".word");
  await opened("overview", ".figures");
  const count = await styled(page, () => page.locator(".switches button").first().click());
  const all = await page.evaluate(() => document.querySelectorAll("*").length);
  row("styles worked out to turn a layer off", `${count}, of ${all} elements`);
  assert.ok(count < all / 10, `${count} of ${all} elements`);
}));

test(`the page answers while ${MEGABYTES} MB are analysed`, () => visit(here, { init: watch }, async (page) => {
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  await readSample(page);
  await page.locator("#tab-words").click();
  await page.locator(".words .word").first().waitFor();
  await quiet(page);
  await page.evaluate((megabytes) => {
    const words = "وقال رئيس البلدية إن الحديقة تضم مئتي شجرة وملعبا للأطفال ومسارا للمشي مضيفا أن الدخول إليها مجاني طوال أيام الأسبوع".split(" ");
    const sentence = (n) => `${words.map((_, i) => words[(i * (1 + n % 5) + n) % words.length]).join(" ")} في ${1 + n % 28} مارس. `;
    let text = "حديقة جديدة على شاطئ المدينة القديمة تفتح أبوابها\n\n";
    for (let n = 0, bytes = 0; bytes < megabytes * 1e6; n++) {
      const paragraph = `${sentence(n)}${sentence(n + 3)}${sentence(n + 7)}\n\n`;
      bytes += new TextEncoder().encode(paragraph).length;
      text += paragraph;
    }
    const data = new DataTransfer();
    data.setData("text/plain", text);
    setTimeout(() => document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })));
  }, MEGABYTES);
  await page.locator(".work").waitFor({ state: "attached" });
  const since = await now(page);
  const running = () => page.locator(".work").count();
  const acts = [
    () => page.locator(".words-tools input").first().click(),
    ...[..."kitab"].map((letter) => () => page.keyboard.press(letter)),
    ...[..."kitab"].map(() => () => page.keyboard.press("Backspace")),
    ...["overview", "statements", "names", "time", "writing", "words"].map((tab) => () => page.locator(`#tab-${tab}`).click()),
    () => headline(page).click(),
    () => page.keyboard.press("Escape"),
    () => page.locator(".switches [data-layer=time]").click(), // both texts have times: the new one may be there by then
  ];
  let done = 0;
  while (await running()) await acts[done++ % acts.length]();
  const until = await now(page);
  await headline(page).waitFor({ timeout: 120_000 });
  await page.locator(".reader[data-complete]").waitFor({ timeout: 120_000 });
  await quiet(page);
  const { events, long } = await seen(page);
  /** The longest event of each interaction, one that began while the analysis ran. */
  const longest = new Map();
  for (const { interactionId, duration, startTime } of events) {
    if (startTime > since && startTime < until) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
  }
  const times = [...longest.values()].sort((a, b) => b - a);
  const during = long.filter(({ startTime }) => startTime > since && startTime < until);
  const later = long.filter(({ startTime }) => startTime >= until);
  const tasks = (list) => `${list.length}${list.length ? `, the longest ${Math.max(...list.map(({ duration }) => duration))} ms` : ""}`;
  row(`interactions while ${MEGABYTES} MB are analysed`, `${done} in ${((until - since) / 1000).toFixed(1)} s, ${times.length} of them 16 ms or more`);
  row("interaction to next paint", `${times[Math.floor(times.length / 50)] ?? "under 16"} ms; median of those measured ${times[times.length >> 1] ?? "–"} ms`);
  row("long tasks meanwhile", tasks(during));
  row("long tasks when the result comes", tasks(later));
  if (process.env.SPEED_DETAIL) console.log(JSON.stringify({ since, until, during, later, slow: events.filter(({ duration }) => duration > 40) }, null, 1));
  assert.ok(done >= 20, `${done} interactions`);
}));
