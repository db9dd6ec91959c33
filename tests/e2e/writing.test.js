/** The writing panel against the engine's own corrections: accepting, ignoring, taking back, own words, what hides in a text. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { headline, highlighted, openCard, paste, readerText, SINGLE_FILE, stage, visit } from "./harness.js";

const here = stage();

const TEXT = [
  "الوزارة تعلن اجراءات جديدة لدعم القرى البعيدة",
  "قالت الوزارة إن اجراءات الدعم تبدأ غدا, وإنها تذهب إلى  القرى البعيدة قبل نهاية العام الجاري. وتشمل اجراءات الدعم المدرس\u200Bة القديمة والمستشفى الكبير.",
  "وأضافت أن الخطوة تشمل الطريق الذي يربط القرى بالمدينة، وأن شركة الشلمبوطي تنفذ العمل في ثلاثة أشهر.",
].join("\n\n");

/** @param {string} text */
const spaced = (text) => text.replace(/\s+/g, " ").trim();

/**
 * Opens the page, reads the text, brings the panel to the front.
 * @param {import("./harness.js").Wishes & { text?: string }} wishes
 * @param {(page: any, log: import("./harness.js").Log) => Promise<void>} scenario
 */
const write = ({ text = TEXT, ...wishes }, scenario) => visit(here, wishes, async (page, log) => {
  await paste(page, { text });
  await page.locator(".reader p").first().waitFor();
  await page.locator("#tab-writing").click();
  await page.locator("#writing-title").waitFor();
  await scenario(page, log);
});

/** @param {any} page */
const rows = (page) => page.locator(".fix-row");
/** The row of a correction of these words. @param {any} page @param {string} words */
const row = (page, words) => page.locator(".fix-row", { has: page.locator("del", { hasText: words }) }).first();
/** @param {any} page @param {string} said */
const announced = (page, said) => page.waitForFunction((wanted) => document.querySelector("p[role=status]").textContent === wanted, said);
/** The text as the surface has it. @param {any} page */
const textOf = (page) => page.locator("#surface").inputValue();
/** @param {any} page @param {number} n */
const left = (page, n) => page.waitForFunction((count) => document.querySelectorAll(".fix-row").length === count, n);

test("corrections are listed with what is written, the fix, the kind, and why", () => write({}, async (page) => {
  const first = rows(page).first();
  assert.equal(spaced(await first.locator("del").textContent()), "المكتوب: اجراءات");
  assert.equal(await first.locator(".act.first").textContent(), "إجراءات");
  assert.equal(spaced(await first.locator(".meta > b, .meta > span:not(.reason)").allTextContents().then((parts) => parts.join(" "))), "مؤكَّد همزة");
  assert.match(await first.locator(".reason").textContent(), /همزة قطع/);
  assert.equal(spaced(await row(page, "غدا").locator(".change").textContent()), "المكتوب: غدا, غدا،");
  assert.equal(spaced(await row(page, "␣").locator(".change").textContent()), "المكتوب: إلى␣␣القرى إلى␣القرى");
  assert.equal(spaced(await row(page, "U+200B").locator(".change").textContent()), "المكتوب: المدرسU+200Bة المدرسة");
  const count = Number(await page.locator('.switch[data-layer="correction"] .number').textContent());
  assert.equal(await rows(page).count(), count);
  assert.deepEqual((await highlighted(page, "mubin-fix-certain")).filter((words) => words === "اجراءات").length, 3);
  await row(page, "غدا").locator(".to-place").click();
  await page.waitForFunction(() => CSS.highlights.get("mubin-current")?.size === 1);
  assert.deepEqual(await highlighted(page, "mubin-current"), [","]);
}));

test("accepting writes the fix, keeps the focus in the list, says so, and is taken back", () => write({}, async (page) => {
  const before = await rows(page).count();
  await rows(page).nth(1).locator(".act.first").focus();
  await page.keyboard.press("Enter");
  await announced(page, "كُتب «إجراءات» مكان «اجراءات».");
  await left(page, before - 1);
  await page.waitForFunction((wanted) => document.querySelector("#surface").value === wanted, TEXT.replace("إن اجراءات", "إن إجراءات"));
  await page.locator(".reader", { hasText: "إن إجراءات الدعم" }).waitFor(); // the text is written at once, and read a moment later
  assert.ok((await readerText(page)).includes("تعلن اجراءات"), "the other place is as it was");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".fix-row:nth-child(2) .act")), "the next one has the focus");
  await page.keyboard.press("Control+z");
  await announced(page, "أُلغي ما سبق: كُتب «إجراءات» مكان «اجراءات».");
  await left(page, before);
  assert.equal(await textOf(page), TEXT);
  assert.equal(await page.locator(".undo").count(), 0);
}));

test("all that is certain is accepted in one step and taken back in one", () => write({}, async (page) => {
  const before = await rows(page).count();
  await page.locator(".writing-acts .strong").click();
  await page.locator(".undo").waitFor();
  await page.waitForFunction(() => !document.querySelector("#surface").value.includes("اجراءات"));
  const text = await textOf(page);
  assert.ok(text.includes("غدا، وإنها تذهب إلى القرى"), "comma and space");
  assert.ok(text.includes("المدرسة القديمة"), "what was hidden");
  assert.match(await page.getByRole("status").textContent(), /^قُبلت? .*مؤكَّد/);
  await page.waitForFunction(() => document.querySelectorAll('.fix-row[data-tier="certain"]').length === 0);
  await page.getByRole("button", { name: "تراجع" }).click();
  await left(page, before);
  assert.equal(await textOf(page), TEXT);
}));

test("the same fixes stand in one row on request, and are accepted together", () => write({}, async (page) => {
  await page.getByLabel("اجمع المتماثل").check();
  const group = row(page, "اجراءات");
  assert.equal(await group.locator(".fix-times").textContent(), "3 مرات");
  await group.locator("summary").click();
  assert.equal(await group.locator(".fix-places .to-place").count(), 3);
  await group.locator(".act.first").click();
  await announced(page, "كُتب «إجراءات» في 3 مواضع.");
  await page.waitForFunction(() => document.querySelector("#surface").value.split("إجراءات").length === 4);
}));

test("what is ignored stays so in this text, through edits, a visit later too, and comes back on request", () => write({ draft: true }, async (page) => {
  const before = await rows(page).count();
  await rows(page).nth(1).getByRole("button", { name: /^تجاهل/ }).click();
  await left(page, before - 1);
  await page.getByText("تجاهلت تصويبا واحدا في هذا النص.").waitFor();
  await rows(page).first().locator(".act.first").click(); // an edit before it
  await left(page, before - 2);
  await page.waitForFunction(() => document.querySelector("#surface").value.includes("تعلن إجراءات"));
  await page.reload();
  await headline(page).waitFor();
  await page.locator("#tab-writing").click();
  await left(page, before - 2);
  await page.getByRole("button", { name: "أعدها" }).click();
  await left(page, before - 1);
  await page.keyboard.press("Control+z");
  await left(page, before - 2);
}));

test("corrections are filtered by how sure they are and by kind", () => write({}, async (page) => {
  const all = await rows(page).count();
  await page.locator('.tiers [data-tier="certain"]').click();
  await page.waitForFunction(() => document.querySelectorAll('.fix-row:not([data-tier="certain"])').length === 0);
  await page.locator('.tiers [data-tier="certain"]').click();
  await left(page, all);
  await page.getByLabel("نوع الخطأ").selectOption({ label: "علامات ترقيم (1)" });
  await left(page, 1);
  assert.equal(await rows(page).first().getAttribute("data-kind"), "punctuation");
}));

test("own words are no mistakes, are kept, and can be taken out and brought in", () => write({}, async (page) => {
  const word = row(page, "اجراءات");
  await word.getByRole("button", { name: /^أضف إلى قاموسي/ }).click();
  await announced(page, "أُضيف إلى قاموسك: اجراءات");
  await word.waitFor({ state: "detached" });
  assert.ok(await page.evaluate(() => document.activeElement.matches(".fix-row:first-child .act")));
  await page.reload();
  await page.locator("#surface").waitFor();
  await paste(page, { text: TEXT });
  await headline(page).waitFor();
  await page.locator("#tab-writing").click();
  await rows(page).first().waitFor();
  assert.equal(await word.count(), 0);
  await page.locator(".own-words summary").click();
  assert.equal(await page.locator(".own-words summary").textContent(), "قاموسي: كلمة واحدة");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "صدّر القاموس ملفا نصيا" }).click();
  assert.equal(await readFile(await (await download).path(), "utf8"), "اجراءات\n");
  await page.locator(".own-word button").click();
  await word.waitFor();
  await page.locator(".own-words input[type=file]").setInputFiles({ name: "w.txt", mimeType: "text/plain", buffer: Buffer.from("الشلمبوطي\nاجراءات\n") });
  await announced(page, "أُضيفت إلى قاموسك كلمتان.");
  await word.waitFor({ state: "detached" });
  await page.getByLabel("كلمة جديدة").fill("قريباً");
  await page.keyboard.press("Enter");
  await announced(page, "أُضيف إلى قاموسك: قريباً");
}));

test("a text that comes before the own words have been read is read with them", () => write({
  init: () => { // once it is said so, the words come only when they are let
    const { get } = IDBObjectStore.prototype;
    const held = sessionStorage.getItem("held") && new Promise((done) => { globalThis.letWords = done; });
    IDBObjectStore.prototype.get = function (key) {
      const request = get.call(this, key);
      return key !== "words" || !held ? request : Object.create(null, {
        result: { get: () => request.result },
        onsuccess: { set: (done) => { request.onsuccess = () => held.then(done); } },
        ...Object.fromEntries(["oncomplete", "onabort", "onerror"].map((name) => [name, { set() {} }])),
      });
    };
  },
}, async (page) => {
  await row(page, "اجراءات").getByRole("button", { name: /^أضف إلى قاموسي/ }).click();
  await row(page, "اجراءات").waitFor({ state: "detached" });
  await page.evaluate(() => sessionStorage.setItem("held", "1"));
  await page.reload();
  await paste(page, { text: TEXT });
  await headline(page).waitFor();
  await page.locator("#tab-writing").click();
  await row(page, "اجراءات").waitFor();
  await page.evaluate(() => globalThis.letWords());
  await row(page, "اجراءات").waitFor({ state: "detached" });
}));

test("where storage is denied own words hold until the page is closed", () => write({
  init: () => Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } }),
}, async (page) => {
  await row(page, "اجراءات").getByRole("button", { name: /^أضف إلى قاموسي/ }).click();
  await row(page, "اجراءات").waitFor({ state: "detached" });
  await page.locator(".own-words summary").click();
  await page.getByText("لا يسمح المتصفح بحفظها").waitFor();
}));

test("hidden characters are marked where they stand and taken out, open direction controls warned of first", () => write({
  text: TEXT.replace("الطريق", "\u202Eالطريق"),
}, async (page) => {
  assert.match(await page.locator("#panel-writing > :first-child").textContent(), /محارف اتجاه لم تُغلق/);
  await page.getByRole("button", { name: "أظهر: محارف بلا عرض" }).click();
  await page.locator(".markers > span", { hasText: "U+200B" }).waitFor();
  await page.locator(".bidi").getByRole("button", { name: /^احذف/ }).click();
  await announced(page, "حُذف محرف واحد.");
  await page.locator(".bidi").waitFor({ state: "detached" });
  await page.locator(".markers > span", { hasText: "U+200B" }).waitFor();
  assert.equal(await textOf(page), TEXT);
  await page.locator(".hidden-row summary").first().click();
  await page.locator(".hidden-place").getByRole("button", { name: "احذف: U+200B" }).click();
  await page.waitForFunction(() => !document.querySelector("#surface").value.includes("\u200B"));
  await page.getByText("لا محارف خفية ولا ملتبسة في هذا النص.").waitFor();
  await page.locator(".markers").waitFor({ state: "detached" });
}));

test("the card of a flagged word shows its correction first, by pointer and by keyboard", () => write({}, async (page) => {
  await openCard(page, "اجراءات");
  const fix = page.locator(".card-fixes .act.first");
  assert.equal(await fix.textContent(), "إجراءات");
  await fix.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#surface").value.startsWith("الوزارة تعلن إجراءات"));
  await page.locator(".card-fixes").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.id === "card-word");
  assert.match(await page.locator(".card-facts").textContent(), /إِجْراء/, "the card of the word as it is now");
  await page.keyboard.press("Escape");
  await page.locator(".reader").focus();
  for (let i = 0; i < 12 && !await page.locator(".card-fixes").count(); i++) {
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    if (!await page.locator(".card-fixes").count()) await page.locator(".reader").focus();
  }
  assert.equal(spaced(await page.locator(".card-fixes del").first().textContent()), "المكتوب: اجراءات");
  await page.locator(".card-fixes").getByRole("button", { name: /^تجاهل/ }).click();
  await page.locator(".card-fixes").waitFor({ state: "detached" });
}));

test("decisions move along with an edit, and so do caret and scroll place", () => write({
  text: `${TEXT}\n\n${Array.from({ length: 30 }, (_, i) => `ثم قال مدير المدرسة رقم ${i + 10} إن الطلاب عادوا إلى الصفوف في الأسبوع الأول من الشهر.`).join("\n\n")}`,
}, async (page) => {
  await openCard(page, "القديمة");
  await page.locator(".reading-choice").first().click();
  await page.locator(".card-decided").waitFor();
  const wanted = await page.locator(".card-word bdi").textContent();
  await page.keyboard.press("Escape");
  await rows(page).first().locator(".act.first").click();
  await page.waitForFunction(() => document.querySelector(".reader").textContent.includes("تعلن إجراءات"));
  await openCard(page, "القديمة");
  await page.locator(".card-decided").waitFor();
  assert.equal(await page.locator(".card-word bdi").textContent(), wanted);
  await page.keyboard.press("Escape");
  await page.evaluate(() => scrollTo(0, 1200));
  const before = await page.evaluate(() => scrollY);
  await rows(page).first().locator(".act.first").evaluate((button) => button.click());
  await page.waitForFunction(() => document.querySelector("#surface").value.includes("إن إجراءات"));
  await page.waitForTimeout(100);
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - before) < 60);
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.locator("#surface").evaluate((area) => area.setSelectionRange(area.value.indexOf("الشلمبوطي"), area.value.indexOf("الشلمبوطي") + 3));
  await row(page, "␣").locator(".act.first").click();
  await page.waitForFunction(() => document.querySelector("#surface").value.includes("إلى القرى"));
  await page.locator("#surface").focus();
  assert.equal(await page.locator("#surface").evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), "الش");
  await page.locator("#surface").pressSequentially("X");
  await page.waitForTimeout(50);
  await row(page, "اجراءات").locator(".act.first").click(); // typed a moment ago: not lost
  await page.waitForFunction(() => document.querySelector("#surface").value.split("إجراءات").length === 4);
  assert.ok((await textOf(page)).includes("Xلمبوطي"));
}));

test("a text without mistakes says so", () => write({
  text: "افتتحت البلدية صباح اليوم حديقة عامة جديدة على شاطئ المدينة القديمة.\n\nوقال رئيس البلدية إن الحديقة تضم مئتي شجرة وملعبا للأطفال ومسارا للمشي.",
}, async (page) => {
  await page.getByText("لا أخطاء ظاهرة في هذا النص.").waitFor();
}));

test("spellings that are all right are made one on request", () => write({
  text: `${TEXT}\n\nوقال مسؤول في الوزارة إن مسؤول القرية وافق، ثم عاد مسئول آخر إلى المدينة.`,
}, async (page) => {
  assert.equal(await row(page, "مسئول").count(), 0);
  await page.getByLabel("توحيد الإملاء").check();
  await row(page, "مسئول").locator(".act.first", { hasText: "مسؤول" }).waitFor();
  assert.equal(await row(page, "مسئول").getAttribute("data-tier"), "variant");
  await page.waitForFunction(() => CSS.highlights.get("mubin-fix-variant")?.size === 1);
  await page.getByLabel("توحيد الإملاء").uncheck();
  await row(page, "مسئول").waitFor({ state: "detached" });
}));

test("a hundred stand at a time, counted as Arabic counts and in the digits of the reader's choice", () => write({
  text: `${TEXT}\n\n${Array.from({ length: 120 }, (_, i) => `وتشمل اجراءات الدعم القرية رقم ${i + 10} من القرى البعيدة.`).join(" ")}`,
}, async (page) => {
  await left(page, 100);
  assert.match(await page.locator("#writing-title").textContent(), /^\d+ تصويبا مقترحا$/);
  await page.locator(".fixes + .more").click();
  await page.waitForFunction(() => document.querySelectorAll(".fix-row").length > 120);
  await page.getByText("الإعدادات").click();
  await page.getByLabel("١٢٣").check();
  assert.match(await page.locator("#writing-title").textContent(), /^[٠-٩]+ تصويبا مقترحا$/);
}));

test("without the lexicon the panel says what was not checked", () => write({
  prepare: (page) => page.route("**/lexicon-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await page.getByText("لم يُفحص إملاء الكلمات، لأن بيانات اللغة اللازمة لم تُحمَّل.").waitFor();
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

test("a panel that cannot be loaded is asked for again", () => visit(here, {
  prepare: async (page) => {
    let tries = 0;
    await page.route(/writing-\w+\.js/, (route) => (tries++ < 2 ? route.abort() : route.continue()));
  },
}, async (page, log) => {
  log.expectedConsole.push(...Array(2).fill("error: Failed to load resource: net::ERR_FAILED"));
  await paste(page, { text: TEXT });
  await headline(page).waitFor();
  await page.locator("#tab-writing").click();
  await page.getByRole("button", { name: "أعد المحاولة" }).click();
  await rows(page).first().waitFor();
}));

test("it is all in the single file too", () => visit(here, { url: SINGLE_FILE }, async (page) => {
  await paste(page, { text: TEXT });
  await headline(page).waitFor();
  await page.locator("#tab-writing").click();
  await rows(page).first().locator(".act.first").click();
  await page.waitForFunction(() => document.querySelector("#surface").value.includes("تعلن إجراءات"));
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`accessible in ${lang}`, () => write({ lang, text: TEXT.replace("الطريق", "\u202Eالطريق") }, async (page) => {
    const audit = auditor(page);
    assert.deepEqual(await audit(), []);
    await page.locator(".own-words summary").click();
    await page.locator(".hidden-row summary").first().click();
    await page.getByLabel(lang === "ar" ? "اجمع المتماثل" : "Group the same fixes").check();
    await rows(page).first().locator(".act.first").click();
    await page.locator(".undo").waitFor();
    assert.deepEqual(await audit(), []);
    await openCard(page, "غدا");
    assert.deepEqual(await audit(), []);
  }));
}

test("in English the reasons are English, and nothing overflows on a phone", () => write({ lang: "en", viewport: { width: 360, height: 740 } }, async (page) => {
  assert.match(spaced(await rows(page).first().locator(".reason").textContent()), /^إجراءات begins with a hamza that is always spoken/);
  await page.locator(".own-words summary").click();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}));
