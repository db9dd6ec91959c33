/** Nothing of a text leaves the page: no request once it is loaded, no trace in an address, a title or the console, and one switch leaves nothing behind. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, openCard, paste, readerText, record, stage, visit } from "./harness.js";
import { openScreen, openTab, TABS, walk } from "./tour.js";

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

test("once every part was opened, a second way through all of it asks for nothing, and nothing of the text is left in the open", () => visit(here, { lang: "en" }, async (page, log) => {
  const around = async (/** @type {string} */ text) => {
    await paste(page, { text }, "body");
    await page.locator("h2.headline", { hasText: text.split("\n")[0] }).waitFor();
    for (const tab of TABS) {
      await openTab(page, tab);
      await page.locator(`#panel-${tab} details`).evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    }
    await openTab(page, "words");
    for (const study of ["keyness", "collocations", "sequences", "frequency"]) await page.locator(`#study-${study}`).click();
    await openTab(page, "writing");
    await openCard(page, "حديقة");
    await page.locator(".card").getByRole("button", { name: "Edit the paragraph" }).click();
    await page.locator(".reader .in-place").waitFor();
    await page.keyboard.type("واسعة ");
    await page.keyboard.press("Enter");
    await page.locator(".in-place-strip button").first().click();
    await page.locator(".in-place-strip").waitFor({ state: "detached" });
    for (const screen of ["library", "compare", "help", "desk"]) await openScreen(page, screen);
    await page.waitForLoadState("networkidle");
  };
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  const text = `${ARTICLE}\n\nوقال الوزير سامر الخطيب في القاهرة يوم الأحد إن وفدا من تونس زار الحديقة.`;
  await around(text);
  const before = log.requests.length;
  await around(text.replaceAll("المرسى", "البحيرة").replaceAll("جديدة", "كبيرة"));
  const icon = /\/assets\/icon-\w+\.svg$/; // which the browser looks up itself whenever another screen is in the address
  assert.deepEqual(log.requests.slice(before).filter((request) => !icon.test(request)), []);
  const open = await page.evaluate(() => JSON.stringify([decodeURIComponent(location.href), history.state, document.title, { ...localStorage }, { ...sessionStorage }, document.cookie, name]));
  assert.doesNotMatch(open, /[\u0621-\u064A]/, "address, history, title and the storages that every page of the origin reads");
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

/** A second tab of the same browser, once it has read its own text. @param {any} page @param {string} text */
async function beside(page, text) {
  const other = await page.context().newPage();
  const heard = record(other);
  await other.goto(here.url);
  await other.locator("#surface").waitFor({ state: "attached" });
  // Wherever the page is: the draft of the first tab comes to the front in this one too, and the surface is hidden then.
  await paste(other, { text }, "body");
  await other.locator("h2.headline", { hasText: text.split("\n")[0] }).waitFor();
  return { other, heard };
}

/** Whether a part of a text lies in a database of the origin. @param {any} page @param {string} part */
const stored = (page, part) => page.evaluate(async (wanted) => {
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
    const all = await Promise.all([...db.objectStoreNames].map((store) => new Promise((done) => {
      db.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result);
    })));
    db.close();
    if (JSON.stringify(all).includes(wanted)) return name;
  }
  return null;
}, part);

const MINE = ARTICLE.replaceAll("المرسى", "الزيتون");

test("what is erased in one tab is let go by the others, which write nothing of it back", () => visit(here, { draft: true }, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  const { other, heard } = await beside(page, MINE);
  await other.locator(".reader-tools .keep").click();
  await other.locator(".keep[data-shelved=saved]").waitFor();
  await other.getByRole("button", { name: "حرّر النص" }).click();
  await other.locator("#surface").pressSequentially("الزيتون ");
  await page.bringToFront();
  await page.getByRole("link", { name: /المكتبة/ }).click();
  await page.getByRole("button", { name: "امحُ كل شيء", exact: true }).click();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "امحُ كل شيء الآن" }).click()]);
  await other.locator("[data-notice=erased]", { hasText: "علامة تبويب أخرى" }).waitFor();
  assert.match(await other.locator("[role=status]").last().textContent(), /أُفرغت/);
  assert.equal(await other.locator("#surface").inputValue(), "");
  assert.equal(await other.locator(".reader h2").count(), 0);
  // All the occasions on which a tab writes: it is left, hidden, written into.
  await other.evaluate(() => dispatchEvent(new Event("visibilitychange")));
  await paste(other, { text: "نص جديد لا صلة له بما مضى، كُتب بعد المحو في علامة التبويب الثانية." });
  await other.locator(".reader h2, .reader p").first().waitFor();
  for (const part of ["المرسى", "الزيتون"]) assert.equal(await stored(other, part), null, part);
  await other.close();
  assert.equal(await stored(page, "الزيتون"), null);
  assert.deepEqual(heard.console, []);
}));

test("drafts that are switched off in one tab are kept by no other, and the texts stay in front", () => visit(here, { draft: true, lang: "en" }, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  const { other, heard } = await beside(page, MINE);
  await page.bringToFront();
  await page.locator(".settings summary").click();
  await page.locator("input[name=draft]").click();
  await other.locator("[data-notice=erased]", { hasText: "switched off" }).waitFor();
  await other.locator("[data-notice=erased] button").last().click();
  assert.ok((await readerText(other)).includes("الزيتون"));
  await paste(other, { text: MINE.replaceAll("حديقة", "ساحة") }, "body");
  await other.locator("h2.headline", { hasText: "ساحة" }).waitFor();
  await other.evaluate(() => dispatchEvent(new Event("visibilitychange")));
  for (const part of ["المرسى", "الزيتون"]) assert.equal(await stored(other, part), null, part);
  assert.deepEqual(heard.console, []);
}));
