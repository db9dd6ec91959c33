/** What comes from outside stays text: it runs nothing, fetches nothing and writes nothing else than itself, in the page and in every file out of it. */

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { sitePolicy } from "../../www/build/csp.js";
import { docx, paragraph, part, run } from "./docx.js";
import { ARTICLE, headline, openFile, paste, readerText, readSample, SINGLE_FILE, stage, visit } from "./harness.js";

const here = stage();
const root = fileURLToPath(new URL("../../", import.meta.url));
const [TITLE, FIRST, SECOND] = ARTICLE.split("\n\n");
const AWAY = "https://away.invalid";

/** Everything in it that a browser would run or fetch, if it were let. */
const HOSTILE = `<!doctype html><html><head><base href="${AWAY}/base/"><link rel=stylesheet href="${AWAY}/a.css"><link rel=preload as=image href="${AWAY}/p.png">
  <link rel=prefetch href="${AWAY}/q"><link rel=dns-prefetch href="//away.invalid"><meta http-equiv=refresh content="0;url=${AWAY}/refresh">
  <style>@import "${AWAY}/b.css"; @font-face { font-family: x; src: url(${AWAY}/f.woff2) } p { font-family: x; background: url(${AWAY}/c.png) }</style>
  <script src="${AWAY}/s.js"></script><script>globalThis.attacked = "script"</script></head>
  <body onload="globalThis.attacked = 'body'"><h1>${TITLE}</h1>
  <img src="${AWAY}/i.png" srcset="${AWAY}/i2.png 2x" onerror="globalThis.attacked = 'img'"><picture><source srcset="${AWAY}/s.webp"><img src="${AWAY}/t.png"></picture>
  <iframe src="${AWAY}/frame" srcdoc="<script>parent.attacked = 'srcdoc'</script>"></iframe><object data="${AWAY}/o"></object><embed src="${AWAY}/e">
  <video src="${AWAY}/v.mp4" poster="${AWAY}/v.png" autoplay></video><audio src="${AWAY}/a.mp3" autoplay></audio>
  <svg onload="globalThis.attacked = 'svg'"><image href="${AWAY}/svg.png"/><use href="${AWAY}/u.svg#x"/><script>globalThis.attacked = "svg script"</script></svg>
  <math><mtext></form></math><img src="${AWAY}/m.png" onerror="globalThis.attacked = 'math'">
  <p style="background:url(${AWAY}/d.png)" onclick="x" onpointerenter="x">${FIRST}</p><form action="${AWAY}/post"><input autofocus onfocus="globalThis.attacked = 'focus'"></form>
  <details open ontoggle="globalThis.attacked = 'toggle'"><p>${SECOND}</p></details><a href="javascript:globalThis.attacked = 'link'" ping="${AWAY}/ping">رابط</a>
  <template><img src="${AWAY}/tpl.png"></template><noscript><img src="${AWAY}/n.png"></noscript><portal src="${AWAY}/portal"></portal>
  <p>&lt;img src=x onerror=alert(1)&gt; &lt;script&gt;globalThis.attacked = "text"&lt;/script&gt;</p></body></html>`;

const WAYS = {
  "a paste": (page) => paste(page, { html: HOSTILE, text: "غير ذلك" }),
  "a file": (page) => openFile(page, "page.html", Buffer.from(HOSTILE)),
  "a drop": (page) => page.evaluate((markup) => {
    const data = new DataTransfer();
    data.items.add(new File([markup], "page.html", { type: "text/html" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, HOSTILE),
  "a drop of markup": (page) => page.evaluate((markup) => {
    const data = new DataTransfer();
    data.setData("text/html", markup);
    data.setData("text/plain", "غير ذلك");
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, HOSTILE),
};
for (const [way, bring] of Object.entries(WAYS)) {
  for (const url of way === "a paste" ? [undefined, SINGLE_FILE] : [undefined]) {
    test(`by ${way} a hostile page runs nothing and fetches nothing (${url ? "single file" : "site"})`, () => visit(here, { url }, async (page, log) => {
      await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
      await page.waitForLoadState("networkidle");
      const before = log.requests.filter((request) => !request.startsWith("blob:")).length;
      await bring(page);
      await page.locator(".reader", { hasText: FIRST.slice(0, 30) }).waitFor();
      await page.waitForLoadState("networkidle");
      const asked = log.requests.filter((request) => !request.startsWith("blob:")).slice(before);
      assert.deepEqual(asked.filter((request) => !/\/assets\/[\w-]+\.(js|pack|woff2)$/.test(request)), []);
      assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
      assert.equal(page.context().pages().length, 1);
      assert.equal(await page.locator(":is(.reader, .notices, .side) :is(img, iframe, script, style, object, form)").count(), 0);
    }));
  }
}

test("markup that a search for its end would never finish is read in linear time", () => visit(here, {}, async (page) => {
  for (const [many, end] of /** @type {const} */ ([["<script>", ""], ["<style ", ""], ["<script></script", "x"], ["<p style ", "="]])) {
    await openFile(page, "page.html", Buffer.from(`<h1>${TITLE}</h1><p>${FIRST}</p>${many.repeat(150_000)}${end}`));
    await page.locator(".reader", { hasText: FIRST.slice(0, 30) }).waitFor();
    await page.getByRole("button", { name: "نص جديد" }).click();
  }
}));

const LINKS = "اقرأ https://away.invalid/x و www.away.invalid و mailto:a@away.invalid و javascript:alert(1) قبل غد.";
test("an address in a text is text: nothing opens it", () => visit(here, {}, async (page, log) => {
  await paste(page, { text: `${ARTICLE}\n\n${LINKS}` });
  await headline(page).waitFor();
  assert.equal(await page.locator(".reader a[href]").count(), 0);
  await page.locator(".reader", { hasText: "away.invalid" }).waitFor();
  for (const link of await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) assert.match(link, /^(#|https:\/\/github\.com\/|assets\/)/);
  assert.deepEqual(log.requests.filter((request) => request.includes("away")), []);
}));

/** As a zip with a password is: said in the header, and the bytes are scrambled. @param {Uint8Array} bytes */
function encrypted(bytes) {
  const archive = Buffer.from(bytes);
  for (let at = archive.indexOf("PK\x03\x04", 0, "latin1"); at >= 0; at = archive.indexOf("PK\x03\x04", at + 4, "latin1")) {
    archive[at + 6] |= 1;
    const data = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    for (let i = data; i < data + 24; i++) archive[i] ^= 0x5a;
  }
  return archive;
}
const whole = docx(paragraph(run(TITLE)) + paragraph(run(FIRST)));
const laughs = `<!DOCTYPE d [<!ENTITY l0 "ha">${Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("")}]><d>&l10;</d>`;
const target = (path) => ({ "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/officeDocument" Target="${path}"/></Relationships>` });
for (const [name, bytes, kind] of [
  ["whose entities laugh a billion times", docx("", { "word/document.xml": laughs }), "damaged-docx"],
  ["whose entities hide in UTF-16", docx("", { "word/document.xml": Buffer.from(`\uFEFF${laughs}`, "utf16le") }), "damaged-docx"],
  ["with an entity of its parameters", docx("", { "word/document.xml": `<!doctype d [<!ENTITY % x SYSTEM "${AWAY}/x.dtd">%x;]>${part("document", "").slice(38)}` }), "damaged-docx"],
  ["that is encrypted", encrypted(whole), "damaged-docx"],
  ["that is cut short", whole.subarray(0, whole.length >> 2), "damaged-docx"],
  ["that points out of itself", docx("", target("../../../../etc/passwd.xml")), "damaged-docx"],
  ["that points to another host", docx("", target(`${AWAY}/document.xml`)), "damaged-docx"],
  ["with another archive in the place of its text", docx("", { "word/document.xml": docx("", { "word/document.xml": new Uint8Array(50e6) }) }), "damaged-docx"],
  ["of the old kind, or with a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), "unsupported-doc"],
]) {
  test(`a Word file ${name} is refused by name`, () => visit(here, {}, async (page, log) => {
    await readSample(page);
    const before = await readerText(page);
    await openFile(page, "ملف.docx", bytes);
    await page.locator(".banner.error").waitFor();
    assert.equal(await page.locator(".banner.error").getAttribute("data-kind"), kind);
    assert.equal(await readerText(page), before);
    assert.deepEqual(log.requests.filter((request) => request.startsWith(AWAY)), []);
    // Chromium's own report of broken XML, which nobody sees, has styles that the policy refuses.
    log.expectedViolations = (await page.evaluate(() => globalThis.violations)).filter((violation) => violation === "style-src-attr inline");
    log.expectedConsole = log.console.filter((line) => line.includes("style-src"));
  }));
}

/** @param {string} folder @param {RegExp} ending @returns {Promise<string[]>} */
const filesIn = async (folder, ending) => (await readdir(join(root, folder), { recursive: true }))
  .filter((name) => ending.test(name) && !/(^|\/)(node_modules|generated)\//.test(name)).map((name) => join(root, folder, name));

const SINKS = /\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function\b|\bunsafeHTML\b|\bsetHTMLUnsafe\b|createContextualFragment|\.srcdoc\b|setTimeout\(\s*["'`]/g;

test("the sources write no markup and evaluate no text", async () => {
  const files = (await Promise.all(["www/view", "www/engine", "www/element", "www/service"].map((folder) => filesIn(folder, /\.js$/)))).flat();
  assert.ok(files.length > 150);
  for (const file of files) assert.deepEqual((await readFile(file, "utf8")).match(SINKS), null, file);
});

test("the bundles do so only where the libraries do: in the one policy of lit-html, and in branches of Readability that are never taken", async () => {
  const files = (await Promise.all(["dist/site", "dist/embed"].map((folder) => filesIn(folder, /\.js$/)))).flat();
  const found = new Set();
  for (const file of files) for (const [sink] of (await readFile(file, "utf8")).matchAll(SINKS)) found.add(sink.replace(/\s*=.*/s, ""));
  assert.deepEqual([...found].filter((sink) => sink !== ".innerHTML"), []);
});

test("every page has the strict policy and no script or style of its own beside it", async () => {
  const strict = ["require-trusted-types-for 'script'", "object-src 'none'", "base-uri 'none'"];
  for (const file of [...await filesIn("dist/site", /\.html$/), ...await filesIn("dist/embed", /\.html$/), join(root, "dist/mubin.html")]) {
    const page = await readFile(file, "utf8");
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/i.exec(page)?.[1];
    assert.ok(policy, `${file} has a policy`);
    assert.match(policy, /default-src '(self|none)'/);
    for (const rule of strict) assert.ok(policy.includes(rule), `${file}: ${rule}`);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/, file);
    assert.doesNotMatch(page.replace(/<script type="text\/plain"[^]*?<\/script>|<script type="module">[^]*?<\/script>|<script (type="module" )?src=[^>]*>/g, ""), /\son\w+\s*=\s*["']|\sstyle\s*=\s*["']|href="javascript:/, file);
  }
  assert.ok(strict.every((rule) => sitePolicy.includes(rule)));
});
