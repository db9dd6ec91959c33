/** `<mubin-analyzer>` among other things: what the page around it does to it and it to the page, in any theme, width and place. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { auditor } from "./axe.js";
import { box, clickWord, eventsOf, read, visit } from "./boxes.js";
import { ARTICLE, highlighted } from "./harness.js";
import { EMBED, host } from "./hosts.js";

const here = host();
const OTHER = "زار وزير الصحة أحمد السالم مدينة تونس يوم الاثنين، وقال إن المستشفى الجديد سيفتح أبوابه قبل نهاية السنة.";

/** Of everything in the box: how it is set and coloured. @param {any} page */
const styles = (page) => page.locator("#one").evaluate((element) => [...element.shadowRoot.querySelectorAll("*")].map((node) => {
  const { display, direction, letterSpacing, wordSpacing, textTransform, fontSize, fontFamily, lineHeight, color, backgroundColor, textAlign, float, visibility, borderTopWidth, position } = getComputedStyle(node);
  return [node.localName, node.className?.baseVal ?? node.className, display, direction, letterSpacing, wordSpacing, textTransform, fontSize, fontFamily, lineHeight, color, backgroundColor, textAlign, float, visibility, borderTopWidth, position].join(" | ");
}));

test("a hostile style sheet changes nothing in the box", async () => {
  const css = `
    :root { font-size: 30px; letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; text-align: center; line-height: 3; --paper: red; --ink: lime; }
    * { all: initial !important; display: block !important; direction: ltr !important; unicode-bidi: bidi-override !important; letter-spacing: 4px !important; font: 30px/3 fantasy !important; color: red !important; background: yellow !important; float: left !important; margin: 7px !important; border: 3px solid lime !important; text-transform: uppercase !important; visibility: visible !important; }
    .page, .card, .panels, button, p, h2, main, article, [hidden] { display: block !important; position: fixed !important; inset: 0 !important; font-size: 60px !important; }
    ::highlight(mubin-person) { background: red; }`;
  /** @type {string[][]} */
  const seen = [];
  for (const foreign of ["#one { margin: 7px; border: 3px solid lime; }", css]) {
    await visit(here, { body: box(ARTICLE), css: foreign }, async (page) => {
      await read(page);
      await page.locator("#one .panels .gist").first().waitFor();
      seen.push(await styles(page));
      assert.ok((await page.locator("#one .mubin-root").boundingBox()).width > 700, "it has its room");
      const { x, y } = await page.locator("#one .reader").boundingBox();
      assert.ok(x >= 0 && y >= 0);
    });
  }
  const [plain, beset] = seen;
  assert.deepEqual(beset, plain);
});

test("two boxes and the host's own highlights live side by side, on one engine", async () => {
  await visit(here, { body: `<p id="own">word</p>${box(ARTICLE)}${box(OTHER, 'layers="all"', "two")}` }, async (page, log) => {
    await page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector("#own"));
      CSS.highlights.set("own", new Highlight(range));
    });
    await Promise.all([read(page), read(page, "two")]);
    await page.waitForFunction(() => globalThis.events.length === 2);
    const people = async () => (await highlighted(page, "mubin-person")).join(" ");
    assert.match(await people(), /أحمد السالم/);
    assert.equal(log.requests.filter((url) => url.endsWith(".wasm")).length, 1);
    assert.equal(page.workers().length, 1);
    const before = await highlighted(page, "mubin-time");
    await clickWord(page, "المستشفى", "two");
    await page.locator("#two .card").waitFor();
    assert.equal(await page.locator("#one .card").count(), 0);
    assert.deepEqual(await highlighted(page, "mubin-current"), ["المستشفى"]);
    assert.deepEqual(await highlighted(page, "mubin-time"), before);
    await page.evaluate(() => document.querySelector("#two").remove());
    await page.waitForFunction(() => !CSS.highlights.has("mubin-current"));
    assert.doesNotMatch(await people(), /أحمد/);
    assert.deepEqual(await highlighted(page, "mubin-time"), before.filter((place) => ARTICLE.includes(place)), "those of the other one stay");
    assert.deepEqual(await highlighted(page, "own"), ["word"]);
  });
});

/** Counts what our scripts listen to outside of any shadow tree, and observe anywhere. */
const counting = () => {
  const held = globalThis.held = new Map();
  const hold = (what, name) => /\/[\w-]+\.js/.test(String(new Error().stack)) && held.set(what, name);
  const outside = (target) => target === document || target === window || target === document.fonts;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function add(type, listener, options) {
    addEventListener.call(this, type, listener, options);
    const { signal } = typeof options === "object" && options || {};
    if (!outside(this ?? window) || !listener || signal?.aborted) return;
    const key = { type, listener, target: this };
    hold(key, type);
    if (signal) addEventListener.call(signal, "abort", () => held.delete(key));
  };
  EventTarget.prototype.removeEventListener = function remove(type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    for (const key of held.keys()) if (key.type === type && key.listener === listener && key.target === this) held.delete(key);
  };
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    globalThis[name] = class extends globalThis[name] {
      observe(...rest) {
        hold(this, name);
        super.observe(...rest);
      }
      disconnect() {
        held.delete(this);
        super.disconnect();
      }
    };
  }
};

test("taken out of the page it holds nothing any more; put back, it has its text", async () => {
  await visit(here, { body: `<div id="none"></div>`, init: counting }, async (page) => {
    await page.waitForFunction(() => globalThis.held.size > 0);
    const before = await page.evaluate(() => [...globalThis.held.values()]); // who looks for elements
    await page.evaluate((text) => {
      const one = Object.assign(document.createElement("mubin-analyzer"), { id: "one", text });
      document.body.append(one);
    }, ARTICLE);
    await read(page);
    const many = await page.evaluate(() => globalThis.held.size);
    await page.locator("#one #tab-words").click();
    await page.locator("#one #study-context").click();
    await page.locator("#one #tab-names").click();
    await page.locator("#one .entities").first().waitFor();
    await clickWord(page, "الحديقة");
    await page.locator("#one .card").waitFor();
    assert.ok(many > before.length);
    await page.evaluate(() => {
      globalThis.kept = document.querySelector("#one");
      document.querySelector("#one").remove();
    });
    await page.waitForFunction(() => !globalThis.kept.shadowRoot.childElementCount);
    assert.deepEqual(await page.evaluate(() => [...globalThis.held.values()]), before, "listeners and observers");
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), []);
    assert.equal(await page.evaluate(() => globalThis.kept.value), ARTICLE, "the text is not lost");
    await page.evaluate(() => document.body.append(globalThis.kept));
    await read(page);
    await page.locator('#one #tab-names[aria-selected="true"]').waitFor();
    assert.equal(await page.evaluate(() => globalThis.kept.value), ARTICLE);
    await page.evaluate(async (text) => {
      globalThis.kept.remove();
      await Promise.resolve();
      Object.assign(globalThis.kept, { text, theme: "dark" });
      document.body.append(globalThis.kept);
    }, OTHER);
    await page.locator('#one .mubin-root[data-theme="dark"] .reader').getByText("المستشفى").waitFor();
  });
});

test("moved about or taken out while it reads, it keeps what is being written", async () => {
  await visit(here, { body: `<div id="here">${box("")}</div><div id="there"></div>` }, async (page) => {
    await page.locator("#one #surface").fill(OTHER);
    await page.evaluate(() => document.querySelector("#there").append(document.querySelector("#one")));
    assert.equal(await page.locator("#one #surface").inputValue(), OTHER);
    await page.waitForFunction(() => globalThis.events.length > 0);
    const [name, value] = await page.evaluate(async (text) => {
      const one = document.querySelector("#there #one");
      const reading = one.analyze(text).catch((error) => error.name);
      one.remove();
      return [await reading, one.value];
    }, ARTICLE);
    assert.deepEqual([name, value], ["AbortError", ARTICLE]);
  });
});

test("a move without leaving the document leaves the box as it is", async () => {
  await visit(here, { body: `<div id="here">${box(ARTICLE)}</div><div id="there"></div>` }, async (page) => {
    await read(page);
    await clickWord(page, "الحديقة");
    await page.locator("#one .card").waitFor();
    await page.evaluate(() => document.querySelector("#there").moveBefore(document.querySelector("#one"), null));
    assert.equal(await page.locator("#one .card").count(), 1);
    assert.equal((await eventsOf(page, "mubin-result")).length, 1, "nothing is read anew");
  });
});

for (const [theme, colorScheme, css, dark] of /** @type {const} */ ([
  ["light", "dark", "", false], ["dark", "light", "", true], ["auto", "dark", "", true], ["auto", "light", "", false],
  ["auto", "dark", ":root { color-scheme: light }", false], ["auto", "light", ":root { color-scheme: dark }", true],
])) {
  test(`theme ${theme}, system ${colorScheme}${css ? `, page ${css}` : ""}: ${dark ? "dark" : "light"}`, async () => {
    await visit(here, { body: box("", `theme="${theme}"`), css, colorScheme }, async (page) => {
      await page.locator("#one #surface").waitFor();
      const ground = await page.locator("#one .mubin-root").evaluate((frame) => getComputedStyle(frame).backgroundColor);
      assert.equal(ground, dark ? "rgb(23, 21, 17)" : "rgb(251, 248, 241)");
    });
  });
}

test("its colours and measures can be set by the page", async () => {
  await visit(here, { body: box(OTHER), css: "mubin-analyzer { --mubin-paper: rgb(1, 2, 3); --mubin-font-size: 20px; height: 400px } mubin-analyzer::part(masthead) { display: none }" }, async (page) => {
    await read(page);
    const [paper, size, { height }] = [
      await page.locator("#one .mubin-root").evaluate((frame) => getComputedStyle(frame).backgroundColor),
      await page.locator("#one .reader").evaluate((reader) => getComputedStyle(reader).fontSize), await page.locator("#one").boundingBox(),
    ];
    assert.deepEqual([paper, size, height], ["rgb(1, 2, 3)", "26.25px", 400]);
    assert.equal(await page.locator("#one .masthead").isVisible(), false);
  });
});

for (const width of [320, 1200]) {
  test(`a box ${width} pixels wide is laid out by its own width`, async () => {
    await visit(here, { body: `<div id="room">${box(ARTICLE)}</div>`, css: `body { margin: 0 } #room { width: ${width}px }`, viewport: { width: width === 320 ? 1400 : 1280, height: 800 } }, async (page) => {
      await read(page);
      const frame = page.locator("#one .mubin-root");
      assert.ok(await frame.evaluate((element) => element.scrollWidth <= element.clientWidth), "no sideways scrolling");
      await clickWord(page, "الحديقة");
      const card = await page.locator(width === 320 ? "#one .card" : "#one .side").boundingBox();
      const outer = await frame.boundingBox();
      assert.ok(card.x >= outer.x - 1 && card.x + card.width <= outer.x + outer.width + 1 && card.y + card.height <= outer.y + outer.height + 1, "the card lies in the box");
      const text = await page.locator("#one .reader").boundingBox();
      if (width === 320) assert.ok(Math.abs(card.y + card.height - outer.y - outer.height) < 3, "a sheet from below");
      else assert.ok(card.x + card.width <= text.x, "beside the text");
    });
  });
}

test("a box as high as its text has its card at the window's edge, and the page does not jump", async () => {
  const css = "body { margin: 0 } #one { block-size: auto }";
  await visit(here, { body: `<h1>Host</h1>${box(ARTICLE.repeat(5))}<p>after</p>`, css, viewport: { width: 360, height: 640 } }, async (page) => {
    await read(page);
    await page.locator("#one .mubin-box[data-grown]").waitFor();
    await clickWord(page, "الحديقة");
    await page.locator("#one .card").waitFor();
    const card = await page.locator("#one .card").boundingBox();
    assert.ok(Math.abs(card.y + card.height - 640) < 2, "at the edge of the window");
    const { top, bottom } = await page.evaluate(() => {
      const [{ startContainer, startOffset, endContainer, endOffset }] = CSS.highlights.get("mubin-current");
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.getBoundingClientRect().toJSON();
    });
    assert.ok(top >= 0 && bottom <= card.y, "above it the word");
  });
});

test("where the page gives it no width, it takes what there is", async () => {
  const css = "body { margin: 0 } #float { float: left } #grid { clear: both; display: grid; grid-template-columns: 1fr 1fr } #row { display: flex } mubin-analyzer { block-size: 330px }";
  await visit(here, { body: `<div id="float">${box(OTHER)}</div><div id="grid">${box(OTHER, "", "two")}<p>beside</p></div><div id="row">${box(OTHER, "", "three")}<p>beside</p></div>`, css, viewport: { width: 900, height: 1000 } }, async (page) => {
    await read(page, "three");
    const widths = await page.evaluate(() => ["one", "two", "three"].map((id) => Math.round(document.getElementById(id).getBoundingClientRect().width)));
    assert.deepEqual(widths.slice(0, 2), [900, 450]);
    assert.ok(widths[2] > 700 && widths[2] < 900, String(widths[2]));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 900);
  });
});

test("its keys, links and storage are its own", async () => {
  await visit(here, { body: `<input id="field"><p id="own">outside</p>${box(ARTICLE)}`, viewport: { width: 700, height: 900 } }, async (page) => {
    await read(page);
    await page.locator("#one .to-panels").click();
    assert.equal(new URL(page.url()).hash, "");
    const [panels, frame] = [await page.locator("#one .panels").boundingBox(), await page.locator("#one .mubin-root").boundingBox()];
    assert.ok(Math.abs(panels.y - frame.y) < 60, "the link leads to the panels");
    const outside = await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "outside");
      const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector("#own").dispatchEvent(paste);
      document.querySelector("#own").dispatchEvent(drop);
      return [paste.defaultPrevented, drop.defaultPrevented];
    });
    assert.deepEqual(outside, [false, false]);
    assert.equal(await page.evaluate(() => document.querySelector("#one").value), ARTICLE);
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.documentElement.getAttribute("data-theme"), document.documentElement.lang, history.length]);
    assert.deepEqual(kept, [0, 0, 0, null, "en", kept[5]]);
  });
});

test("the page around neither hears what is typed in the box nor moves when a place in it is gone to", async () => {
  const css = "body { padding-block: 0 150vh } mubin-analyzer { block-size: 420px }";
  await visit(here, { body: `<h1>Host</h1>${box(ARTICLE.repeat(4))}`, css }, async (page) => {
    await read(page);
    await page.evaluate(() => {
      globalThis.heard = [];
      document.addEventListener("keydown", ({ key }) => globalThis.heard.push(key));
    });
    await page.locator("#one #tab-words").click();
    await page.locator("#one input[type=search]").first().pressSequentially("j/");
    await page.locator("#one #tab-time").click();
    const top = await page.evaluate(() => scrollY);
    const inner = () => page.locator("#one .mubin-root").evaluate((frame) => frame.scrollTop);
    const before = await inner();
    await page.locator("#one .panels .to-place").last().click();
    await page.waitForFunction((last) => document.querySelector("#one").shadowRoot.querySelector(".mubin-root").scrollTop !== last, before);
    assert.equal(await page.evaluate(() => scrollY), top, "the page stays where it is");
    await page.locator("#one .reader").focus();
    await page.keyboard.press("Enter");
    await page.locator("#one .card").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#one .card").waitFor({ state: "detached" });
    assert.deepEqual(await page.evaluate(() => globalThis.heard.filter((key) => key !== "Enter")), [], "neither letters nor the key that closed the card");
    await page.keyboard.press("Escape");
    assert.deepEqual(await page.evaluate(() => globalThis.heard.filter((key) => key !== "Enter")), ["Escape"], "which is the page's where nothing is open");
  });
});

test("no rule of the box speaks of the window or of the root", async () => {
  await visit(here, { body: box("") }, async (page) => {
    await page.locator("#one #surface").waitFor();
    const rules = await page.evaluate(() => [...document.querySelector("#one").shadowRoot.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)));
    assert.ok(rules.length > 500);
    assert.deepEqual(rules.filter((rule) => /\d(rem|vh|vw)\b|:root|@media[^{]*width|@font-face/.test(rule)), []);
  });
});

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`axe finds nothing in the box, empty and full (${lang})`, async () => {
    await visit(here, { body: `<main><h1>Host</h1><mubin-analyzer id="one" lang="${lang}" samples></mubin-analyzer></main>` }, async (page) => {
      await page.locator("#one .sample").first().waitFor();
      const audit = auditor(page, { practice: true });
      assert.deepEqual(await audit(), []);
      await page.evaluate((text) => document.querySelector("#one").analyze(text), ARTICLE);
      for (const tab of ["overview", "statements", "names", "time", "words", "writing", "output"]) {
        await page.locator(`#one #tab-${tab}`).click();
        await page.locator("#one .waiting").waitFor({ state: "detached" });
        assert.deepEqual(await audit(), [], tab);
      }
      await clickWord(page, "الحديقة");
      await page.locator("#one .card").waitFor();
      assert.deepEqual(await audit(), [], "card");
    });
  });
}

test("in a sandboxed frame without an origin it works without storage and worker", async () => {
  const inner = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>Frame</title><script type="module" src="mubin/mubin.js"></script></head><body>${box(OTHER)}</body></html>`;
  const prepare = (page) => page.route(/\.(js|wasm|pack|woff2)$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "access-control-allow-origin": "*" } });
  });
  const policy = /** @param {string} url */ (url) => `default-src ${url}; script-src ${url} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types mubin lit-html`;
  const files = { "frame.html": { body: inner.replace("<meta", `<meta http-equiv="Content-Security-Policy" content="${policy("http://127.0.0.1:*")}"><meta`) } };
  await visit(here, { body: '<iframe src="frame.html" sandbox="allow-scripts" width="1000" height="800" title="Frame"></iframe>', script: "", files, prepare: async (page) => {
    await prepare(page);
    await page.route("**/frame.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: files["frame.html"].body }));
  } }, async (page) => {
    const frame = page.frameLocator("iframe");
    await frame.locator("#one .reader .chunk").first().waitFor();
    assert.equal(await frame.locator("#one").evaluate((element) => element.value), OTHER);
    assert.equal(await frame.locator("body").evaluate(() => globalThis.origin), "null");
  });
});

test("a page with the reader alone does not fetch the box", async () => {
  const names = JSON.parse(await readFile(`${EMBED}integrity.json`, "utf8"));
  assert.ok(Object.keys(names).some((name) => name.startsWith("analyzer-")));
  await visit(here, { body: `<article id="a"><p>${OTHER}</p></article><mubin-reader for="#a"></mubin-reader>` }, async (page, log) => {
    await page.waitForFunction(() => globalThis.events.length > 0);
    assert.deepEqual(log.requests.filter((url) => /analyzer-/.test(url)), []);
  });
});
