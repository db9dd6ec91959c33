import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, openCard, openFile, paste, readSample, SINGLE_FILE, stage, visit } from "./harness.js";

const here = stage();

test("the single file works from disk and asks for nothing else", () => visit(here, { url: SINGLE_FILE }, async (page, log) => {
  await readSample(page);
  assert.match(await headline(page).textContent(), /مكتبة الميناء القديم/);
  await openCard(page, "للباحثين");
  assert.match(await page.locator(".card-facts").textContent(), /researcher/, "the packs are in the file, glosses too");
  await openFile(page, "a.txt", Buffer.from(ARTICLE));
  await page.locator("h2", { hasText: ARTICLE.split("\n")[0] }).waitFor();
  assert.deepEqual(log.requests.filter((url) => !/^(data|blob):/.test(url)), [SINGLE_FILE]);
  assert.ok(log.requests.some((url) => url.startsWith("blob:")), "the worker runs");
  assert.ok(await page.evaluate(() => document.fonts.check('1em "Noto Naskh Arabic"', "ن")), "the face is in the file");
}));

test("it works on the page where workers are missing", () => visit(here, {
  url: SINGLE_FILE, init: () => { delete globalThis.Worker; },
}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
}));
