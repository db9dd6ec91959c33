/** The layers over the text: switched, painted, remembered, told on the card, and lit from both sides. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { lit, readNews } from "./content.js";
import { highlighted, openCard, placeOf, stage } from "./harness.js";

const here = stage();

/** @param {any} page @param {string} layer */
const button = (page, layer) => page.locator(`.switch[data-layer="${layer}"]`);
/** @param {string} text */
const spaced = (text) => text.replace(/\s+/g, " ").trim();

test("each layer has its switch with how many it has, and paints its places", () => readNews(here, {}, async (page) => {
  const labels = (await page.locator(".switch").allTextContents()).map(spaced);
  assert.deepEqual(labels, ["الأشخاص 4", "الأماكن 7", "المؤسسات 1", "أسماء أخرى 2", "الزمن 7", "المقادير 7", "الأقوال 7", "التصويبات 0"]);
  assert.deepEqual(await highlighted(page, "mubin-person"), ["هند العلمي", "سامي بدران", "بدران", "العلمي"]);
  assert.deepEqual(await highlighted(page, "mubin-quantity"), [], "not switched on at first");
  await button(page, "quantity").click();
  assert.ok((await highlighted(page, "mubin-quantity")).includes("12 مليون يورو"));
  await button(page, "statement").focus();
  await page.keyboard.press("Space");
  assert.ok((await highlighted(page, "mubin-statement")).includes("لن نهدم بيتا واحدا في طريق السكة"));
  await button(page, "person").click();
  assert.deepEqual(await highlighted(page, "mubin-person"), []);
  assert.equal(await button(page, "person").getAttribute("aria-pressed"), "false");
}));

test("the switches are remembered, and the words of a text stay one run of letters", () => readNews(here, {}, async (page) => {
  await button(page, "statement").click();
  await button(page, "time").click();
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("mubin.preferences")).layers);
  assert.deepEqual(kept, ["person", "place", "organisation", "correction", "statement"]);
  assert.ok(await page.locator(".reader p.body").evaluateAll((paragraphs) => paragraphs.every(({ childNodes }) => childNodes.length === 1)));
}));

test("where the browser paints no highlights, lines and grounds lie behind the text", () => readNews(here, {
  prepare: (page) => page.addInitScript(() => { delete globalThis.Highlight; }),
}, async (page) => {
  await page.locator(".overlay.person span").first().waitFor();
  await button(page, "statement").click();
  await page.locator(".overlay.statement span").first().waitFor();
}));

test("the card says what a word belongs to", () => readNews(here, {}, async (page) => {
  await openCard(page, "طرابلس");
  assert.match(spaced(await page.locator(".here").textContent()), /في هذا الموضعمكان طرابلس · ليبيا · 90.*قائل غير مذكور/);
  await openCard(page, "سنوات");
  const two = (await page.locator(".here li").allTextContents()).map(spaced);
  assert.equal(two.length, 2);
  assert.match(two[0], /^مدة 5 سنوات/);
  assert.match(two[1], /^عدد 5 · سنة/);
  await openCard(page, "التأخير");
  assert.match(spaced(await page.locator(".here").textContent()), /قول سامي بدران · تحذير \(وحذر\) · نقل بالمعنى · القائل مفهوم مما سبق/);
  const { x, y } = await placeOf(page, "2026");
  await page.mouse.click(x, y);
  await page.locator("#card-word", { hasText: "2026" }).waitFor();
  assert.match(spaced(await page.locator(".here").textContent()), /تاريخ 1 مارس 2026/, "a number has a card where it means something");
}));

test("what a word belongs to leads to its row in the panels", () => readNews(here, {}, async (page) => {
  for (const [word, link, tab, row] of [
    ["طرابلس", /طرابلس/, "names", /طرابلس/], ["التأخير", /سامي بدران/, "statements", /التأخير يكلف/], ["سنوات", /5 سنوات/, "time", /5 سنوات/],
  ]) {
    await openCard(page, word);
    await page.locator(".here-link", { hasText: link }).first().click();
    await page.locator(".card").waitFor({ state: "detached" });
    assert.equal(await page.locator(`#tab-${tab}`).getAttribute("aria-selected"), "true");
    await page.locator(":is(li, tr):has(:focus)").first().waitFor();
    assert.match(spaced(await page.evaluate(() => document.activeElement.closest(".panels :is(li, tr)").textContent)), row);
  }
}));

test("pointing at the text lights the row, pointing at a row lights the text, by keyboard too", () => readNews(here, { tab: "names" }, async (page) => {
  const { x, y } = await placeOf(page, "بدران");
  await page.mouse.move(x, y);
  await lit(page).waitFor();
  assert.match(await lit(page).textContent(), /سامي بدران/);
  await page.mouse.move(1, 1);
  await lit(page).waitFor({ state: "detached" });
  await page.locator(".entity .name", { hasText: "طرابلس" }).hover();
  assert.deepEqual(await highlighted(page, "mubin-hover"), ["طرابلس", "طرابلس"]);
  await page.locator(".entity .name", { hasText: "تونس" }).focus();
  assert.deepEqual(await highlighted(page, "mubin-hover"), ["تونس"]);
  await page.locator(".reader").focus();
  await page.mouse.move(1, 1);
  for (let i = 0; i < 80 && !await lit(page).count(); i++) await page.keyboard.press("ArrowLeft");
  assert.equal(await lit(page).count(), 1, "the arrows light rows on their way");
}));

test("what could not be read is no switch and no empty list, and is said", () => readNews(here, {
  layers: { entities: [], mentions: [], missing: ["entities", "corrections"] }, tab: "names",
}, async (page) => {
  assert.equal(await page.locator(".switch").count(), 3);
  assert.match(await page.locator(".switches").textContent(), /لم تُقرأ في هذا النص الأسماء/);
  assert.match(await page.locator("#panel-names").textContent(), /لم تُقرأ الأسماء، لأن بيانات اللغة اللازمة لم تُحمَّل\./);
}));

test("a text without any of it says so in every panel", () => readNews(here, {
  layers: { entities: [], mentions: [], statements: [], times: [], quantities: [], keyphrases: [], summary: [], gist: null, date: null },
}, async (page) => {
  for (const [tab, sentence] of [["overview", "النص أقصر من أن يُلخَّص."], ["statements", "لا أقوال منقولة"], ["names", "لا أسماء"], ["time", "لا أعداد ولا مقادير"]]) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`#panel-${tab}`).getByText(sentence).waitFor();
  }
  assert.ok(await button(page, "person").isDisabled());
}));
