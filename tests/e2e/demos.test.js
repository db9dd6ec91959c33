/** The demo pages, as they are built: each does what it shows, fits a phone, and has no faults. */

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { highlighted } from "./harness.js";
import { call, EMBED, host, press, readings } from "./hosts.js";

const here = host();
const demo = (name) => `mubin/demos/${name}.html`;

/** @param {string} name @param {(page: any, log: any) => Promise<void>} scenario */
async function onPhoneAndDesk(name, scenario) {
  for (const [width, scheme] of /** @type {const} */ ([[360, "dark"], [1440, "light"]])) {
    await call(here, demo(name), { viewport: { width, height: 800 }, scheme }, async (page, log) => {
      await scenario(page, log);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${name} at ${width}`);
      assert.deepEqual(await auditor(page)(), [], `${name} at ${width}`);
    });
  }
}

test("news: an article with the reader", () => onPhoneAndDesk("news", async (page) => {
  await readings(page);
  await page.locator("mubin-reader .switch").first().waitFor();
  const dark = await page.evaluate(() => CSS.highlights.has("mubin-reader-dark-person"));
  assert.ok((await highlighted(page, dark ? "mubin-reader-dark-person" : "mubin-reader-person")).includes("فتحي القلال"));
  await press(page, "وأوضحت");
  await page.locator("mubin-reader .card-facts").waitFor();
  assert.match(await page.locator("mubin-reader .here").innerText(), /نجلاء العياري/);
}));

test("form: corrections beside a field, accepted and taken back", () => onPhoneAndDesk("form", async (page) => {
  const rows = page.locator("#list li");
  await rows.first().waitFor();
  const [text, n] = [await page.locator("#text").inputValue(), await rows.count()];
  assert.ok(n >= 8);
  await page.getByRole("button", { name: "اقبل Accept: المكتبة", exact: true }).click();
  await page.waitForFunction((least) => document.querySelectorAll("#list li").length === least, n - 1);
  assert.ok((await page.locator("#text").inputValue()).includes("المكتبة القديمه"));
  await page.locator("#certain").click();
  await page.waitForFunction((most) => document.querySelectorAll("#list li").length < most, n - 4);
  await page.locator("#undo").click();
  await page.locator("#undo").click();
  assert.equal(await page.locator("#text").inputValue(), text);
  await page.locator("#text").fill("هذا نص سليم.");
  await page.getByText("لا أخطاء ظاهرة.").waitFor();
}));

test("feeds: the names that two feeds share, and who said what in each", () => onPhoneAndDesk("feeds", async (page) => {
  await page.locator("#names li").first().waitFor();
  const names = await page.locator("#names li").allInnerTexts();
  for (const name of ["طنجة", "يونس العلمي", "سعاد بنجلون"]) assert.ok(names.some((one) => one.startsWith(name)), name);
  const [first, second] = await page.locator("#statements > section").allInnerTexts();
  assert.match(first, /سعاد بنجلون\s+طالبت: بضمانات/);
  assert.match(second, /إدريس الفاسي\s+وقال: مبلغ 900/);
  assert.equal(await page.locator("#state").isVisible(), false);
}));

test("minimal: ten lines", async () => {
  const lines = (await readFile(`${EMBED}demos/minimal.html`, "utf8")).trim().split("\n");
  assert.ok(lines.length <= 10, `${lines.length} lines`);
  await onPhoneAndDesk("minimal", async (page) => {
    await readings(page);
    await press(page, "المستشفى");
    await page.locator("mubin-reader .card-facts").waitFor();
  });
});

test("index: leads to every demo", () => onPhoneAndDesk("index", async (page) => {
  const pages = (await readdir(`${EMBED}demos`)).filter((name) => name.endsWith(".html") && name !== "index.html");
  assert.deepEqual((await page.locator(".demos a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).sort(), pages.sort());
}));

test("the demos pin what they load, and nothing of them is left to be filled in", async () => {
  const hashes = JSON.parse(await readFile(`${EMBED}integrity.json`, "utf8"));
  for (const name of (await readdir(`${EMBED}demos`)).filter((file) => file.endsWith(".html"))) {
    const page = await readFile(`${EMBED}demos/${name}`, "utf8");
    assert.doesNotMatch(page, /\{\{/, name);
    for (const [, file, hash] of page.matchAll(/(?:src|href)="\.\.\/([^"]+)" integrity="([^"]+)"/g)) assert.equal(hash, hashes[file], file);
    if (!["minimal.html", "index.html"].includes(name)) assert.match(page, /src="\.\.\/mubin\.js" integrity=/, name);
  }
});
