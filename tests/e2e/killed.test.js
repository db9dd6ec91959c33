/** The browser is killed while it writes: what had been kept is there afterwards, whole, and the rest is there or not, but never half. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, paste, stage } from "./harness.js";
import { startBrowser, withProfile } from "./process.js";

const here = stage();
const ROUNDS = 6;

/** What lies in the databases of the page, read past the page. @param {any} page */
const lying = (page) => page.evaluate(async () => {
  const open = (name) => new Promise((done, fail) => Object.assign(indexedDB.open(name), { onsuccess: ({ target }) => done(target.result), onerror: fail }));
  const all = async (name, store) => {
    const db = await open(name);
    const found = await new Promise((done) => { db.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result); });
    db.close();
    return found;
  };
  return { entries: await all("mubin-library", "entries"), texts: await all("mubin-library", "texts") };
});

/** A library of so many texts, each told by its number, each long enough to be caught while it is written. @param {number} round */
const shelf = (round) => Array.from({ length: 30 }, (_, i) => ({
  id: `${round}-${i}`, name: `نص ${round}-${i}`, tags: [], created: 1, changed: 1, source: { by: "file" }, words: null, share: null,
  text: `${round}-${i} ${"وهذا سطر من نص طويل. ".repeat(3000)}`, decisions: [], choices: [], ignored: [],
}));

test("texts that go into the library as the browser is killed are all there or none of them, and what lay there stays", () => withProfile(async (profile) => {
  let before = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const browser = await startBrowser(profile);
    try {
      const page = await browser.open(`${here.url}#library`);
      await page.locator(".library").waitFor();
      if (round) {
        const { entries, texts } = await lying(page);
        assert.deepEqual(entries.map(({ id }) => id), texts.map(({ id }) => id), "no text without its entry, and no entry without its text");
        assert.equal(entries.length % 30, 0, "all of a file or nothing of it");
        assert.ok(entries.length >= before, "what lay there before");
        for (const { id, text } of texts) assert.equal(text, shelf(Number(id.split("-")[0]))[Number(id.split("-")[1])].text);
        before = entries.length;
      }
      await page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        globalThis.puts = 0;
        IDBObjectStore.prototype.put = function (...given) {
          globalThis.puts++;
          return put.apply(this, given);
        };
      });
      const library = JSON.stringify({ schema: "mubin-library/1", exported: 0, texts: shelf(round) });
      await page.locator(".library-foot input[type=file]").setInputFiles({ name: "library.json", mimeType: "", buffer: Buffer.from(library) });
      await page.waitForFunction((puts) => globalThis.puts >= puts, 1 + round * 10); // earlier and later in the work
      await browser.kill();
      for (const log of browser.logs) assert.deepEqual(log.console, []);
    } finally {
      await browser.kill();
    }
  }
}));

test("a draft outlives the kill of the browser, all but what was typed in the moment before", () => withProfile(async (profile) => {
  const sentence = "وهذه جملة كُتبت قبل أن يتوقف المتصفح بلحظة. ";
  let kept = ARTICLE;
  for (let round = 0; round < 3; round++) {
    const browser = await startBrowser(profile);
    try {
      const page = await browser.open(here.url);
      if (round === 0) {
        await page.locator("#surface").waitFor();
        await paste(page, { text: ARTICLE });
      }
      await headline(page).waitFor();
      if (round) await page.locator("[data-notice=restored]").waitFor();
      await page.getByRole("button", { name: "حرّر النص" }).click();
      const there = await page.locator("#surface").inputValue();
      assert.ok(there.startsWith(kept), "what had been kept");
      assert.ok(`${kept}${sentence}`.startsWith(there), "and nothing that was not typed");
      kept = `${there}\n\nفقرة رقم ${round}. `;
      await page.locator("#surface").fill(kept);
      await page.evaluate(async (text) => {
        const db = await new Promise((done) => { indexedDB.open("mubin").onsuccess = ({ target }) => done(target.result); });
        const get = () => new Promise((done) => { db.transaction("draft").objectStore("draft").get("text").onsuccess = ({ target }) => done(target.result); });
        while (await get() !== text) await new Promise(requestAnimationFrame);
        db.close();
      }, kept);
      await page.locator("#surface").press("End");
      await page.keyboard.insertText(sentence);
      await browser.kill();
      for (const log of browser.logs) assert.deepEqual(log.console, []);
    } finally {
      await browser.kill();
    }
  }
}));
