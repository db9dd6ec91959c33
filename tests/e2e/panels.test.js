/** The panels at their edges: the map moved about, long lists, times half known, packs that are not there, texts with nothing in them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { at, LAYERS, lit, NEWS, readNews } from "./content.js";
import { highlighted, paste, placeOf, readSample, stage, visit } from "./harness.js";

const here = stage();

/** @param {string} text */
const spaced = (text) => text.replace(/\s+/g, " ").trim();
/** @param {any} locator */
const texts = async (locator) => (await locator.allTextContents()).map(spaced);

const CITIES = [
  ["الرباط", 34.02, -6.84, "MA"], ["سلا", 34.05, -6.8, "MA"], ["تونس", 36.8, 10.18, "TN"], ["طرابلس", 32.89, 13.19, "LY"], ["القاهرة", 30.06, 31.25, "EG"],
  ["الإسكندرية", 31.2, 29.92, "EG"], ["بيروت", 33.89, 35.5, "LB"], ["دمشق", 33.51, 36.29, "SY"], ["عمّان", 31.95, 35.93, "JO"], ["القدس", 31.77, 35.23, "PS"],
  ["بغداد", 33.34, 44.4, "IQ"], ["الكويت", 29.37, 47.98, "KW"], ["الرياض", 24.69, 46.72, "SA"], ["الدوحة", 25.29, 51.53, "QA"], ["المنامة", 26.22, 50.58, "BH"],
  ["ساحة البلدية", 34.02, -6.84, "MA"],
];
/** Many places, all of them named where the text says الرباط, and two that lie on one another. */
const MANY = {
  entities: CITIES.map(([name, lat, lon, country], id) => ({ id, type: "place", name, aliases: [], geo: { lat, lon, country, geonames: id, ambiguous: id === 3 } })),
  mentions: CITIES.map((_, entity) => ({ ...at("الرباط", entity % 3), type: "place", entity, score: 0.9, why: "test" })).sort((a, b) => a.start - b.start),
};
const ready = (/** @type {any} */ page) => page.locator(".map .land").waitFor();
const scaleOf = async (/** @type {any} */ page) => Number(/scale\(([\d.]+)\)/.exec(await page.locator(".map g").getAttribute("transform"))[1]);
/** Waits until the map is so many times as large, or larger or smaller than that. @param {any} page @param {"is" | "over" | "under"} how @param {number} n */
const scaled = (page, how, n) => page.waitForFunction(([way, wanted]) => {
  const k = Number(/scale\(([\d.]+)\)/.exec(document.querySelector(".map g").getAttribute("transform"))[1]);
  return way === "is" ? k === wanted : way === "over" ? k > wanted : k < wanted;
}, [how, n]);

/** No two names on the map lie on one another, and none on a pin of another. @param {any} page */
async function assertApart(page) {
  const boxes = await page.locator(".pin").evaluateAll((pins) => pins.flatMap((pin) => {
    const name = pin.querySelector(".pin-name");
    const dot = pin.getBoundingClientRect();
    const middle = { x: dot.x + dot.width / 2, y: dot.y + dot.height / 2 };
    const label = name.checkVisibility() ? name.getBoundingClientRect().toJSON() : null;
    return [{ text: name.textContent, middle, label }];
  }));
  const labels = boxes.filter(({ label }) => label);
  for (const [i, one] of labels.entries()) {
    for (const other of labels.slice(i + 1)) {
      const apart = one.label.right <= other.label.left + 1 || other.label.right <= one.label.left + 1 || one.label.bottom <= other.label.top + 1 || other.label.bottom <= one.label.top + 1;
      assert.ok(apart, `${one.text} | ${other.text}`);
    }
    for (const { text, middle } of boxes) {
      if (text === one.text) continue;
      const covered = middle.x > one.label.left && middle.x < one.label.right && middle.y > one.label.top && middle.y < one.label.bottom;
      assert.ok(!covered, `${one.text} lies on the pin of ${text}`);
    }
  }
  return labels.length;
}

for (const [lang, width] of /** @type {const} */ ([["ar", 1280], ["en", 360]])) {
  test(`the map is moved by keys, buttons, drag and wheel, and no name lies on another (${lang}, ${width})`, () => readNews(here, {
    lang, layers: MANY, tab: "names", viewport: { width, height: 800 },
  }, async (page) => {
    await ready(page);
    assert.ok(await assertApart(page) > 3, "names stand there");
    const pins = await page.locator(".pin").count();
    assert.ok(pins < CITIES.length, "places that lie on one another share a pin");
    const map = page.locator(".map");
    await map.focus();
    const before = await page.locator(".map g").getAttribute("transform");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((was) => document.querySelector(".map g").getAttribute("transform") !== was, before);
    for (let i = 0; i < 4; i++) await page.keyboard.press("+");
    await scaled(page, "over", 5);
    await assertApart(page);
    await page.keyboard.press("0");
    await scaled(page, "is", 1);
    await page.getByRole("button", { name: lang === "ar" ? "صغّر" : "Zoom out" }).click();
    await scaled(page, "under", 1);
    await page.getByRole("button", { name: lang === "ar" ? "أظهر الأماكن كلها" : "Show all places" }).click();
    await scaled(page, "is", 1);
    await map.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const { x, y, width: w, height: h } = await map.boundingBox();
    const free = { x: x + w * 0.45, y: y + h - 20 };
    await page.mouse.move(free.x, free.y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -200);
    await page.keyboard.up("Control");
    await scaled(page, "over", 1);
    const now = await scaleOf(page);
    const was = await page.locator(".map g").getAttribute("transform");
    await page.mouse.move(free.x, free.y);
    await page.mouse.down();
    await page.mouse.move(free.x + 60, free.y - 30, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction((transform) => document.querySelector(".map g").getAttribute("transform") !== transform, was);
    assert.equal(await scaleOf(page), now, "a drag does not zoom");
    await assertApart(page);
  }));
}

test("the wheel alone scrolls past the map", () => readNews(here, { layers: MANY, tab: "names" }, async (page) => {
  await ready(page);
  const { x, y, width, height } = await page.locator(".map").boundingBox();
  await page.mouse.move(x + width / 2, y + height - 10);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => document.querySelector(".side").scrollTop > 0);
  assert.equal(await scaleOf(page), 1);
}));

test("a pin is one with its row and its places in the text", () => readNews(here, { layers: MANY, tab: "names" }, async (page) => {
  await ready(page);
  const pin = page.getByRole("button", { name: /^بغداد، العراق/ });
  await pin.focus();
  await page.locator(".entity[data-lit]", { hasText: "بغداد" }).waitFor();
  assert.equal((await highlighted(page, "mubin-hover")).length, 1);
  await page.keyboard.press("Enter");
  assert.equal(await pin.getAttribute("aria-pressed"), "true");
  assert.equal(await page.locator(".entity .name[aria-pressed=true]").textContent(), "بغداد");
  await page.locator(".entity .name", { hasText: "الرياض" }).focus();
  await page.locator(".pin[data-lit]", { hasText: "الرياض" }).waitFor();
  await page.getByRole("button", { name: "مكانان متقاربان: القاهرة، الإسكندرية" }).click();
  await scaled(page, "is", 4);
  await page.getByRole("button", { name: "القاهرة، مصر" }).waitFor();
  await page.locator(".map").focus();
  await page.keyboard.press("0");
  await page.getByRole("button", { name: "3 أماكن متقاربة: الرباط، ساحة البلدية، سلا" }).click();
  assert.deepEqual(await texts(page.locator(".map-opened button")), ["الرباط", "ساحة البلدية", "سلا"], "those that do not come apart are listed");
  await page.locator(".map-opened button", { hasText: "سلا" }).click();
  await page.locator(".entity .name[aria-pressed=true]", { hasText: "سلا" }).waitFor();
}));

test("names are shown by kind, and sorted by alphabet, place and count", () => readNews(here, { tab: "names" }, async (page) => {
  const names = () => texts(page.locator('[data-kind="place"] .entity .name'));
  await page.locator('.kind[data-kind="place"]').click();
  await page.waitForFunction(() => document.querySelectorAll(".names-of").length === 1);
  assert.equal((await names())[0], "الرباط", "most named first");
  await page.getByRole("button", { name: "الاسم" }).click();
  assert.deepEqual(await names(), ["الرباط", "القاهرة", "تونس", "طرابلس"]);
  assert.equal(await page.locator("th", { hasText: "الاسم" }).first().getAttribute("aria-sort"), "ascending");
  await page.getByRole("button", { name: "الاسم" }).click();
  assert.deepEqual(await names(), ["طرابلس", "تونس", "القاهرة", "الرباط"]);
  await page.getByRole("button", { name: "مواضعه في النص" }).click();
  assert.deepEqual(await names(), ["الرباط", "تونس", "طرابلس", "القاهرة"]);
  await page.locator(".entity .name").first().focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "تونس");
}));

const OPEN = [
  ["XXXX-03-05", "5 مارس من سنة غير معيّنة"], ["XXXX-04", "أبريل من سنة غير معيّنة"], ["XXXX-XX-XX", "يوم غير معيّن"], ["XXXX-XX-12", "اليوم 12 من شهر غير معيّن"],
  ["PRESENT_REF", "الآن"], ["XXXX-WXX", "أسبوع غير معيّن"], ["XXXX", "سنة غير معيّنة"], ["XXXX-XX-XXTMO", "يوم غير معيّن، صباحا"], ["P2Y6M", "سنتان و6 أشهر"], ["BC0400", "سنة 400 قبل الميلاد"],
  ["XXXX-SU", "صيف سنة غير معيّنة"], ["XXXX-WXX-5", "الجمعة"], ["2025-10-14", "14 أكتوبر 2025"],
];

test("what is half known of a time is said in words, and stands last on the timeline", () => readNews(here, {
  tab: "time", layers: { times: OPEN.map(([value], i) => ({ start: 20 + i * 4, end: 23 + i * 4, type: "date", value, calendar: "gregorian", anchored: false, why: "test" })) },
}, async (page) => {
  assert.deepEqual(await texts(page.locator(".times tbody td:nth-child(2)")), OPEN.map(([, said]) => said));
  assert.doesNotMatch(await page.locator("#panel-time").textContent(), /XX|_REF|P\dY/);
  assert.match(spaced(await page.locator(".timeline > li").last().textContent()), /^بلا تاريخ معيّن/);
  assert.equal(await page.locator(".timeline > li").count(), 2);
  await page.getByRole("searchbox").fill("أسبوع");
  await page.waitForFunction(() => document.querySelectorAll(".times tbody tr").length === 1);
  await page.getByRole("searchbox").fill("لا شيء كهذا");
  await page.getByText("لا صف يوافق بحثك.").waitFor();
}));

test("pointing at the text scrolls the panel to the row and moves nothing else", () => readNews(here, {
  tab: "time", viewport: { width: 1280, height: 500 },
}, async (page) => {
  const { x, y } = await placeOf(page, "يورو");
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(x, y);
  await lit(page).last().waitFor();
  await page.waitForFunction(() => {
    const [frame, row] = [document.querySelector(".side"), document.querySelector(".amounts [data-lit]")].map((element) => element?.getBoundingClientRect());
    return row && row.top >= frame.top && row.bottom <= frame.bottom;
  });
  assert.equal(await page.evaluate(() => scrollY), before);
}));

test("a word of the text lights its row in the table of words, by lemma and by root too", () => readNews(here, { tab: "words" }, async (page) => {
  const { x, y } = await placeOf(page, "السكة");
  for (const way of ["الرسم", "المدخل المعجمي", "الجذر"]) {
    await page.mouse.move(2, 2);
    await page.locator(".ways").getByText(way, { exact: true }).click();
    await page.mouse.move(x, y);
    await page.locator(".words tr[data-lit]").waitFor();
    assert.equal(await page.locator(".words tr[data-lit]").count(), 1);
  }
}));

test("without the data of names that is said in their panel, and they come with the next try", () => visit(here, {
  prepare: (page) => page.route("**/names-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await readSample(page);
  await page.locator("#tab-names").click();
  const missing = page.locator("#panel-names .missing");
  await missing.waitFor();
  assert.match(spaced(await missing.textContent()), /لم تُقرأ الأسماء.*الناقص: بيانات الأسماء\./);
  await page.locator("#tab-statements").click();
  await page.locator(".statement").first().waitFor();
  await page.unroute("**/names-*.pack");
  await page.locator("#tab-names").click();
  await missing.getByRole("button").click();
  await page.locator(".entity").first().waitFor();
  assert.equal(await page.locator(".missing").count(), 0);
  log.expectedConsole = log.console.filter((line) => /404/.test(line));
}));

test("without the lexicon every panel says what is missing and offers it again", () => visit(here, {
  prepare: (page) => page.route("**/lexicon-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await readSample(page);
  const audit = auditor(page);
  for (const tab of ["statements", "names", "time", "writing"]) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`#panel-${tab} .missing button`).first().waitFor();
    assert.deepEqual(await audit(), [], tab);
  }
  await page.locator("#panel-writing .missing button").click();
  await page.locator(".missing").waitFor();
  await page.unroute("**/lexicon-*.pack");
  await page.locator("#tab-statements").click();
  await page.locator(".missing button").click();
  await page.locator(".statement").first().waitFor();
  log.expectedConsole = log.console.filter((line) => /404/.test(line));
}));

for (const [what, text] of [["one word", "كتاب"], ["another language", "The mayor said that nothing was built."], ["no words", "12 — 13 !!"]]) {
  test(`a text of ${what} leaves no panel bare`, () => visit(here, {}, async (page) => {
    await paste(page, { text });
    await page.locator("#tab-overview").waitFor();
    for (const tab of ["statements", "names", "time", "words", "writing"]) {
      await page.locator(`#tab-${tab}`).click();
      await page.locator(`#panel-${tab}`).getByText(/\p{L}{3}/u).first().waitFor();
      assert.doesNotMatch(await page.locator(`#panel-${tab}`).textContent(), /undefined|NaN|null/);
    }
  }));
}

const MIXED = [
  "زار الوفد المدينة في 2025-10-14 ثم عاد إلى العاصمة.", "انظر https://a.eu/ عن المدينة (مركز GIS 4.2) وأحيائها.", "كتبت WHO إلى المدينة [القديمة] في 14/10/2025.",
  "المدينة التي زارها info@example.org عام 1999.", "وصفها التقرير بأنها «المدينة» 100% بلا ضجيج!",
].join("\n\n");

for (const width of [1280, 360]) {
  test(`lines with Latin letters, dates, addresses and brackets lean on the word, each context on its side (${width})`, () => visit(here, { viewport: { width, height: 800 } }, async (page) => {
    await paste(page, { text: MIXED });
    await page.locator("#tab-words").click();
    await page.locator("#study-context").click();
    await page.locator(".seek-field input").fill("المدينة");
    await page.locator(".seek-field input").press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length === 5);
    /** Where pieces of a line stand. @param {string} row @param {string[]} wanted */
    const places = (row, wanted) => page.locator(".kwic tbody tr", { hasText: row }).evaluate((line, pieces) => pieces.map((piece) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const index = walker.currentNode.nodeValue.indexOf(piece);
        if (index < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + piece.length);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, top, bottom };
      }
      throw new Error(`no ${piece}`);
    }), wanted);
    const stacked = width < 700;
    const rows = await page.locator(".kwic tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell.querySelector("bdi, button") ?? cell);
      const { left, right, top, bottom, width: wide } = range.getBoundingClientRect();
      return { left, right, top, bottom, wide };
    })));
    for (const [before, node, after] of rows) {
      const [, first] = rows[0];
      assert.ok(stacked ? Math.abs(node.right - first.right) < 2 : Math.abs(node.left + node.right - first.left - first.right) < 4, "the words stand below one another");
      if (before.wide > 1) assert.ok(stacked ? before.bottom <= node.top + 6 : before.left >= node.right - 1, "what precedes stands before");
      if (after.wide > 1) assert.ok(after.right <= node.left + 1, "what follows stands after");
    }
    const [year, day, back] = await places("2025-10-14", ["2025", "-14", "ثم"]);
    assert.ok(year.right <= day.left + 1 && back.right <= year.left + 1, "a date with the year first reads from left to right, and the line goes on to its left");
    const [scheme, slash] = await places("a.eu", ["https", "u/"]);
    assert.ok(scheme.right <= slash.left + 1, "the stroke at the end of an address stands at its end");
    if (!stacked) {
      const [gis, version, open] = await places("GIS", ["GIS", "4.2", "(مركز"]);
      assert.ok(gis.right <= version.left + 1 && version.right <= open.left + 1);
    }
    const [bracket, inside] = await places("WHO", ["[", "القديمة"]);
    assert.ok(bracket.left >= inside.right - 1, "a bracket opens before its word");
  }));
}

test("panels that do not come say so, and come with the next try", () => visit(here, {
  prepare: (page) => page.route("**/panels-*.js*", (route) => route.abort()),
}, async (page, log) => {
  await readSample(page);
  await page.locator("#tab-statements").click();
  await page.getByText("تعذّر تحميل هذه اللوحة").waitFor();
  await page.unroute("**/panels-*.js*");
  await page.getByRole("button", { name: "أعد المحاولة" }).click();
  await page.locator(".statement").first().waitFor();
  log.expectedConsole = log.console.filter((line) => /ERR_FAILED/.test(line));
}));

test("while a text is read the panels say what they are of, and a failure leaves them", () => readNews(here, { tab: "statements" }, async (page) => {
  assert.equal(await page.locator(".panels").getAttribute("aria-busy"), null);
  await page.evaluate((text) => {
    globalThis.seen = [];
    new MutationObserver(() => globalThis.seen.push(document.querySelector(".panels")?.getAttribute("aria-busy"))).observe(document.body, { subtree: true, attributes: true, childList: true });
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, `${NEWS}\n\nفقرة أخرى.`);
  await page.waitForFunction(() => globalThis.seen.includes("true") && globalThis.seen.at(-1) !== "true");
  await paste(page, { text: "   " }, ".reader");
  await page.locator(".banner.error").waitFor();
  assert.equal(await page.locator(".statement").count(), LAYERS.statements.length);
}));
