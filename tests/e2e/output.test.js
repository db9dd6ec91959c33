/** The panel that hands results out: files, copies, previews, and what an import needs. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { rowsOf } from "../../www/view/output/csv.js";
import { safeName } from "../../www/view/output/naming.js";
import { auditor } from "./axe.js";
import { ARTICLE, openCard, paste, readSample, SINGLE_FILE, stage, visit } from "./harness.js";

const { unzipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");
const here = stage();
const HEADLINE = "مكتبة الميناء القديم تعود إلى قرائها بعد ثلاثين عاما من";
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

test("the rows of a table are read as they were written", () => {
  assert.deepEqual(rowsOf('a,"b ""c"", d"\r\n"1\n2",\r\n3,٤', 9), [["a", 'b "c", d'], ["1\n2", ""], ["3", "٤"]]);
  assert.deepEqual(rowsOf("a,b\n1,2\n", 9), [["a", "b"], ["1", "2"]]);
  assert.deepEqual(rowsOf("a\n1\n2\n3\n", 2), [["a"], ["1"]]);
  assert.deepEqual(rowsOf("", 9), []);
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
  assert.equal(name, `${HEADLINE}.json`);
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

test("every format is a file under the headline", () => visit(here, {}, async (page) => {
  await readSample(page);
  await openPanel(page);
  /** @type {[string, string, RegExp][]} */
  const formats = [
    ["text", ".txt", /^مكتبة الميناء القديم/], ["vowelled", ".txt", /أَعَادَتْ/], ["conllu", ".conllu", /\n# text = /], ["tei", ".tei.xml", /<TEI xmlns=/],
    ["webannotation", ".jsonld", /"@context": ?"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/], ["report", ".html", /^<!DOCTYPE html>/],
  ];
  for (const [format, ending, content] of formats) {
    const { name, bytes } = await download(page, format);
    assert.equal(name, HEADLINE + ending);
    assert.match(bytes.toString(), content);
  }
  assert.doesNotMatch((await download(page, "text")).bytes.toString(), /الرئيسية »/, "the clean text is without the page around it");
}));

test("tables come as one archive, a single one by itself", () => visit(here, { init: clipboard }, async (page) => {
  await readSample(page);
  await openPanel(page);
  const { name, bytes } = await download(page, "csv");
  assert.equal(name, `${HEADLINE}.zip`);
  const files = Object.entries(unzipSync(bytes));
  assert.equal(files.length, 13);
  for (const [file, content] of files) assert.match(Buffer.from(content).toString(), /^\uFEFF[a-z_]+,/, file);
  const boxes = page.locator('[data-format="csv"] input');
  for (const box of await boxes.all()) if (await box.getAttribute("name") !== "entities") await box.uncheck();
  await press(page, "csv", "معاينة");
  const table = page.locator(".outform-table");
  assert.deepEqual((await table.locator("th").allTextContents()).slice(0, 3), ["entity", "type", "name"]);
  assert.deepEqual((await table.locator("tbody tr").nth(0).locator("td").allTextContents()).slice(0, 3), ["0", "person", "سلمى الجزيري"]);
  await press(page, "csv", "انسخ");
  await page.waitForFunction(() => globalThis.copied?.includes("هالة بن منصور"));
  assert.equal((await download(page, "csv")).name, `${HEADLINE}-entities.csv`);
  await boxes.nth(4).uncheck();
  assert.ok(await page.locator('[data-format="csv"] .outform-deeds button').evaluateAll((buttons) => buttons.every(({ disabled }) => disabled)));
}));

for (const where of /** @type {const} */ (["folder", "single file"])) {
  test(`the report is shown, printed by itself, and closed (${where})`, () => visit(here, {
    ...(where === "single file" && { url: SINGLE_FILE }), init: () => { globalThis.print = () => { globalThis.printed = true; }; },
  }, async (page) => {
    await readSample(page);
    await openPanel(page);
    await page.getByRole("radio", { name: "English" }).check();
    await press(page, "report", "اعرض التقرير");
    const report = page.locator(".outreport");
    await report.waitFor();
    await report.getByRole("heading", { name: "Summary" }).waitFor();
    assert.equal(await report.locator("h2").first().evaluate((heading) => getComputedStyle(heading).borderBlockEndStyle), "solid", "in its own styles");
    assert.deepEqual(await auditor(page)(), []);
    await report.getByRole("button", { name: "اطبع" }).click();
    assert.equal(await page.evaluate(() => globalThis.printed), true);
    await page.emulateMedia({ media: "print" });
    assert.deepEqual([await page.locator(".masthead").isVisible(), await report.locator("main").isVisible()], [false, true], "alone on paper");
    await page.emulateMedia({ media: null });
    await page.keyboard.press("Escape");
    await report.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), "اعرض التقرير");
  }));
}

test("markup in a text stays text in the report", () => visit(here, { init: () => { globalThis.attacked = false; } }, async (page) => {
  await paste(page, { text: `${ARTICLE}\n\nكتب الموقع في صفحته: <img src=x onerror="attacked=true"><script>attacked=true</script></style><style>*{display:none}</style> ثم حذفه.` });
  await page.locator(".reader h2").waitFor();
  await openPanel(page);
  await press(page, "report", "اعرض التقرير");
  const report = page.locator(".outreport");
  await report.locator("article", { hasText: "<script>attacked=true</script>" }).waitFor();
  assert.equal(await report.locator("img, script, style").count(), 0);
  assert.equal(await page.evaluate(() => globalThis.attacked), false);
}));

test("a file of a long text tells how far it is, and can be cancelled", () => visit(here, {}, async (page) => {
  await paste(page, { text: Array.from({ length: 400 }, () => ARTICLE).join("\n\n") });
  await page.locator(".reader h2").first().waitFor();
  await page.locator(".work").waitFor({ state: "detached" });
  await openPanel(page);
  const shares = await page.locator('[data-format="tei"]').evaluate(async (format) => {
    const button = (/** @type {string} */ name) => [...format.querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === name);
    const seen = new Set();
    button("معاينة")?.click();
    for (let frames = 0; seen.size < 2 && frames < 6000; frames++) {
      await new Promise(requestAnimationFrame);
      seen.add(format.querySelector("progress")?.value);
    }
    button("إلغاء")?.click(); // in the same turn, so that the file cannot be done before
    return [...seen];
  });
  assert.ok(shares.length === 2 && shares.every((share) => share >= 0 && share < 1), `it goes on: ${shares}`);
  await page.locator('[data-format="tei"] progress').waitFor({ state: "detached" });
  assert.equal(await page.locator(".outform-preview, .remark.warning").count(), 0);
  await press(page, "text", "معاينة");
  await page.locator('[data-format="text"] pre').waitFor();
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

test("what was exported comes back through the panel's own import, with what was decided", () => visit(here, {}, async (page) => {
  const text = `${ARTICLE}\n\nوقد كتب رئيس البلدية عن الحديقة، ثم كتب عنها غيره من سكان المدينة.`;
  await paste(page, { text });
  await page.locator(".reader h2").waitFor();
  await openCard(page, "كتب");
  const choice = page.locator(".reading-choice").first();
  const wanted = await choice.locator("b").textContent();
  await choice.click();
  await page.locator(".card-decided").waitFor();
  await page.keyboard.press("Escape");
  await openPanel(page);
  const { bytes } = await download(page, "json");
  await page.reload();
  await readSample(page);
  await openPanel(page);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "استورد نتيجة محفوظة" }).click()]);
  await chooser.setFiles({ name: "result.json", mimeType: "application/json", buffer: bytes });
  await page.locator(".reader h2", { hasText: "بلدية المرسى" }).waitFor();
  await page.getByRole("button", { name: "التشكيل" }).click();
  await page.locator(".reader p.body", { hasText: wanted }).last().waitFor();
  await openPanel(page);
  const again = JSON.parse((await download(page, "json")).bytes.toString());
  assert.deepEqual(again.options, JSON.parse(bytes.toString()).options);
  assert.equal(again.text, text);
}));
