/** The panel that hands results out: files, copies, previews, and what an import needs. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { safeName } from "../../www/view/output/naming.js";
import { auditor } from "./axe.js";
import { ARTICLE, highlighted, openCard, paste, readSample, stage, visit } from "./harness.js";

const here = stage();
const clipboard = () => {
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.copied = text; } } });
};

/** @param {any} page */
async function openPanel(page) {
  await page.locator("#tab-output").click();
  await page.locator(".outform").first().waitFor();
}
/** @param {any} page @param {string} format @param {string | RegExp} name */
const press = (page, format, name) => page.locator(`[data-format="${format}"]`).getByRole("button", { name }).click();
/** @param {any} page @param {string} format @returns {Promise<{ name: string, bytes: Buffer }>} */
async function download(page, format) {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, format, /^احفظ|^Download/)]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a file name keeps the headline and nothing that a file system, or a line of mixed directions, stumbles over", () => {
  assert.equal(safeName("مكتبة الميناء: تعود/إلى \"قرائها\"؟"), "مكتبة الميناء تعود إلى قرائها ؟");
  assert.equal(safeName("\u202Eخبر\u200F\u2069 عَاجِلٌ ـــ"), "خبر عاجل");
  assert.equal(safeName("كلمة ".repeat(40)), Array.from({ length: 12 }, () => "كلمة").join(" "));
  assert.equal([...safeName("\u{1F600}".repeat(100))].length, 60, "no character is cut in two");
  for (const nothing of ["", " . . ", "///", "CON", "nul"]) assert.equal(safeName(nothing), "mubin");
});

test("JSON holds the whole result, the text, and what was decided", () => visit(here, {}, async (page) => {
  await readSample(page);
  await openCard(page, "للباحثين");
  const reading = Number(await page.locator(".reading-choice").first().getAttribute("data-reading"));
  await page.locator(".reading-choice").first().click();
  await page.locator(".card-decided").waitFor();
  await page.keyboard.press("Escape");
  await openPanel(page);
  const { name, bytes } = await download(page, "json");
  assert.equal(name, "مكتبة الميناء القديم تعود إلى قرائها بعد ثلاثين عاما من.json");
  const document = JSON.parse(bytes.toString());
  assert.equal(document.schema, "mubin/1");
  assert.equal(document.unit, "utf16");
  const { start, end } = document.tokens.find(({ kind }) => kind === "word");
  assert.equal(document.text.slice(start, end), "الرئيسية");
  assert.ok(document.statements.length > 5 && document.entities.length > 5);
  assert.deepEqual(Object.keys(document.options), ["roles", "pins", "words", "ignored"]);
  const pinned = document.options.pins.map((pin) => [document.text.slice(pin.start, pin.end), pin.reading]);
  assert.deepEqual(pinned, [["للباحثين", reading]]);
  assert.ok(await page.getByRole("button", { name: "حُفظ" }).isVisible());
  assert.match(await page.locator(".unseen[role=status]").textContent(), /حُفظ الملف مكتبة/);
}));

test("a preview shows the beginning, is stale when a decision changes the result, and can be renewed", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await page.locator(".reader h2").waitFor();
  await openPanel(page);
  await press(page, "json", "معاينة");
  const shown = page.locator(".outform-preview pre");
  assert.match(await shown.textContent(), /^\{"schema":"mubin\/1"/);
  assert.equal(await shown.getAttribute("dir"), "ltr");
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  await page.getByRole("button", { name: "هذا من محيط الصفحة" }).last().click();
  await page.locator(".outform-stale").waitFor();
  await page.getByRole("button", { name: "جدّد المعاينة" }).click();
  await shown.waitFor();
  const { bytes } = await download(page, "json");
  assert.equal(JSON.parse(bytes.toString()).options.roles.length, 1);
  await press(page, "json", "معاينة");
  await shown.waitFor({ state: "detached" });
}));

test("the vowelled text is copied, and a browser that refuses is reported", () => visit(here, { init: clipboard }, async (page) => {
  await paste(page, { text: ARTICLE });
  await page.locator(".reader h2").waitFor();
  await openPanel(page);
  await press(page, "vowelled", "انسخ");
  await page.locator('[data-format="vowelled"]').getByRole("button", { name: "نُسخ" }).waitFor();
  assert.match(await page.evaluate(() => globalThis.copied), /اِفْتَتَحَتْ/);
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("denied")); });
  await press(page, "vowelled", /^انسخ|^نُسخ/);
  await page.locator('[data-format="vowelled"] .remark.warning').waitFor();
}));

test("without the lexicon what rests on it is not offered", () => visit(here, {
  prepare: (page) => page.route("**/lexicon-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await paste(page, { text: ARTICLE });
  await page.locator(".reader h2").waitFor();
  await openPanel(page);
  assert.equal(await page.locator('[data-format="vowelled"] button').count(), 0);
  assert.ok(await page.locator('[data-format="vowelled"] .remark').isVisible());
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  for (const width of [320, 1280]) {
    test(`the panel fits and is accessible at ${width} px (${lang})`, () => visit(here, { lang, viewport: { width, height: 900 } }, async (page) => {
      await readSample(page);
      await openPanel(page);
      await press(page, "json", /معاينة|Preview/);
      await page.locator(".outform-preview").waitFor();
      assert.deepEqual(await auditor(page)(), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }));
  }
}
