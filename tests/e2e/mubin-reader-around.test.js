/** `<mubin-reader>` among other things: what the page around it does to it and it to the page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { highlighted } from "./harness.js";
import { call, host, pageWith, placeIn, press, readings } from "./hosts.js";
import { ARTICLE, bar, word } from "./readers.js";

const here = host();

test("a reader that stands in its own article is no part of it", async () => {
  await call(here, pageWith(`<mubin-reader for="#article"></mubin-reader>${ARTICLE}`, { reader: "" }), {}, async (page) => {
    await readings(page);
    assert.ok((await page.evaluate(() => document.querySelector("mubin-reader").text)).startsWith("مكتبة الميناء"));
    await bar(page).locator('[data-layer="statement"]').click();
    await press(page, "القديمة");
    await page.locator("mubin-reader .card-facts").waitFor();
    await page.locator("mubin-reader .card-copy").click({ position: { x: 2, y: 2 } });
    await page.locator("mubin-reader .card-head button").nth(1).click();
    assert.equal(await word(page).count(), 1, "a press in the card does not close it");
    await page.locator("mubin-reader .card-head .icon").last().click();
    await word(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => globalThis.events.length), 1);
  });
});

test("takes its colours from the ground of the article, or as it is told", async () => {
  await here.put("dark.css", "body { background: #101418; color: #eee; }");
  await call(here, pageWith(ARTICLE, { head: '<link rel="stylesheet" href="dark.css">' }), {}, async (page) => {
    await readings(page);
    assert.ok((await highlighted(page, "mubin-reader-dark-person")).length);
    assert.deepEqual(await highlighted(page, "mubin-reader-person"), []);
    await page.evaluate(() => (document.querySelector("mubin-reader").theme = "light"));
    assert.ok((await highlighted(page, "mubin-reader-person")).length);
    assert.deepEqual(await highlighted(page, "mubin-reader-dark-person"), []);
  });
});

test("what the page has of highlights and sheets stays its own; after the element nothing is left", async () => {
  await call(here, pageWith(ARTICLE), {
    init: () => addEventListener("DOMContentLoaded", () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("::highlight(own) { color: red }");
      document.adoptedStyleSheets.push(sheet);
      const range = new Range();
      range.selectNodeContents(document.querySelector("h1"));
      CSS.highlights.set("own", new Highlight(range));
    }),
  }, async (page) => {
    await readings(page);
    assert.deepEqual(await highlighted(page, "own"), ["مكتبة الميناء تعود إلى قرائها"]);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 2);
    const left = await page.evaluate(() => {
      document.querySelector("mubin-reader").remove();
      return [[...CSS.highlights.keys()], document.adoptedStyleSheets.length];
    });
    assert.deepEqual(left, [["own"], 1]);
    await press(page, "القديمة");
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ["own"]);
  });
});

test("two readers share one engine and one worker, and each takes back only its own", async () => {
  const page2 = pageWith(ARTICLE, { before: '<section id="second"><p>زار الرئيس محمد الكتاني مدينة فاس.</p></section><mubin-reader for="#second" id="other"></mubin-reader>' });
  await call(here, page2, {}, async (page, log) => {
    await readings(page, 2);
    assert.equal(page.workers().length, 1);
    assert.equal(log.requests.filter((url) => url.endsWith(".wasm")).length, 1);
    const both = await highlighted(page, "mubin-reader-person");
    assert.ok(both.some((name) => name.includes("الكتاني")) && both.includes("هالة بن منصور"));
    await page.evaluate(() => document.querySelector("#other").remove());
    const one = await highlighted(page, "mubin-reader-person");
    assert.ok(!one.some((name) => name.includes("الكتاني")) && one.includes("هالة بن منصور"));
  });
});

test("an article that comes later, goes, or is replaced", async () => {
  const put = (text) => {
    const section = document.createElement("section");
    section.id = "late";
    section.append(text);
    document.querySelector("main").append(section);
  };
  await call(here, pageWith(ARTICLE, { reader: '<mubin-reader for="#late">قريبا</mubin-reader>' }), {}, async (page) => {
    await page.waitForFunction(() => customElements.get("mubin-reader") && document.querySelector("mubin-reader").shadowRoot.querySelector("slot"));
    assert.equal(await page.getByText("قريبا").isVisible(), true);
    await page.evaluate(put, "زار محمد الكتاني مدينة فاس.");
    await readings(page);
    assert.ok((await highlighted(page, "mubin-reader-place")).some((name) => name.includes("فاس")));
    await page.evaluate(() => document.querySelector("#late").remove());
    await page.waitForFunction(() => CSS.highlights.size === 0);
    assert.equal(await page.getByText("قريبا").isVisible(), true);
    await page.evaluate(put, "وصلت سعاد بنجلون إلى وجدة.");
    await readings(page, 2);
    assert.ok((await highlighted(page, "mubin-reader-person")).some((name) => name.includes("بنجلون")));
    await page.evaluate(() => document.querySelector("mubin-reader").setAttribute("for", "#article"));
    await readings(page, 3);
    assert.ok((await highlighted(page, "mubin-reader-person")).includes("هالة بن منصور"));
  });
});

test("words that change are let go of at once and read anew, the card stays with its word", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    await press(page, "صفاقس");
    await word(page).waitFor();
    const stale = await page.evaluate(async () => {
      document.querySelector("#article h1").textContent = "عنوان جديد عن محمد الكتاني";
      document.querySelector("#article p b").remove();
      await Promise.resolve();
      await new Promise((done) => { setTimeout(done); });
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      return ranges.filter(({ startContainer, endContainer }) => !startContainer.isConnected || !endContainer.isConnected).length;
    });
    assert.equal(stale, 0);
    await readings(page, 2);
    assert.ok((await highlighted(page, "mubin-reader-person")).some((name) => name.includes("الكتاني")));
    assert.match(await word(page).innerText(), /ص/);
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["صفاقس"]);
    await page.evaluate(() => document.querySelector("#article p").remove());
    await readings(page, 3);
    await word(page).waitFor({ state: "detached" });
  });
});

test("the same words in other nodes keep their result", async () => {
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    await page.evaluate(() => {
      const old = document.querySelector("#article p");
      old.replaceWith(old.cloneNode(true));
    });
    await page.waitForFunction(() => {
      const ranges = [...CSS.highlights.get("mubin-reader-person") ?? []];
      return ranges.length >= 2 && ranges.every(({ startContainer }) => startContainer.isConnected);
    });
    assert.equal(await page.evaluate(() => globalThis.events.length), 1, "nothing was analysed again");
  });
});

test("an article in an open shadow tree, given by the property before the element is known", async () => {
  await here.put("shadow.js", `
    const root = document.querySelector("#box").attachShadow({ mode: "open" });
    const article = root.appendChild(document.createElement("article"));
    article.lang = "ar"; article.dir = "rtl";
    article.append("زار محمد الكتاني مدينة فاس القديمة.");
    const reader = document.createElement("mubin-reader");
    reader.target = article;
    document.querySelector("main").prepend(reader);`);
  const page1 = pageWith("", { reader: '<div id="box"></div>', before: "" }).replace("</body>", '<script type="module" src="shadow.js"></script></body>');
  await call(here, page1, {}, async (page) => {
    await readings(page);
    assert.ok((await highlighted(page, "mubin-reader-place")).some((name) => name.includes("فاس")));
    assert.equal(await page.evaluate(() => document.querySelector("#box").shadowRoot.adoptedStyleSheets.length), 1);
    const at = await page.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector("#box").shadowRoot.querySelector("article").firstChild;
      range.setStart(text, text.data.indexOf("مدينة"));
      range.setEnd(text, text.data.indexOf("مدينة") + 5);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(at.x, at.y);
    await word(page).waitFor();
    assert.deepEqual(await highlighted(page, "mubin-reader-current"), ["مدينة"]);
  });
});

test("where highlights are missing, lines lie over the words and follow them", async () => {
  await call(here, pageWith(ARTICLE + "<p>سطر</p>".repeat(60)), {
    init: () => {
      Object.defineProperty(CSS, "highlights", { value: undefined });
      delete globalThis.Highlight;
    },
  }, async (page) => {
    await readings(page);
    const over = async (text) => {
      const { x, y } = await placeIn(page, text);
      await page.waitForFunction(([px, py]) => [...document.querySelector("mubin-reader").shadowRoot.querySelectorAll('.line[data-painted="place"]')].some((line) => {
        const { left, right, top, bottom } = line.getBoundingClientRect();
        return left <= px && px <= right && top <= py && py <= bottom;
      }), [x, y]);
    };
    await over("صفاقس");
    await page.evaluate(() => scrollBy(0, 60));
    await over("صفاقس");
    await press(page, "صفاقس");
    await page.locator('mubin-reader .line[data-painted="current"]').waitFor();
    await page.evaluate(() => document.querySelector("mubin-reader").remove());
  });
});

test("where the system forces its colours, lines tell the layers apart", async () => {
  await call(here, pageWith(ARTICLE), { prepare: (page) => page.emulateMedia({ forcedColors: "active" }) }, async (page) => {
    await readings(page);
    await page.locator('mubin-reader .line[data-painted="person"]').first().waitFor({ state: "attached" });
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), []);
  });
});

test("a reader that is moved in the page reads on, and Escape closes the card before a dialog of the page", async () => {
  await call(here, pageWith(ARTICLE, { before: "<dialog id=\"dialog\"><p>حوار</p></dialog>" }), {}, async (page) => {
    await readings(page);
    await page.evaluate(() => document.querySelector("#article").after(document.querySelector("mubin-reader")));
    await readings(page, 2);
    assert.ok((await highlighted(page, "mubin-reader-person")).includes("هالة بن منصور"));
    await press(page, "القديمة");
    await word(page).waitFor();
    await page.evaluate(() => document.querySelector("#dialog").show());
    await page.evaluate(() => document.addEventListener("keydown", ({ key }) => key === "Escape" && document.querySelector("#dialog").close()));
    await page.keyboard.press("Escape");
    await word(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.querySelector("#dialog").open), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.querySelector("#dialog").open), false);
  });
});

test("stands a hostile style sheet", async () => {
  await here.put("hostile.css", `
    :root { font-size: 30px; --ink: hotpink; --paper: hotpink; --line: hotpink; }
    * { letter-spacing: 6px !important; direction: ltr !important; text-transform: uppercase !important; line-height: 3 !important; font: 40px/3 fantasy !important;
        color: red !important; text-align: right !important; visibility: visible !important; box-sizing: content-box !important; word-spacing: 20px !important; }
    button, .card, .bar, h2, p, ul, li, dl, section, select, .switch { display: none !important; position: absolute !important; }`);
  const named = "<div>قالت هالة بن منصور إن المكتبة ستفتح أبوابها.</div>"; // paragraphs are hidden
  await call(here, pageWith(`${ARTICLE}${named}`, { head: '<link rel="stylesheet" href="hostile.css">' }), {}, async (page) => {
    await readings(page);
    const looks = await page.evaluate(() => {
      const root = document.querySelector("mubin-reader").shadowRoot;
      const { letterSpacing, fontSize, direction, textTransform, color, wordSpacing } = getComputedStyle(root.querySelector(".switch"));
      const { width, height } = root.querySelector(".switch").getBoundingClientRect();
      return { letterSpacing, fontSize, direction, textTransform, color, wordSpacing, big: width >= 24 && height >= 32 };
    });
    assert.deepEqual(looks, { letterSpacing: "normal", fontSize: "15px", direction: "rtl", textTransform: "none", color: "rgb(28, 25, 22)", wordSpacing: "0px", big: true });
    await bar(page).locator(".words").click();
    await word(page).waitFor();
    const card = await page.locator("mubin-reader .card").evaluate((node) => {
      const { direction, letterSpacing } = getComputedStyle(node);
      const { left, right, top, bottom } = node.getBoundingClientRect();
      return { direction, letterSpacing, inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight };
    });
    assert.deepEqual(card, { direction: "rtl", letterSpacing: "normal", inside: true });
  });
});

test("has no faults by axe, with its card open, in both languages and on both grounds", async () => {
  await here.put("night.css", "body { background: #101418; color: #eee; } a { color: #9cf; }");
  for (const [lang, head] of [["ar", ""], ["en", '<link rel="stylesheet" href="night.css">']]) {
    await call(here, pageWith(ARTICLE, { lang, head }), {}, async (page) => {
      await readings(page);
      await press(page, "القديمة");
      await page.locator("mubin-reader .card-readings, mubin-reader .card section > .quiet").first().waitFor();
      await page.locator("mubin-reader .card-wait").waitFor({ state: "detached" });
      assert.deepEqual(await auditor(page)(), []);
    });
  }
});

test("in a narrow window the card is a sheet that does not lie on its word, and nothing scrolls sideways", async () => {
  await call(here, pageWith(`${ARTICLE}<p>وبعد ذلك جلس القراء في الحديقة.</p>${"<p>سطر</p>".repeat(20)}`), { viewport: { width: 320, height: 640 } }, async (page) => {
    await readings(page);
    await press(page, "الحديقة");
    await word(page).waitFor();
    await page.waitForFunction(() => {
      const [range] = CSS.highlights.get("mubin-reader-current");
      const real = document.createRange();
      real.setStart(range.startContainer, range.startOffset);
      real.setEnd(range.endContainer, range.endOffset);
      return real.getBoundingClientRect().bottom <= document.querySelector("mubin-reader").shadowRoot.querySelector(".card").getBoundingClientRect().top;
    });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});
