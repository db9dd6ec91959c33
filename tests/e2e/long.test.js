import assert from "node:assert/strict";
import { test } from "node:test";
import { errorBanner, headline, highlighted, readerText, readSample, stage, unfold, visit } from "./harness.js";

const here = stage();

/**
 * Pastes an article of so many millions of UTF-16 units, made in the page.
 * @param {any} page
 * @param {number} millions
 */
const pasteLong = (page, millions) => page.evaluate((size) => {
  const sentence = "وقال رئيس البلدية إن الحديقة تضم مئتي شجرة وملعبا للأطفال ومسارا للمشي، مضيفا أن الدخول إليها مجاني طوال أيام الأسبوع. ";
  const paragraph = `${sentence.repeat(5)}\n\n`;
  const text = `حديقة جديدة على شاطئ المدينة القديمة تفتح أبوابها\n\n${paragraph.repeat(Math.floor(size * 1e6 / paragraph.length))}`;
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, millions);

test("ten million units are read to the end, with progress", () => visit(here, {}, async (page) => {
  await page.evaluate(() => {
    globalThis.shares = [];
    new MutationObserver(() => {
      const bar = document.querySelector(".work progress");
      if (bar) globalThis.shares.push(bar.value);
    }).observe(document.getElementById("app"), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await pasteLong(page, 10);
  await headline(page).waitFor({ timeout: 120_000 });
  const shares = await page.evaluate(() => globalThis.shares);
  assert.ok(new Set(shares).size > 3, "the bar moved");
  assert.ok(shares.every((share, i) => i === 0 || share >= shares[i - 1]), "and never backwards");
  await page.getByRole("tab", { name: "المفردات" }).click();
  await page.getByRole("button", { name: "الحديقة", exact: true }).click();
  await page.getByRole("button", { name: "الموضع السابق" }).click(); // the last one, at the far end
  await page.waitForFunction(() => CSS.highlights.get("mubin-current")?.size === 1, null, { timeout: 60_000 });
  assert.deepEqual(await highlighted(page, "mubin-current"), ["الحديقة"]);
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.getByText("نص طويل من").waitFor();
}));

test("a long analysis is cancelled and the page stays as it was", () => visit(here, {}, async (page) => {
  await readSample(page);
  const before = await readerText(page);
  await pasteLong(page, 10);
  await page.getByRole("button", { name: "إلغاء" }).click();
  await page.locator(".work").waitFor({ state: "detached" });
  assert.match(await page.getByRole("status").textContent(), /أُلغي التحليل/);
  assert.equal(await readerText(page), before);
  assert.equal(await page.locator(".banner").count(), 0);
}));

test("a tab that is pressed while a long text is read is in front at once, and its panel comes with the next frame", () => visit(here, {}, async (page) => {
  await readSample(page);
  await pasteLong(page, 10);
  await page.locator(".work").waitFor({ state: "attached" });
  const seen = await page.evaluate(async () => {
    const [tab, panel, panels] = ["tab-words", "panel-words", "panels"].map((id) => document.getElementById(id));
    tab.click();
    await Promise.resolve();
    const look = () => [tab.getAttribute("aria-selected"), panels.hasAttribute("data-late"), panel.childElementCount > 0];
    const first = look();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    return [first, look(), document.querySelector(".work") !== null];
  });
  assert.deepEqual(seen, [["true", true, false], ["true", false, true], true]);
}));

test("one paragraph of a million units is shown whole", () => visit(here, {}, async (page) => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "كلمة ".repeat(200_000));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.locator(".reader[data-complete] .chunk").first().waitFor({ timeout: 60_000 });
  await unfold(page);
  const length = (await readerText(page)).length;
  assert.ok(length >= 200_000 * 5 - 1);
  assert.equal(await errorBanner(page, "engine-crashed").count(), 0);
}));
