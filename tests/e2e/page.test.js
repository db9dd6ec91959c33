import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { errorBanner, paste, readSample, stage, unfold, visit } from "./harness.js";

const here = stage();

test("the language is switched, text and settings stay", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Edit the text" }).waitFor();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "ltr"]);
  assert.equal(await page.locator(".reader h2").first().getAttribute("dir"), "rtl");
  assert.match(await page.locator(".fold").first().textContent(), /lines? of page furniture hidden · show/);
  await page.reload();
  await page.getByRole("button", { name: "A news article" }).waitFor();
}));

test("the appearance and the digits are chosen and kept", () => visit(here, {}, async (page) => {
  await readSample(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByText("الإعدادات").click();
  await page.getByLabel("داكن").check();
  const dark = await paper();
  assert.notEqual(light, dark);
  await page.getByLabel("تباين عالٍ").check();
  assert.equal(await paper(), "rgb(255, 255, 255)");
  await page.getByLabel("١٢٣").check();
  await page.waitForFunction(() => /[٠-٩]/.test(document.querySelector(".figures dd").textContent));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".settings").getAttribute("open"), null);
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "contrast");
}));

test("the panels are reached and turned by the keyboard", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.getByRole("tab", { name: "نظرة عامة" }).focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.evaluate(() => document.activeElement.id), "tab-statements");
  await page.keyboard.press("End");
  await page.locator("#panel-output:not([hidden])").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "tab-output");
  await page.keyboard.press("Home");
  await page.locator("#panel-overview .figures").waitFor();
}));

test("the first key press reaches a link past the masthead", () => visit(here, {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`nothing scrolls sideways at 320 pixels (${lang})`, () => visit(here, { lang, viewport: { width: 320, height: 640 } }, async (page) => {
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0, "start");
    await readSample(page);
    assert.equal(await overflow(), 0, "overview");
    await unfold(page);
    await page.getByRole("button", { name: /أجزاء الصفحة|Page parts/ }).click();
    assert.equal(await overflow(), 0, "parts");
    await page.locator("#tab-words").click();
    await page.locator(".words .word").nth(2).click();
    await page.locator(".focus-strip").waitFor();
    assert.equal(await overflow(), 0, "words");
    await page.locator(".settings summary").click();
    assert.equal(await overflow(), 0, "settings");
  }));

  for (const theme of /** @type {const} */ (["light", "dark", "contrast"])) {
    test(`no accessibility fault (${lang}, ${theme})`, () => visit(here, { lang, theme }, async (page) => {
      const audit = auditor(page);
      assert.deepEqual(await audit(), [], "start");
      await readSample(page);
      await page.locator(".fold").first().click();
      assert.deepEqual(await audit(), [], "overview");
      await page.locator("#tab-words").click();
      await page.locator(".words .word").nth(2).click();
      await page.getByRole("button", { name: /أجزاء الصفحة|Page parts/ }).click();
      await page.locator(".settings summary").click();
      assert.deepEqual(await audit(), [], "words, parts and settings");
      await page.keyboard.press("Escape");
      await paste(page, { text: " " }, "body");
      await errorBanner(page, "empty-text").waitFor();
      assert.deepEqual(await audit(), [], "error");
    }));
  }
}
