import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, paste, readSample, stage, visit } from "./harness.js";

const here = stage();
const OTHER = "احتفلت مدرسة الجبل في القرية العليا أمس بمرور خمسين عاما على تأسيسها، بحضور مئات من الطلاب والمعلمين الذين مروا بها.";

/** The disk is busy: nothing that is written gets there for as long as the page lives. @param {any} page */
const busy = (page) => page.evaluate(() => Promise.all([["mubin", "draft"], ["mubin-words", "words"]].map(async ([name, shelf]) => {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore(shelf);
  await new Promise((done) => { request.onsuccess = done; });
  const store = request.result.transaction(shelf, "readwrite").objectStore(shelf);
  const hold = () => { store.get("any").onsuccess = hold; };
  hold();
})));

/** Until nothing lies there that pages which were left have laid down. @param {any} page */
const nothingLaid = (page) => page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("mubin.owed")));

/** @param {any} page */
const kept = (page) => page.waitForFunction(() => new Promise((done) => {
  indexedDB.open("mubin").onsuccess = ({ target: { result } }) => {
    result.transaction("draft").objectStore("draft").get("text").onsuccess = ({ target }) => {
      result.close();
      done(target.result);
    };
  };
})).then((handle) => handle.jsonValue());

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

test("a text is there again however soon the page is left, and lies nowhere else by then", () => visit(here, { draft: true }, async (page) => {
  await paste(page, { text: OTHER });
  await page.locator(".reader", { hasText: "مدرسة الجبل" }).waitFor();
  await busy(page);
  await paste(page, { text: ARTICLE }, "body");
  await headline(page).waitFor();
  await page.reload();
  await page.locator("[data-notice=restored]").waitFor();
  assert.equal(await headline(page).textContent(), ARTICLE.split("\n")[0]);
  assert.equal(await page.locator("[data-notice^=left]").count(), 0, "it is the text of this tab still");
  assert.equal(await kept(page), ARTICLE);
  await nothingLaid(page);

  await busy(page); // and of a text that is being written
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.locator("#surface").fill(`${ARTICLE}\n\nسطر كُتب قبل لحظة.`);
  await page.reload();
  await page.locator(".reader", { hasText: "سطر كُتب قبل لحظة." }).waitFor();
}));

test("texts of tabs that were left too soon are there in the next one, the one in front and the other offered", () => visit(here, { draft: true }, async (page) => {
  const other = await page.context().newPage();
  await other.goto(here.url);
  for (const [tab, text, shown] of [[page, ARTICLE, ARTICLE.split("\n")[0]], [other, OTHER, "مدرسة الجبل"]]) {
    await busy(tab);
    await paste(tab, { text });
    await tab.locator(".reader", { hasText: shown }).waitFor();
  }
  for (const tab of [page, other]) await tab.goto("about:blank");
  const next = await page.context().newPage();
  await next.goto(here.url);
  await next.locator("[data-notice=restored]").waitFor();
  await next.locator("[data-notice=left-0]").getByRole("button", { name: "افتح ذلك النص" }).click();
  await next.locator("[data-notice=earlier]").waitFor();
  assert.ok([ARTICLE, OTHER].includes(await kept(next)));
  await nothingLaid(next);
  await page.goto(here.url); // as the end of each visit looks at it
}));

test("what is erased is erased where pages that were left have laid it, too", () => visit(here, { draft: true }, async (page) => {
  await paste(page, { text: OTHER });
  await page.getByRole("button", { name: "حرّر النص" }).click();
  const other = await page.context().newPage();
  await other.goto(here.url);
  await other.locator("[data-notice=restored]").waitFor();
  await busy(other);
  await paste(other, { text: ARTICLE }, "body");
  await headline(other).waitFor();
  await other.goto("about:blank");
  await page.waitForFunction((text) => Object.values(localStorage).some((value) => value.includes(text)), JSON.stringify(ARTICLE)); // it is another process
  await page.getByRole("button", { name: "امحُ المسودة" }).click();
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "مُحيت المسودة.");
  await nothingLaid(page);
}));

test("what is spoiled there is passed over", () => visit(here, { draft: true }, async (page) => {
  await page.evaluate(() => Object.entries({
    "draft a": "{", "draft b": "null", "draft c": '{"text":5}', "draft d": '{"text":"","saved":1}', "draft ": '{"saved":"x"}',
    "ignored a": "7", "ignored e": "[]", words: '{"a":1}',
  }).forEach(([name, value]) => localStorage.setItem(`mubin.owed ${name}`, value)));
  await page.reload();
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  await readSample(page);
  await nothingLaid(page);
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
