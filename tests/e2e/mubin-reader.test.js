/** `<mubin-reader>` by itself: what it reads of other people's pages, paints, explains and says. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { highlighted } from "./harness.js";
import { call, host, pageWith, placeIn, press, readings } from "./hosts.js";
import { ARTICLE, bar, word } from "./readers.js";

const here = host();

test("reads what is rendered of the article and nothing else, and finds every word back in the page's own nodes", async () => {
  await here.put("host.css", ".sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; }");
  await call(here, pageWith(ARTICLE, { head: '<link rel="stylesheet" href="host.css">' }), {}, async (page) => {
    await readings(page);
    const { text, wrong } = await page.locator("mubin-reader").evaluate((reader) => {
      const off = [];
      const { start, end } = reader.result.tokens.columns;
      for (let i = 0; i < start.length; i++) {
        const place = reader.rangeOf(start[i], end[i]);
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        const written = reader.text.slice(start[i], end[i]);
        if (range.toString() !== written) off.push([written, range.toString()]);
      }
      return { text: reader.text, wrong: off };
    });
    assert.deepEqual(wrong, []);
    assert.equal(text, [
      "مكتبة الميناء تعود إلى قرائها",
      "قالت مديرة المكتبة هالة بن منصور، في مدينة صفاقس، إن المكتبة القديمة ستفتح أبوابها يوم الاثنين 14 أبريل 2025.",
      "وأضافت هالة بن منصور:\n«لن نضيف إلى المبنى شيئا».",
      "ملاحظة", "قاعة المطالعة", "قسم الأطفال",
    ].join("\n\n"));
  });
});

test("paints the layers over the words, and the article's DOM stays what it was", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    const before = await page.locator("#article").evaluate((root) => root.outerHTML);
    await readings(page);
    assert.ok((await highlighted(page, "mubin-reader-person")).includes("هالة بن منصور"));
    assert.ok((await highlighted(page, "mubin-reader-place")).some((place) => place.includes("صفاقس")));
    assert.deepEqual(await highlighted(page, "mubin-reader-statement"), []);
    await bar(page).locator('[data-layer="statement"]').click();
    assert.deepEqual((await highlighted(page, "mubin-reader-statement")).length, await page.evaluate(() => document.querySelector("mubin-reader").result.statements.length));
    assert.equal(await bar(page).locator('[role="status"]').innerText(), "عُلّمت في النص: الأقوال.");
    await bar(page).locator('[data-layer="person"]').click();
    assert.deepEqual(await highlighted(page, "mubin-reader-person"), []);
    await press(page, "القديمة");
    await page.locator("mubin-reader .card-facts").waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#article").evaluate((root) => root.outerHTML), before);
  });
});

test("a click opens the card, Escape and a click elsewhere close it, a word in two elements is one word", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    await press(page, "المكت");
    assert.equal((await word(page).innerText()).replaceAll(/[\u064B-\u0652]/g, ""), "المكتبة");
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["المكتبة"]);
    assert.ok((await highlighted(page, "mubin-reader-word")).length >= 1, "its other places");
    await page.locator("mubin-reader .card-readings, mubin-reader .card section > .quiet").first().waitFor();
    await page.keyboard.press("Escape");
    await word(page).waitFor({ state: "detached" });
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), []);
    await press(page, "مدينة");
    await word(page).waitFor();
    await page.mouse.click(5, 5);
    await word(page).waitFor({ state: "detached" });
  });
});

test("links and buttons of the article keep their clicks; with Alt their words are explained", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    await page.evaluate(() => document.querySelector("#button").addEventListener("click", () => (globalThis.shared = true)));
    await page.locator("#button").click();
    assert.equal(await page.evaluate(() => globalThis.shared), true);
    await press(page, "ستفتح");
    assert.equal(await page.evaluate(() => location.hash), "#there");
    assert.equal(await word(page).count(), 0);
    await page.evaluate(() => history.replaceState(null, "", location.pathname));
    await page.keyboard.down("Alt");
    await press(page, "أبوابها");
    await page.keyboard.up("Alt");
    await word(page).waitFor();
    assert.equal(await page.evaluate(() => location.hash), "");
  });
});

test("the word under the pointer is lit, and nothing between the words", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    const { x, y } = await placeIn(page, "القديمة");
    await page.mouse.move(x, y);
    await page.waitForFunction(() => CSS.highlights.get("mubin-reader-hover")?.size === 1);
    assert.deepEqual(await highlighted(page, "mubin-reader-hover"), ["القديمة"]);
    await page.mouse.move(3, 3);
    await page.waitForFunction(() => !CSS.highlights.has("mubin-reader-hover"));
  });
});

test("a selection stays a selection", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    const from = await placeIn(page, "مديرة");
    const to = await placeIn(page, "القديمة");
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    assert.notEqual(await page.evaluate(() => String(getSelection())), "");
    assert.equal(await word(page).count(), 0);
  });
});

test("by keyboard: the button in the bar, the arrows from word to word, Escape, and the focus is where it was", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    await bar(page).locator(".words").focus();
    await page.keyboard.press("Enter");
    await word(page).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("mubin-reader").shadowRoot.activeElement.id), "word");
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["مكتبة"]);
    await page.keyboard.press("ArrowLeft");
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["الميناء"]);
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["مكتبة"]);
    assert.match(await bar(page).locator('[role="status"]').innerText(), /^مكتبة: اسم/);
    await page.keyboard.press("Escape");
    await word(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.querySelector("mubin-reader").shadowRoot.activeElement.className), "words");
    await page.keyboard.press("Enter");
    await word(page).waitFor();
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["مكتبة"], "where the reading stopped");
  });
});

test("what is marked is listed too, for a keyboard and a screen reader, and each row leads to its place", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    await bar(page).locator(".marked summary").focus();
    await page.keyboard.press("Enter");
    const marked = await highlighted(page, "mubin-reader-person");
    const people = page.getByRole("region", { name: "الأشخاص" }).getByRole("button");
    await people.first().waitFor();
    assert.deepEqual(await people.allInnerTexts(), marked);
    await people.last().focus();
    await page.keyboard.press("Enter");
    await word(page).waitFor();
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["هالة"]);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.querySelector("mubin-reader").shadowRoot.activeElement.textContent.trim()), "هالة بن منصور");
    await bar(page).locator('[data-layer="person"].switch').click();
    assert.equal(await people.count(), 0);
  });
});

test("a reading that is chosen holds, and can be taken back", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    const form = await page.evaluate(() => {
      const { text, result } = document.querySelector("mubin-reader");
      const { start, end } = [...result.tokens].find(({ analysis }) => analysis?.alternatives > 1);
      return text.slice(start, end);
    });
    await press(page, form);
    await page.locator("mubin-reader .reading-choice").first().click();
    await page.locator("mubin-reader .card-decided").waitFor();
    await page.locator("mubin-reader .card-decided button").click();
    await page.locator("mubin-reader .card-decided").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.querySelector("mubin-reader").shadowRoot.activeElement.id), "word");
  });
});

test("speaks the language of the page around it, or its own", async () => {
  const english = pageWith(ARTICLE, { lang: "en-GB", dir: "ltr" });
  await call(here, english, {}, async (page) => {
    await readings(page);
    assert.equal(await bar(page).locator(".words").innerText(), "Word cards");
    assert.equal(await bar(page).locator(".bar").evaluate((node) => getComputedStyle(node).direction), "ltr");
    await press(page, "القديمة");
    await page.getByText("Dictionary form", { exact: true }).first().waitFor();
    await page.evaluate(() => (document.querySelector("mubin-reader").lang = "ar"));
    await page.getByText("المدخل المعجمي").waitFor();
    assert.equal(await page.locator("mubin-reader .card").evaluate((node) => getComputedStyle(node).direction), "rtl");
  });
});

test("says what is amiss and what to do about it", async () => {
  let refused = true;
  const refuse = (pattern) => (page) => page.route(pattern, (route) => (refused ? route.abort() : route.continue()));
  await call(here, pageWith(ARTICLE), { prepare: refuse(/\.wasm$/) }, async (page, log) => {
    await page.locator("mubin-reader [role=alert]").waitFor();
    assert.deepEqual(await page.evaluate(() => globalThis.events.map(({ name, kind }) => [name, kind])), [["mubin-error", "engine-load-failed"]]);
    refused = false;
    await page.getByRole("button", { name: "أعد المحاولة" }).click();
    await readings(page);
    log.expectedConsole.push(...log.console.filter((line) => line.includes("ERR_FAILED")));
  });
  refused = true;
  await call(here, pageWith(ARTICLE), { prepare: refuse(/messages-ar-\w+\.js$/) }, async (page, log) => {
    await page.waitForFunction(() => globalThis.events.some(({ name }) => name === "mubin-error"));
    log.expectedConsole.push(...log.console.filter((line) => line.includes("ERR_FAILED")));
  });
  await call(here, pageWith(ARTICLE), { prepare: refuse(/lexicon-\w+\.pack$/) }, async (page, log) => {
    await page.getByText("تعذّر تحميل المعجم").waitFor();
    assert.equal(await bar(page).locator(".words").count(), 0);
    refused = false;
    await page.getByRole("button", { name: "أعد المحاولة" }).click();
    await bar(page).locator(".words").waitFor();
    log.expectedConsole.push(...log.console.filter((line) => line.includes("ERR_FAILED")));
  });
  await call(here, pageWith("<p>Nothing Arabic</p>"), {}, async (page) => {
    await page.getByText("لا نص عربيا هنا يُقرأ.").waitFor();
    await page.evaluate(() => document.querySelector("#article").append("وصل الوفد إلى بغداد."));
    await readings(page);
  });
});
