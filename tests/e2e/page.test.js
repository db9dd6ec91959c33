import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, readSample, stage, visit } from "./harness.js";

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

for (const lang of /** @type {const} */ (["ar", "en"])) {
  for (const width of [320, 1024, 1280, 1440]) {
    test(`the tabs of the panels stand in one row, the one in front in view (${lang}, ${width} px)`, () => visit(here, { lang, viewport: { width, height: 800 } }, async (page) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await readSample(page);
      const row = () => page.locator(".panels .tabs").evaluate((tabs) => {
        const place = tabs.getBoundingClientRect();
        const boxes = [...tabs.children].map((tab) => tab.getBoundingClientRect());
        const inView = (box) => box.left >= place.left - 1 && box.right <= place.right + 1;
        return {
          rows: new Set(boxes.map(({ top }) => Math.round(top))).size, least: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
          hidden: [...tabs.children].filter((_, i) => !inView(boxes[i])).map(({ id }) => id), front: inView(boxes[[...tabs.children].findIndex((tab) => tab.ariaSelected === "true")]),
          over: document.documentElement.scrollWidth - innerWidth,
        };
      });
      const { rows, least, hidden, over } = await row();
      assert.equal(rows, 1);
      assert.ok(least >= 24, `${least} px`);
      assert.equal(over, 0);
      if (width === 1440 || (width === 1280 && lang === "ar")) assert.deepEqual(hidden, []);
      await page.getByRole("tab").first().focus();
      for (const [key, tab] of [["End", "output"], [lang === "ar" ? "ArrowRight" : "ArrowLeft", "writing"], ["Home", "overview"]]) {
        await page.keyboard.press(key);
        await page.locator(`#panel-${tab}:not([hidden])`).waitFor();
        // Not the place of the page: what is above may take another height once it is laid out, and the browser scrolls by as much.
        const topOf = () => page.locator(".panels .tabs").evaluate((tabs) => Math.round(tabs.getBoundingClientRect().top));
        const top = await topOf();
        await drawn(page);
        assert.equal((await row()).front, true, tab);
        assert.equal(await topOf(), top, "the page stays where it is");
      }
    }));
  }
}

test("the first key press reaches a link past the masthead", () => visit(here, {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
}));
