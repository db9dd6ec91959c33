/** Two texts compared: what they share word for word, by words, names, statements and figures; and the two texts beside one another. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { copiedPassages } from "../../www/view/compare/passages.js";
import { logLikelihood, logRatio } from "../../www/view/compare/vocabulary.js";
import { auditor } from "./axe.js";
import { ARTICLE, headline, highlighted, paste, readSample, stage, visit } from "./harness.js";

const here = stage();

/** One event from two outlets: a sentence of the first is in the second, with another number of hurt and another sum. */
const AGENCY = [
  "وفاة عاملين وإصابة ستة في انهيار جدار بمصنع للزجاج في حلوان",
  "القاهرة – الأحد 6 أبريل 2025",
  "قالت وزارة العمل، الأحد، إن عاملين توفيا وأصيب ستة في انهيار جدار داخل مصنع للزجاج بمدينة حلوان جنوبي القاهرة.",
  "وذكرت الوزارة أن الجدار انهار في الساعة السادسة صباحا أثناء تبديل الورديات وأن فرق الإنقاذ انتشلت العمال من تحت الأنقاض خلال ساعة.",
  "وأعلن وزير العمل كمال الرفاعي صرف 200 ألف جنيه لأسرة كل متوفى، وقال الرفاعي إن المصنع سيغلق حتى انتهاء التحقيق.",
].join("\n\n");
const PAPER = [
  "عمال مصنع الزجاج في حلوان: الجدار كان مائلا منذ شهور",
  "حلوان – الاثنين 7 أبريل 2025",
  "بكى زملاء العاملين اللذين قتلا تحت جدار مصنع الزجاج في حلوان، وقالوا إن الجدار كان مائلا منذ شهور وإن أحدا لم يسمع شكواهم.",
  "وذكرت الوزارة ان الجدار انهار في الساعة السادسة صباحا أثناء تبديل الورديات وأن فرق الإنقاذ انتشلت العمال من تحت الأنقاض خلال ساعة، لكن شهودا قالوا إن الإنقاذ بدأ بعد ثلاث ساعات.",
  "وقال النقابي رشاد الغمري إن المصابين تسعة لا ستة. وقال وزير العمل كمال الرفاعي إن المصنع سيغلق حتى انتهاء التحقيق، ولم يتحدث الرفاعي عن الشكاوى.",
].join("\n\n");

/** @param {any} page @param {string} first @param {string} second */
async function give(page, first, second) {
  await page.locator(".cmp-side").first().waitFor();
  for (const [i, text] of [first, second].entries()) await paste(page, { text }, `.cmp-side:nth-child(${i + 1}) textarea`);
}
/** @param {any} page */
const start = (page) => page.locator(".cmp-start .strong").click();
/** @param {any} page @param {string} section */
const open = (page, section) => page.locator(`#cmp-tab-${section}`).click();
/** @param {any} page */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** @param {string} text */
const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** @param {any} row */
const cells = (row) => row.locator("th, td").allTextContents().then((texts) => texts.map(squeezed));

/** @param {number[]} ids */
const sequence = (ids) => ({ ids: Int32Array.from(ids), start: Uint32Array.from(ids, (_, i) => i * 2), end: Uint32Array.from(ids, (_, i) => i * 2 + 1) });

test("common passages are all that eight words in a row share, and shares count each word once", () => {
  let seed = 7;
  const random = (/** @type {number} */ n) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 200; round++) {
    const a = Array.from({ length: random(60) }, () => random(3));
    const b = Array.from({ length: random(40) }, () => random(3));
    if (a.length > 20) b.splice(random(b.length + 1), 0, ...a.slice(5, 5 + random(16)));
    const { passages, left, right } = copiedPassages(sequence(a), sequence(b));
    const has = (/** @type {number[]} */ words, /** @type {number[]} */ run) => words.some((_, i) => run.every((word, k) => words[i + k] === word));
    const share = (/** @type {number[]} */ own, /** @type {number[]} */ other) => {
      const inside = own.map(() => false);
      for (let i = 0; i + 8 <= own.length; i++) if (has(other, own.slice(i, i + 8))) inside.fill(true, i, i + 8);
      return own.length ? inside.filter(Boolean).length / own.length : 0;
    };
    assert.ok(Math.abs(left - share(a, b)) < 1e-9 && Math.abs(right - share(b, a)) < 1e-9, `round ${round}`);
    const covered = b.map(() => false);
    for (const passage of passages) {
      const words = (/** @type {{ start: number, end: number }} */ span, /** @type {number[]} */ ids) => ids.slice(span.start / 2, (span.end + 1) / 2);
      assert.ok(passage.words >= 8);
      assert.deepEqual(words(passage.left, a), words(passage.right, b));
      assert.equal(words(passage.right, b).length, passage.words);
      covered.fill(true, passage.right.start / 2, (passage.right.end + 1) / 2);
    }
    assert.ok(Math.abs(covered.filter(Boolean).length - right * b.length) < 1e-6, "the passages are what the share counts");
  }
});

test("the figures of evidence and size are those of their sources", () => {
  assert.ok(Math.abs(logLikelihood(10, 0, 1000, 1000) - 20 * Math.LN2) < 1e-9);
  assert.equal(logLikelihood(5, 10, 1000, 2000), 0, "as frequent in both");
  assert.ok(Math.abs(logLikelihood(30, 10, 10_000, 10_000) - 2 * (30 * Math.log(1.5) + 10 * Math.log(0.5))) < 1e-9);
  assert.equal(logRatio(8, 2, 1000, 1000), 2);
  assert.equal(logRatio(8, 0, 1000, 1000), 4, "half an occurrence stands for none");
});

test("two reports of one event: copied words, names, statements, dates and amounts", () => visit(here, { url: `${here.url}#compare` }, async (page) => {
  await give(page, AGENCY, PAPER);
  await start(page);
  await page.locator(".cmp-texts").waitFor();
  const passages = page.locator(".cmp-list > li");
  assert.match(squeezed(await passages.first().textContent()), /^وذكرت الوزارة أن الجدار انهار .* خلال ساعة 2\d كلمة وهي في الثاني: وذكرت الوزارة ان الجدار/, "a hamza left out is no difference, and is shown");
  assert.match(squeezed(await page.locator(".cmp-shares").textContent()), /%.*%/);
  assert.ok((await highlighted(page, "mubin-compare-copied")).filter((text) => text.includes("تبديل الورديات")).length === 2, "painted in both");

  await passages.first().locator("button").click();
  assert.deepEqual((await highlighted(page, "mubin-compare-current")).map((text) => text.slice(0, 15)), ["وذكرت الوزارة أ", "وذكرت الوزارة ا"]);

  await open(page, "figures");
  const words = page.locator(".cmp-figures tbody tr").first();
  assert.match((await cells(words)).join(" "), /^الكلمات \d+ \d+$/);
  assert.ok(await page.locator(".cmp-figures tbody tr").count() >= 10);

  await open(page, "words");
  assert.match(await page.locator(".cmp-words tbody").textContent(), /جِدار/);
  await page.locator(".cmp-tools input[type=search]").fill("مصنع");
  await page.waitForFunction(() => document.querySelectorAll(".cmp-words tbody tr").length === 1);
  const factory = page.locator(".cmp-words tbody tr");
  assert.match((await cells(factory)).join(" "), /^مَصْنَع 3 [\d.]+‰ 3 [\d.]+‰$/);
  await factory.locator("button").click();
  assert.equal((await highlighted(page, "mubin-compare-chosen")).length, 6);
  const second = page.locator('.cmp-column[data-side="right"]');
  await second.getByRole("button", { name: "الموضع التالي" }).click();
  assert.match(await second.locator(".cmp-places").textContent(), /2 من 3/);

  await open(page, "names");
  const people = page.locator('[aria-labelledby="cmp-names-person"] .cmp-three > div');
  assert.match(await people.nth(0).textContent(), /كمال الرفاعي/);
  assert.match(await people.nth(2).textContent(), /رشاد الغمري/);
  const places = page.locator('[aria-labelledby="cmp-names-place"] .cmp-three > div');
  assert.match(await places.nth(0).textContent(), /حلوان/);
  assert.match(await places.nth(1).textContent(), /القاهرة/);

  await open(page, "speech");
  assert.match(squeezed(await page.locator('[aria-labelledby="cmp-contents"] .cmp-list').textContent()), /المصنع سيغلق حتى انتهاء التحقيق.*المصنع سيغلق حتى انتهاء التحقيق/);
  assert.match(await page.locator(".cmp-speaker h4").allTextContents().then((names) => names.join()), /كمال الرفاعي/);

  await open(page, "facts");
  assert.match(await page.locator('[aria-labelledby="cmp-dates"] .cmp-three > div').nth(2).textContent(), /7 أبريل 2025/);
  assert.match(await page.locator('[aria-labelledby="cmp-amounts"] .cmp-three > div').nth(1).textContent(), /200,?000/);
}));

test("the text in front is the first by itself, and the desk keeps its result", () => visit(here, {}, async (page) => {
  await readSample(page);
  const title = await headline(page).textContent();
  await page.locator('.screens a[href="#compare"]').click();
  await page.locator(".cmp-side").first().waitFor();
  assert.equal(await page.locator(".cmp-side").first().locator("input[type=text]").inputValue(), title);
  assert.equal(await page.locator(".cmp-start .strong").isDisabled(), true);
  await paste(page, { text: ARTICLE }, ".cmp-side:nth-child(2) textarea");
  await start(page);
  await page.locator(".cmp-none", { hasText: "لا عبارة بهذا الطول" }).waitFor();
  await page.getByRole("button", { name: "بدّل الجهتين" }).click();
  await page.locator('.cmp-column[data-side="left"] .cmp-headline', { hasText: "بلدية المرسى" }).waitFor();
  await page.goBack();
  await headline(page).waitFor();
  assert.equal(await headline(page).textContent(), title);
  assert.equal(await page.locator(".work").count(), 0);
}));

test("texts that are one are said to be so", () => visit(here, { url: `${here.url}#compare` }, async (page) => {
  await give(page, AGENCY, AGENCY);
  await start(page);
  await page.locator(".remark", { hasText: "متطابقان حرفا بحرف" }).waitFor();
  await page.getByRole("button", { name: "نصان آخران" }).click();
  await page.locator(".cmp-side:nth-child(2) textarea").fill(AGENCY.replace("الأحد،", "الاحد"));
  await start(page);
  await page.locator(".remark", { hasText: "كلمات النصين واحدة بترتيبها" }).waitFor();
}));

test("a file is a side, one that is no text is refused, and so is a text that is too long", () => visit(here, { url: `${here.url}#compare` }, async (page) => {
  const second = page.locator(".cmp-side").nth(1);
  await second.locator("input[type=file]").setInputFiles({ name: "خبر.txt", mimeType: "", buffer: Buffer.from(PAPER) });
  await page.waitForFunction(() => document.querySelectorAll(".cmp-area")[1].value.length > 100);
  assert.equal(await second.locator("input[type=text]").inputValue(), "خبر");
  await second.locator("input[type=file]").setInputFiles({ name: "صورة.png", mimeType: "", buffer: Buffer.from("\x89PNG") });
  await second.locator(".remark.warning").waitFor();
  assert.equal(await second.locator("textarea").inputValue(), PAPER, "what was there stays");
  await paste(page, { text: `${"كلمة ".repeat(210_000)}` }, ".cmp-side:nth-child(1) textarea");
  await page.locator(".cmp-side").first().locator(".remark.warning", { hasText: "أطول مما يُوازن" }).waitFor();
  assert.equal(await page.locator(".cmp-start .strong").isDisabled(), true);
}));

test("a long reading can be cancelled, and both texts are still there", () => visit(here, { url: `${here.url}#compare` }, async (page) => {
  const long = Array.from({ length: 1500 }, (_, i) => `${AGENCY} ${i}`).join("\n\n").slice(0, 900_000);
  await give(page, long, PAPER);
  await start(page);
  await page.locator(".cmp-work").getByRole("button", { name: "إلغاء" }).click();
  await page.locator(".cmp-sides").waitFor();
  assert.equal(await page.locator(".cmp-side").nth(1).locator("textarea").inputValue(), PAPER);
  assert.equal(await page.locator(".cmp-start .strong").isDisabled(), false);
}));

test("without the language packs the words are compared as they are written", () => visit(here, {
  url: `${here.url}#compare`, prepare: (page) => page.route("**/{lexicon,models,names,places}-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await give(page, AGENCY, PAPER);
  await start(page);
  await page.locator(".remark", { hasText: "لم تُحمَّل بيانات اللغة" }).waitFor();
  assert.equal(await page.locator(".cmp-list > li").count(), 1, "copied words need no analysis");
  await open(page, "words");
  assert.match(await page.locator(".cmp-words tbody").textContent(), /الجدار/);
  for (const section of ["names", "speech", "facts"]) {
    await open(page, section);
    await page.locator(".cmp-section .absent").first().waitFor();
  }
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

test("an analysis that fails says so and can be tried again", () => visit(here, {
  url: `${here.url}#compare`, prepare: (page) => page.route("**/mubin-*.wasm", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await give(page, AGENCY, PAPER);
  await start(page);
  await page.locator(".remark.warning", { hasText: "تعذّر تحميل محرك التحليل" }).waitFor();
  await page.unroute("**/mubin-*.wasm");
  await start(page);
  await page.locator(".cmp-texts").waitFor();
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  for (const width of [360, 1280]) {
    test(`every section fits and is accessible at ${width} px (${lang})`, () => visit(here, { lang, url: `${here.url}#compare`, viewport: { width, height: 800 } }, async (page) => {
      await page.locator(".cmp-sides").waitFor();
      const audit = auditor(page);
      assert.deepEqual(await audit(), []);
      await page.getByRole("button", { name: /جرّب بخبرين|Try two reports/ }).click();
      await page.locator(".cmp-texts").waitFor();
      for (const section of ["copied", "figures", "words", "names", "speech", "facts"]) {
        await open(page, section);
        const item = page.locator(".cmp-item").first();
        if (await item.count()) await item.click();
        assert.deepEqual(await audit(), [], section);
        assert.equal(await sideways(page), 0, section);
      }
    }));
  }
}

test("on a phone one text is in view, and the other a press away", () => visit(here, { url: `${here.url}#compare`, viewport: { width: 360, height: 740 } }, async (page) => {
  await page.getByRole("button", { name: /جرّب بخبرين/ }).click();
  await page.locator(".cmp-texts").waitFor();
  const [first, second] = [page.locator('.cmp-column[data-side="left"]'), page.locator('.cmp-column[data-side="right"]')];
  assert.deepEqual([await first.isVisible(), await second.isVisible()], [true, false]);
  await page.locator(".cmp-switch").getByRole("button", { name: "النص الثاني" }).click();
  assert.deepEqual([await first.isVisible(), await second.isVisible()], [false, true]);
  await page.getByRole("button", { name: "اطوِ النصين" }).click();
  assert.equal(await second.isVisible(), false);
}));
