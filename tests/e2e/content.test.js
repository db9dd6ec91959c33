/** The panels of what the text says: gist, who said what, names with their map, time and amounts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readNews } from "./content.js";
import { highlighted, readSample, SINGLE_FILE, stage, visit } from "./harness.js";

const here = stage();

/** @param {string} text */
const spaced = (text) => text.replace(/\s+/g, " ").trim();
/** @param {any} locator */
const texts = async (locator) => (await locator.allTextContents()).map(spaced);
/** Waits until the place gone to is this. @param {any} page @param {string} words @param {string} [layer] */
const goneTo = (page, words, layer = "mubin-current") => page.waitForFunction(([wanted, name]) => {
  const [range] = CSS.highlights.get(name) ?? [];
  return range && range.startContainer.nodeValue.slice(range.startOffset, range.endOffset) === wanted;
}, [words, layer]);

test("the gist leads to its places, the summary is three sentences in the order of the text", () => readNews(here, {}, async (page) => {
  assert.deepEqual(await texts(page.locator(".gist dd")), ["قمة النقل", "تقر مشروع السكة الساحلية", "الرباط", "أمس الاثنين", "الثلاثاء، 14 أكتوبر 2025"]);
  await page.locator(".gist .to-place", { hasText: "أمس الاثنين" }).click();
  await goneTo(page, "أمس الاثنين");
  const summary = page.locator(".summary li");
  assert.equal(await summary.count(), 3);
  assert.match(await summary.first().textContent(), /^\s*أقرت قمة النقل/);
  await page.getByRole("button", { name: "أضف جملة أخرى" }).click();
  assert.match(await summary.first().textContent(), /قمة النقل في الرباط/);
  await summary.nth(1).locator("button").click();
  await page.waitForFunction(() => CSS.highlights.get("mubin-word")?.size === 1 && !CSS.highlights.get("mubin-current"));
  assert.match((await highlighted(page, "mubin-word"))[0], /^أقرت قمة النقل.*الأربع\.$/);
}));

test("a keyphrase lights all its places until it is pressed again", () => readNews(here, {}, async (page) => {
  const phrase = page.locator(".phrase").first();
  await phrase.focus();
  await page.keyboard.press("Enter");
  await page.locator(".focus-strip").waitFor();
  assert.deepEqual(await highlighted(page, "mubin-word"), ["مشروع السكة", "مشروع السكة"]);
  assert.equal(await phrase.getAttribute("aria-pressed"), "true");
  await page.keyboard.press("Enter");
  await page.locator(".focus-strip").waitFor({ state: "detached" });
}));

test("statements stand under who made them, the unknown last, and lead to their place", () => readNews(here, { tab: "statements" }, async (page) => {
  assert.deepEqual(await texts(page.locator(".speaker h3")), ["سامي بدران 3", "هند العلمي 2", "جمعيات محلية 1", "قائل غير مذكور 1"]);
  assert.equal(spaced(await page.locator(".speaker").nth(1).locator(".introduced").textContent()), "وزيرة النقل هند العلمي");
  const first = page.locator(".speaker").nth(1).locator(".statement").first();
  assert.match(spaced(await first.textContent()), /^«الأشغال ستبدأ في 1 مارس 2026» إخبار نقل باللفظ بلفظ «وقالت» المخاطَب: لصحفيين/);
  assert.match(await page.locator(".speaker").nth(1).locator(".statement").nth(1).textContent(), /القائل مفهوم مما سبق/);
  await page.locator(".statement", { hasText: "لن نهدم بيتا" }).locator("button").click();
  await page.waitForFunction(() => CSS.highlights.get("mubin-word")?.size === 1);
  assert.match((await highlighted(page, "mubin-word"))[0], /^وقال مدير المشروع سامي بدران/);
  assert.equal(await page.locator(".statement button[aria-current]").count(), 1);
}));

test("statements are filtered by speaker, kind and rendering, each with what it would leave", () => readNews(here, { tab: "statements" }, async (page) => {
  const speaker = page.locator(".filters select").first();
  const count = (n) => page.waitForFunction((wanted) => document.querySelectorAll(".statement").length === wanted, n);
  assert.deepEqual(await texts(page.locator(".kind")), ["إخبار 4", "نفي 1", "تحذير 1", "طلب أو سؤال 1"]);
  await speaker.selectOption({ label: "سامي بدران (3)" });
  await count(3);
  assert.deepEqual(await texts(page.locator(".kind")), ["إخبار 1", "نفي 1", "تحذير 1"]);
  await page.locator('.kind[data-kind="deny"]').click();
  await count(1);
  assert.match(await page.locator(".statement").textContent(), /استبعدت من المناقصة/);
  assert.equal(await page.locator("#said-found").textContent(), "قول واحد");
  await speaker.selectOption({ label: "هند العلمي (2)" });
  await page.getByText("لا قول يوافق اختيارك.").waitFor();
  await page.getByRole("button", { name: "أظهر الأقوال كلها" }).click();
  await count(7);
  await page.locator(".filters select").nth(1).selectOption({ label: "نقل باللفظ (2)" });
  await count(2);
  await speaker.selectOption({ label: "قائل غير مذكور (1)" });
  await count(0);
}));

test("statements stand in the order of the text when asked, each with who says it, and are walked one by one", () => readNews(here, { tab: "statements" }, async (page) => {
  await page.locator(".filters select").nth(2).selectOption({ label: "بترتيب النص" });
  await page.locator(".said-by").first().waitFor();
  assert.deepEqual(await texts(page.locator(".said-by")), ["هند العلمي", "هند العلمي", "سامي بدران", "سامي بدران", "سامي بدران", "قائل غير مذكور", "جمعيات محلية"]);
  const current = () => page.locator(".statement:has([aria-current]) .said").textContent();
  const next = page.getByRole("button", { name: "القول التالي" });
  await next.click();
  assert.match(await current(), /الأشغال ستبدأ/);
  await next.focus();
  await page.keyboard.press("Enter");
  assert.match(await current(), /40 في المئة/);
  assert.equal(spaced(await page.locator(".said-steps").textContent()), "2 من 7");
  await page.getByRole("button", { name: "القول السابق" }).click();
  await page.getByRole("button", { name: "القول السابق" }).click();
  assert.match(await current(), /بتحديد مسار السكة/, "before the first comes the last");
}));

test("names have their kinds, other names and strips, and are walked from place to place", () => readNews(here, { tab: "names" }, async (page) => {
  assert.deepEqual(await texts(page.locator(".names-of h3")), ["الأشخاص 2", "الأماكن 4", "المؤسسات 1", "أسماء أخرى 1"]);
  const rabat = page.locator(".entity", { has: page.getByRole("button", { name: "الرباط", exact: true }) });
  assert.match(spaced(await rabat.textContent()), /الرباط المغرب 34.02° شمالا، 6.84° غربا 3/);
  assert.match(await rabat.getByRole("img").getAttribute("aria-label"), /مواضعه من أول النص إلى آخره: 2/);
  const strokes = (await rabat.locator(".strip path").getAttribute("d")).match(/M\d+/g).map((at) => Number(at.slice(1)));
  assert.equal(strokes.length, 3);
  assert.ok(strokes[0] > 900 && strokes[0] > strokes[1] && strokes[1] > strokes[2], "the beginning of the text is at the right");
  await rabat.locator(".name").click();
  await goneTo(page, "الرباط");
  assert.equal(await page.locator(".focus-place").textContent(), "1 من 3");
  await rabat.getByRole("button", { name: "الموضع التالي" }).click();
  await page.waitForFunction(() => document.querySelector(".focus-place").textContent === "2 من 3");
  await rabat.getByRole("button", { name: "الموضع السابق" }).click();
  await page.waitForFunction(() => document.querySelector(".focus-place").textContent === "1 من 3");
  assert.match(await page.locator(".entity", { hasText: "هند العلمي" }).textContent(), /ويُذكر أيضا باسم:\s*العلمي/);
  await page.getByRole("searchbox").fill("الرباط والعلمى".slice(8));
  await page.waitForFunction(() => document.querySelectorAll(".entity").length === 1);
  assert.match(await page.locator(".entity").textContent(), /هند العلمي/, "found by an alias, whatever the spelling");
  await page.getByRole("searchbox").fill("زحل");
  await page.getByText("لا اسم يوافق بحثك.").waitFor();
}));

test("the map comes when it is wanted, shows every place, and the list below says the same", () => readNews(here, {}, async (page, log) => {
  const asked = () => log.requests.filter((url) => /atlas-/.test(url)).length;
  assert.equal(asked(), 0, "not before");
  await page.locator("#tab-names").click();
  await page.locator(".map .land").waitFor();
  assert.equal(asked(), 1);
  assert.ok((await page.locator(".map .land").getAttribute("d")).length > 1000);
  const names = await texts(page.locator(".pin-name"));
  assert.deepEqual(names.sort(), ["الرباط", "القاهرة", "تونس", "طرابلس؟"].sort());
  const listed = await texts(page.locator('[data-kind="place"] .entity .name'));
  assert.deepEqual(listed.sort(), ["الرباط", "القاهرة", "تونس", "طرابلس"].sort());
  assert.match(await page.locator(".entity", { hasText: "طرابلس" }).textContent(), /له سميّ في موضع آخر/);
  const box = async (name) => page.locator(".pin", { hasText: name }).boundingBox();
  assert.ok((await box("الرباط")).x < (await box("تونس")).x && (await box("تونس")).x < (await box("القاهرة")).x, "west is at the left");
  const frame = await page.locator(".map").boundingBox();
  for (const name of await page.locator(".pin-name bdi").all()) {
    const label = await name.boundingBox();
    assert.ok(label.x >= frame.x && label.x + label.width <= frame.x + frame.width, "no name is cut off");
  }
  await page.locator(".pin", { hasText: "القاهرة" }).locator(".pin-name").click();
  await goneTo(page, "القاهرة");
  await page.mouse.move(1, 1);
  await page.locator(".entity .name", { hasText: "تونس" }).focus();
  await page.locator(".pin[data-lit]", { hasText: "تونس" }).waitFor({ state: "attached" });
}));

test("a map that does not come is said to be missing, the list stays, and it comes on the next try", () => readNews(here, {
  prepare: (page) => page.route("**/atlas-*.js*", (route) => route.abort()),
}, async (page, log) => {
  await page.locator("#tab-names").click();
  await page.getByText("تعذّر تحميل الخريطة").waitFor();
  assert.equal(await page.locator('[data-kind="place"] .entity').count(), 4);
  await page.unroute("**/atlas-*.js*");
  await page.getByRole("button", { name: "أعد المحاولة" }).click();
  await page.locator(".map .land").waitFor();
  log.expectedConsole = log.console.filter((line) => /ERR_FAILED/.test(line));
}));

test("the single file has its map within", () => readNews(here, { url: SINGLE_FILE, tab: "names" }, async (page) => {
  await page.locator(".map .land").waitFor();
}));

test("dates stand in the order of time with their sentences", () => readNews(here, { tab: "time" }, async (page) => {
  assert.deepEqual(await texts(page.locator(".timeline h4")), ["2025", "13 أكتوبر 2025", "14 أكتوبر 2025", "1 مارس 2026", "2028"]);
  assert.match(await page.locator(".timeline > li").nth(1).textContent(), /أقرت قمة النقل، أمس الاثنين، مشروع.*محسوب من تاريخ النص/s);
  assert.equal(await page.locator(".axis .stroke").count(), 5);
  const [early, late] = await Promise.all([0, 4].map(async (i) => (await page.locator(".axis .stroke").nth(i).boundingBox()).x));
  assert.ok(early > late, "time runs from the right");
  await page.locator(".timeline .to-place", { hasText: "عام 2028" }).click();
  await goneTo(page, "عام 2028");
}));

test("times and amounts are sorted by value and back", () => readNews(here, { tab: "time" }, async (page) => {
  const column = (name) => texts(page.locator(`.amounts td.${name}`));
  assert.deepEqual(await column("value"), ["3,000,000,000", "3,000,000,000", "5", "4", "40", "12,000,000", "1"]);
  assert.deepEqual(await column("unit"), ["دولار أمريكي", "دولار أمريكي", "سنة", "دولة", "في المئة", "يورو", ""]);
  const value = page.locator(".amounts").getByRole("button", { name: "القيمة" });
  await value.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".amounts td.value").textContent.trim() === "1");
  assert.equal(await page.locator('.amounts [aria-sort="ascending"]').textContent().then(spaced), "القيمة");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".amounts td.value").textContent.trim() === "3,000,000,000");
  assert.match(await page.locator(".amounts tbody tr", { hasText: "مبلغ" }).filter({ hasText: "تقريبا" }).first().textContent(), /3 مليارات دولار/);
  await page.locator(".times").getByRole("button", { name: "المراد" }).click();
  assert.deepEqual(await texts(page.locator(".times td:nth-of-type(1)")),
    ["2025", "13 أكتوبر 2025", "14 أكتوبر 2025", "1 مارس 2026", "2028", "كل شهر", "5 سنوات"]);
  await page.locator(".amounts .to-place", { hasText: "12 مليون يورو" }).click();
  await goneTo(page, "12 مليون يورو");
}));

test("the sample is read by the engine itself into every panel", () => visit(here, {}, async (page) => {
  await readSample(page);
  assert.match(await page.locator(".gist").textContent(), /صفاقس/);
  assert.equal(await page.locator(".summary li").count(), 3);
  await page.locator("#tab-statements").click();
  await page.locator(".speaker h3", { hasText: "بن منصور" }).first().waitFor();
  await page.locator("#tab-names").click();
  await page.locator(".pin", { hasText: "صفاقس" }).waitFor({ state: "attached" });
  await page.locator("#tab-time").click();
  await page.locator(".timeline h4", { hasText: "14 أبريل 2025" }).waitFor();
  assert.ok(await page.locator(".amounts tbody tr").count() > 5);
}));
