/** Paragraphs edited where they are read: kept, taken back, undone; with vowels, furniture, input methods and pastes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { NEWS, readNews } from "./content.js";
import { ARTICLE, errorBanner, headline, highlighted, openCard, paste, placeOf, readerText, readSample, stage, unfold, visit } from "./harness.js";

const here = stage();

/** @param {any} page */
const field = (page) => page.locator(".reader .in-place");
/** @param {any} page */
const strip = (page) => page.locator(".in-place-strip");

/**
 * Opens the paragraph of a word as a field, by the keyboard.
 * @param {any} page
 * @param {string} word
 */
async function edit(page, word) {
  const { x, y } = await placeOf(page, word);
  await page.mouse.click(x, y);
  await page.keyboard.press("Escape");
  await page.locator(".reader").focus();
  await page.keyboard.press("F2");
  await field(page).waitFor();
}

/** @param {any} page */
const top = (page) => page.locator("p.body", { hasText: "للصحفيين" }).evaluate((node) => node.getBoundingClientRect().top);

test("F2 makes the paragraph a field, Enter keeps it, and it can be undone", () => readNews(here, { viewport: { width: 1280, height: 500 } }, async (page) => {
  await edit(page, "وزيرة");
  assert.equal(await field(page).getAttribute("contenteditable"), "plaintext-only");
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".in-place")), true);
  assert.deepEqual((await highlighted(page, "mubin-person")).filter((name) => name === "هند العلمي"), [], "nothing is marked while it changes");
  assert.deepEqual(await auditor(page)(), []);
  const before = await top(page);
  await page.keyboard.type("السيدة ");
  await page.keyboard.press("Enter");
  await page.locator("p.body:not(.in-place)", { hasText: "وقالت السيدة وزيرة" }).waitFor();
  await strip(page).getByRole("button", { name: "تراجع" }).waitFor();
  assert.ok(Math.abs(await top(page) - before) < 2, "it stays where it is on screen");
  assert.equal(await page.evaluate(() => document.activeElement.className), "reader");
  assert.equal(await page.getByRole("status").textContent(), "حُرِّرت فقرة.");
  await page.waitForFunction(() => document.querySelector(".figures dd").textContent === "126");
  await strip(page).getByRole("button", { name: "تراجع" }).click();
  await page.locator("p.body", { hasText: "وقالت وزيرة" }).waitFor();
  await strip(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector(".figures dd").textContent === "125");
  await edit(page, "وزيرة");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("فقرة أخرى");
  await page.keyboard.press("Enter");
  await page.locator("p.body:not(.in-place)", { hasText: /^فقرة أخرى$/ }).waitFor();
  await page.keyboard.press("Control+z");
  await page.locator("p.body", { hasText: "وقالت وزيرة" }).waitFor();
}));

test("Escape takes back, leaving keeps, and keeping what is the same changes nothing", () => readNews(here, {}, async (page) => {
  const before = await readerText(page);
  await edit(page, "ورحبت");
  await page.keyboard.type("كلام آخر ");
  await page.keyboard.press("Control+z");
  assert.ok(!(await field(page).textContent()).startsWith("كلام آخر ورحبت"), "the field takes back its own");
  await page.keyboard.type("كلام آخر ");
  await page.keyboard.press("Escape");
  await field(page).waitFor({ state: "detached" });
  assert.equal(await readerText(page), before);
  assert.ok((await highlighted(page, "mubin-organisation")).includes("بنك الساحل"), "the marks are back");
  await edit(page, "ورحبت");
  await page.keyboard.press("Enter");
  await field(page).waitFor({ state: "detached" });
  assert.equal(await strip(page).count(), 0, "nothing to undo");
  await edit(page, "ورحبت");
  await page.keyboard.type("ثم ");
  await page.locator("#tab-words").click();
  await page.locator("p.body:not(.in-place)", { hasText: "ثم ورحبت" }).waitFor();
  assert.equal(await page.locator("#tab-words").getAttribute("aria-selected"), "true");
  await strip(page).getByRole("button", { name: "أغلق التنبيه" }).click();
  await strip(page).waitFor({ state: "detached" });
}));

test("with vowels the letters of the text are edited, not the vowels", () => readNews(here, {}, async (page) => {
  await page.getByRole("button", { name: "التشكيل" }).click();
  const vowelled = await page.locator("p.body").last().textContent();
  await edit(page, (vowelled.match(/^\S+/) ?? [""])[0]);
  assert.equal(await field(page).textContent(), NEWS.split("\n\n").at(-1));
  await page.keyboard.press("Control+End");
  await page.keyboard.type("، حقا");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /[\u064B-\u0652].*،\s*حَق/.test([...document.querySelectorAll("p.body:not(.in-place)")].at(-1).textContent));
  await page.getByRole("button", { name: "التشكيل" }).click();
  await page.locator(".reader", { hasText: "، حقا" }).waitFor();
  assert.doesNotMatch(await page.locator("p.body").last().textContent(), /[\u064B-\u0650\u0652]/);
}));

test("the card and the parts of the page lead to editing, furniture too, and the card follows", () => visit(here, {}, async (page) => {
  await readSample(page);
  await openCard(page, "للباحثين");
  await page.locator(".card").getByRole("button", { name: "حرّر الفقرة" }).click();
  await field(page).waitFor();
  await page.keyboard.type("أيضا ");
  await page.keyboard.press("Enter");
  await page.locator("p.body:not(.in-place)", { hasText: "أيضا للباحثين" }).waitFor();
  assert.match(await page.locator("#card-word").textContent(), /^لِ?لْ?بَ?احِ?ثِ?ي/, "the card stays with its word");
  await unfold(page);
  const scrap = page.locator(".scrap", { hasText: "اتصل بنا" }).first();
  await scrap.getByRole("button", { name: "حرّر", exact: true }).click();
  await field(page).waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("راسلنا");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".reader").textContent.includes("راسلنا") && !document.querySelector(".in-place"));
}));

test("a paste comes in as plain text, into the paragraph and nowhere else", () => visit(here, {}, async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await edit(page, "عامين");
  await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({
    "text/plain": new Blob(["ثلاثة أو "], { type: "text/plain" }), "text/html": new Blob(["<b>ثلاثة <i>أو</i> </b>"], { type: "text/html" }),
  })]));
  await page.keyboard.press("Control+v");
  assert.equal(await field(page).evaluate((node) => node.children.length), 0);
  await page.keyboard.press("Enter");
  await page.locator("p.body:not(.in-place)", { hasText: "استمرت ثلاثة أو عامين" }).waitFor();
  assert.ok((await readerText(page)).includes(ARTICLE.split("\n")[0]), "the rest of the text is there");
}));

test("the Enter of an input method does not end the editing", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await edit(page, "عامين");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "سنتين", selectionStart: 5, selectionEnd: 5 });
  await field(page).evaluate((node) => {
    node.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }));
    node.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true, cancelable: true }));
  });
  assert.equal(await field(page).count(), 1);
  await session.send("Input.insertText", { text: "سنتين " });
  await page.keyboard.press("Enter");
  await page.locator("p.body:not(.in-place)", { hasText: "استمرت سنتين عامين" }).waitFor();
}));

test("a line may be broken, and a text is never left empty", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await edit(page, "عامين");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".reader").textContent.includes("استمرت \nعامين") || /^عامين/m.test([...document.querySelectorAll(".reader p")].map((p) => p.textContent).join("\n")));
  await page.getByRole("button", { name: "نص جديد" }).click();
  await paste(page, { text: "كلمة وحيدة هنا" });
  await page.locator(".reader", { hasText: "كلمة وحيدة" }).waitFor();
  await unfold(page);
  await edit(page, "وحيدة");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".reader").textContent.includes("كلمة وحيدة هنا"));
  assert.match(await page.getByRole("status").textContent(), /بقيت كما كانت/);
}));

test("what could not be read is put back, and what was written is kept", () => visit(here, {
  init: () => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      addEventListener(type, listener, options) {
        super.addEventListener(type, type === "message" ? (event) => {
          const failed = globalThis.failing && event.data.ok?.tokens;
          listener(failed ? new MessageEvent("message", { data: { id: event.data.id, error: { kind: "unexpected", message: "test" } } }) : event);
        } : listener, options);
      }
    };
  },
}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await edit(page, "عامين");
  await page.evaluate(() => { globalThis.failing = true; });
  await page.keyboard.type("نحو ");
  await page.keyboard.press("Enter");
  await errorBanner(page, "unexpected").waitFor();
  await page.locator("p.body", { hasText: "استمرت عامين" }).waitFor();
  await page.evaluate(() => { globalThis.failing = false; });
  await errorBanner(page, "unexpected").getByRole("button", { name: "أعد المحاولة" }).click();
  await page.locator("p.body", { hasText: "استمرت نحو عامين" }).waitFor();
}));

test("on a phone the field has its buttons, and nothing lies over it", () => readNews(here, { lang: "en", viewport: { width: 360, height: 740 } }, async (page) => {
  await openCard(page, "طويلة");
  await page.locator(".card").getByRole("button", { name: "Edit the paragraph" }).click();
  await field(page).waitFor();
  assert.equal(await page.locator(".card").isVisible(), false);
  await page.keyboard.type("جد ");
  await strip(page).getByRole("button", { name: "Keep" }).click();
  await strip(page).getByRole("button", { name: "Undo" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await strip(page).getByRole("button", { name: "Close" }).click();
  assert.ok(await page.locator(".card").isVisible());
}));
