import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, errorBanner, headline, highlighted, openCard, paste, readerText, readSample, stage, unfold, visit } from "./harness.js";

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
  await page.locator(".work").waitFor({ state: "attached" });
  await page.locator(".work").waitFor({ state: "detached", timeout: 240_000 });
  await headline(page).waitFor();
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

const panelsNote = (page) => page.locator(".panels-busy");

test("the beginning of a long text is in front with its layers while the rest is read", () => visit(here, {}, async (page) => {
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (globalThis.first || !document.querySelector(".reader h2.headline")) return;
      globalThis.first = {
        reading: document.querySelector(".work") !== null, note: document.querySelector(".panels-busy")?.textContent.trim(),
        layers: /[1-9]/.test(document.querySelector("[data-layer=quantity]").textContent),
      };
    }).observe(document.getElementById("app"), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await pasteLong(page, 4);
  await page.waitForFunction(() => globalThis.first);
  assert.deepEqual(await page.evaluate(() => globalThis.first), { reading: true, note: "ما هنا من أول النص، وما زال باقيه يُقرأ.", layers: true });
  await openCard(page, "الحديقة");
  const early = await page.locator("[data-layer=quantity]").textContent();
  await page.locator(".work").waitFor({ state: "detached", timeout: 120_000 });
  assert.equal(await panelsNote(page).count(), 0);
  assert.notEqual(await page.locator("[data-layer=quantity]").textContent(), early, "now of the whole text");
  assert.equal(await page.locator(".card").count(), 1, "a card that was opened meanwhile is still there");
}));

test("a first long text that is cancelled stays whole, with what was read of it, and the rest can be read later", () => visit(here, {}, async (page) => {
  await pasteLong(page, 2);
  await headline(page).waitFor();
  await page.getByRole("button", { name: "إلغاء" }).click();
  await page.locator(".work").waitFor({ state: "detached" });
  assert.match(await page.getByRole("status").textContent(), /النص باقٍ كله/);
  assert.match(await panelsNote(page).textContent(), /لم يُقرأ من النص إلا أوله/);
  await page.locator(".reader[data-complete]").waitFor({ timeout: 60_000 });
  assert.ok((await readerText(page)).length > 1.9e6);
  await openCard(page, "الحديقة");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "اقرأ الباقي" }).click();
  await page.locator(".work").waitFor({ state: "attached" });
  await page.locator(".work").waitFor({ state: "detached", timeout: 120_000 });
  assert.equal(await panelsNote(page).count(), 0);
}));

test("a cancel is heard by the worker between two slices of its work, and so is a question about a word", () => visit(here, {
  init: () => {
    if (typeof Worker === "undefined") return;
    globalThis.heard = { share: 0, cancelled: false };
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", ({ data }) => {
          if ("progress" in data) heard.share = data.progress;
        });
      }

      postMessage(message, ...more) {
        heard.cancelled ||= message.call === "cancel";
        super.postMessage(message, ...more);
      }
    };
  },
}, async (page) => {
  await readSample(page);
  await pasteLong(page, 10);
  await page.waitForFunction(() => heard.share > 0);
  await openCard(page, "الميناء"); // its readings come of the worker
  assert.equal(await page.locator(".work").count(), 1);
  await page.getByRole("button", { name: "إلغاء" }).click();
  await paste(page, { text: ARTICLE }, "body");
  await page.locator("h2", { hasText: ARTICLE.split("\n")[0] }).waitFor();
  const { cancelled, share } = await page.evaluate(() => heard);
  assert.ok(cancelled && share < 0.9, `the long text was read up to ${share}`);
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
