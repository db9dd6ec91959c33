/** What turns the order of the letters round is seen where it stands: in the text, in the panels, in what is said of a file. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { headline, openFile, paste, readerText, stage, visit } from "./harness.js";
import { openTab } from "./tour.js";

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
