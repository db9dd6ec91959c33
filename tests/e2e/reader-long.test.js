/** A megabyte of text: what is far away costs nothing, and is reached and selected all the same. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, headline, highlighted, stage, visit } from "./harness.js";

const here = stage();

/** Paragraphs of many lengths, one word at either end and in the middle that is nowhere else. @param {any} page */
async function readMegabyte(page) {
  await page.evaluate(() => {
    const words = "وقال رئيس البلدية إن الحديقة تضم مئتي شجرة وملعبا للأطفال ومسارا للمشي مضيفا أن الدخول إليها مجاني طوال أيام الأسبوع".split(" ");
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
    const paragraphs = ["حديقة جديدة على شاطئ المدينة القديمة تفتح أبوابها", "هذه المنارة أول النص."];
    let units = 0;
    while (units < 1_000_000) {
      const length = 20 + next() % 140;
      const text = Array.from({ length }, (_, i) => words[next() % words.length] + (i % 14 === 13 ? "." : "")).join(" ");
      paragraphs.push(`${text}.`);
      units += text.length + 3;
    }
    paragraphs.push("وهذه المنارة خاتمة النص البعيدة.");
    const data = new DataTransfer();
    data.setData("text/plain", paragraphs.join("\n\n"));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await headline(page).waitFor({ timeout: 120_000 });
  await page.locator(".work").waitFor({ state: "detached", timeout: 120_000 }); // its beginning stands while the rest is read
  await page.locator(".reader[data-complete]").waitFor({ timeout: 60_000 });
}

/** How high the text is thought to be, and how high it is when all of it is laid out. @param {any} page */
const heights = (page) => page.evaluate(() => {
  const reader = document.querySelector(".reader");
  const chunks = [...reader.querySelectorAll(".chunk")];
  const guessed = reader.clientHeight;
  for (const chunk of chunks) chunk.style.contentVisibility = "visible";
  const real = reader.clientHeight;
  for (const chunk of chunks) chunk.style.contentVisibility = "";
  return { guessed, real };
});

/** The browser moves the page bit by bit, and takes no other key of the kind meanwhile. @param {any} page */
const stillness = (page) => page.evaluate(async () => {
  for (let same = 0, last = -1; same < 15; last = scrollY) {
    await new Promise(requestAnimationFrame);
    same = scrollY === last ? same + 1 : 0;
  }
});

test("what is far from the window is not laid out, and its height is guessed well", () => visit(here, {}, async (page) => {
  await readMegabyte(page);
  await drawn(page);
  const laid = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll(".reader p")];
    const shown = paragraphs.filter((node) => node.checkVisibility({ contentVisibilityAuto: true }));
    return { all: paragraphs.length, shown: shown.length };
  });
  assert.ok(laid.all > 1000 && laid.shown < laid.all / 20, JSON.stringify(laid));
  const { guessed, real } = await heights(page);
  assert.ok(Math.abs(guessed / real - 1) < 0.08, `${guessed} for ${real}`);
  await page.setViewportSize({ width: 420, height: 800 });
  await drawn(page);
  const narrow = await heights(page);
  assert.ok(narrow.real > real * 1.3, "the column is narrower");
  assert.ok(Math.abs(narrow.guessed / narrow.real - 1) < 0.08, `${narrow.guessed} for ${narrow.real} in a narrow column`);
}));

test("the far end is reached by key and by a jump, and back again", () => visit(here, {}, async (page) => {
  await readMegabyte(page);
  const seen = (/** @type {string} */ text) => page.waitForFunction((wanted) => {
    const node = [...document.querySelectorAll(".reader p")].find(({ textContent }) => textContent.includes(wanted));
    const box = node.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }, text);
  await page.locator("#tab-words").click();
  await page.getByRole("searchbox").fill("المنارة");
  await page.getByRole("button", { name: "المنارة", exact: true }).click();
  await seen("أول النص");
  await page.getByRole("button", { name: "الموضع التالي" }).click();
  await seen("خاتمة النص");
  await page.waitForFunction(() => CSS.highlights.get("mubin-current")?.size === 1);
  assert.deepEqual(await highlighted(page, "mubin-current"), ["المنارة"]);
  await page.getByRole("button", { name: "الموضع التالي" }).click();
  await seen("أول النص");
  await page.locator(".reader").focus();
  await page.keyboard.press("Control+End");
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll(".reader p")].at(-1).getBoundingClientRect();
    return last.bottom > 0 && last.bottom < innerHeight;
  });
  await stillness(page);
  await page.keyboard.press("Control+Home");
  await page.waitForFunction(() => scrollY === 0);
}));

test("all of it can be selected, and is counted", () => visit(here, {}, async (page) => {
  await readMegabyte(page);
  await page.locator(".reader").focus();
  await page.keyboard.press("Control+a");
  await page.locator(".passage-facts").waitFor();
  assert.match(await page.locator(".passage-facts").textContent(), /100.?%/);
  await page.keyboard.press("Escape");
  await page.locator(".passage-strip").waitFor({ state: "detached" });
}));
