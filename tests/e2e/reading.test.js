import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, highlighted, paste, readerText, readSample, stage, unfold, visit } from "./harness.js";

const here = stage();

test("the sample is read: headline set, furniture folded, nothing asked of the network", () => visit(here, {}, async (page, log) => {
  await page.waitForLoadState("networkidle");
  const loaded = log.requests.length;
  await readSample(page);
  assert.match(await headline(page).textContent(), /مكتبة الميناء القديم/);
  const text = await readerText(page);
  assert.ok(text.includes("أعادت بلدية صفاقس"));
  assert.ok(!text.includes("اتصل بنا"), "the menu is folded away");
  assert.ok(!text.includes("جميع الحقوق محفوظة"), "so are the rights");
  assert.match(await page.getByRole("status").textContent(), /انتهى التحليل/);
  assert.equal(log.requests.length, loaded, "no request after load");
}));

test("a fold opens in its place, says what each part is, and closes again", () => visit(here, {}, async (page) => {
  await readSample(page);
  const fold = page.locator(".fold").first();
  assert.match(await fold.textContent(), /محيط الصفحة مطوية? · إظهار/);
  await fold.focus();
  await page.keyboard.press("Enter");
  await page.locator(".scrap").first().waitFor();
  assert.ok((await readerText(page)).includes("اتصل بنا"));
  assert.equal(await page.locator(".scrap .role").first().textContent(), "قائمة تصفح");
  await page.keyboard.press("Enter");
  await page.locator(".scrap").first().waitFor({ state: "detached" });
}));

test("the reader may say that a block is furniture, and take it back", () => visit(here, {}, async (page) => {
  await readSample(page);
  const folds = await page.locator(".fold").count();
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  const paragraph = page.locator(".part", { hasText: "وبلغت كلفة المشروع" });
  await paragraph.getByRole("button", { name: "هذا من محيط الصفحة" }).click();
  await paragraph.waitFor({ state: "detached" });
  assert.equal(await page.locator(".fold").count(), folds + 1);
  await unfold(page);
  await page.locator(".scrap", { hasText: "وبلغت كلفة المشروع" }).getByRole("button", { name: "هذا من المقال" }).click();
  await page.locator("p.body", { hasText: "وبلغت كلفة المشروع" }).waitFor();
}));

test("every paragraph is one text node, equal to its place in the text", () => visit(here, {}, async (page) => {
  await readSample(page);
  const shapes = await page.locator(".reader .chunk > :is(p, h2)").evaluateAll((nodes) => nodes.map((node) => (
    [node.childNodes.length, node.firstChild?.nodeType])));
  assert.ok(shapes.length > 6);
  for (const shape of shapes) assert.deepEqual(shape, [1, 3]);
}));

test("a word of the table lights all its places and leads through them", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.getByRole("tab", { name: "المفردات" }).click();
  const row = page.locator(".words tr", { has: page.getByRole("button", { name: "المكتبة", exact: true }) });
  const count = Number(await row.locator(".number").textContent());
  assert.ok(count >= 2);
  await row.getByRole("button").click();
  await page.locator(".focus-strip").waitFor();
  assert.equal(await page.locator(".focus-place").textContent(), `1 من ${count}`);
  const places = await highlighted(page, "mubin-word");
  assert.ok(places.length >= 2 && places.every((place) => /^المكتب[ةه]$/.test(place)), places.join(" "));
  await page.getByRole("button", { name: "الموضع التالي" }).click();
  assert.equal(await page.locator(".focus-place").textContent(), `2 من ${count}`);
  assert.equal((await highlighted(page, "mubin-current")).length, 1);
  await page.getByRole("button", { name: "الموضع السابق" }).click();
  await page.getByRole("button", { name: "أزل التظليل" }).click();
  await page.locator(".focus-strip").waitFor({ state: "detached" });
  assert.deepEqual(await highlighted(page, "mubin-word"), []);
}));

test("a row under the pointer lights its places for as long as it stays there", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.getByRole("tab", { name: "المفردات" }).click();
  await page.getByRole("button", { name: "الميناء", exact: true }).hover();
  assert.ok((await highlighted(page, "mubin-hover")).every((place) => place === "الميناء"));
  await page.mouse.move(5, 5);
  assert.deepEqual(await highlighted(page, "mubin-hover"), []);
}));

test("a click on a word in the text follows that word", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  const box = await headline(page).evaluate((node) => {
    const range = document.createRange();
    range.setStart(node.firstChild, 8);
    range.setEnd(node.firstChild, 11);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
  await page.locator(".focus-strip").waitFor();
  assert.equal(await page.locator(".focus-word").textContent(), "المرسى");
}));

test("the table searches by the fold, hides function words, sorts and folds spellings", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.getByRole("tab", { name: "المفردات" }).click();
  const words = page.locator(".words .word");
  await words.first().waitFor();
  await page.getByLabel("أخفِ حروف المعاني والضمائر").check();
  await page.locator(".words tr.closed").first().waitFor({ state: "detached" });
  await page.getByLabel("أخفِ حروف المعاني والضمائر").uncheck();
  await page.getByRole("searchbox").fill("إفتتاح");
  await page.waitForFunction(() => [...document.querySelectorAll(".words .word")].every((word) => word.textContent.includes("افتتاح")));
  await page.getByRole("searchbox").fill("زززز");
  await page.getByText("لا مفردة توافق بحثك.").waitFor();
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "الكلمة", exact: true }).click();
  await page.locator('.words th[aria-sort="ascending"]', { hasText: "الكلمة" }).waitFor();
  const sorted = await words.allTextContents();
  assert.deepEqual(sorted, [...sorted].sort(new Intl.Collator("ar").compare));
  const before = await page.locator("#words-found").textContent();
  await page.getByLabel("كما كُتبت").check();
  await page.waitForFunction((old) => document.querySelector("#words-found").textContent !== old, before);
}));

test("hidden characters are counted, warned of and shown in their places", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE.replace("حديقة عامة", "حديـقة\u202E عامة\u200B") });
  await headline(page).waitFor();
  await page.getByText("محارف تتحكم في اتجاه الكتابة").waitFor();
  await page.locator(".remark.warning").waitFor();
  await page.getByRole("button", { name: "أظهر مواضعها: تطويل (كشيدة)" }).click();
  assert.deepEqual(await highlighted(page, "mubin-current"), ["ـ"]);
}));

test("the text can be edited again and is analysed as it is typed", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await page.getByRole("button", { name: "حرّر النص" }).click();
  const surface = page.locator("#surface");
  assert.equal(await surface.inputValue(), ARTICLE);
  const words = page.locator(".figures dd").first();
  const before = Number(await words.textContent());
  await surface.press("Control+End");
  await surface.pressSequentially(" وشكر الحاضرين.");
  await page.waitForFunction((old) => Number(document.querySelector(".figures dd").textContent) === old + 2, before);
  await page.getByRole("button", { name: "اقرأ النص" }).click();
  assert.ok((await readerText(page)).includes("وشكر الحاضرين."));
}));
