/** What turns the order of the letters round is seen where it stands: in the text, in the panels, in what is said of a file. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { headline, openCard, openFile, paste, readerText, stage, visit } from "./harness.js";
import { openScreen, openTab, TABS } from "./tour.js";

const here = stage();

const TEXT = [
  "مجلس المدينة يوافق على ميزانية العام المقبل",
  "قال عمدة المدينة سا\u202Eمر الخطيب يوم الأحد إن الميزانية \u2067لن تزيد على عشرة ملايين دينار هذا العام، وإن الرسوم \u202Dستبقى كما هي.",
  "وأضاف سا\u202Eمر الخطيب أن المجلس سيناقش الأمر مرة أخرى في تونس يوم الخميس.",
].join("\n\n");
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`in the text each control is marked with its code unasked, and no panel that quotes the text holds one (${lang})`, () => visit(here, { lang }, async (page) => {
    await paste(page, { text: TEXT });
    await headline(page).waitFor();
    for (const code of ["U+202E", "U+2067", "U+202D"]) await page.locator(".markers > span", { hasText: code }).first().waitFor();
    assert.ok((await readerText(page)).includes("سا\u202Eمر"), "the text is what it was");
    await page.locator("#panel-overview .remark.warning").waitFor();
    for (const tab of /** @type {const} */ (["overview", "statements", "names", "time"])) {
      await openTab(page, tab);
      const panel = page.locator(`#panel-${tab}`);
      await panel.locator("details").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
      const held = await panel.evaluate((root) => [root.textContent, ...[...root.querySelectorAll("[aria-label], [title]")].flatMap((node) => [node.ariaLabel ?? "", node.title])].join("\n"));
      assert.doesNotMatch(held, TURNING, tab);
      if (tab === "statements") assert.match(held, /\[U\+2067\]/);
    }
  }));
}

test("the name of a file is said as it is written", () => visit(here, { lang: "en" }, async (page) => {
  await openFile(page, "report\u202Etxt.exe", Uint8Array.from([0x4d, 0x5a, 0, 1, 2, 3, 0, 0, 0, 255]));
  const banner = page.locator(".banner.error");
  await banner.waitFor();
  assert.equal(await banner.locator(".file-name").textContent(), "report[U+202E]txt.exe");
}));

/**
 * Everything that is said of the text, on the whole page: where a control still stands in it. The text itself, in the reader, in the columns of a
 * comparison and in the fields that are written in, is what it is, and stands in paragraphs and boxes of its own.
 * @param {any} page
 */
const turned = (page) => page.evaluate(() => {
  const turning = /[\u202A-\u202E\u2066-\u2069]/;
  const own = (/** @type {Element | null} */ node) => node?.closest(".reader, .cmp-text, textarea");
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) if (turning.test(value)) found.push(`${name} of ${node.outerHTML.slice(0, 120)}`);
    } else if (turning.test(node.data) && !own(node.parentElement)) {
      found.push(node.parentElement.closest("[class], section, p").outerHTML.slice(0, 200));
    }
  }
  if (turning.test(document.title)) found.push(document.title);
  return found;
});

/** Controls in names, in words that come often, in misspelled and doubled ones, in Latin. */
const HOSTILE = [
  "مجلس المد\u202Eينة يوافق على ميزانية العام المقبل",
  "قال عمدة المد\u202Eينة سا\u202Eمر الخطيب يوم الأحد 5 مارس 2023 في تو\u2067نس إن ميزا\u202Eنية المد\u202Eينة لن تزيد على عشرة ملايين \u202Dدينار، وإن شركة Gold\u202Een Gate ستبني الجسر.",
  "وأضاف سا\u202Eمر الخطيب ان المد\u202Eينة القديمة القديمة بحاجة الي ميزا\u202Eنية اخرى، وإن \u2066ميزا\u202Eنية المد\u202Eينة هذه مهمه.",
  "وقالت وزيرة المالية هدى الك\u202Eرمي: «المد\u202Eينة تدفع ميزا\u202Eنية العام كله من مالها، ولن تطلب من الوزارة درهما واحدا هذا العام».",
].join("\n\n");

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`no word of the text turns what is said of it: words, writing, export, cards, selections (${lang})`, () => visit(here, { lang }, async (page) => {
    await paste(page, { text: HOSTILE });
    await headline(page).waitFor();
    for (const tab of TABS) {
      await openTab(page, tab);
      await page.locator(`#panel-${tab} details`).evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
      assert.deepEqual(await turned(page), [], tab);
    }
    for (const format of await page.locator(".outform:has([aria-expanded])").evaluateAll((all) => all.map((one) => one.dataset.format))) {
      await page.locator(`.outform[data-format="${format}"] [aria-expanded]`).click();
      await page.locator(`.outform[data-format="${format}"] .outform-preview`).first().waitFor();
      assert.deepEqual(await turned(page), [], format);
    }
    await openTab(page, "words");
    for (const [i, way] of ["form", "lemma", "root"].entries()) {
      await page.locator("#panel-words input[name=by]").nth(i).check({ force: true });
      await page.locator(`#panel-words .words.by-${way} tbody .word`).first().click();
      assert.deepEqual(await turned(page), [], way);
    }
    const seek = page.locator("#panel-words input[type=search]");
    await seek.fill("المد\u202Eينة");
    await page.keyboard.press("Enter");
    for (const study of ["keyness", "context", "collocations", "sequences"]) {
      await page.locator(`#study-${study}`).click();
      await page.locator(`#study :is(.study-table, .kwic, .found, .remark)`).first().waitFor({ timeout: 15_000 });
      assert.deepEqual(await turned(page), [], study);
    }
    await openCard(page, "الخطيب");
    await page.locator(".card details").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    assert.deepEqual(await turned(page), [], "card");
    for (let i = 0; i < 4; i++) { // the words beside it, with their names in the card and in the live region
      await page.keyboard.press(i < 2 ? "ArrowRight" : "ArrowLeft");
      assert.deepEqual(await turned(page), [], "the next card");
    }
    await page.keyboard.press("Escape");
    await page.locator(".reader").focus();
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press("Shift+ArrowLeft");
      assert.deepEqual(await turned(page), [], "selection");
    }
  }));
}

test("a name of the library, its tags and what became of a file turn nothing, nor does a name beside a comparison", () => visit(here, { lang: "en" }, async (page) => {
  await paste(page, { text: HOSTILE });
  await headline(page).waitFor();
  await page.locator(".reader-tools .keep").click();
  await page.locator(".keep[data-shelved=saved]").waitFor();
  assert.deepEqual(await turned(page), [], "kept");
  await openScreen(page, "library");
  await page.locator(".library-table").waitFor();
  assert.deepEqual(await turned(page), [], "listed");
  await page.locator("[data-edit]").click();
  await page.locator(".library-edit input[name=name]").fill("تقر\u202Eير report");
  await page.locator(".library-edit input[name=tags]").fill("سرّ\u202Eي, \u2067new");
  await page.keyboard.press("Enter");
  await page.locator(".library-name", { hasText: "تقر" }).waitFor();
  assert.deepEqual(await turned(page), [], "renamed");
  const files = [["page\u202Ecod.html", "<p>نص قصير آخر\u202E هنا</p>"], ["bad\u202Etxt.exe", "MZ\0\0"], ["lib\u2066nosj.json", "{}"], ["\u202Efdp.txt", "نص في ملف اسمه مقلوب"]];
  await page.locator("input[type=file][multiple]").last().evaluate((input) => { input.removeAttribute("accept"); });
  await page.locator("input[type=file][multiple]").last().setInputFiles(files.map(([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) })));
  await page.locator(".library-brought").waitFor();
  assert.deepEqual(await turned(page), [], "brought");
  await page.locator(".library-pick input").first().check();
  await page.locator(".library-pick input").nth(1).check();
  await page.locator(".library-chosen .strong").click();
  await page.locator(".cmp-texts").waitFor();
  for (const part of ["copied", "figures", "words", "names", "speech", "facts"]) {
    await page.locator(`#cmp-tab-${part}`).click();
    await page.locator(".cmp-section .cmp-item").first().click({ timeout: 1000 }).catch(() => {}); // where there is one
    assert.deepEqual(await turned(page), [], part);
  }
  await openScreen(page, "library");
  await page.locator(".library-acts button").last().click();
  await page.locator(".library-step").waitFor();
  assert.deepEqual(await turned(page), [], "deleted");
  await page.locator(".library-name").first().click();
  await page.locator(".reader p, .reader h2").first().waitFor();
  assert.deepEqual(await turned(page), [], "opened");
}));

test("two texts with controls are compared without being turned", () => visit(here, { lang: "en" }, async (page) => {
  await openScreen(page, "compare");
  for (const [i, text] of [HOSTILE, HOSTILE.replace("الأحد", "الإثنين").replace("هدى", "هد\u202Eى")].entries()) {
    await paste(page, { text }, `.cmp-side:nth-child(${i + 1}) textarea`);
    await page.locator(`.cmp-side:nth-child(${i + 1}) input[type=text]`).fill(`na\u202Eme ${i}`);
  }
  await page.locator(".cmp-start .strong").click();
  await page.locator(".cmp-texts").waitFor();
  for (const part of ["copied", "figures", "words", "names", "speech", "facts"]) {
    await page.locator(`#cmp-tab-${part}`).click();
    const item = page.locator(".cmp-section .cmp-item").first();
    if (await item.count()) await item.click();
    assert.deepEqual(await turned(page), [], part);
  }
}));
