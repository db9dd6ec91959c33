/** What is kept in the browser: of earlier versions of the page and of later ones, with no room left, in two tabs at once, and through a file. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ARTICLE, headline, paste, readSample, stage, visit } from "./harness.js";

const here = stage();
const [TITLE] = ARTICLE.split("\n");
const OTHER = "احتفلت مدرسة الجبل في القرية العليا أمس بمرور خمسين عاما على تأسيسها، بحضور مئات من الطلاب والمعلمين الذين مروا بها.";

/**
 * Puts databases where the page will find them, as another version of it would have left them.
 * @param {any} page
 * @param {Record<string, { version?: number, stores: Record<string, { keyPath?: string, values: [any, string?][] }> }>} databases
 */
const leave = (page, databases) => page.evaluate((all) => Promise.all(Object.entries(all).map(([name, { version, stores }]) => new Promise((done, fail) => {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => Object.entries(stores).forEach(([store, { keyPath }]) => request.result.createObjectStore(store, { keyPath }));
  request.onerror = fail;
  request.onsuccess = () => {
    const db = request.result;
    if (!Object.keys(stores).length) return done(db.close());
    const transaction = db.transaction(Object.keys(stores), "readwrite");
    for (const [store, { values }] of Object.entries(stores)) for (const [value, key] of values) transaction.objectStore(store).put(value, key);
    transaction.oncomplete = () => done(db.close());
  };
}))), databases);

/** A visit that finds those databases. @param {any} databases @param {any} wishes @param {any} scenario */
const found = (databases, wishes, scenario) => visit(here, {
  draft: true, ...wishes,
  async prepare(page) {
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    await page.goto(`${here.url}manifest.webmanifest`);
    await page.evaluate(() => localStorage.clear()); // as written by the address above
    await leave(page, databases);
  },
}, scenario);

const MEANT = { start: ARTICLE.indexOf("مجاني"), end: ARTICLE.indexOf("مجاني") + 5, written: "مجاني", why: "x" };
for (const [what, values] of /** @type {const} */ ([
  ["of the first version", [[ARTICLE, "text"]]],
  ["of the version that knew corrections", [[ARTICLE, "text"], [[MEANT], "ignored"]]],
  ["of the version that knew the library", [[ARTICLE, "text"], [[], "ignored"], ["gone", "saved"]]],
  ["of this version, with a text beside it that is spoiled", [[ARTICLE, "text"], ["a", "tab"], [[null, { tab: "b" }, 5], "others"]]],
  ["with spoiled companions", [[ARTICLE, "text"], [5, "ignored"], [{}, "saved"], [[], "tab"], ["x", "others"]]],
])) {
  test(`a draft ${what} comes back`, () => found({ mubin: { stores: { draft: { values } } } }, {}, async (page) => {
    await headline(page).waitFor();
    await page.getByRole("button", { name: "حرّر النص" }).click();
    assert.equal(await page.locator("#surface").inputValue(), ARTICLE);
  }));
}

test("what is no draft is taken for none, and no word for a list of words", () => found({
  mubin: { stores: { draft: { values: [[{ a: 1 }, "text"], [7, "ignored"]] } } },
  "mubin-words": { stores: { words: { values: [[{ a: 1 }, "words"]] } } },
  "mubin-handover": { stores: { handed: { values: [] } } },
}, {}, async (page) => {
  await readSample(page);
  await page.locator("#tab-writing").click();
  await page.locator("#writing-title").waitFor();
}));

test("databases of a later version are left as they are, said in words, and the page works", () => found({
  "mubin-library": { version: 7, stores: { volumes: { values: [["محفوظ", "1"]] } } },
  mubin: { version: 7, stores: { sketches: { values: [["محفوظ", "1"]] } } },
  "mubin-words": { version: 7, stores: {} },
  "mubin-handover": { version: 7, stores: {} },
}, {}, async (page) => {
  await page.getByText("لا يسمح المتصفح بحفظ مسودة هنا.").waitFor();
  await readSample(page);
  await page.locator(".reader-tools .keep").click();
  await page.locator("[data-notice=library]", { hasText: "بإصدار أحدث" }).waitFor();
  await page.getByRole("link", { name: /المكتبة/ }).click();
  await page.locator(".library-trouble[data-trouble=newer]").waitFor();
  const left = await page.evaluate(() => Promise.all([["mubin-library", "volumes"], ["mubin", "sketches"]].map(([name, store]) => new Promise((done) => {
    indexedDB.open(name).onsuccess = ({ target: { result } }) => {
      result.transaction(store).objectStore(store).get("1").onsuccess = ({ target }) => done(`${result.version} ${target.result}`);
    };
  }))));
  assert.deepEqual(left, ["7 محفوظ", "7 محفوظ"]);
}));

test("an open page makes way for who renews or deletes its databases, and keeps what comes after", () => visit(here, { draft: true }, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await page.locator(".reader-tools .keep").click();
  await page.locator(".keep[data-shelved=saved]").waitFor();
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((done, fail) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onblocked: () => fail(new Error(`${name} is held`)) }));
    }
  });
  await paste(page, { text: OTHER }, "body");
  await page.locator(".keep[data-shelved=new]").waitFor();
  await page.locator(".reader-tools .keep").click();
  await page.locator(".keep[data-shelved=saved]").waitFor();
  // The draft says which text of the library it is, a moment later.
  await page.waitForFunction(() => new Promise((done) => {
    const request = indexedDB.open("mubin");
    request.onsuccess = () => {
      const db = request.result;
      const saved = db.transaction("draft").objectStore("draft").get("saved");
      saved.onsuccess = () => { db.close(); done(typeof saved.result === "string"); };
    };
  }));
  await page.reload();
  await page.locator("[data-notice=restored]").waitFor();
  await page.locator(".keep[data-shelved=saved]").waitFor();
}));

/** @param {any} page */
async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFile(await download.path(), "utf8");
}

test("where the browser has no room left it is said, the text stays, and can be had as a file", () => {
  /** @type {any} */
  let session;
  const room = (most) => session.send("Storage.overrideQuotaForOrigin", { origin: new URL(here.url).origin, ...most });
  return visit(here, {
    draft: true,
    async prepare(page) {
      session = await page.context().newCDPSession(page);
      await room({ quotaSize: 1 });
    },
  }, async (page) => {
    await paste(page, { text: ARTICLE });
    await headline(page).waitFor();
    const notice = page.locator("[data-notice=draft-full]");
    await notice.waitFor();
    assert.equal(await downloaded(page, notice.getByRole("button", { name: "نزّل النص ملفا" })), ARTICLE);
    await page.locator(".reader-tools .keep").click();
    const refused = page.locator("[data-notice=library]", { hasText: "لا متسع" });
    await refused.waitFor();
    assert.equal(await downloaded(page, refused.getByRole("button", { name: "نزّل النص ملفا" })), ARTICLE);
    assert.equal(await page.locator(".keep").getAttribute("data-shelved"), "new", "and is not called saved");
    await room({});
    await page.locator(".reader-tools .keep").click();
    await page.locator(".keep[data-shelved=saved]").waitFor();
    await paste(page, { text: OTHER }, "body");
    await notice.waitFor({ state: "detached" }); // there is room again
  });
});

test("two tabs that both write lose neither text: that of the tab that is closed is offered", () => visit(here, { draft: true }, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  const other = await page.context().newPage();
  await other.goto(here.url);
  await other.locator("[data-notice=restored]").waitFor();
  await paste(other, { text: OTHER }, "body");
  await other.locator(".reader", { hasText: "مدرسة الجبل" }).waitFor();
  /** Until these are what is kept, that of the tab which wrote last first. @param {string[]} wanted */
  const stored = (...wanted) => page.waitForFunction((all) => new Promise((done) => {
    indexedDB.open("mubin").onsuccess = ({ target: { result } }) => {
      const store = result.transaction("draft").objectStore("draft");
      const texts = [];
      store.get("text").onsuccess = ({ target }) => texts.push(target.result);
      store.get("others").onsuccess = ({ target }) => {
        result.close();
        done(JSON.stringify([...texts, ...(target.result ?? []).map(({ text }) => text)]) === JSON.stringify(all));
      };
    };
  }), wanted);
  await stored(OTHER, ARTICLE);
  await page.reload(); // each tab comes back with its own, whichever wrote last
  await headline(page).waitFor();
  assert.equal(await headline(page).textContent(), TITLE);
  assert.equal(await page.locator("[data-notice^=left]").count(), 0, "that of an open tab is not offered");
  await stored(ARTICLE, OTHER);
  await other.close();
  await page.reload();
  const offer = page.locator("[data-notice=left-0]");
  await offer.waitFor();
  assert.match(await offer.textContent(), /احتفلت مدرسة الجبل/);
  await offer.getByRole("button", { name: "افتح ذلك النص" }).click();
  await page.locator(".reader", { hasText: "مدرسة الجبل" }).waitFor();
  await page.getByRole("button", { name: "أعد النص السابق" }).click();
  await headline(page).waitFor();
  assert.equal(await headline(page).textContent(), TITLE);
}));

test("what a closed tab left is offered until it is put away", () => found({
  mubin: { stores: { draft: { values: [[ARTICLE, "text"], ["a", "tab"], [[{ tab: "b", text: `${OTHER} ${"وحضر الحفل أهل القرية كلهم. ".repeat(20)}`, ignored: [] }], "others"]] } } },
}, { lang: "en" }, async (page) => {
  const offer = page.locator("[data-notice=left-0]");
  await offer.waitFor();
  assert.match(await offer.textContent(), /“احتفلت [^“”]{20,55}[^\s“”]…”/, "by how it begins, in whole words");
  await page.reload();
  await page.locator("[data-notice=left-0]").getByRole("button", { name: "Close the notice" }).click();
  await page.locator("[data-notice=left-0]").waitFor({ state: "detached" });
  await page.reload();
  await page.locator("[data-notice=restored]").waitFor();
  assert.equal(await page.locator("[data-notice=left-0]").count(), 0);
}));

test("a library of hostile names, tags and decisions goes through a file without the loss of a character", () => visit(here, {}, async (page) => {
  const hostile = ["\uD800 قبل", "\u202Eعكس\u202C", "<img src=x onerror=alert(1)>", "__proto__", "a\u0000b\u2028c\u2029", "'; DROP TABLE", "=1+1", "😀👩‍👩‍👧", "\uFEFF"];
  const texts = hostile.map((name, i) => ({
    id: `id ${name}`, name, tags: [...new Set([name, hostile[(i + 1) % hostile.length]])], created: i, changed: 8.64e15 - i,
    source: { by: "file", file: name }, words: i ? i : null, share: i ? 1 / i : null, text: `${ARTICLE}\r\n\u0000\t${"\u0301".repeat(300)}\uFFFE ${i}`,
    decisions: [{ start: 0, end: TITLE.length, role: "legal" }], choices: [{ form: `${TITLE.slice(0, 5)}\u200F`, reading: i }],
    ignored: [{ start: 3, end: 5, why: name.toWellFormed(), written: name }],
  }));
  const words = ["مرسوية", "=خطر", "<b>"];
  await page.getByRole("link", { name: /المكتبة/ }).click();
  const bring = (content) => page.locator(".library-foot input[type=file]").setInputFiles({ name: "l.json", mimeType: "", buffer: Buffer.from(content) });
  const exported = async () => JSON.parse(await downloaded(page, page.getByRole("button", { name: "صدّرها ملفا واحدا (JSON)" })));
  await page.locator(".library").waitFor();
  await bring(JSON.stringify({ schema: "mubin-library/1", exported: 0, words, texts }));
  const listed = () => page.waitForFunction((rows) => document.querySelectorAll(".library-table tbody tr").length === rows, texts.length);
  await listed();
  const byId = (list) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  const first = await exported();
  assert.deepEqual(byId(first.texts), byId(texts));
  assert.deepEqual(first.words, words);
  await page.getByRole("button", { name: "احذف النصوص كلها" }).click();
  await page.getByRole("button", { name: "احذفها كلها" }).click();
  await page.getByText("المكتبة فارغة.").waitFor();
  await bring(JSON.stringify(first));
  await listed();
  assert.deepEqual((await exported()).texts, first.texts);
  await bring(JSON.stringify({ ...first, texts: [{ ...first.texts[0], id: "other", name: "other", changed: 8.64e15 + 1 }] })); // no calendar has it
  await page.locator(".library-brought", { hasText: "تعذرت قراءة ملف واحد" }).waitFor();
}));
