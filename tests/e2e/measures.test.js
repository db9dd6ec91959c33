/** The measures on the overview: language with its signs, scripts, level, diversity, and what explains them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { highlighted, paste, readSample, stage, visit } from "./harness.js";

const here = stage();
const EGYPTIAN = "امبارح كنت راجع من الشغل وقابلت واحد صاحبي. قالي إنه عايز يفتح محل صغير، بس لسه مش عارف هيبيع إيه. قلتله الموضوع ده محتاج فلوس كتير، وإنت لسه معندكش خبرة. Facebook 2025";
const QUOTING = "قال المفوض إن السكان رفضوا مغادرة بيوتهم. وقالت أم حسن: «أنا مش رح اطلع من هون، وين بدي روح هلق؟». وأضاف أن فرق الإنقاذ التي وصلت أمس لن تستخدم القوة.";

/** @param {any} page @param {string} text */
async function read(page, text) {
  await paste(page, { text });
  await page.locator(".variety").waitFor();
}
/** @param {any} page @param {string} label */
const value = (page, label) => page.locator(".measures > div", { hasText: label }).locator("dd").textContent();

test("every figure has its value and opens on its explanation", () => visit(here, {}, async (page) => {
  await readSample(page);
  assert.equal(await page.locator(".variety").textContent(), "العربية الفصحى");
  assert.match(await page.locator(".level").textContent(), /مستوى المفردات\s+مفردات .*[1-6] من 6/s);
  assert.equal(await page.locator(".steps span").count(), 6);
  for (const [label, form] of [["OSMAN", /^\d+(\.\d)?$/], ["متوسط طول الجملة", /^\d+(\.\d+)?$/], ["MATTR", /^0\.\d+$/], ["MTLD", /^\d+$/], ["ما ورد مرة", /^\d+(\.\d)?\u200E?%/]]) {
    assert.match(await value(page, label), form, label);
  }
  const row = page.locator(".measures > div", { hasText: "MATTR" });
  await row.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await row.getByText("في كل خمسين كلمة متتالية").isVisible());
}));

test("a dialect is named and its words lead to their places", () => visit(here, {}, async (page) => {
  await read(page, EGYPTIAN);
  assert.equal(await page.locator(".variety").textContent(), "اللهجة المصرية");
  const sign = page.locator('[aria-labelledby="signs-own"] li', { hasText: "لسه" });
  assert.match(await sign.getAttribute("title"), /اللهجة المصرية.*ما زال/);
  await sign.locator("button").click();
  await page.locator(".focus-strip").waitFor();
  assert.deepEqual(await highlighted(page, "mubin-word"), ["لسه", "لسه"]);
  const scripts = await page.locator(".scripts dl > div").allTextContents();
  assert.deepEqual(scripts.map((text) => text.replace(/[\s\d.%\u200E]+/g, " ").trim()), ["حروف عربية", "حروف لاتينية", "أرقام"]);
  const [first, last] = [page.locator(".stack span").first(), page.locator(".stack span").last()];
  assert.ok((await first.boundingBox()).x > (await last.boundingBox()).x, "the stack starts at the right");
}));

test("dialect that is quoted does not count and is listed apart", () => visit(here, {}, async (page) => {
  await read(page, QUOTING);
  assert.equal(await page.locator(".variety").textContent(), "العربية الفصحى");
  assert.equal(await page.locator('[aria-labelledby="signs-own"]').count(), 0);
  assert.ok(await page.locator('[aria-labelledby="signs-quoted"] li').count() >= 4);
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`the measures are accessible when opened (${lang})`, () => visit(here, { lang }, async (page) => {
    await read(page, EGYPTIAN);
    for (const summary of await page.locator(":is(.measures, .level) summary").all()) await summary.click();
    assert.deepEqual(await auditor(page)(), []);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await overflow(), 0);
  }));
}
