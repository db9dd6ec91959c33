/** The word card: opened by pointer and by keyboard, its readings chosen and taken back, its places visited. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { ARTICLE, headline, highlighted, openCard, paste, placeOf, readSample, stage, visit } from "./harness.js";

const here = stage();

/** @param {any} page */
const word = (page) => page.locator("#card-word").textContent();
/** @param {any} page */
const grammar = (page) => page.locator(".card-grammar").textContent();
/** @param {string} text */
const bare = (text) => text.replace(/[\u064B-\u0652\u0670]/g, "");

test("a click on a word opens its card: pieces, facts and readings", () => visit(here, {}, async (page) => {
  await readSample(page);
  await openCard(page, "للباحثين");
  assert.equal(bare(await word(page)), "للباحثين");
  assert.match(await grammar(page), /^اسم · جمع · مذكر · معرفة · مجرور$/);
  assert.deepEqual(await page.locator(".piece").allTextContents(), ["لـ", "الـ", "باحث", "ـين"]);
  assert.deepEqual(await page.locator(".piece-name").allTextContents(), ["حرف جر", "أداة تعريف", "اسم", "علامة جمع"]);
  const facts = await page.locator(".card-facts > div").allTextContents();
  assert.deepEqual(facts.map((fact) => fact.replace(/\s+/g, " ").trim()).slice(0, 3), ["المدخل المعجميباحِث", "الجذرب ح ث", "الوزنفاعِل"]);
  assert.ok(facts.some((fact) => fact.includes("researcher")), "a gloss");
  assert.ok(facts.some((fact) => /\d+.?%/.test(fact)), "how sure");
  assert.deepEqual(await highlighted(page, "mubin-current"), ["للباحثين"]);
  assert.equal(await page.locator(".panels").isVisible(), false, "it stands where the panels stood");
  await page.getByRole("button", { name: "أغلق البطاقة" }).click();
  await page.locator(".card").waitFor({ state: "detached" });
  assert.ok(await page.locator(".panels").isVisible());
  assert.deepEqual(await highlighted(page, "mubin-current"), []);
}));

test("the card writes the word in Latin letters, by the scheme the reader prefers", () => visit(here, {}, async (page) => {
  await readSample(page);
  await openCard(page, "للباحثين");
  const latin = page.locator(".latin bdi");
  await page.locator(".latin bdi", { hasText: "lil-bāḥithīn" }).waitFor();
  assert.deepEqual([await latin.getAttribute("dir"), await latin.getAttribute("lang")], ["ltr", "ar-Latn"]);
  await page.getByRole("combobox", { name: "نظام النقحرة" }).selectOption("din-31635");
  await page.locator(".latin bdi", { hasText: "li-l-bāḥiṯīn" }).waitFor();
  await page.locator(".latin select").selectOption("buckwalter");
  await page.locator(".latin bdi", { hasText: "lilobaAHiviyna" }).waitFor();
  assert.equal(await page.evaluate(() => JSON.parse(localStorage.getItem("mubin.preferences") ?? "{}").scheme), "buckwalter");
}));

test("the arrows walk through the words, Enter opens a card, Escape closes it and gives the focus back", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await page.locator(".reader").focus();
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await highlighted(page, "mubin-cursor"), ["بلدية"]);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await highlighted(page, "mubin-cursor"), ["المرسى"]);
  assert.equal(await page.getByRole("status").textContent(), "المرسى");
  await page.keyboard.press("Enter");
  await page.locator("#card-word:focus").waitFor();
  assert.equal(bare(await word(page)), "المرسى");
  assert.match(await page.getByRole("status").textContent(), /^المرسى: /);
  assert.equal(await page.getByRole("dialog", { name: /^بطاقة الكلمة/ }).count(), 1);
  await page.keyboard.press("Escape");
  await page.locator(".card").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.className), "reader");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.locator("#card-word:focus").waitFor();
  assert.equal(bare(await word(page)), "تفتتح");
}));

test("with the card open the arrows turn it to the next word", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await openCard(page, "بلدية");
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => document.querySelector("#card-word").textContent.replace(/[\u064B-\u0652]/g, "") === "المرسى");
  assert.deepEqual(await highlighted(page, "mubin-current"), ["المرسى"]);
}));

test("the word table leads to the card too", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.locator("#tab-words").click();
  await page.getByRole("button", { name: "المكتبة", exact: true }).click();
  await page.getByRole("button", { name: "البطاقة" }).click();
  await page.locator("#card-word:focus").waitFor();
  assert.equal(bare(await word(page)), "المكتبة");
  await page.keyboard.press("Escape");
  await page.locator(".focus-strip").waitFor();
  assert.ok(await page.locator(".panels").isVisible());
}));

test("another reading is chosen, holds wherever the word is so written, and is taken back", () => visit(here, {}, async (page) => {
  const text = `${ARTICLE}\n\nوقد كتب رئيس البلدية عن الحديقة، ثم كتب عنها غيره من سكان المدينة.`;
  await paste(page, { text });
  await headline(page).waitFor();
  await openCard(page, "كتب");
  const first = [await word(page), await grammar(page)];
  const choice = page.locator(".reading-choice").first();
  const wanted = await choice.locator("b").textContent();
  const reading = await choice.getAttribute("data-reading");
  await choice.click();
  await page.locator(".card-decided").waitFor();
  assert.equal(await word(page), wanted);
  assert.match(await page.locator(".card-decided").textContent(), /تسري على موضعين/);
  assert.equal(await page.getByRole("status").textContent(), "اعتُمدت القراءة التي اخترتها.");
  await page.locator(".card-wait").waitFor({ state: "detached" });
  assert.equal(await page.locator(`.reading-choice[data-reading="${reading}"]`).count(), 0, "it is no other reading any more");
  await page.getByRole("button", { name: "التشكيل" }).click();
  const shown = await page.locator(".reader p.body").last().textContent();
  assert.equal(shown.split(wanted).length - 1, 2, "both places have it");
  await page.getByRole("button", { name: "تراجع عنها" }).click();
  await page.locator(".card-decided").waitFor({ state: "detached" });
  assert.deepEqual([await word(page), await grammar(page)], first);
}));

test("the card leads to the other places of the word and of its root", () => visit(here, {}, async (page) => {
  await readSample(page);
  await openCard(page, "المكتبة");
  const kin = page.locator("details.kin");
  assert.match(await kin.nth(0).locator("summary").textContent(), /كُتبت هكذا في (موضع|\d)/);
  assert.match(await kin.nth(1).locator("summary").textContent(), /وردت في (موضع|\d)/);
  const roots = kin.nth(2);
  assert.match(await roots.locator("summary").textContent(), /من الجذر ك ت ب/);
  if (await roots.getAttribute("open") === null) await roots.locator("summary").click();
  const place = roots.locator(".place").last();
  const there = await place.locator("b").textContent();
  await place.click();
  await page.waitForFunction((wanted) => {
    const range = [...CSS.highlights.get("mubin-current") ?? []][0];
    return range && range.startContainer.nodeValue.slice(range.startOffset, range.endOffset) === wanted;
  }, there);
  assert.equal(bare(await word(page)), "المكتبة", "the card stays");
}));

test("from the card one goes to the word before and after", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await openCard(page, "بلدية");
  assert.ok(await page.getByRole("button", { name: "الكلمة السابقة" }).isDisabled(), "nothing before the first word");
  await page.getByRole("button", { name: "الكلمة التالية" }).click();
  await page.waitForFunction(() => document.querySelector("#card-word").textContent.replace(/[\u064B-\u0652]/g, "") === "المرسى");
  assert.deepEqual(await highlighted(page, "mubin-current"), ["المرسى"]);
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "الكلمة التالية", "the button keeps the focus");
  await page.getByRole("button", { name: "الكلمة السابقة" }).click();
  await page.waitForFunction(() => document.querySelector("#card-word").textContent.replace(/[\u064B-\u0652]/g, "") === "بلدية");
}));

test("the card hands out the word, its vowels, its root and the whole analysis", () => visit(here, {
  prepare: (page) => page.addInitScript(() => {
    globalThis.copied = [];
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => globalThis.copied.push(text) } });
  }),
}, async (page) => {
  await readSample(page);
  await openCard(page, "للباحثين");
  await page.locator(".latin bdi", { hasText: "lil-" }).waitFor();
  for (const kind of ["word", "vowelled", "lemma", "root", "all"]) {
    await page.locator(`[data-copy="${kind}"]`).click();
    await page.locator(`[data-copy="${kind}"]`, { hasText: "نُسخ" }).waitFor();
  }
  const copied = await page.evaluate(() => globalThis.copied);
  assert.deepEqual([copied[0], bare(copied[1]), copied[2], copied[3]], ["للباحثين", "للباحثين", "باحِث", "بحث"]);
  assert.match(copied[4], /^لِ?لْ?.*: اسم · جمع · مذكر · معرفة · مجرور\nأجزاء الكلمة: لـ \(حرف جر\) \+ الـ \(أداة تعريف\) \+ باحث \(اسم\) \+ ـين \(علامة جمع\)\nالمدخل المعجمي: باحِث\nالجذر: ب ح ث\nالوزن: فاعِل\nالمعنى بالإنجليزية: .*\nالنقحرة: lil-bāḥithīn$/);
}));

test("an unsure reading and a guess are called so", () => visit(here, {}, async (page) => {
  await paste(page, { text: `${ARTICLE}\n\nوزار البلدية وفد من شركة زنفوطيا الجديدة، وسأل عن الحديقة.` });
  await headline(page).waitFor();
  await openCard(page, "زنفوطيا");
  assert.match(await page.locator(".card .remark").textContent(), /تخمين/);
}));

test("on a phone the card is a sheet from below, and the word stays in view", () => visit(here, { viewport: { width: 360, height: 740 } }, async (page) => {
  await readSample(page);
  const { x, y } = await placeOf(page, "للباحثين");
  await page.evaluate((by) => scrollBy(0, -by), 500);
  await page.mouse.click(x, y + 500);
  await page.locator(".card").waitFor();
  const card = await page.locator(".card").boundingBox();
  assert.ok(card.y > 200 && Math.abs(card.y + card.height - 740) < 2 && card.width === 360, JSON.stringify(card));
  await page.waitForFunction(() => {
    const [range] = CSS.highlights.get("mubin-current") ?? [];
    if (!range) return false;
    const real = document.createRange();
    real.setStart(range.startContainer, range.startOffset);
    real.setEnd(range.endContainer, range.endOffset);
    return real.getBoundingClientRect().bottom <= document.querySelector(".card").getBoundingClientRect().top;
  });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`no accessibility fault with the card open (${lang})`, () => visit(here, { lang }, async (page) => {
    await readSample(page);
    const audit = auditor(page);
    await openCard(page, "وبلغت");
    assert.deepEqual(await audit(), [], "card");
    await page.locator(".card-readings .plain").click();
    await page.locator(".reading-choice").last().click();
    await page.locator(".card-decided").waitFor();
    assert.deepEqual(await audit(), [], "a decided reading");
    await openCard(page, "المكتبة");
    for (const kin of await page.locator("details.kin:not([open]) summary").all()) await kin.click();
    assert.deepEqual(await audit(), [], "places");
    await page.setViewportSize({ width: 360, height: 740 });
    assert.deepEqual(await audit(), [], "sheet");
  }));
}
