/** The page as the reader's system wants it: forced colours, less motion, zoom, paper, a browser without highlights. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { ARTICLE, drawn, headline, paste, readSample, stage, unfold, visit } from "./harness.js";

const here = stage();

/** @param {any} page */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * @param {any} page
 * @param {string} word
 */
async function pressWord(page, word) {
  await page.locator("#tab-words").click();
  await page.locator(".words .word").getByText(word, { exact: true }).click();
  await page.locator(".focus-strip").waitFor();
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`with forced ${colorScheme} colours what is chosen can still be told`, () => visit(here, { theme: "auto" }, async (page) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await readSample(page);
    const edge = (tab) => page.locator(tab).evaluate((node) => getComputedStyle(node).borderBlockEndColor);
    assert.notEqual(await edge("#tab-overview"), await edge("#tab-words"));
    await pressWord(page, "المكتبة");
    assert.notEqual(await page.locator("tr[data-pressed]").evaluate((row) => getComputedStyle(row).outlineStyle), "none");
    const painted = (layer) => page.evaluate((name) => getComputedStyle(document.querySelector(".reader h2"), `::highlight(mubin-${name})`).textDecoration, layer);
    assert.equal(new Set(await Promise.all(["sentence", "word", "current"].map(painted))).size, 3, "each layer is told from the others");
    assert.deepEqual(await auditor(page)(), []);
  }));
}

test("with less motion nothing moves by itself", () => visit(here, {}, async (page) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await readSample(page);
  await pressWord(page, "المكتبة");
  await page.getByRole("button", { name: "الموضع التالي" }).click();
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((node) => {
    const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(node);
    return [animationDuration, transitionDuration].some((time) => parseFloat(time) > 0) || scrollBehavior === "smooth";
  }).length);
  assert.equal(moving, 0);
  assert.deepEqual(await page.evaluate(() => document.getAnimations().filter((one) => one.playState === "running").length), 0);
}));

/** A window of 1280 by 1024 at the zoom that WCAG asks for, and at twice as much. */
for (const [zoom, viewport] of /** @type {const} */ ([[200, { width: 640, height: 512 }], [400, { width: 320, height: 256 }]])) {
  for (const lang of /** @type {const} */ (["ar", "en"])) {
    test(`at ${zoom} % everything is reached and nothing scrolls sideways (${lang})`, () => visit(here, { lang, viewport }, async (page) => {
      await readSample(page);
      await unfold(page);
      await page.getByRole("button", { name: /أجزاء الصفحة|Page parts/ }).click();
      await pressWord(page, "المكتبة");
      assert.equal(await sideways(page), 0);
      const strip = await page.locator(".focus-strip").boundingBox();
      assert.ok(strip.height < viewport.height / 3, `the strip takes ${strip.height} of ${viewport.height}`);
      await page.locator(".settings summary").click();
      const last = page.locator(".settings input").last();
      await last.focus();
      const box = await last.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= viewport.height && box.x >= 0 && box.x + box.width <= viewport.width, "the last setting is in view");
      assert.equal(await sideways(page), 0, "settings");
    }));
  }
}

test("a word or an address without an end breaks, and stays inside the column", () => visit(here, { viewport: { width: 320, height: 640 } }, async (page) => {
  const endless = `https://example.org/${"abcdef0123456789".repeat(20)}?q=${"x".repeat(200)}`;
  await paste(page, { text: `${ARTICLE}\n\nانظر ${endless} ثم ${"ب".repeat(400)} وانتهى الكلام هنا.\n\n${"Unbroken".repeat(60)}` });
  await headline(page).waitFor();
  await unfold(page);
  assert.equal(await sideways(page), 0);
  const cut = await page.locator(".reader :is(p, h2)").evaluateAll((nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth).length);
  assert.equal(cut, 0);
  assert.equal(await page.locator("p", { hasText: "انظر https" }).getAttribute("dir"), "rtl", "an address does not turn its paragraph round");
  await page.locator("#tab-words").click();
  assert.equal(await sideways(page), 0, "the table");
}));

/** Letters under all the marks Arabic can stack, above and below. */
const STACKED = "إِلِّٰٓ مُبَيِّـِّنًا كٍٍّ لٌّٰٓ بِرُءُوسِكُمْ ٱلصَّلَوٰةَ ۖ يٍِّ";

test("stacked marks are cut off nowhere", () => visit(here, { viewport: { width: 360, height: 740 } }, async (page) => {
  await paste(page, { text: `${ARTICLE}\n\n${STACKED}، وهذا كلام مشكول بعضه.` });
  await headline(page).waitFor();
  await pressWord(page, "بِرُءُوسِكُمْ");
  // What clips must leave a third of an em above and below the line for marks; that is where the font's own limits lie.
  const tight = await page.evaluate(() => [...document.querySelectorAll(".chunk, .focus-word")].flatMap((node) => {
    const text = node.matches(".chunk") ? node.querySelector("h2, p") : node;
    const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(node);
    const room = parseFloat(getComputedStyle(text).fontSize) * 0.35;
    return Math.min(parseFloat(paddingBlockStart), parseFloat(paddingBlockEnd)) < room ? [`${node.className} ${paddingBlockStart} < ${room}`] : [];
  }));
  assert.deepEqual(tight, []);
  const lines = await page.evaluate(() => [...document.querySelectorAll(".reader :is(p, h2), .word, .focus-word")].filter((node) => {
    const { lineHeight, fontSize } = getComputedStyle(node);
    return parseFloat(lineHeight) < parseFloat(fontSize) * 1.7 - 0.5;
  }).length);
  assert.equal(lines, 0, "no line is lower than the letters of the face");
}));

test("on paper there is the masthead, the headline and the text, all of it", () => visit(here, { theme: "dark" }, async (page) => {
  await readSample(page);
  await pressWord(page, "المكتبة");
  await page.emulateMedia({ media: "print" });
  for (const gone of [".masthead-tools", ".reader-tools", ".panels", ".fold", ".focus-strip"]) {
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  }
  for (const kept of [".brand", ".reader h2", ".reader p.body"]) assert.ok(await page.locator(kept).first().isVisible(), kept);
  const colours = await page.evaluate(() => [document.body, document.querySelector(".reader p.body")].map((node) => {
    const { color, backgroundColor } = getComputedStyle(node);
    return [color, backgroundColor];
  }));
  assert.deepEqual(colours[0], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  assert.equal(colours[1][0], "rgb(0, 0, 0)");
  const marked = await page.evaluate(() => getComputedStyle(document.querySelector(".reader p.body"), "::highlight(mubin-current)").color);
  assert.equal(marked, "rgb(0, 0, 0)");
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  assert.equal(pages?.length, 1, "the sample is one sheet");
}));

test("a long text is laid out whole before it is printed", () => visit(here, {}, async (page) => {
  const text = Array.from({ length: 3000 }, (_, i) => `السطر رقم ${i + 1} من نص طويل كتبه محرر صبور في ليلة واحدة.`).join("\n\n");
  await paste(page, { text }, "body");
  await page.locator(".reader :is(p, h2)").first().waitFor();
  const printed = await page.evaluate(() => { // in one turn, as a browser prints: the rest of the result may come in the next
    dispatchEvent(new Event("beforeprint"));
    return document.querySelector(".reader").textContent;
  });
  assert.ok(printed.includes("السطر رقم 3000 "));
}));

test("without the highlight API rectangles behind the text show the places, and follow it", () => visit(here, {
  init: () => {
    delete globalThis.Highlight;
    delete CSS.highlights;
  },
}, async (page) => {
  await readSample(page);
  await pressWord(page, "المكتبة");
  /** How far the rectangle of the current place is from the word itself, in pixels. */
  const off = () => page.evaluate(() => {
    const box = document.querySelector(".overlay.current span")?.getBoundingClientRect();
    const word = document.querySelector(".focus-word").textContent;
    if (!box) return Infinity;
    const walker = document.createTreeWalker(document.querySelector(".reader"), NodeFilter.SHOW_TEXT);
    let nearest = Infinity;
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue;
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + word.length);
        const { left, top, width } = range.getBoundingClientRect();
        nearest = Math.min(nearest, Math.abs(left - box.left) + Math.abs(top - box.top) + Math.abs(width - box.width));
      }
    }
    return nearest;
  });
  assert.ok(await off() < 1);
  assert.ok(await page.locator(".overlay.word span").count() >= 2);
  await page.setViewportSize({ width: 700, height: 700 });
  await page.waitForFunction(() => document.querySelector(".reader").clientWidth < 660 && document.querySelector(".overlay.current span"));
  await drawn(page);
  assert.ok(await off() < 1, "after a resize");
  await page.getByRole("button", { name: "الموضع التالي" }).click();
  await page.locator(".fold").first().click();
  assert.ok(await off() < 1, "after a fold opened above");
  await page.getByRole("button", { name: "أزل التظليل" }).click();
  await page.locator(".overlay.current").waitFor({ state: "detached" });
  assert.equal(await page.locator(".overlay.word").count(), 0);
}));
