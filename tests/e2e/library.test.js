import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { ARTICLE, headline, openCard, openFile, paste, readSample, stage, unfold, visit } from "./harness.js";

const here = stage();
const [TITLE] = ARTICLE.split("\n\n");
const OTHER = [
  "مدرسة الجبل تحتفل بمرور خمسين عاما على تأسيسها",
  "احتفلت مدرسة الجبل في القرية العليا أمس بمرور خمسين عاما على تأسيسها، بحضور مئات من الطلاب والمعلمين الذين مروا بها منذ افتتاحها.",
  "وقالت مديرة المدرسة إن المكتبة الجديدة ستفتح أبوابها للأهالي في الإِجازة الصيفية.",
].join("\n\n");

const keepButton = (page) => page.locator(".reader-tools .keep");
const shelved = (page, how) => page.locator(`.reader-tools .keep[data-shelved=${how}]`).waitFor();
const toLibrary = async (page) => {
  await page.getByRole("link", { name: /المكتبة|Library/ }).click();
  await page.locator(".library").waitFor();
};
const names = (page) => page.locator(".library-name").allTextContents();
const row = (page, name) => page.locator(".library-table tbody tr", { hasText: name });
const waitForRows = (page, n) => page.waitForFunction((count) => document.querySelectorAll(".library-table tbody tr").length === count, n);
const said = (page, words) => page.waitForFunction((text) => document.querySelector("body > #app > [role=status], #app [role=status].unseen")?.textContent.includes(text), words);

/** @param {any} page @param {string} text */
async function keepText(page, text) {
  await paste(page, { text }, "body");
  await page.locator("h2.headline", { hasText: text.split("\n")[0] }).waitFor();
  await keepButton(page).click();
  await shelved(page, "saved");
}

/** @param {any} page @param {[string, string | Uint8Array][]} files */
const openFiles = (page, files, selector = "#app .surface input[type=file]") => page.locator(selector)
  .setInputFiles(files.map(([name, content]) => ({ name, mimeType: "", buffer: Buffer.from(content) })));

test("a text is saved under its headline, opened again, and what was changed since is saved too", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  assert.equal(await keepButton(page).textContent(), "احفظ في المكتبة");
  await keepButton(page).click();
  await shelved(page, "saved");
  await said(page, TITLE);
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.locator("#surface").fill(`${ARTICLE}\n\nوهذه فقرة زيدت على الخبر بعد حفظه.`);
  await page.getByRole("button", { name: "اقرأ النص" }).click();
  await shelved(page, "changed");
  await keepButton(page).click();
  await shelved(page, "saved");
  await toLibrary(page);
  assert.deepEqual(await names(page), [TITLE], "one text still");
  assert.equal(await row(page, TITLE).locator(".library-words").textContent(), "61");
  await page.locator(".library-front").getByText("محفوظ كما هو.").waitFor();
  await page.reload(); // the draft is off: nothing in front
  await row(page, TITLE).locator(".library-name").click();
  await headline(page).waitFor();
  assert.ok((await page.locator(".reader").textContent()).includes("فقرة زيدت"));
  await shelved(page, "saved");
}));

test("what the reader decided of a text comes back with it", () => visit(here, {}, async (page) => {
  await paste(page, { text: `${ARTICLE}\n\nاقرأ أيضا: افتتاح ملعب جديد في الضاحية` });
  await headline(page).waitFor();
  await openCard(page, "صباح");
  await page.locator(".reading-choice").first().click();
  await page.getByText("قراءة اخترتها أنت").first().waitFor();
  await page.locator(".card").getByRole("button", { name: "أغلق البطاقة" }).click();
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  await page.locator(".reader").getByRole("button", { name: "هذا من محيط الصفحة" }).last().click();
  await unfold(page);
  const furniture = await page.locator(".reader .fold").count();
  await keepButton(page).click();
  await shelved(page, "saved");
  await page.reload();
  await page.locator("#surface").waitFor();
  await toLibrary(page);
  await row(page, TITLE).locator(".library-name").click();
  await shelved(page, "saved");
  assert.equal(await page.locator(".reader .fold").count(), furniture);
  await openCard(page, "صباح");
  await page.getByText("قراءة اخترتها أنت").first().waitFor();
  await page.locator(".card").getByRole("button", { name: "أغلق البطاقة" }).click();
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  await unfold(page);
  await page.getByRole("button", { name: "هذا من المقال" }).last().click(); // it becomes what it was
  await shelved(page, "changed");
}));

test("a text in front that lies nowhere else is put in the library before another is opened", () => visit(here, { draft: true }, async (page) => {
  await keepText(page, ARTICLE);
  await paste(page, { text: OTHER }, "body");
  await shelved(page, "new");
  await toLibrary(page);
  await row(page, TITLE).locator(".library-name").click();
  await page.locator("h2.headline", { hasText: TITLE }).waitFor();
  const notice = page.locator("[data-notice=library]");
  assert.match(await notice.textContent(), /فوُضع في المكتبة باسم «مدرسة الجبل/);
  await notice.getByRole("button", { name: "عُد إليه" }).click();
  await page.locator("h2.headline", { hasText: "مدرسة الجبل" }).waitFor();
  await shelved(page, "saved");
  await page.reload(); // the draft still knows that it lies in the library
  await page.locator("h2.headline", { hasText: "مدرسة الجبل" }).waitFor();
  await shelved(page, "saved");
}));

test("where no drafts are kept it is offered back instead", () => visit(here, {}, async (page) => {
  await keepText(page, ARTICLE);
  await paste(page, { text: OTHER }, "body");
  await shelved(page, "new");
  await toLibrary(page);
  await row(page, TITLE).locator(".library-name").click();
  await page.locator("[data-notice=library]").getByRole("button", { name: "عُد إليه" }).click();
  await page.locator("h2.headline", { hasText: "مدرسة الجبل" }).waitFor();
  await shelved(page, "new");
  await toLibrary(page);
  assert.deepEqual(await names(page), [TITLE]);
}));

test("texts are named, tagged, found in any spelling, sorted, deleted and brought back", () => visit(here, {}, async (page) => {
  await keepText(page, ARTICLE);
  await keepText(page, OTHER);
  await toLibrary(page);
  await waitForRows(page, 2);
  await page.getByRole("button", { name: `عدّل اسم «${TITLE}» ووسومه` }).click();
  await page.locator(".library-edit [name=name]").fill("حديقة المرسى");
  await page.locator(".library-edit [name=tags]").fill("بلديات، أخبار ,أخبار");
  await page.keyboard.press("Enter");
  await row(page, "حديقة المرسى").waitFor();
  assert.deepEqual(await row(page, "حديقة المرسى").locator("td.library-tags button").allTextContents(), ["بلديات", "أخبار"]);
  const search = page.getByRole("searchbox", { name: "ابحث في الأسماء والوسوم والنصوص" });
  for (const [query, name, where] of [["الاجازه", "مدرسة الجبل", "وُجد في النص"], ["اخبار", "حديقة المرسى", "وُجد في الوسوم"], ["حَديقه مجاني", "حديقة المرسى", "وُجد في النص"]]) {
    await search.fill(query);
    await waitForRows(page, 1);
    await row(page, name).getByText(where).waitFor();
  }
  await search.fill("لا وجود لهذا");
  await page.getByText("لا نص يوافق بحثك.").waitFor();
  await search.fill("");
  await waitForRows(page, 2);
  await page.locator(".library-list select").selectOption("بلديات");
  await waitForRows(page, 1);
  await page.locator(".library-list select").selectOption("كل الوسوم");
  await page.getByRole("button", { name: "الاسم", exact: true }).click();
  assert.match((await names(page))[0], /^حديقة/);
  await page.getByRole("button", { name: "الاسم", exact: true }).click();
  assert.match((await names(page))[0], /^مدرسة/);
  await page.getByRole("button", { name: "احذف «حديقة المرسى»" }).click();
  await waitForRows(page, 1);
  await page.getByRole("button", { name: "تراجع" }).click();
  await row(page, "حديقة المرسى").waitFor();
  assert.deepEqual(await row(page, "حديقة المرسى").locator("td.library-tags button").allTextContents(), ["بلديات", "أخبار"]);
}));

test("two texts that are chosen are handed to the comparison", () => visit(here, {}, async (page) => {
  await keepText(page, ARTICLE);
  await keepText(page, OTHER);
  await toLibrary(page);
  await waitForRows(page, 2);
  const compare = page.getByRole("button", { name: "وازن بينهما" });
  await row(page, TITLE).getByRole("checkbox").check();
  assert.equal(await compare.getAttribute("aria-disabled"), "true");
  await row(page, "مدرسة الجبل").getByRole("checkbox").check();
  await compare.click();
  await page.locator("#screen-title", { hasText: "موازنة نصين" }).waitFor();
}));

test("a library is exported, deleted whole and imported without any loss; what is there is not put there twice", () => visit(here, {}, async (page) => {
  await keepText(page, ARTICLE);
  await keepText(page, `${OTHER}\n\n\tسطر 😀 "بعلامات"\\ و\u200Fمحارف`);
  await toLibrary(page);
  await page.getByRole("button", { name: `عدّل اسم «${TITLE}» ووسومه` }).click();
  await page.locator(".library-edit [name=tags]").fill("أول، ثان");
  await page.keyboard.press("Enter");
  const exported = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "صدّرها ملفا واحدا (JSON)" }).click()]);
    assert.match(download.suggestedFilename(), /^mubin-library-\d{4}-\d\d-\d\d\.json$/);
    return JSON.parse(await readFile(await download.path(), "utf8"));
  };
  await row(page, TITLE).locator("td.library-tags button").first().waitFor();
  const first = await exported();
  assert.equal(first.schema, "mubin-library/1");
  assert.equal(first.texts.length, 2);
  await page.getByRole("button", { name: "احذف النصوص كلها" }).click();
  await page.getByRole("button", { name: "إلغاء" }).click();
  assert.equal((await names(page)).length, 2, "nothing is deleted before it is confirmed");
  await page.getByRole("button", { name: "احذف النصوص كلها" }).click();
  await page.getByRole("button", { name: "احذفها كلها" }).click();
  await page.getByText("المكتبة فارغة.").waitFor();
  const bring = (library) => openFiles(page, [["library.json", JSON.stringify(library)]], ".library-foot input[type=file]");
  await bring(first);
  await page.locator(".library-brought", { hasText: "أُضيف نصان." }).waitFor();
  assert.deepEqual((await exported()).texts, first.texts);
  await bring(first);
  await page.locator(".library-brought", { hasText: "نصان كانا في المكتبة من قبل." }).waitFor();
  await waitForRows(page, 2);
  const other = { ...first, texts: [{ ...first.texts[0], text: `${first.texts[0].text} وزيادة` }, { ...first.texts[1], choices: "؟" }] };
  await bring(other);
  const brought = page.locator(".library-brought");
  await brought.getByText("منها نص تغيّر أصله هنا").waitFor();
  await brought.getByText("تعذرت قراءة ملف واحد").waitFor();
  await waitForRows(page, 3);
}));

for (const [name, content, kind] of [
  ["another program's JSON", '{"a":1}', "unsupported-json"],
  ["half a library", '{"schema":"mubin-library/1","texts":[{"id"', "damaged-json"],
  ["a result without its text", '{"schema":"mubin/1","unit":"utf16"}', "unsupported-json"],
]) {
  test(`${name} is refused, and says of which file`, () => visit(here, {}, async (page) => {
    await readSample(page);
    await openFiles(page, [["ملف.json", content]]);
    const banner = page.locator(`.banner.error[data-kind="${kind}"]`);
    await banner.waitFor();
    assert.match(await banner.textContent(), /ملف\.json/);
  }));
}

test("an exported result brings its text back with what was decided", () => visit(here, {}, async (page) => {
  const at = ARTICLE.indexOf("مجاني");
  const last = ARTICLE.lastIndexOf("\n\n") + 2;
  await openFiles(page, [["result.json", JSON.stringify({
    schema: "mubin/1", unit: "utf16", text: ARTICLE,
    options: { roles: [{ start: last, end: ARTICLE.length, role: "other" }], pins: [{ start: at, end: at + 5, reading: 1 }], words: ["مرسوية"], ignored: [] },
  })]]);
  await headline(page).waitFor();
  await page.locator(".reader .fold").waitFor();
  await page.getByText("أُضيفت إلى كلماتك كلمة واحدة من الملف.").waitFor();
  await shelved(page, "new");
}));

test("several files at once go to the library, each told of", () => visit(here, {}, async (page) => {
  await readSample(page);
  await openFiles(page, [["أول.txt", ARTICLE], ["ثان.html", `<h1>${OTHER.split("\n")[0]}</h1><p>${OTHER.split("\n\n")[1]}</p>`], ["فارغ.txt", " "], ["صورة.png", "x"], ["أول-نسخة.txt", ARTICLE]]);
  const brought = page.locator(".library-brought");
  await brought.getByText("أُضيف نصان.").waitFor();
  await brought.getByText("نص واحد كان في المكتبة من قبل.").waitFor();
  assert.deepEqual((await brought.locator("li").allTextContents()).map((line) => line.split(":")[0]), ["فارغ.txt", "صورة.png"]);
  assert.equal((await names(page)).length, 2);
  assert.ok((await names(page)).includes(TITLE));
  await page.getByRole("link", { name: "النص", exact: true }).click();
  await page.locator("h2.headline", { hasText: "مكتبة الميناء القديم" }).waitFor(); // what was in front stays
}));

test("a browser that denies storage says so, and the text is read all the same", () => visit(here, {
  init: () => Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } }),
}, async (page) => {
  await readSample(page);
  await keepButton(page).click();
  await page.locator("[data-notice=library]", { hasText: "لا يسمح المتصفح بحفظ شيء هنا" }).waitFor();
  await shelved(page, "new");
  await toLibrary(page);
  await page.locator(".library-trouble[data-trouble=denied]").waitFor();
}));

test("a text there is no room for is not called saved, and the library stays as it was", () => visit(here, {
  init: () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (globalThis.isFull && this.name === "texts") throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
  },
}, async (page) => {
  await keepText(page, ARTICLE);
  await page.evaluate(() => { globalThis.isFull = true; });
  await paste(page, { text: OTHER }, "body");
  await shelved(page, "new");
  await keepButton(page).click();
  await page.locator("[data-notice=library]", { hasText: "لا متسع في المتصفح" }).waitFor();
  await shelved(page, "new");
  await toLibrary(page);
  assert.deepEqual(await names(page), [TITLE], "neither half of it is there");
  await row(page, TITLE).locator(".library-name").click();
  await page.locator("[data-notice=library]").getByRole("button", { name: "عُد إليه" }).click();
  await page.locator("h2.headline", { hasText: "مدرسة الجبل" }).waitFor();
}));

test("two tabs see the same library, and neither writes over what it has not seen", () => visit(here, {}, async (page) => {
  await keepText(page, ARTICLE);
  await toLibrary(page);
  const other = await page.context().newPage();
  await other.addInitScript(() => localStorage.setItem("mubin.preferences", JSON.stringify({ lang: "ar", draft: false })));
  await other.goto(`${here.url}#library`);
  await row(other, TITLE).locator(".library-name").click();
  const add = async (tab, words) => {
    await tab.getByRole("button", { name: "حرّر النص" }).click();
    await tab.locator("#surface").fill(`${ARTICLE}\n\n${words}`);
    await tab.getByRole("button", { name: "اقرأ النص" }).click();
    await shelved(tab, "changed");
    await keepButton(tab).click();
    await shelved(tab, "saved");
  };
  await other.locator("h2.headline").waitFor();
  await add(other, "زيادة في علامة التبويب الثانية.");
  await page.getByRole("link", { name: "النص", exact: true }).click();
  await add(page, "زيادة في علامة التبويب الأولى.");
  await page.locator("[data-notice=library]", { hasText: "في علامة تبويب أخرى" }).waitFor();
  await toLibrary(other);
  await waitForRows(other, 2);
  await toLibrary(page);
  await other.getByRole("button", { name: /^احذف «/ }).first().click();
  await waitForRows(page, 1); // told by the other tab
  await other.close();
}));

test("one switch erases everything", () => visit(here, { draft: true, lang: "en" }, async (page) => {
  await keepText(page, ARTICLE);
  await page.getByRole("tab", { name: "Writing" }).click();
  await page.locator(".own-words summary").click();
  await page.locator(".own-form input").fill("مرسوية");
  await page.keyboard.press("Enter");
  await page.locator(".own-word").waitFor();
  await toLibrary(page);
  await page.getByRole("button", { name: "Erase everything", exact: true }).click();
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await page.waitForURL(here.url);
  await page.locator("#surface").waitFor();
  const left = await page.evaluate(async () => {
    const counts = {};
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
      for (const store of db.objectStoreNames) {
        counts[`${name}/${store}`] = await new Promise((done) => { db.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result.flat().length); });
      }
      db.close();
    }
    return counts;
  });
  assert.deepEqual(Object.values(left).filter(Boolean), []);
  assert.equal(await page.locator("#surface").inputValue(), "");
}));

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`the library has no fault that axe finds, and fits a phone (${lang})`, () => visit(here, { lang, viewport: { width: 360, height: 740 } }, async (page) => {
    await keepText(page, ARTICLE);
    await keepText(page, OTHER);
    await toLibrary(page);
    const audit = auditor(page);
    await waitForRows(page, 2);
    assert.deepEqual(await audit(), []);
    await page.locator("[data-edit]").first().click();
    await page.locator(".library-edit [name=tags]").fill("وسم طويل جدا لا يتسع له سطر واحد في الهاتف, b");
    await page.keyboard.press("Enter");
    await page.locator(".library-meta .library-label").first().waitFor();
    await page.locator("[data-edit]").first().click();
    await page.getByRole("checkbox").first().check();
    await page.locator("[data-ask=erase]").click();
    assert.deepEqual(await audit(), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
  }));
}
