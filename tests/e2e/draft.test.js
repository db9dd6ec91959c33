import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, paste, readSample, stage, visit } from "./harness.js";

const here = stage();

test("a draft is kept, comes back, and is erased on request", () => visit(here, { draft: true }, async (page) => {
  await paste(page, { text: ARTICLE });
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.getByRole("button", { name: "امحُ المسودة" }).waitFor(); // there is one now
  await page.reload();
  await headline(page).waitFor();
  await page.locator("[data-notice=restored]").waitFor();
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.getByText("تُحفظ مسودة نصك في هذا المتصفح وحده.").waitFor();
  await page.getByRole("button", { name: "امحُ المسودة" }).click();
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "مُحيت المسودة.");
  await page.reload();
  await page.getByRole("button", { name: "خبر صحفي" }).waitFor();
  assert.equal(await page.locator("#surface").inputValue(), "");
}));

test("with the switch off nothing is kept", () => visit(here, { draft: true }, async (page) => {
  await page.getByText("الإعدادات").click();
  await page.getByLabel("احفظ مسودة نصي في هذا المتصفح").uncheck();
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await page.reload();
  await page.getByText("لا تُحفظ مسودة.").waitFor();
  assert.equal(await page.locator("#surface").inputValue(), "");
}));

test("switching it off erases what was kept", () => visit(here, { draft: true }, async (page) => {
  await paste(page, { text: ARTICLE });
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.getByRole("button", { name: "امحُ المسودة" }).waitFor();
  await page.getByText("الإعدادات").click();
  await page.getByLabel("احفظ مسودة نصي في هذا المتصفح").uncheck();
  await page.getByText("لا تُحفظ مسودة.").waitFor();
  const kept = () => page.evaluate(() => new Promise((done) => {
    indexedDB.open("mubin").onsuccess = ({ target }) => {
      target.result.transaction("draft").objectStore("draft").count().onsuccess = (event) => done(event.target.result);
    };
  }));
  const began = Date.now();
  while (await kept() > 0) assert.ok(Date.now() - began < 60_000, "the draft is still there");
}));

test("what was typed a moment before the tab went is kept", () => visit(here, {
  draft: true,
  init: () => { // the pause after which typing is analysed never ends
    const wait = globalThis.setTimeout;
    globalThis.setTimeout = (work, ms, ...rest) => (ms === 500 ? 0 : wait(work, ms, ...rest));
  },
}, async (page) => {
  await page.locator("#surface").fill(ARTICLE);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await page.getByRole("button", { name: "امحُ المسودة" }).waitFor();
  await page.reload();
  await headline(page).waitFor();
  assert.equal(await headline(page).textContent(), ARTICLE.split("\n")[0]);
}));

test("a text there is no room for is read all the same, said so, and the older draft stays", () => visit(here, {
  draft: true,
  init: () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (String(given[0]).length > 1000) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
  },
}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.getByRole("button", { name: "امحُ المسودة" }).waitFor();
  await readSample(page);
  await page.locator("h2", { hasText: "مكتبة الميناء القديم" }).waitFor();
  assert.equal(await page.locator(".banner.error").count(), 0);
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.getByText("لا متسع في المتصفح لمسودة هذا النص").waitFor();
  await page.reload();
  await page.locator("h2", { hasText: ARTICLE.split("\n")[0] }).waitFor();
}));

test("a browser that denies storage costs only the draft", () => visit(here, {
  draft: true,
  init: () => {
    Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } });
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  },
}, async (page) => {
  await page.getByText("لا يسمح المتصفح بحفظ مسودة هنا.").waitFor();
  await readSample(page);
}));
