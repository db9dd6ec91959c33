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
  await page.getByRole("button", { name: "جرّب المثال" }).waitFor();
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
