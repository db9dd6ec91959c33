/** Nothing of a text leaves the page: no request once it is loaded, no trace in an address, a title or the console, and one switch leaves nothing behind. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, paste, stage, visit } from "./harness.js";
import { walk } from "./tour.js";

const here = stage();

test("through all that the page can show there is no request but for its own files", () => visit(here, { draft: true }, async (page, log) => {
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  const addresses = new Set();
  await walk(page, async () => {
    addresses.add(page.url());
    assert.doesNotMatch(await page.title(), /مكتبة الميناء/);
  });
  const own = /\/assets\/[\w.-]+-\w{8,10}\.(js|css|wasm|pack|woff2|svg|png|json)$|\/(manifest\.webmanifest|service-worker\.js|)$/;
  assert.deepEqual(log.requests.filter((request) => !/^(data|blob):/.test(request) && !own.test(request)), []);
  assert.ok([...addresses].every((address) => /^[\x20-\x7E]*$/.test(decodeURIComponent(address))), "no text in an address");
}));

test("one switch leaves nothing of the reader's in any storage, and all of others'", () => visit(here, { draft: true, lang: "en" }, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await page.locator(".reader-tools .keep").click();
  await page.locator(".keep[data-shelved=saved]").waitFor();
  await page.evaluate(async () => {
    localStorage.setItem("neighbour", "stays");
    await (await caches.open("neighbour")).put("/neighbour", new Response("stays"));
  });
  await page.getByRole("link", { name: /Library/ }).click();
  await page.getByRole("button", { name: "Erase everything", exact: true }).click();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Erase everything now" }).click()]);
  await page.locator("#surface").waitFor();
  const left = await page.evaluate(async (part) => {
    const found = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
      for (const store of db.objectStoreNames) {
        const values = await new Promise((done) => { db.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result.flat()); });
        if (values.length) found.push(`${name}/${store}`);
      }
      db.close();
    }
    for (const key of await caches.keys()) {
      for (const request of await (await caches.open(key)).keys()) {
        if (decodeURIComponent(request.url).includes(part)) found.push(request.url);
      }
    }
    const shelves = JSON.stringify([{ ...localStorage, "mubin.preferences": "" }, { ...sessionStorage, "mubin.tab": "" }]);
    return { found, shelves: shelves.includes(part), neighbour: [localStorage.getItem("neighbour"), await caches.match("/neighbour").then((r) => r?.text())], area: document.querySelector("#surface").value };
  }, "المرسى");
  assert.deepEqual(left, { found: [], shelves: false, neighbour: ["stays", "stays"], area: "" });
}));
