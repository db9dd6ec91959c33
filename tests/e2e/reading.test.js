import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, headline, highlighted, paste, readerText, readSample, stage, unfold, visit } from "./harness.js";

const here = stage();

/** What the page fetches by itself once the engine is ready has come, with all that it imports. @param {any} page */
async function everythingFetched(page) {
  await page.waitForFunction(() => {
    const come = (/** @type {string} */ name) => performance.getEntriesByType("resource").some((entry) => entry.name.includes(`/${name}-`) && entry.responseEnd > 0);
    return performance.getEntriesByName("mubin-ready").length > 0 && ["writing", "panels", "glosses"].every(come);
  });
  await page.evaluate(() => Promise.all(performance.getEntriesByType("resource")
    .filter(({ name }) => /\/(writing|panels)-[^/]*\.js$/.test(name)).map(({ name }) => import(name))));
}

test("the sample is read: headline set, furniture folded, nothing asked of the network", () => visit(here, {}, async (page, log) => {
  await everythingFetched(page);
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

/** @param {any} page */
const wordCount = (page) => page.locator(".figures dd").first().textContent().then(Number);

/**
 * @param {any} page
 * @param {string} word
 */
const rowOf = (page, word) => page.locator(".words .word").getByText(word, { exact: true });

test("the reader may say that a block is furniture, the counts follow, and it can be taken back", () => visit(here, {}, async (page) => {
  await readSample(page);
  const folds = await page.locator(".fold").count();
  const words = await wordCount(page);
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  const paragraph = page.locator(".part", { hasText: "وبلغت كلفة المشروع" });
  await paragraph.getByRole("button", { name: "هذا من محيط الصفحة" }).click();
  await paragraph.waitFor({ state: "detached" });
  assert.equal(await page.locator(".fold").count(), folds + 1);
  assert.equal(await page.evaluate(() => document.activeElement.className), "fold", "the focus is where the block went");
  assert.ok(await wordCount(page) < words - 10, "its words are not counted");
  await page.getByRole("tab", { name: "المفردات" }).click();
  assert.equal(await rowOf(page, "وبلغت").count(), 0);
  await page.getByLabel("كما كُتبت").check();
  await page.waitForFunction(() => !document.querySelector(".work"));
  assert.equal(await rowOf(page, "وبلغت").count(), 0, "another way of counting keeps the decision");
  await page.getByLabel("مع إهمال التشكيل والهمزة").check();
  await page.getByRole("tab", { name: "نظرة عامة" }).click();
  await unfold(page);
  await page.locator(".scrap", { hasText: "وبلغت كلفة المشروع" }).getByRole("button", { name: "هذا من المقال" }).click();
  await page.locator("p.body", { hasText: "وبلغت كلفة المشروع" }).waitFor();
  await page.waitForFunction((n) => Number(document.querySelector(".figures dd").textContent) === n, words);
}));

test("a headline called furniture comes back as a headline, and a menu can be called text", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  const [title, words] = [await headline(page).textContent(), await wordCount(page)];
  await page.locator(".part", { has: page.locator("h2") }).first().getByRole("button", { name: "هذا من محيط الصفحة" }).click();
  await headline(page).waitFor({ state: "detached" });
  await unfold(page);
  await page.locator(".scrap", { hasText: title }).getByRole("button", { name: "هذا من المقال" }).click();
  await page.locator("h2.headline", { hasText: title }).waitFor();
  await page.locator(".scrap", { hasText: "اتصل بنا" }).first().getByRole("button", { name: "هذا من المقال" }).click();
  await page.locator("p.body", { hasText: "اتصل بنا" }).waitFor();
  assert.ok(await wordCount(page) > words);
}));

test("a decision deep in a long text leaves the place where it is on screen", () => visit(here, {}, async (page) => {
  const paragraphs = Array.from({ length: 600 }, (_, i) => (
    `وقال رئيس البلدية في الفقرة ${i} إن الحديقة تضم مئتي شجرة وملعبا للأطفال، مضيفا أن الدخول إليها مجاني طوال أيام الأسبوع.`));
  await paste(page, { text: paragraphs.join("\n\n") }, "body");
  await page.locator(".reader[data-complete]").waitFor();
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  await page.locator(".reader[data-complete]").waitFor();
  const part = page.locator(".part", { hasText: "في الفقرة 500 إن" });
  await part.scrollIntoViewIfNeeded();
  const button = part.getByRole("button", { name: "هذا من محيط الصفحة" });
  await button.focus();
  const before = await page.locator("p", { hasText: "في الفقرة 500 إن" }).boundingBox();
  await page.keyboard.press("Enter");
  await part.waitFor({ state: "detached" });
  await page.locator(".fold:focus").waitFor();
  await page.waitForFunction((top) => Math.abs(document.querySelector(".fold").getBoundingClientRect().top - top) < 3, before.y);
}));

test("decisions are forgotten with another text", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  const words = await wordCount(page);
  await page.getByRole("button", { name: "أجزاء الصفحة" }).click();
  await page.locator(".part", { has: page.locator(".body") }).first().getByRole("button", { name: "هذا من محيط الصفحة" }).click();
  await page.locator(".fold").waitFor();
  await readSampleFrom(page);
  await paste(page, { text: ARTICLE }, "body");
  await page.locator("h2", { hasText: ARTICLE.split("\n")[0] }).waitFor();
  assert.equal(await page.locator(".fold").count(), 0);
  assert.equal(await wordCount(page), words);
}));

/**
 * The sample, when another text is being read.
 * @param {any} page
 */
async function readSampleFrom(page) {
  await page.getByRole("button", { name: "نص جديد" }).click();
  await readSample(page);
  await page.locator("h2", { hasText: "مكتبة الميناء القديم" }).waitFor();
}

test("short pieces stand at the edge of the article, whatever letters they are written in", () => visit(here, {
  viewport: { width: 1440, height: 900 },
}, async (page) => {
  const text = ARTICLE.replace("\n\n", "\n\nuioip\n\nBy Reuters\n\nبقلم: fdsfdsfds\n\n");
  await paste(page, { text });
  await headline(page).waitFor();
  await unfold(page);
  const edges = await page.locator(".reader").evaluate((root) => {
    const { left, right } = root.getBoundingClientRect();
    return [...root.querySelectorAll("p, h2")].map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      return { text: node.textContent, role: node.className, dir: node.dir, end: box.left - left, start: right - box.right };
    });
  });
  assert.equal(edges.find(({ text }) => text.startsWith("بقلم: fdsfds"))?.dir, "rtl", "a Latin name does not turn an Arabic line round");
  const latin = edges.filter(({ text }) => /uioip|Reuters/.test(text));
  assert.ok(latin.length >= 1);
  for (const { text, role, dir, start, end } of latin) {
    assert.equal(dir, "ltr", text);
    if (role === "body") continue;
    assert.ok(start < 2 && end > 100, `${text} (${role}) starts ${start} from the right`);
  }
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Edit the text" }).waitFor();
  for (const fold of await page.locator(".fold > span").all()) {
    const gap = await fold.evaluate((node) => node.closest(".reader").getBoundingClientRect().right - node.getBoundingClientRect().right);
    assert.ok(gap < 2, `a fold starts ${gap} from the right in an English page`);
  }
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
