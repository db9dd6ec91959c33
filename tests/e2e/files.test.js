/** Word files, and rich text as programs and sites put it on the clipboard. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { docx, paragraph, part, run, table } from "./docx.js";
import { ARTICLE, errorBanner, headline, openFile, paste, readerText, readSample, stage, visit } from "./harness.js";

const here = stage();
const [TITLE, FIRST, SECOND] = ARTICLE.split("\n\n");

/** @param {any} page @param {string} wanted */
async function surfaceHolds(page, wanted) {
  await page.locator(".reader :is(p, h2, .fold)").first().waitFor();
  await page.getByRole("button", { name: "حرّر النص" }).click();
  assert.equal(await page.locator("#surface").inputValue(), wanted);
}

test("a Word file is read as a person would have typed it", () => visit(here, {}, async (page) => {
  const body = [
    paragraph(run(TITLE), '<w:pStyle w:val="Heading1"/><w:bidi/>'),
    paragraph(`${run(FIRST.slice(0, 20))}<w:ins w:author="a">${run(FIRST.slice(20, 30))}</w:ins>${run(FIRST.slice(30))}<w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del>${run("مخفي", "<w:vanish/>")}`),
    paragraph(""),
    paragraph(`${run("بند أول")}<w:r><w:br/></w:r>${run("وتتمته")}<w:commentReference w:id="0"/>`, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(`<w:hyperlink>${run(SECOND)}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>`)}</w:sdtContent></w:sdt>`,
    table([["المدينة", "العدد"], ["صفاقس", "1200"]]),
    table([["عمود", FIRST]]),
    paragraph(`<w:moveFrom>${run("قديم")}</w:moveFrom><w:moveTo>${run("جديد")}</w:moveTo><w:r><w:tab/></w:r>${run("بعد")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>`),
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph(run("في إطار"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run("في إطار"))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    "<w:sectPr/>",
  ].join("");
  await openFile(page, "مقال.docx", docx(body, {
    "word/footnotes.xml": part("footnotes", `<w:footnote w:type="separator" w:id="-1">${paragraph(run("---"))}</w:footnote><w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(" حاشية في آخر النص.")}`)}</w:footnote>`),
    "word/comments.xml": part("comments", `<w:comment>${paragraph(run("تعليق"))}</w:comment>`),
  }));
  await surfaceHolds(page, [TITLE, FIRST, "بند أول\nوتتمته", SECOND, "المدينة\tالعدد", "صفاقس\t1200", "عمود", FIRST, "جديد\tبعد", "في إطار", "حاشية في آخر النص."].join("\n\n"));
}));

test("a Word file is known by its content, and a part in UTF-16 is read", () => visit(here, {}, async (page) => {
  const utf16 = Buffer.from(`\uFEFF${part("document", `<w:body>${paragraph(run(TITLE))}${paragraph(run(FIRST))}</w:body>`).replace("UTF-8", "UTF-16")}`, "utf16le");
  await openFile(page, "article.bin", docx("", { "word/document.xml": utf16 }));
  await surfaceHolds(page, `${TITLE}\n\n${FIRST}`);
}));

const deep = "<w:r>".repeat(20_000);
const refusals = [
  ["that names an outside entity", () => docx("", { "word/document.xml": `<!DOCTYPE w:document [<!ENTITY x SYSTEM "https://example.invalid/x">]>${part("document", "").slice(38)}` }), "damaged-docx"],
  ["whose entities grow", () => docx("", { "word/document.xml": `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>` }), "damaged-docx"],
  ["whose markup is broken", () => docx("", { "word/document.xml": "<w:document><w:p>" }), "damaged-docx"],
  ["that is nested too deeply", () => docx("", { "word/document.xml": part("document", `${deep}نص${"</w:r>".repeat(20_000)}`) }), "damaged-docx"],
  ["without its text", () => docx("", { "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>' }), "damaged-docx"],
  ["with nothing in it", () => docx(paragraph("")), "empty-text"],
  ["that holds more than any text", () => docx("", { "word/document.xml": new Uint8Array(100e6) }), "too-large"],
  ["that lies about how much it holds", () => lying(docx("", { "word/document.xml": new Uint8Array(100e6) }), 100e6, 1000), "too-large"],
  ["of more parts than any has", () => docx("", Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`a${i}`, ""]))), "too-large"],
];

/**
 * An archive that states another size wherever this one stands.
 * @param {Uint8Array} bytes
 * @param {number} size
 * @param {number} stated
 */
function lying(bytes, size, stated) {
  const archive = Buffer.from(bytes);
  const [true32, false32] = [size, stated].map((n) => {
    const four = Buffer.alloc(4);
    four.writeUInt32LE(n);
    return four;
  });
  for (let at = archive.indexOf(true32); at >= 0; at = archive.indexOf(true32, at + 1)) false32.copy(archive, at);
  return archive;
}

for (const [name, make, kind] of refusals) {
  test(`a Word file ${name} is refused by name, and the page stays as it was`, () => visit(here, {}, async (page, log) => {
    await readSample(page);
    const before = await readerText(page);
    await openFile(page, "ملف غريب.docx", make());
    const banner = errorBanner(page, kind);
    await banner.waitFor();
    assert.match(await banner.textContent(), /ملف غريب\.docx/);
    assert.equal(await readerText(page), before);
    // Chromium's own report of broken XML, which nobody sees, has styles that the policy refuses.
    const styles = await page.evaluate(() => globalThis.violations);
    assert.ok(styles.every((violation) => violation === "style-src-attr inline") && log.console.every((line) => line.includes("style-src")));
    log.expectedViolations = styles;
    log.expectedConsole = [...log.console];
  }));
}

test("an archive that is no Word file is called so", () => visit(here, {}, async (page) => {
  await openFile(page, "archive.bin", docx("", { "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>' }));
  await errorBanner(page, "unsupported-file").waitFor();
}));

test("where what reads Word files cannot be had, it says so, and tries again", () => visit(here, {
  prepare: (page) => page.route(/\/docx-\w+\.js$/, (route) => route.abort()),
}, async (page, log) => {
  await openFile(page, "a.docx", docx(paragraph(run(TITLE)) + paragraph(run(FIRST))));
  const banner = errorBanner(page, "part-failed");
  await banner.waitFor();
  await page.unroute(/\/docx-\w+\.js$/);
  await banner.getByRole("button", { name: "أعد المحاولة" }).click();
  await headline(page).waitFor();
  log.expectedConsole.push("error: Failed to load resource: net::ERR_FAILED");
}));

test("several files are dropped", () => visit(here, {}, async (page) => {
  await page.evaluate((texts) => {
    const data = new DataTransfer();
    texts.forEach((text, i) => data.items.add(new File([text], `${i}.txt`, { type: "text/plain" })));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [ARTICLE, `${FIRST}\n\n${SECOND}`]);
  await page.locator(".library-brought").getByText("أُضيف نصان.").waitFor();
}));

/** What programs and sites put on the clipboard, and the text that must come of it. */
const pastes = [
  ["Google Docs", `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="rtl" style="line-height:1.38;"><span style="font-size:20pt;">${TITLE}</span></h1>
    <p dir="rtl" style="text-align: right;"><span style="font-weight:400;white-space:pre-wrap;">${FIRST.slice(0, 40)}</span><span style="font-weight:700;white-space:pre-wrap;">${FIRST.slice(40)}</span></p><br />
    <ul style="margin-top:0;"><li dir="rtl" style="list-style-type:disc;" aria-level="1"><p dir="rtl" role="presentation"><span>بند أول</span></p></li><li dir="rtl" aria-level="1"><p dir="rtl" role="presentation"><span>بند ثان</span></p></li></ul>
    <div dir="rtl" align="right" style="margin-left:0pt;"><table style="border:none;"><colgroup><col width="312" /><col width="312" /></colgroup><tbody><tr style="height:0pt"><td><p dir="rtl"><span>المدينة</span></p></td><td><p dir="rtl"><span>العدد</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`,
  [TITLE, FIRST, "بند أول", "بند ثان", "المدينة\tالعدد"].join("\n\n")],
  ["X", `<div dir="rtl" lang="ar" style="font-size: 17px;"><span style="white-space: pre-wrap;">شاهدنا حديقة </span><div style="display: inline-flex;"><span><a href="https://x.com/almarsa">@almarsa</a></span></div><span> اليوم </span><img alt="😀" draggable="false" src="https://example.invalid/1f600.svg"><span>
وكانت جميلة </span><span><a href="https://x.com/hashtag/a">#المرسى</a></span></div>`,
  "شاهدنا حديقة @almarsa اليوم 😀 وكانت جميلة #المرسى"],
  ["WhatsApp", `<div class="copyable-text"><span dir="rtl" class="selectable-text"><span>صباح الخير </span><img alt="🌹" class="emoji" data-plain-text="🌹" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"><span>، وصلت الرسالة</span></span></div>`,
  "صباح الخير 🌹، وصلت الرسالة"],
  ["a picture with a caption of its own", `<p>${FIRST}</p><img alt="صورة للحديقة من الجو" src="https://example.invalid/a.jpg"><p>${SECOND}</p>`, `${FIRST}\n\n${SECOND}`],
  ["Word with revisions, comments and notes", `<html xmlns:w="urn:w"><body lang=AR-SA><p class=MsoNormal>${FIRST}<del cite="a">محذوف</del><ins>، ومضاف</ins><span class=MsoCommentReference><a href="#_msocom_1">[م1]</a></span><a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></p>
    <div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>تعليق</p></div></div><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> حاشية الفقرة.</p></div></div></body></html>`,
  `${FIRST}، ومضاف\n\nحاشية الفقرة.`],
  ["LibreOffice", `<html><head><style type="text/css">p { margin-bottom: 0.25cm }</style></head><body lang="ar-SA" dir="rtl"><p style="line-height: 115%">${FIRST}</p><ol><li><p>أول</p></li></ol></body></html>`, `${FIRST}\n\nأول`],
];
for (const [name, html, wanted] of pastes) {
  test(`what is pasted from ${name} becomes the text a person would have typed`, () => visit(here, {}, async (page) => {
    await paste(page, { html, text: "غير ذلك" });
    await surfaceHolds(page, wanted);
  }));
}
