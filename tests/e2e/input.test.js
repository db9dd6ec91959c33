import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, errorBanner, headline, openFile, paste, readerText, readSample, stage, visit } from "./harness.js";

const here = stage();
const [TITLE, FIRST, SECOND] = ARTICLE.split("\n\n");

/** A whole page as a browser copies it. */
const PAGE = `<html><head><title>صحيفة</title><style>p{color:red}</style></head><body>
  <header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav></header>
  <main><article><h1>${TITLE}</h1><p>${FIRST}</p><script>alert(1)</script><p>${SECOND.replace("مجاني", "<b>مجا</b>ني")}</p></article></main>
  <aside><h3>اقرأ أيضا</h3><ul><li><a href="/x">خبر آخر</a></li></ul></aside>
  <footer>جميع الحقوق محفوظة</footer><img src="https://example.invalid/x.png" onerror="alert(2)"></body></html>`;

/** @param {string} text */
const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** @param {string} text  of letters that windows-1256 has */
function windows1256(text) {
  const decoder = new TextDecoder("windows-1256");
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 0x3f);
}

test("plain text is pasted", () => visit(here, {}, async (page) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  assert.equal(await headline(page).textContent(), TITLE);
  assert.equal(await page.locator(".banner").count(), 0);
}));

test("text is pasted anywhere on the page", () => visit(here, {}, async (page) => {
  await readSample(page);
  await paste(page, { text: ARTICLE }, "body");
  await page.locator("h2", { hasText: TITLE }).waitFor();
}));

test("a pasted page keeps headings and paragraphs, loses its menus, and the plain text stays on offer", () => visit(here, {}, async (page) => {
  const plain = `الرئيسية\nرياضة\n${ARTICLE}\nاقرأ أيضا\nخبر آخر`;
  await paste(page, { html: PAGE, text: plain });
  await headline(page).waitFor();
  const text = await readerText(page);
  for (const kept of [TITLE, FIRST, SECOND]) assert.ok(text.includes(kept), kept);
  await page.getByRole("button", { name: "حرّر النص" }).click();
  assert.equal(await page.locator("#surface").inputValue(), ARTICLE);
  await page.getByRole("button", { name: "الصقها نصا مجردا" }).click();
  await page.locator(".banner").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "حرّر النص" }).click();
  assert.equal(await page.locator("#surface").inputValue(), plain);
}));

test("a pasted fragment is walked block by block", () => visit(here, {}, async (page) => {
  const cells = `<div><h2>${TITLE}</h2>نص&nbsp;أول<br>نص ثان<ul><li>بند أول</li><li>بند <i>ثا</i>ن</li></ul><p>${FIRST}</p></div>`;
  await paste(page, { html: cells, text: "غير ذلك" });
  await page.locator(".reader :is(p, h2, .fold)").first().waitFor();
  await page.getByRole("button", { name: "حرّر النص" }).click();
  assert.equal(await page.locator("#surface").inputValue(), [TITLE, "نص أول\nنص ثان", "بند أول", "بند ثان", FIRST].join("\n\n"));
}));

/** Markup as programs and sites put it on the clipboard, and the text that must come of it. */
const markups = [
  ["Word", `<html xmlns:o="urn:o"><head><style><!-- p.MsoNormal {mso-style-unhide:no;} --></style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head>
    <body lang=AR-SA style='tab-interval:36.0pt'><!--StartFragment--><h1 dir=RTL><span style='mso-bidi-font-size:20.0pt'>${TITLE.slice(0, 12)}<span
    style='mso-spacerun:yes'> </span>${TITLE.slice(13)}<o:p></o:p></span></h1><p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoNormal><span lang=AR-SA>${FIRST.replaceAll(" ", "\n")}</span><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>
    <p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>بند أول</p></body></html>`,
  [TITLE, FIRST, "بند أول"].join("\n\n")],
  ["a table of data", "<table><caption>الزوار</caption><tr><th>المدينة</th><th>العدد</th></tr><tr><td><p>صفاقس</p></td><td><b>12</b>00</td></tr></table>",
    "الزوار\n\nالمدينة\tالعدد\n\nصفاقس\t1200"],
  ["a table of layout", `<table><tr><td><p>${FIRST}</p><p>${SECOND}</p></td><td>جانب</td></tr></table>`, [FIRST, SECOND, "جانب"].join("\n\n")],
  ["nested lists", "<ul><li>أول<ul><li>فرع<ol><li>ورقة</li></ol></li></ul></li><li>ثان</li></ul>", "أول\n\nفرع\n\nورقة\n\nثان"],
  ["line breaks", `${TITLE}<br><br>${FIRST}<br>سطر<br>سطر ثان<br><br><br>${SECOND}`, `${TITLE}\n\n${FIRST}\nسطر\nسطر ثان\n\n${SECOND}`],
  ["an encyclopedia", `<div role="navigation">انظر أيضا</div><table class="infobox"><tr><th colspan=2>المرسى</th></tr><tr><th>البلد</th><td>تونس</td></tr></table>
    <h2>التاريخ<span class="mw-editsection">[<a>عدل</a>]</span></h2><p>${FIRST}<sup class="reference"><a>[1]</a></sup></p>`, ["المرسى", "البلد\tتونس", "التاريخ", FIRST].join("\n\n")],
];
for (const [name, html, wanted] of markups) {
  test(`markup of ${name} becomes the text a person would have typed`, () => visit(here, {}, async (page) => {
    await paste(page, { html, text: "غير ذلك" });
    await page.locator(".reader :is(p, h2, .fold)").first().waitFor();
    await page.getByRole("button", { name: "حرّر النص" }).click();
    assert.equal(await page.locator("#surface").inputValue(), wanted);
  }));
}

for (const [encoding, bytes] of [["windows-1256", windows1256(ARTICLE)], ["UTF-16LE", utf16(ARTICLE)]]) {
  test(`a file in ${encoding} is opened`, () => visit(here, {}, async (page) => {
    await openFile(page, "article.txt", bytes);
    await headline(page).waitFor();
    assert.equal(await headline(page).textContent(), TITLE);
    assert.match(await page.locator("[data-notice=encoding]").textContent(), new RegExp(encoding, "i"));
  }));
}

test("a page from a file is read without its menus", () => visit(here, {}, async (page) => {
  await openFile(page, "page.html", Buffer.from(PAGE));
  await headline(page).waitFor();
  await page.getByRole("button", { name: "حرّر النص" }).click();
  assert.equal(await page.locator("#surface").inputValue(), ARTICLE);
}));

test("a file is dropped on the page", () => visit(here, {}, async (page) => {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "a.txt", { type: "text/plain" }));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await headline(page).waitFor();
  assert.equal(await headline(page).textContent(), TITLE);
}));

/** Everything that is refused: what is given, the kind of the error, and the button that helps. */
const refusals = [
  ["an empty paste", (page) => paste(page, { text: " \n\u00A0 " }, "body"), "empty-text", "الصق نصا"],
  ["a paste over the limit", (page) => page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "نص ".repeat(6_000_000));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }), "too-large", "أغلق"],
  ["a binary file", (page) => openFile(page, "data.txt", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251 % 32)), "not-text", "اختر ملفا آخر"],
  ["an empty file", (page) => openFile(page, "empty.txt", new Uint8Array()), "empty-text", "الصق نصا"],
  ["a Word file that is cut off", (page) => openFile(page, "article.docx", Buffer.from("PK\x03\x04")), "damaged-docx", "اختر ملفا آخر"],
  ["an archive under the name of a text", (page) => openFile(page, "article.txt", Buffer.from("PK\x03\x04....")), "unsupported-file", "اختر ملفا آخر"],
  ["a Word file of the old kind", (page) => openFile(page, "article.doc", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)), "unsupported-doc", "الصق نصا"],
  ["a PDF", (page) => openFile(page, "article.pdf", Buffer.from("%PDF-1.7")), "unsupported-file", "اختر ملفا آخر"],
];
for (const [name, give, kind, action] of refusals) {
  test(`${name} is refused with a sentence, and the page stays as it was`, () => visit(here, {}, async (page) => {
    await readSample(page);
    const before = await readerText(page);
    await give(page);
    const banner = errorBanner(page, kind);
    await banner.waitFor();
    assert.match(await banner.textContent(), /بقي النص السابق ونتيجته كما هما/);
    await banner.getByRole("button", { name: action }).waitFor();
    assert.equal(await readerText(page), before);
    await banner.getByRole("button", { name: "أغلق" }).click();
    await banner.waitFor({ state: "detached" });
  }));
}

test("broken characters are shown as � and said so", () => visit(here, {}, async (page) => {
  await page.evaluate((text) => {
    const data = { files: [], getData: (type) => (type === "text/plain" ? text.replace("حديقة", "حديقة\uD83D") : "") };
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: data });
    document.body.dispatchEvent(event);
  }, ARTICLE);
  await page.locator("[data-notice=surrogates]").waitFor();
  assert.ok((await readerText(page)).includes("حديقة�"));
}));

test("a damaged encoding is mended only when asked", () => visit(here, {}, async (page) => {
  const damaged = await page.evaluate((text) => new TextDecoder("windows-1252").decode(new TextEncoder().encode(text)), ARTICLE);
  await paste(page, { text: damaged });
  const offer = page.locator("[data-notice=repair]");
  await offer.waitFor();
  assert.ok((await readerText(page)).includes("Ø"), "nothing is changed unasked");
  await offer.getByRole("button", { name: "أصلح الترميز" }).click();
  await page.locator("h2", { hasText: TITLE }).waitFor();
}));
