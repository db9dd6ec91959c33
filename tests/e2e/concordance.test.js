/** The concordance: a word among its neighbours, on the proper sides of it, and the search that serves all studies. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { highlighted, placeOf, stage } from "./harness.js";
import { found, lines, LONG, open, seek, spaced, studyIn, texts } from "./studies.js";

const here = stage();
const study = studyIn(here);

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`what precedes stands on the right of the word, what follows on the left, cut to whole words (${lang})`, () => study({ lang }, async (page) => {
    await seek(page, "المدينة");
    await lines(page).nth(49).waitFor();
    const rows = await lines(page).evaluateAll((all) => all.map((row) => {
      const [before, node, after] = row.children;
      const box = (/** @type {Element} */ of) => {
        const range = document.createRange();
        range.selectNodeContents(of);
        const { left, right } = range.getBoundingClientRect();
        return { left, right };
      };
      return {
        before: box(before.querySelector("bdi")), node: box(node), after: box(after.querySelector("bdi")),
        points: [before, after].map((cell) => cell.querySelector(".points")).map((points) => points && box(points)),
        words: [before, node, after].map((cell) => (cell.querySelector("bdi") ?? cell).textContent.trim()),
        cut: [before, after].map((cell) => cell.scrollWidth > cell.clientWidth), width: before.getBoundingClientRect().width,
      };
    }));
    assert.equal(rows.length, 50);
    const text = spaced(LONG);
    const middle = (rows[0].node.left + rows[0].node.right) / 2;
    for (const { before, node, after, points, words, cut, width } of rows) {
      assert.ok(before.left >= node.right && node.left >= after.right, JSON.stringify(words));
      assert.ok(Math.abs((node.left + node.right) / 2 - middle) < 2, "the words stand on one axis");
      const outer = (points[0]?.left ?? Infinity) >= before.right - 1 && (points[1]?.right ?? 0) <= after.left + 1;
      assert.ok(outer, "what is left out is left out at the outer edge");
      assert.deepEqual(cut, [false, false], "nothing is clipped");
      const at = text.indexOf(words.join(" "));
      assert.ok(at >= 0 && !/\p{L}/u.test(text[at - 1] ?? " ") && !/\p{L}/u.test(text[at + words.join(" ").length] ?? " "), `${words} are whole words as the text has them`);
      assert.ok(before.right - before.left > width * 0.55, "there are as many words as there is room");
    }
  }));
}

test("Latin letters and digits keep their place in the line, and turn no line round", () => study({
  text: `${LONG}\n\nوسمّى المصممون أحد أحياء المدينة NG 30 بحسب الوثيقة.`,
}, async (page) => {
  await seek(page, "المدينة");
  await lines(page).first().waitFor();
  const places = (/** @type {string} */ word) => lines(page).filter({ hasText: word }).first().evaluate((line) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    /** @type {Record<string, { left: number, right: number }>} */
    const boxes = {};
    while (walker.nextNode()) {
      for (const { 0: found, index } of walker.currentNode.nodeValue.matchAll(/[\p{L}\p{M}\p{N}.]+/gu)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + found.length);
        const { left, right } = range.getBoundingClientRect();
        boxes[found] ??= { left, right };
      }
    }
    return boxes;
  });
  // نظام GIS 4.2 سيرسم | المدينة | على خرائط Open Street
  const first = await places("خرائط");
  assert.ok(first.GIS.right <= first["4.2"].left, "inside the Latin run reading goes to the right");
  assert.ok(first["سيرسم"].right <= first.GIS.left && first["المدينة"].right <= first["سيرسم"].left, "around it to the left");
  assert.ok(first["خرائط"].right <= first["المدينة"].left && first.Open.right <= first["خرائط"].left);
  await page.getByRole("button", { name: "التالي" }).click();
  // المدينة | NG 30 بحسب
  await lines(page).filter({ hasText: "NG" }).waitFor();
  const last = await places("NG");
  assert.ok(last.NG.right <= last["30"].left);
  assert.ok(last["30"].right <= last["المدينة"].left && last["بحسب"].right <= last.NG.left, "a context that begins with Latin letters still goes to the left");
}));

test("lines are sorted by the words around, marked in them, and turned round by the heading", () => study({}, async (page) => {
  await seek(page, "ترميم");
  await page.getByLabel("الترتيب بحسب").selectOption("الكلمة الأولى بعدها");
  const marks = page.locator(".kwic .after b");
  await marks.first().waitFor();
  const words = await marks.allTextContents();
  assert.ok(words.length >= 49, String(words.length));
  assert.deepEqual(words, [...words].sort((a, b) => a.replace(/[أآ]/g, "ا").localeCompare(b.replace(/[أآ]/g, "ا"), "ar")));
  const heading = page.locator(".kwic th.after");
  assert.equal(await heading.getAttribute("aria-sort"), "ascending");
  await heading.getByRole("button").click();
  await page.locator('.kwic th.after[aria-sort="descending"]').waitFor();
  await page.waitForFunction((last) => document.querySelector(".kwic .after b")?.textContent !== last, words[0]);
  await page.locator(".kwic th.before button").click();
  await page.locator('.kwic th.before[aria-sort="ascending"]').waitFor();
  await page.locator(".kwic .before b").first().waitFor();
  assert.equal(await page.getByLabel("الترتيب بحسب").inputValue(), "الكلمة الأولى قبلها");
}));

test("fifty lines stand on a page, and the pages are turned", () => study({}, async (page) => {
  await seek(page, "المدينة");
  await found(page, "72 موضعا");
  assert.equal(await lines(page).count(), 50);
  const pager = page.locator(".pager");
  assert.equal(spaced(await pager.locator("span").textContent()), "1–50 من 72");
  const next = page.getByRole("button", { name: "التالي" });
  await next.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length === 22);
  assert.equal(spaced(await pager.locator("span").textContent()), "51–72 من 72");
  assert.equal(await next.getAttribute("aria-disabled"), "true");
  assert.ok(await next.evaluate((button) => button === document.activeElement), "the focus stays");
  await page.getByRole("button", { name: "السابق" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length === 50);
}));

test("a line leads to its place, all places can be followed, and pointing lights the other side", () => study({}, async (page) => {
  await seek(page, "المدينة");
  await lines(page).nth(3).locator(".before").click();
  await page.locator(".focus-strip").waitFor();
  assert.equal(await page.locator(".focus-place").textContent(), "4 من 72");
  assert.deepEqual(await highlighted(page, "mubin-current"), ["المدينة"]);
  assert.equal(await page.locator(".kwic tr[data-pressed]").count(), 1);
  await page.getByRole("button", { name: "الموضع التالي" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr")[4].hasAttribute("data-pressed"));
  await lines(page).nth(0).getByRole("button").focus();
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await highlighted(page, "mubin-hover"), ["المدينة"]);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".focus-place").textContent === "2 من 72");
  const { x, y } = await placeOf(page, "المدينة");
  await page.mouse.move(x, y);
  await page.locator(".kwic tr[data-lit]").waitFor();
  await page.mouse.move(2, 2);
  await page.locator(".kwic tr[data-lit]").waitFor({ state: "detached" });
}));

test("the strip shows the beginning of the text at the right and leads into it", () => study({}, async (page) => {
  await seek(page, "Harbour");
  await found(page, "موضع واحد");
  const [stroke] = (await page.locator(".spread path").getAttribute("d")).match(/\d+(?=[. ])/);
  assert.ok(Number(stroke) > 950, stroke);
  await page.locator(".spread").click();
  await page.waitForFunction(() => document.querySelector(".focus-word")?.textContent === "Harbour");
}));

test("on a phone a line is two, and reads on from one to the next", () => study({ viewport: { width: 360, height: 740 } }, async (page) => {
  await seek(page, "المدينة");
  await lines(page).nth(9).waitFor();
  const rows = await lines(page).evaluateAll((all) => all.slice(0, 20).map((row) => [...row.children].map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell.querySelector("bdi") ?? cell);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, top, bottom };
  })));
  for (const [before, node, after] of rows) {
    assert.ok(before.bottom <= node.top + 6, "what precedes stands above");
    assert.ok(Math.abs(node.right - rows[0][1].right) < 2, "the words begin on one line down the page");
    assert.ok(after.right <= node.left && Math.abs(after.top - node.top) < 6, "what follows goes on beside the word");
    assert.ok(before.left >= 0 && after.left >= 0);
  }
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
}));

test("a word is found folded, exact, by pattern, lemma and root, with what is attached to it and without", () => study({
  text: `${LONG}\n\nوكتبت الصحيفة أن الكاتب كتب كتابا عن المكتبات، وأن كتابه في مكتبة المدينة؛ وزار أحمد المكتبه.`,
}, async (page) => {
  const attached = page.getByLabel("مع السوابق واللواحق");
  await attached.uncheck();
  await seek(page, "المكتبة");
  await found(page, "موضع واحد");
  await seek(page, "المكتبة", "exact");
  await found(page, "لا مواضع");
  await seek(page, "المكتبه");
  await found(page, "موضع واحد");
  await seek(page, "كتاب", "folded");
  await found(page, "لا مواضع");
  await attached.check();
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length >= 1);
  await attached.uncheck();
  await seek(page, "مكت*", "wildcard");
  await found(page, "موضع واحد");
  await seek(page, "كت؟ب");
  await page.waitForFunction(() => document.querySelector("#study .found").textContent === "لا مواضع");
  await seek(page, "كتب", "root");
  await page.waitForFunction(() => document.querySelectorAll(".kwic tbody tr").length >= 6);
  const forms = new Set(await texts(page.locator(".kwic tbody .node button")));
  for (const form of ["وكتبت", "كتابه", "المكتبات", "مكتبة"]) assert.ok(forms.has(form), `${form} in ${[...forms]}`);
  assert.equal(await attached.count(), 0, "of roots it is always so");
  await open(page, "frequency");
  await page.waitForFunction(() => {
    const words = [...document.querySelectorAll(".words .word")].map((word) => word.textContent);
    return words.length > 3 && words.length < 12 && words.includes("كتابه");
  });
  await seek(page, "مكت", "folded");
  await open(page, "context");
  await page.getByRole("button", { name: /ابحث عما يبدأ بها/ }).click();
  await found(page, "موضع واحد");
  assert.equal(await page.getByRole("searchbox").inputValue(), "مكت*");
}));

test("without a word there are words to begin with, and a query that means nothing is told", () => study({}, async (page) => {
  const offered = page.locator(".phrases .phrase");
  await offered.first().waitFor();
  assert.deepEqual(await auditor(page)(), []);
  await offered.first().click();
  await lines(page).first().waitFor();
  await seek(page, "tag:NOTHING");
  await page.locator(".remark", { hasText: "لم يُفهم" }).waitFor();
}));
