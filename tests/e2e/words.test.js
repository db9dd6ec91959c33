/** The studies of the words: keywords, concordance, collocations, sequences, and the search that serves them. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { headline, highlighted, paste, placeOf, readSample, SINGLE_FILE, stage, visit } from "./harness.js";

const here = stage();

const SPEAKERS = ["المدير", "الخبير", "المهندس", "الكاتب", "المعلم", "الطبيب", "التاجر", "الباحث"];
const WORKS = ["الأرصفة", "الجدران", "الأبواب", "النوافذ", "السقوف", "الحدائق", "الآبار"];
const TIMES = ["قبل الشتاء", "بعد الصيف", "في الربيع", "خلال عامين", "هذا الأسبوع"];

/** A long article: seventy sentences that hold «المدينة», some of them with Latin letters and digits around it. */
const LONG = [
  "خطة جديدة لترميم أحياء المدينة القديمة تبدأ مطلع العام المقبل",
  "عرض المجلس البلدي أمس خطة لترميم الأحياء، وقالت شركة Blue Harbour إن نظام GIS 4.2 سيرسم المدينة على خرائط Open Street Map قبل 30 يونيو 2026.",
  ...Array.from({ length: 14 }, (_, i) => Array.from({ length: 5 }, (_, j) => {
    const n = i * 5 + j;
    const word = SPEAKERS[n % SPEAKERS.length];
    return `ورأى ${word} في كلمته أن ترميم ${WORKS[n % WORKS.length]} في المدينة القديمة يجب أن يتم ${TIMES[n % TIMES.length]}، وأن سكانها أولى بالعمل فيها`;
  }).join(". ") + "."),
].join("\n\n");

/** @param {string} text */
const spaced = (text) => text.replace(/\s+/g, " ").trim();
/** @param {any} page */
const lines = (page) => page.locator(".kwic tbody tr");
/** @param {any} locator */
const texts = async (locator) => (await locator.allTextContents()).map((text) => spaced(text.replaceAll("…", "")));

/**
 * @param {any} page
 * @param {"frequency" | "keyness" | "context" | "collocations" | "sequences"} view
 */
const open = (page, view) => page.locator(`#study-${view}`).click();

/**
 * @param {any} page
 * @param {string} query
 * @param {string} [mode]
 */
async function seek(page, query, mode) {
  if (mode) await page.locator(".seek select").selectOption(mode);
  await page.getByRole("searchbox").fill(query);
  await page.keyboard.press("Enter");
}

/**
 * Opens the page, reads a text, and brings a study to the front.
 * @param {import("./harness.js").Wishes & { text?: string, view?: "frequency" | "keyness" | "context" | "collocations" | "sequences" }} wishes
 * @param {(page: any, log: import("./harness.js").Log) => Promise<void>} scenario
 */
const study = ({ text = LONG, view = "context", ...wishes }, scenario) => visit(here, wishes, async (page, log) => {
  await paste(page, { text });
  await headline(page).waitFor();
  await page.locator("#tab-words").click();
  if (view !== "frequency") await open(page, view);
  await scenario(page, log);
});

/**
 * Waits until so many places are said to be found.
 * @param {any} page
 * @param {string} said
 */
const found = (page, said) => page.waitForFunction((wanted) => document.querySelector("#study .found")?.textContent === wanted, said);

test("the studies are turned by the keyboard, and their script comes when one is opened", () => visit(here, {}, async (page, log) => {
  await readSample(page);
  await page.locator("#tab-words").click();
  const scripts = () => log.requests.filter((url) => /\/study-\w+\.js/.test(url)).length;
  assert.equal(scripts(), 0);
  await page.locator("#study-frequency").focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.evaluate(() => document.activeElement.id), "study-keyness");
  await page.locator(".study-table").waitFor();
  assert.equal(scripts(), 1);
  await page.keyboard.press("End");
  assert.equal(await page.evaluate(() => document.activeElement.id), "study-sequences");
  assert.equal(await page.locator("#study").getAttribute("aria-labelledby"), "study-sequences");
  await page.keyboard.press("Home");
  await page.locator(".words .word").first().waitFor();
}));

test("a script that does not come is said to be missing, and comes on the next try", () => study({
  view: "keyness", prepare: (page) => page.route("**/study-*.js", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  const failed = page.locator(".study-failed");
  await failed.waitFor();
  assert.deepEqual(await auditor(page)(), []);
  await page.unroute("**/study-*.js");
  await failed.getByRole("button").click();
  await page.locator(".study-table").waitFor();
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

test("in the single file the studies are there without a request", () => visit(here, { url: SINGLE_FILE }, async (page, log) => {
  await readSample(page);
  await page.locator("#tab-words").click();
  await open(page, "context");
  await seek(page, "المكتبة");
  await lines(page).first().waitFor();
  assert.deepEqual(log.requests.filter((url) => !/^(data|blob):/.test(url)), [SINGLE_FILE]);
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`what precedes stands on the right of the word, what follows on the left, cut to whole words (${lang})`, () => study({ lang }, async (page) => {
    await seek(page, "المدينة");
    await lines(page).nth(49).waitFor();
    const rows = await lines(page).evaluateAll((all) => all.map((row) => {
      const [before, node, after] = row.children;
      const box = (/** @type {Element} */ of) => {
        const range = document.createRange();
        range.selectNodeContents(of);
        const { left, right } = range.getBoundingClientRect();
        return { left, right };
      };
      return {
        before: box(before.querySelector("bdi")), node: box(node), after: box(after.querySelector("bdi")),
        points: [before, after].map((cell) => cell.querySelector(".points")).map((points) => points && box(points)),
        words: [before, node, after].map((cell) => (cell.querySelector("bdi") ?? cell).textContent.trim()),
        cut: [before, after].map((cell) => cell.scrollWidth > cell.clientWidth), width: before.getBoundingClientRect().width,
      };
    }));
    assert.equal(rows.length, 50);
    const text = spaced(LONG);
    const middle = (rows[0].node.left + rows[0].node.right) / 2;
    for (const { before, node, after, points, words, cut, width } of rows) {
      assert.ok(before.left >= node.right && node.left >= after.right, JSON.stringify(words));
      assert.ok(Math.abs((node.left + node.right) / 2 - middle) < 2, "the words stand on one axis");
      const outer = (points[0]?.left ?? Infinity) >= before.right - 1 && (points[1]?.right ?? 0) <= after.left + 1;
      assert.ok(outer, "what is left out is left out at the outer edge");
      assert.deepEqual(cut, [false, false], "nothing is clipped");
      const at = text.indexOf(words.join(" "));
      assert.ok(at >= 0 && !/\p{L}/u.test(text[at - 1] ?? " ") && !/\p{L}/u.test(text[at + words.join(" ").length] ?? " "), `${words} are whole words as the text has them`);
      assert.ok(before.right - before.left > width * 0.55, "there are as many words as there is room");
    }
  }));
}

test("Latin letters and digits keep their place in the line, and turn no line round", () => study({
  text: `${LONG}\n\nوسمّى المصممون أحد أحياء المدينة NG 30 بحسب الوثيقة.`,
}, async (page) => {
  await seek(page, "المدينة");
  await lines(page).first().waitFor();
  const places = (/** @type {string} */ word) => lines(page).filter({ hasText: word }).first().evaluate((line) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    /** @type {Record<string, { left: number, right: number }>} */
    const boxes = {};
    while (walker.nextNode()) {
      for (const { 0: found, index } of walker.currentNode.nodeValue.matchAll(/[\p{L}\p{M}\p{N}.]+/gu)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + found.length);
        const { left, right } = range.getBoundingClientRect();
        boxes[found] ??= { left, right };
      }
    }
    return boxes;
  });
  // نظام GIS 4.2 سيرسم | المدينة | على خرائط Open Street
  const first = await places("خرائط");
  assert.ok(first.GIS.right <= first["4.2"].left, "inside the Latin run reading goes to the right");
  assert.ok(first["سيرسم"].right <= first.GIS.left && first["المدينة"].right <= first["سيرسم"].left, "around it to the left");
  assert.ok(first["خرائط"].right <= first["المدينة"].left && first.Open.right <= first["خرائط"].left);
  await page.getByRole("button", { name: "التالي" }).click();
  // المدينة | NG 30 بحسب
  await lines(page).filter({ hasText: "NG" }).waitFor();
  const last = await places("NG");
  assert.ok(last.NG.right <= last["30"].left);
  assert.ok(last["30"].right <= last["المدينة"].left && last["بحسب"].right <= last.NG.left, "a context that begins with Latin letters still goes to the left");
}));

test("lines are sorted by the words around, marked in them, and turned round by the heading", () => study({}, async (page) => {
  await seek(page, "ترميم");
  await page.getByLabel("الترتيب بحسب").selectOption("الكلمة الأولى بعدها");
  const marks = page.locator(".kwic .after b");
  await marks.first().waitFor();
  const words = await marks.allTextContents();
  assert.ok(words.length >= 49, String(words.length));
  assert.deepEqual(words, [...words].sort((a, b) => a.replace(/[أآ]/g, "ا").localeCompare(b.replace(/[أآ]/g, "ا"), "ar")));
  const heading = page.locator(".kwic th.after");
  assert.equal(await heading.getAttribute("aria-sort"), "ascending");
  await heading.getByRole("button").click();
  await page.locator('.kwic th.after[aria-sort="descending"]').waitFor();
  await page.waitForFunction((last) => document.querySelector(".kwic .after b")?.textContent !== last, words[0]);
  await page.locator(".kwic th.before button").click();
  await page.locator('.kwic th.before[aria-sort="ascending"]').waitFor();
  await page.locator(".kwic .before b").first().waitFor();
  assert.equal(await page.getByLabel("الترتيب بحسب").inputValue(), "الكلمة الأولى قبلها");
}));

test("fifty lines stand on a page, and the pages are turned", () => study({}, async (page) => {
  await seek(page, "المدينة");
  await found(page, "72 موضعا");
  assert.equal(await lines(page).count(), 50);
  const pager = page.locator(".pager");
  assert.equal(spaced(await pager.locator("span").textContent()), "1–50 من 72");
  const next = page.getByRole("button", { name: "التالي" });
  await next.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length === 22);
  assert.equal(spaced(await pager.locator("span").textContent()), "51–72 من 72");
  assert.equal(await next.getAttribute("aria-disabled"), "true");
  assert.ok(await next.evaluate((button) => button === document.activeElement), "the focus stays");
  await page.getByRole("button", { name: "السابق" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length === 50);
}));

test("a line leads to its place, all places can be followed, and pointing lights the other side", () => study({}, async (page) => {
  await seek(page, "المدينة");
  await lines(page).nth(3).locator(".before").click();
  await page.locator(".focus-strip").waitFor();
  assert.equal(await page.locator(".focus-place").textContent(), "4 من 72");
  assert.deepEqual(await highlighted(page, "mubin-current"), ["المدينة"]);
  assert.equal(await page.locator(".kwic tr[data-pressed]").count(), 1);
  await page.getByRole("button", { name: "الموضع التالي" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr")[4].hasAttribute("data-pressed"));
  await lines(page).nth(0).getByRole("button").focus();
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await highlighted(page, "mubin-hover"), ["المدينة"]);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".focus-place").textContent === "2 من 72");
  const { x, y } = await placeOf(page, "المدينة");
  await page.mouse.move(x, y);
  await page.locator(".kwic tr[data-lit]").waitFor();
  await page.mouse.move(2, 2);
  await page.locator(".kwic tr[data-lit]").waitFor({ state: "detached" });
}));

test("the strip shows the beginning of the text at the right and leads into it", () => study({}, async (page) => {
  await seek(page, "Harbour");
  await found(page, "موضع واحد");
  const [stroke] = (await page.locator(".spread path").getAttribute("d")).match(/\d+(?=[. ])/);
  assert.ok(Number(stroke) > 950, stroke);
  await page.locator(".spread").click();
  await page.waitForFunction(() => document.querySelector(".focus-word")?.textContent === "Harbour");
}));

test("on a phone a line is two, and reads on from one to the next", () => study({ viewport: { width: 360, height: 740 } }, async (page) => {
  await seek(page, "المدينة");
  await lines(page).nth(9).waitFor();
  const rows = await lines(page).evaluateAll((all) => all.slice(0, 20).map((row) => [...row.children].map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell.querySelector("bdi") ?? cell);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, top, bottom };
  })));
  for (const [before, node, after] of rows) {
    assert.ok(before.bottom <= node.top + 6, "what precedes stands above");
    assert.ok(Math.abs(node.right - rows[0][1].right) < 2, "the words begin on one line down the page");
    assert.ok(after.right <= node.left && Math.abs(after.top - node.top) < 6, "what follows goes on beside the word");
    assert.ok(before.left >= 0 && after.left >= 0);
  }
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
}));

test("a word is found folded, exact, by pattern, lemma and root, with what is attached to it and without", () => study({
  text: `${LONG}\n\nوكتبت الصحيفة أن الكاتب كتب كتابا عن المكتبات، وأن كتابه في مكتبة المدينة؛ وزار أحمد المكتبه.`,
}, async (page) => {
  const attached = page.getByLabel("مع السوابق واللواحق");
  await attached.uncheck();
  await seek(page, "المكتبة");
  await found(page, "موضع واحد");
  await seek(page, "المكتبة", "exact");
  await found(page, "لا مواضع");
  await seek(page, "المكتبه");
  await found(page, "موضع واحد");
  await seek(page, "كتاب", "folded");
  await found(page, "لا مواضع");
  await attached.check();
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length >= 1);
  await attached.uncheck();
  await seek(page, "مكت*", "wildcard");
  await found(page, "موضع واحد");
  await seek(page, "كت؟ب");
  await page.waitForFunction(() => document.querySelector("#study .found").textContent === "لا مواضع");
  await seek(page, "كتب", "root");
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length >= 6);
  const forms = new Set(await texts(page.locator(".kwic tbody .node button")));
  for (const form of ["وكتبت", "كتابه", "المكتبات", "مكتبة"]) assert.ok(forms.has(form), `${form} in ${[...forms]}`);
  assert.equal(await attached.count(), 0, "of roots it is always so");
  await open(page, "frequency");
  await page.waitForFunction(() => {
    const words = [...document.querySelectorAll(".words .word")].map((word) => word.textContent);
    return words.length > 3 && words.length < 12 && words.includes("كتابه");
  });
  await seek(page, "مكت", "folded");
  await open(page, "context");
  await page.getByRole("button", { name: /ابحث عما يبدأ بها/ }).click();
  await found(page, "موضع واحد");
  assert.equal(await page.getByRole("searchbox").inputValue(), "مكت*");
}));

test("without a word there are words to begin with, and a query that means nothing is told", () => study({}, async (page) => {
  const offered = page.locator(".phrases .phrase");
  await offered.first().waitFor();
  assert.deepEqual(await auditor(page)(), []);
  await offered.first().click();
  await lines(page).first().waitFor();
  await seek(page, "tag:NOTHING");
  await page.locator(".remark", { hasText: "لم يُفهم" }).waitFor();
}));

test("a collocation shows the lines in which both words stand, and lets go of the second", () => study({ view: "collocations" }, async (page) => {
  await seek(page, "المدينة");
  const table = page.locator(".study-table");
  await table.waitFor();
  const scores = (await table.locator("tbody td:nth-child(4)").allTextContents()).map(Number);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a), "the strongest comes first");
  await page.getByLabel("الجهة").selectOption("بعدها فقط");
  await page.waitForFunction((before) => document.querySelectorAll(".study-table tbody tr").length < before, scores.length);
  await page.locator(".study-table .sort", { hasText: "معا" }).click();
  await page.locator('.study-table th[aria-sort="descending"]', { hasText: "معا" }).waitFor();
  const row = table.locator("tbody tr", { hasText: "قَدِيم" });
  const together = Number(await row.locator("td").first().textContent());
  await row.getByRole("button").click();
  await page.locator(".pair").waitFor();
  await page.waitForFunction((n) => parseInt(document.querySelector("#study .found").textContent, 10) === n, together);
  assert.equal(await page.evaluate(() => document.activeElement.id), "study-context");
  for (const marked of await texts(page.locator(".kwic tr .after b"))) assert.match(marked, /قديم/);
  assert.equal(await page.locator(".kwic .after b").count(), await lines(page).count());
  await page.getByRole("button", { name: "أظهر سياقاتها كلها" }).click();
  await found(page, "72 موضعا");
}));

test("sequences of two to five words are counted, filtered by the search, and lead to their lines", () => study({ view: "sequences" }, async (page) => {
  const rows = page.locator(".study-table tbody tr");
  await rows.first().waitFor();
  const counts = (await rows.locator("td.number").allTextContents()).map(Number);
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
  await page.getByLabel("4 كلمات", { exact: true }).check();
  await page.waitForFunction(() => [...document.querySelectorAll(".study-table .word")].every((word) => word.textContent.split(" ").length === 4));
  await seek(page, "المدينة");
  await page.waitForFunction(() => [...document.querySelectorAll(".study-table .word")].every((word) => /المدين[ةه]/.test(word.textContent)));
  const n = Number(await rows.first().locator("td.number").textContent());
  await rows.first().getByRole("button").click();
  await page.locator(".kwic").waitFor();
  await page.waitForFunction((wanted) => parseInt(document.querySelector("#study .found").textContent, 10) === wanted, n);
  await open(page, "sequences");
  await rows.nth(1).waitFor();
  await page.getByLabel("المدخل المعجمي", { exact: true }).check();
  await seek(page, "");
  await rows.first().waitFor();
}));

test("keywords stand by their score and are sorted otherwise, and lead to their lines", () => study({ view: "keyness" }, async (page) => {
  const table = page.locator(".study-table");
  await table.waitFor();
  const scores = (await table.locator("tbody td:nth-child(4)").allTextContents()).map((text) => Number(text.replaceAll(",", "")));
  assert.ok(scores.length > 3);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  await table.locator(".sort", { hasText: "المدخل" }).click();
  await page.locator('.study-table th[aria-sort="ascending"]', { hasText: "المدخل" }).waitFor();
  const lemmas = await table.locator(".word").allTextContents();
  assert.deepEqual(lemmas, [...lemmas].sort(new Intl.Collator("ar").compare));
  await seek(page, "ترميم");
  await page.waitForFunction(() => document.querySelectorAll(".study-table .word").length === 1);
  await table.locator(".word").click();
  await lines(page).first().waitFor();
  assert.equal(await page.locator(".seek select").inputValue(), "lemma");
  await page.getByRole("button", { name: "العودة إلى الكلمات المميِّزة" }).click();
  await table.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "study-keyness");
  assert.equal(await page.locator(".seek select").inputValue(), "folded", "the list is as it was left");
  assert.equal(await page.getByRole("searchbox").inputValue(), "ترميم");
}));

test("without the frequencies of Arabic that is said, and they load on the next try", () => study({
  view: "keyness", prepare: (page) => page.route("**/frequency-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  const remark = page.locator(".study-failed");
  await remark.waitFor();
  assert.match(await remark.textContent(), /تواتر/);
  assert.deepEqual(await auditor(page)(), []);
  await page.unroute("**/frequency-*.pack");
  await remark.getByRole("button").click();
  await page.locator(".study-table").waitFor();
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

test("without the lexicon words are still found, and what needs it is not offered", () => study({
  prepare: (page) => page.route("**/lexicon-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  assert.deepEqual(await page.locator(".seek option").evaluateAll((options) => options.map(({ value }) => value)), ["folded", "exact", "wildcard"]);
  await seek(page, "المدينة");
  await found(page, "72 موضعا");
  await open(page, "collocations");
  await page.locator(".study-table").waitFor();
  await open(page, "keyness");
  await page.locator("#study .remark").waitFor();
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

test("the lines are copied and handed out as a table", () => study({
  init: () => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: (text) => { globalThis.copied = text; return Promise.resolve(); } } });
  },
}, async (page) => {
  await seek(page, "المدينة");
  await lines(page).first().waitFor();
  await page.getByRole("button", { name: "انسخ", exact: true }).click();
  await page.getByRole("button", { name: "نُسخ", exact: true }).waitFor();
  const rows = (await page.evaluate(() => globalThis.copied)).split("\n").map((line) => line.split("\t"));
  assert.equal(rows.length, 72);
  assert.ok(rows.every((row) => row.length === 3 && row[1] === "المدينة"));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "ملف CSV" }).click()]);
  assert.equal(download.suggestedFilename(), "mubin-context.csv");
  const csv = await readFile(await download.path(), "utf8");
  assert.ok(csv.startsWith('\uFEFF"ما قبلها","الكلمة","ما بعدها"\r\n'));
  assert.equal(csv.trimEnd().split("\r\n").length, 73);
}));

test("a row of the word table leads to its contexts", () => study({ view: "frequency" }, async (page) => {
  await page.getByRole("button", { name: "القديمة", exact: true }).click();
  await page.getByRole("button", { name: "سياقاتها" }).click();
  await lines(page).first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "study-context");
  assert.deepEqual([...new Set(await texts(page.locator(".kwic tbody .node button")))], ["القديمة"]);
  await page.mouse.move(2, 2);
  assert.deepEqual(await highlighted(page, "mubin-hover"), [], "the row that was pointed at is gone, and its light with it");
}));

test("while one types, only the last question counts", () => study({}, async (page) => {
  const box = page.getByRole("searchbox");
  for (const query of ["المدينة", "ترميم", "الأسبوع"]) await box.fill(query);
  await page.waitForFunction(() => document.querySelector(".kwic:not([aria-busy]) tbody .node button")?.textContent === "الأسبوع");
  assert.deepEqual([...new Set(await texts(page.locator(".kwic tbody .node button")))], ["الأسبوع"]);
  await box.fill("");
  await page.locator(".phrases").waitFor();
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`no accessibility fault in any study (${lang})`, () => study({ lang }, async (page) => {
    const audit = auditor(page);
    await seek(page, "المدينة");
    await lines(page).first().waitFor();
    await lines(page).nth(2).locator(".after").click();
    await page.locator(".kwic tr[data-pressed]").waitFor();
    assert.deepEqual(await audit(), [], "context");
    for (const view of /** @type {const} */ (["collocations", "sequences"])) {
      await open(page, view);
      await page.locator(".study-table").waitFor();
      assert.deepEqual(await audit(), [], view);
    }
    await seek(page, "");
    await open(page, "keyness");
    await page.locator(".study-table").waitFor();
    assert.deepEqual(await audit(), [], "keyness");
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, "context");
    await seek(page, "المدينة");
    await page.locator(".kwic[data-stacked]").waitFor();
    assert.deepEqual(await audit(), [], "phone");
  }));

  test(`nothing scrolls sideways at 320 pixels in any study (${lang})`, () => study({ lang, viewport: { width: 320, height: 640 } }, async (page) => {
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0, "invitation");
    await seek(page, "المدينة");
    await lines(page).first().waitFor();
    assert.equal(await overflow(), 0, "context");
    for (const view of /** @type {const} */ (["collocations", "sequences"])) {
      await open(page, view);
      await page.locator(".study-table").waitFor();
      assert.equal(await overflow(), 0, view);
    }
    await seek(page, "");
    await open(page, "keyness");
    await page.locator(".study-table").waitFor();
    assert.equal(await overflow(), 0, "keyness");
  }));
}
