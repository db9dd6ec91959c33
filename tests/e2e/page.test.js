import assert from "node:assert/strict";
import { test } from "node:test";
import { readSample, stage, visit } from "./harness.js";

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
