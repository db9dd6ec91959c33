/** What the analysis of words gives the rest of the page: vowels, lemmas, roots; and what is said where it is missing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { ARTICLE, headline, highlighted, openCard, paste, readerText, readSample, stage, visit } from "./harness.js";

const here = stage();

/** @param {string} text */
const bare = (text) => text.replace(/[\u064B-\u0652\u0670]/g, "");
/** @param {any} page */
const vowels = (page) => page.getByRole("button", { name: "التشكيل", exact: true });

test("vowels are shown and hidden, and every place is found in what is shown", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  const plain = await readerText(page);
  await page.locator("#tab-words").click();
  await page.getByRole("button", { name: "الحديقة", exact: true }).click();
  await vowels(page).click();
  await page.waitForFunction((text) => document.querySelector(".reader").textContent !== text, plain);
  assert.equal(await vowels(page).getAttribute("aria-pressed"), "true");
  const shown = await readerText(page);
  assert.ok(shown.length > plain.length * 1.3);
  assert.equal(bare(shown).replace(/[أإآ]/g, "ا"), bare(plain).replace(/[أإآ]/g, "ا"));
  const places = await highlighted(page, "mubin-word");
  assert.ok(places.length >= 1 && places.every((place) => bare(place) === "الحديقة" && place !== "الحديقة"), places.join(" "));
  const box = await headline(page).evaluate((node) => {
    const at = node.textContent.lastIndexOf(" ") + 2;
    const range = document.createRange();
    range.setStart(node.firstChild, at);
    range.setEnd(node.firstChild, at + 6);
    const { left, top, width, height } = range.getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
  await page.locator(".card").waitFor();
  assert.equal(bare(await page.locator("#card-word").textContent()), "القديمة");
  assert.deepEqual((await highlighted(page, "mubin-current")).map(bare), ["القديمة"]);
  await vowels(page).click();
  await page.waitForFunction((text) => document.querySelector(".reader").textContent === text, plain);
  assert.deepEqual(await highlighted(page, "mubin-current"), ["القديمة"]);
}));

test("the vowelled text is copied whole", () => visit(here, {
  init: () => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.copied = text; } } });
  },
}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await vowels(page).click();
  await page.getByRole("button", { name: "انسخ النص مشكولا" }).click();
  await page.getByRole("status").getByText("نُسخ النص").waitFor();
  const copied = await page.evaluate(() => globalThis.copied);
  assert.equal(bare(copied).replace(/[أإآ]/g, "ا"), bare(ARTICLE).replace(/[أإآ]/g, "ا"));
  assert.notEqual(copied, ARTICLE);
}));

test("where copying is denied, that is said", () => visit(here, {
  init: () => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("denied")) } });
  },
}, async (page) => {
  await readSample(page);
  await vowels(page).click();
  await page.getByRole("button", { name: "انسخ النص مشكولا" }).click();
  await page.locator('[data-notice="copied"]').waitFor();
}));

test("words are counted by lemma and by root, and a root opens on its family", () => visit(here, {}, async (page) => {
  await readSample(page);
  const figure = (name) => page.locator(".figures > div", { hasText: name }).locator("dd").textContent();
  const [lemmas, roots] = [await figure("المداخل المعجمية"), await figure("الجذور")];
  await page.locator("#tab-words").click();
  await page.getByLabel("المدخل المعجمي", { exact: true }).check();
  const found = page.locator("#words-found");
  await page.getByRole("button", { name: "مَكْتَبَة", exact: true }).waitFor();
  assert.equal(parseInt(await found.textContent(), 10), Number(lemmas), "as many rows as the overview says");
  await page.getByRole("button", { name: "مَكْتَبَة", exact: true }).click();
  const places = await highlighted(page, "mubin-word");
  assert.ok(places.length >= 1 && places.every((place) => place.includes("مكتبة")), places.join(" "));
  await page.getByRole("searchbox").fill("مكتبه");
  await page.waitForFunction(() => document.querySelectorAll(".words .word").length === 1);
  await page.getByRole("searchbox").fill("");
  await page.getByLabel("أخفِ حروف المعاني والضمائر").check();
  await page.getByRole("button", { name: "مِن", exact: true }).waitFor({ state: "detached" });
  await page.getByLabel("الجذر", { exact: true }).check();
  const root = page.getByRole("button", { name: "ك ت ب", exact: true });
  await root.waitFor();
  assert.ok(parseInt(await found.textContent(), 10) <= Number(roots));
  const count = Number(await page.locator("tr", { has: root }).locator(".number").textContent());
  assert.equal(await root.getAttribute("aria-expanded"), "false");
  await root.focus();
  await page.keyboard.press("Enter");
  await page.locator(".words .member").first().waitFor();
  assert.equal(await root.getAttribute("aria-expanded"), "true");
  const family = await page.locator(".member .word").allTextContents();
  assert.ok(family.includes("مَكْتَبَة") && family.includes("كِتاب"), family.join(" "));
  const counts = (await page.locator(".member .number").allTextContents()).map(Number);
  assert.equal(counts.reduce((sum, n) => sum + n, 0), count);
  assert.equal(await page.locator(".focus-place").textContent(), `1 من ${count}`);
  await page.getByRole("button", { name: "كِتاب", exact: true }).click();
  await page.waitForFunction(() => document.querySelector(".focus-word").textContent === "كِتاب");
  await page.getByRole("searchbox").fill("كتب");
  await page.waitForFunction(() => [...document.querySelectorAll("tr:not(.member) .word")].every((one) => one.textContent.replaceAll(" ", "").includes("كتب")));
  assert.deepEqual(await auditor(page)(), []);
}));

test("after a crash the packs are given to the fresh engine", () => visit(here, {
  init: `delete globalThis.Worker; (${trapOnce})();`,
}, async (page) => {
  await paste(page, { text: ARTICLE });
  const banner = page.locator('.banner.error[data-kind="engine-crashed"]');
  await banner.waitFor();
  await banner.getByRole("button", { name: "أعد المحاولة" }).click();
  await headline(page).waitFor();
  await openCard(page, "المرسى");
}));

function trapOnce() {
  const instantiate = WebAssembly.instantiate;
  let trapped = false;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    const exports = { ...instance.exports };
    exports.job_step = (...given) => {
      if (trapped) return instance.exports.job_step(...given);
      trapped = true;
      throw new WebAssembly.RuntimeError("unreachable");
    };
    return { instance: { exports }, module };
  };
}

for (const [what, reply, sentence] of /** @type {const} */ ([
  ["missing", { status: 404, body: "" }, /تعذّر تحميل المعجم/],
  ["damaged", { status: 200, body: "MUBN\u0001" }, /وصل ملف المعجم تالفا/],
  ["of another version", { status: 200, body: "MUBN\u0001\0\u0063\0\0\0\0\0\0\0\0\0" }, /من إصدار لا يوافق هذا المحرك/],
])) {
  test(`a lexicon that is ${what} is said to be so, the text is read all the same, and it loads on the next try`, () => visit(here, {
    prepare: (page) => page.route("**/lexicon-*.pack", (route) => route.fulfill(reply)),
  }, async (page, log) => {
    await readSample(page);
    const notice = page.locator('[data-notice="packs"]');
    await notice.waitFor();
    assert.match(await notice.textContent(), sentence);
    assert.equal(await vowels(page).count(), 0, "what needs the lexicon is not offered");
    assert.deepEqual(await auditor(page)(), []);
    await page.locator("#tab-words").click();
    assert.equal(await page.locator('input[name="by"]').count(), 0);
    await page.unroute("**/lexicon-*.pack");
    await notice.getByRole("button", { name: "أعد تحميل المعجم" }).click();
    await vowels(page).waitFor();
    await notice.waitFor({ state: "detached" });
    await openCard(page, "للباحثين");
    log.expectedConsole = log.console.filter((line) => line.includes("404"));
  }));
}

test("a reload that fails again says so again", () => visit(here, {
  prepare: (page) => page.route("**/models-*.pack", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await readSample(page);
  const notice = page.locator('[data-notice="packs"]');
  await notice.waitFor();
  const again = page.waitForRequest(/models-.*pack/);
  const failed = page.waitForEvent("console", (line) => line.text().includes("404")); // the browser says so a moment later
  await notice.getByRole("button").first().click();
  await Promise.all([again, failed]);
  await notice.waitFor();
  assert.equal(await notice.count(), 1);
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));
