/** The studies of the words: how they are opened, asked, sorted and handed out. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { highlighted, openCard, readSample, SINGLE_FILE, stage, visit } from "./harness.js";
import { found, lines, open, seek, studyIn, texts } from "./studies.js";

const here = stage();
const study = studyIn(here);

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

test("the card of a word leads to the concordance of its dictionary form", () => study({ view: "frequency" }, async (page) => {
  await openCard(page, "الأبواب");
  await page.locator(".card").getByRole("button", { name: "كشّاف السياق" }).click();
  await lines(page).first().waitFor();
  assert.equal(await page.locator(".card").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "study-context");
  for (const node of await texts(page.locator(".kwic tbody .node button"))) assert.match(node, /أبواب/);
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
