import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { headline, pressSample, readerText, readSample, stage, visit } from "./harness.js";

const here = stage();

for (const [width, height] of [[1440, 900], [768, 1024], [360, 740]]) {
  for (const lang of /** @type {const} */ (["ar", "en"])) {
    test(`a first visit explains itself in one screen (${lang}, ${width} pixels wide)`, () => visit(here, { lang, viewport: { width, height } }, async (page) => {
      const below = await page.locator(".promise h2, #surface, .sample, .privacy").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().bottom));
      assert.equal(below.length, 6);
      assert.ok(Math.max(...below) <= height, `${below}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.equal(await page.getByText(lang === "ar" ? /لا يغادر نصك هذا الجهاز/ : /never leaves this device/).count(), 1, "said once");
    }));
  }
}

test("each sample is read, and only those that were asked for are fetched", () => visit(here, {}, async (page, log) => {
  const fetched = () => log.requests.filter((url) => /\/samples-\w+\.js/.test(url)).length;
  await readSample(page);
  assert.equal(fetched(), 0);
  for (const [name, said] of /** @type {const} */ ([["classical", "قاضي شَمُورة"], ["social", "#نادي_القراءة"]])) {
    await page.reload();
    await pressSample(page, name);
    await page.locator(".reader :is(p, h2)").first().waitFor();
    assert.ok((await readerText(page)).includes(said), name);
  }
  assert.ok(fetched() >= 1);
}));

test("a sample that cannot be fetched is told, and tried again", () => {
  let failing = true;
  return visit(here, {
    prepare: (page) => page.route(/\/samples-\w+\.js/, (route) => (failing ? route.fulfill({ status: 503 }) : route.continue())),
  }, async (page, log) => {
    await pressSample(page, "social");
    const notice = page.locator('[data-notice="sample"]');
    await notice.waitFor();
    log.expectedConsole.push(...log.console);
    failing = false;
    await notice.getByRole("button", { name: "أعد المحاولة" }).click();
    await page.locator(".reader :is(p, h2)").first().waitFor();
    assert.equal(await notice.count(), 0);
  });
});

test("whoever comes back to a draft sees the text and no introduction", () => visit(here, { draft: true }, async (page) => {
  await readSample(page);
  await page.getByText("تُحفظ مسودة نصك", { exact: false }).waitFor({ state: "attached" });
  await page.reload();
  await headline(page).waitFor();
  assert.equal(await page.locator(".promise, .samples").count(), 0);
}));

test("the size of the text and its edges are chosen and kept", () => visit(here, {}, async (page) => {
  await readSample(page);
  const set = () => page.locator(".reader .body").first().evaluate((body) => {
    const { fontSize, lineHeight, letterSpacing, textAlign, textAlignLast } = getComputedStyle(body);
    return { size: parseFloat(fontSize), height: parseFloat(lineHeight) / parseFloat(fontSize), letterSpacing, textAlign, textAlignLast };
  });
  const before = await set();
  assert.equal(before.textAlign, "start");
  await page.getByText("الإعدادات").click();
  await page.getByLabel("أكبر").check();
  await page.getByLabel("ساوِ أطراف الأسطر في النص").check();
  await page.reload();
  await readSample(page);
  const after = await set();
  assert.ok(after.size > before.size * 1.4);
  assert.deepEqual([after.textAlign, after.textAlignLast], ["justify", "start"]);
  for (const { height, letterSpacing } of [before, after]) {
    assert.ok(height >= 1.9 && height <= 2.1, `${height}`);
    assert.match(letterSpacing, /^(normal|0px)$/);
  }
}));

test("no accessibility fault in what a first visit shows, in the dark too", () => visit(here, { theme: "dark", viewport: { width: 360, height: 740 } }, async (page) => {
  const audit = auditor(page);
  assert.deepEqual(await audit(), []);
  await page.locator(".settings summary").click();
  assert.deepEqual(await audit(), [], "settings");
}));
