/** Through the text by keyboard, and several words at once. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { NEWS, readNews } from "./content.js";
import { drawn, headline, highlighted, paste, placeOf, stage, unfold, visit } from "./harness.js";

const here = stage();

/** @param {any} page */
const cursor = async (page) => (await highlighted(page, "mubin-cursor"))[0];
/** @param {any} page */
const strip = (page) => page.locator(".passage-strip");
/** @param {string} text */
const spaced = (text) => text.replace(/\s+/g, " ").trim();

/**
 * Where the cursor is on screen: its line, counted from the top of the text, and its middle.
 * @param {any} page
 */
const whereabouts = (page) => drawn(page).then(() => page.evaluate(() => {
  const [place] = CSS.highlights.get("mubin-cursor") ?? [];
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  const { left, right, top } = range.getBoundingClientRect();
  return { x: (left + right) / 2, y: top + scrollY };
}));

test("up and down go to the nearest word of the next line, and keep to their column", () => readNews(here, {}, async (page) => {
  const y = () => page.evaluate(() => scrollY);
  await page.locator(".reader").focus();
  const before = await y();
  await page.keyboard.press("ArrowDown");
  assert.equal(await cursor(page), undefined, "no word is current: the page's own key");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await cursor(page), "قمة");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowLeft");
  assert.equal(await cursor(page), "في");
  const start = await whereabouts(page);
  let last = start;
  const seen = [];
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press("ArrowDown");
    const now = await whereabouts(page);
    assert.ok(now.y > last.y + 10, "a line further down");
    seen.push(await cursor(page));
    last = now;
  }
  assert.ok(Math.abs(last.x - start.x) < 90, `${last.x} keeps near ${start.x}`);
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowUp");
  assert.equal(await cursor(page), "في", "back to the word it came from");
  assert.equal(new Set(seen).size, 5);
  await page.keyboard.press("ArrowUp");
  assert.equal(await cursor(page), "في", "nothing above the first line");
  assert.ok(await y() >= 0 && before >= 0);
}));

test("Home and End go to the ends of the line, Control and the arrows from sentence to sentence", () => readNews(here, {}, async (page) => {
  await page.locator(".reader").focus();
  const { x, y } = await placeOf(page, "مضيفة");
  await page.mouse.click(x, y);
  await page.keyboard.press("Escape");
  await page.locator(".reader").focus();
  await page.keyboard.press("Home");
  const first = await whereabouts(page);
  await page.keyboard.press("End");
  const last = await whereabouts(page);
  assert.ok(Math.abs(first.y - last.y) < 3 && first.x - last.x > 300, "from the right end to the left one");
  await page.keyboard.press("ArrowLeft");
  assert.ok((await whereabouts(page)).y > last.y + 10, "the next word begins a line");
  await placeOf(page, "الأشغال").then((place) => page.mouse.click(place.x, place.y));
  await page.locator(".reader").focus();
  await page.keyboard.press("Control+ArrowLeft");
  assert.equal(await cursor(page), "وقال", "the sentence after");
  await page.keyboard.press("Control+ArrowRight");
  assert.equal(await cursor(page), "وقالت", "the one before");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+ArrowUp");
  assert.equal(await cursor(page), "وقال", "first to the beginning of the own one");
}));

test("Shift and the arrows select words, whose facts are told; Escape lets them go", () => readNews(here, {}, async (page) => {
  const { x, y } = await placeOf(page, "وقالت");
  await page.mouse.click(x, y);
  await page.keyboard.press("Escape");
  await page.locator(".reader").focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowLeft");
  await strip(page).locator(".passage-acts").waitFor();
  assert.equal(await page.evaluate(() => String(getSelection())), "وقالت وزيرة النقل هند العلمي");
  await page.waitForFunction(() => document.querySelector(".passage-facts b")?.textContent === "5 كلمات");
  assert.match(spaced(await strip(page).textContent()), /^5 كلمات · 5 مداخل · \d جذور · جملة واحدة · \d.?%.? من النص · هند العلمي/);
  assert.equal(await page.getByRole("status").textContent(), "5 كلمات");
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForFunction(() => document.querySelector(".passage-facts b")?.textContent === "4 كلمات");
  await page.keyboard.press("Shift+ArrowDown");
  await page.waitForFunction(() => document.querySelector(".passage-facts")?.textContent.includes("قولان"));
  await page.keyboard.press("Escape");
  await strip(page).waitFor({ state: "detached" });
  assert.ok(await page.evaluate(() => getSelection().isCollapsed));
  await page.keyboard.press("ArrowLeft");
  assert.equal(await strip(page).count(), 0);
}));

/**
 * Selects from one word to another with the mouse.
 * @param {any} page
 * @param {string} from
 * @param {string} to
 */
async function drag(page, from, to) {
  const end = await placeOf(page, to);
  const start = await page.evaluate((word) => {
    const walker = document.createTreeWalker(document.querySelector(".reader"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.nodeValue.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + word.length);
      const { right, top, height } = range.getBoundingClientRect();
      return { x: right - 6, y: top + height / 2 };
    }
  }, from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y); // in one go: where the mouse rests on its way the strip tells of what is selected by then
  await page.mouse.up();
}

test("what the mouse selects is copied as written and with vowels, and looked up as a sequence", () => readNews(here, {
  prepare: (page) => page.addInitScript(() => {
    globalThis.copied = [];
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => globalThis.copied.push(text) } });
  }),
}, async (page) => {
  await drag(page, "أقرت", "النقل،");
  await strip(page).locator(".passage-acts").waitFor();
  assert.equal(await page.locator(".card").count(), 0, "a selection is no click");
  await page.getByRole("button", { name: "انسخ", exact: true }).click();
  await page.getByRole("button", { name: "انسخ مشكولا" }).click();
  const [written, vowelled] = await page.evaluate(() => globalThis.copied);
  assert.equal(written, "أقرت قمة النقل");
  assert.equal(vowelled.replace(/[\u064B-\u0652\u0670]/g, ""), written);
  assert.notEqual(vowelled, written);
  assert.equal(await page.getByRole("status").textContent(), "نُسخ ما اخترته.");
  assert.ok(await strip(page).count(), "the selection stays");
  await page.getByRole("button", { name: "سياقاتها" }).click();
  await page.locator(".kwic tbody tr").waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "أقرت قمة النقل");
  assert.equal(await strip(page).count(), 0);
}));

test("a selection over paragraphs, furniture and the whole page is counted in whole words", () => readNews(here, { lang: "en" }, async (page) => {
  await unfold(page);
  await drag(page, "أقرت", "المناقصة");
  await strip(page).locator(".passage-acts").waitFor();
  assert.match(spaced(await strip(page).textContent()), /^\d+ words · .* sentences · \d+% of the text · قمة النقل, الرباط, تونس and \d more names · \d statements/);
  assert.equal(await page.getByRole("button", { name: "In the concordance" }).count(), 0, "more than a sentence is no sequence");
  await page.locator(".passage-strip .icon").click();
  await strip(page).waitFor({ state: "detached" });
  await page.locator(".reader").focus();
  await page.keyboard.press("Control+a");
  await page.waitForFunction(() => document.querySelector(".passage-facts")?.textContent.includes("100%"));
  assert.deepEqual(await auditor(page)(), []);
}));

test("one word is no passage, and a field is none", () => visit(here, {}, async (page) => {
  await paste(page, { text: NEWS });
  await headline(page).waitFor();
  const { x, y } = await placeOf(page, "طويلة");
  await page.mouse.dblclick(x, y);
  await page.waitForFunction(() => String(getSelection()).trim() === "طويلة");
  await page.locator(".card").waitFor();
  assert.equal(await strip(page).count(), 0);
}));

test("on a phone the selection takes the place of the card for as long as it lasts", () => readNews(here, { viewport: { width: 360, height: 740 } }, async (page) => {
  const { x, y } = await placeOf(page, "طويلة");
  await page.mouse.click(x, y);
  await page.locator(".card").waitFor();
  await page.locator(".reader").focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowLeft");
  await strip(page).locator(".passage-acts").waitFor();
  assert.equal(await page.locator(".card").isVisible(), false);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  const box = await strip(page).boundingBox();
  assert.ok(box.y + box.height <= 741 && box.height < 260, JSON.stringify(box));
  await page.keyboard.press("Escape");
  await strip(page).waitFor({ state: "detached" });
  assert.ok(await page.locator(".card").isVisible());
}));
