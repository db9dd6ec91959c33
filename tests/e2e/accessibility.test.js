/**
 * The page for those who do not see it, do not point at it, or need it larger: every
 * panel, screen and state is looked at in one walk (tour.js) for each language and
 * theme, so that nothing new on the page can be forgotten here.
 */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  cutFaults, focusState, languageFaults, motionFaults, nameFaults, sidewaysFaults, spaceText, spaceTextAsBefore, targetFaults,
} from "./accessible.js";
import { auditor } from "./axe.js";
import { NEWS, readNews } from "./content.js";
import { openCard, paste, readSample, stage, visit } from "./harness.js";
import { compareSamples, openScreen, openTab, TABS, walk } from "./tour.js";

const here = stage();
const LANGUAGES = /** @type {const} */ (["ar", "en"]);

/**
 * Walks through the page with some checks at each stop, and shows all faults at the end.
 * @param {any} page
 * @param {(() => Promise<string[]>)[]} checks
 */
async function walkAnd(page, checks) {
  /** @type {Map<string, string[]>} */
  const faults = new Map();
  await walk(page, async (stop) => {
    for (const check of checks) for (const fault of await check()) faults.set(fault, [...faults.get(fault) ?? [], stop]);
  });
  assert.deepEqual([...faults].map(([fault, stops]) => `${[...new Set(stops)].join("; ")}: ${fault}`), []);
}

for (const lang of LANGUAGES) {
  test(`everything is well built and named in its language (${lang})`, () => visit(here, { lang }, (page) => walkAnd(page, [
    auditor(page, { practice: true }), () => nameFaults(page), () => languageFaults(page), () => targetFaults(page),
  ])));

  for (const theme of /** @type {const} */ (["dark", "contrast"])) {
    test(`every text keeps its contrast (${lang}, ${theme})`, () => visit(here, { lang, theme }, (page) => walkAnd(page, [auditor(page, { only: ["color-contrast"] })])));
  }

  test(`at 400 % nothing scrolls sideways, is cut off, is too small to press or moves, with wide spacing too (${lang})`, () => visit(here, {
    lang, viewport: { width: 320, height: 256 }, prepare: (page) => page.emulateMedia({ reducedMotion: "reduce" }),
  }, (page) => walkAnd(page, [
    () => sidewaysFaults(page), () => cutFaults(page), () => targetFaults(page), () => motionFaults(page),
    async () => {
      await spaceText(page, lang);
      const faults = [...await sidewaysFaults(page), ...await cutFaults(page)];
      await spaceTextAsBefore(page);
      return faults.map((fault) => `with wide spacing ${fault}`);
    },
  ])));
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`with forced ${colorScheme} colours everything keeps its contrast and its name`, () => visit(here, {
    theme: "auto", prepare: (page) => page.emulateMedia({ forcedColors: "active", colorScheme }),
  }, (page) => walkAnd(page, [auditor(page, { only: ["color-contrast"] })])));
}

/** What is brought to the front before the keyboard walks through it. @type {Record<string, (page: any) => Promise<unknown>>} */
const PLACES = {
  "first visit": async () => {},
  ...Object.fromEntries(TABS.map((tab) => [tab, async (page) => {
    await readSample(page);
    await openTab(page, tab);
  }])),
  "word card": async (page) => {
    await readSample(page);
    await openCard(page, "المكتبة");
  },
  library: (page) => openScreen(page, "library"),
  comparison: async (page) => {
    await openScreen(page, "compare");
    await compareSamples(page);
  },
  help: (page) => openScreen(page, "help"),
};

/** From one end of the page to the other by the same key. @param {any} page @param {"Tab" | "Shift+Tab"} key */
async function walkByKey(page, key) {
  const stops = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await focusState(page);
    if (!stop || stops.length > 400) return stops;
    stops.push(stop);
  }
}

for (const [lang, viewport] of /** @type {const} */ ([["ar", { width: 1280, height: 800 }], ["ar", { width: 360, height: 740 }], ["en", { width: 1280, height: 800 }]])) {
  for (const [place, bring] of Object.entries(PLACES)) {
    if (lang === "en" && !["word card", "help", "names"].includes(place)) continue; // the order is the same; what differs is the direction
    test(`the Tab key goes through all of it in order, in view, and out again (${place}, ${lang}, ${viewport.width} pixels)`, () => visit(here, { lang, viewport }, async (page) => {
      await bring(page);
      await page.locator(".skip").focus();
      const stops = await walkByKey(page, "Tab");
      assert.ok(stops.length > 5 && stops.length < 400, `${stops.length}`);
      const faults = stops.flatMap(({ what, faults: own }) => own.map((fault) => `${what}: ${fault}`));
      stops.forEach((stop, i) => {
        const before = stops[i - 1];
        if (before?.region === stop.region && stop.box.bottom < before.box.top + 2) faults.push(`${stop.what} stands above ${before.what}`);
      });
      assert.deepEqual(faults, []);
      assert.equal(new Set(stops.map(({ order }) => order)).size, stops.length, "nothing twice");
      if (viewport.width > 400) return;
      const back = await walkByKey(page, "Shift+Tab");
      assert.deepEqual(back.flatMap(({ what, faults: own }) => own.map((fault) => `back, ${what}: ${fault}`)), []);
    }));
  }
}

test("Escape closes what lies on top, and one thing at a time", () => visit(here, {}, async (page) => {
  await readSample(page);
  await page.locator(".reader").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.locator(".card").waitFor();
  await page.locator(".settings > summary").click();
  await page.keyboard.press("Escape");
  assert.deepEqual([await page.locator(".settings[open]").count(), await page.locator(".card").count()], [0, 1]);
  assert.ok(await page.evaluate(() => document.activeElement?.matches(".settings > summary")));
  await page.keyboard.press("Escape");
  await page.locator(".card").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  assert.ok(await page.locator(".reader").isVisible());
}));

/** The live region, once it says this. @param {any} page @param {string | RegExp} words */
async function heard(page, words) {
  const [source, flags] = typeof words === "string" ? [`^${RegExp.escape?.(words) ?? words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, ""] : [words.source, words.flags];
  await page.waitForFunction(([pattern, how]) => (
    new RegExp(pattern, how).test(document.querySelector("#app > [role=status]")?.textContent?.replace(/\s+/g, " ").trim() ?? "")), [source, flags]);
}

test("the live region says what was done, briefly", () => visit(here, {
  init: () => Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => {} } }),
}, async (page) => {
  await readSample(page);
  await heard(page, /^انتهى التحليل: \d{3} كلمة، \d\d جملة\.$/);
  await page.locator('.switch[data-layer="quantity"]').click();
  await heard(page, "عُلّمت في النص: المقادير.");
  await page.locator('.switch[data-layer="quantity"]').click();
  await heard(page, "أُزيلت من النص علامات المقادير.");
  await page.getByRole("button", { name: "التشكيل" }).click();
  await page.getByRole("button", { name: /^انسخ/ }).first().click();
  await heard(page, "نُسخ النص");
  await openTab(page, "writing");
  await page.locator("#panel-writing .act.first").first().click();
  await heard(page, /^كُتب «[^»]+» مكان «[^»]+»\.$/);
  await page.locator(".undo").click();
  await heard(page, /^أُلغي ما سبق: كُتب «/);
}));

test("the live region says that an analysis was cancelled", () => visit(here, {}, async (page) => {
  await readSample(page);
  const long = Array.from({ length: 20_000 }, (_, i) => `السطر رقم ${i} من نص طويل كتبه محرر صبور في ليلة واحدة.`).join("\n\n");
  await paste(page, { text: long }, "body");
  await page.locator(".work").getByRole("button").click();
  await heard(page, "أُلغي التحليل، وبقي كل شيء كما كان.");
}));

test("how many rows a filter leaves is said in the panel itself", () => readNews(here, { tab: "statements" }, async (page) => {
  const found = (id, words) => page.waitForFunction(([name, wanted]) => {
    const line = document.getElementById(name);
    return line?.getAttribute("aria-live") === "polite" && line.textContent?.trim() === wanted;
  }, [id, words]);
  await found("said-found", "7 أقوال");
  await page.locator('#panel-statements .kind[data-kind="deny"]').click();
  await found("said-found", "قول واحد");
  await openTab(page, "names");
  await page.locator("#panel-names input[type=search]").fill("تونس");
  await found("names-found", "اسم واحد");
}));

for (const lang of LANGUAGES) {
  test(`a screen reader finds the word card and the statements as written down (${lang})`, () => readNews(here, { lang, tab: "statements" }, async (page) => {
    assert.ok(NEWS.includes("الرباط"));
    await tree(page.locator("#panel-statements"), `statements.${lang}`);
    await openCard(page, "الأشغال");
    await tree(page.locator(".card"), `card.${lang}`);
  }));
}

const TREES = new URL("trees/", import.meta.url);

/**
 * The accessibility tree of a part of the page against what tests/e2e/trees has of it.
 * @param {any} part
 * @param {string} name
 */
async function tree(part, name) {
  const found = `${await part.ariaSnapshot()}\n`;
  const file = new URL(`${name}.txt`, TREES);
  if (process.env.RENEW_TREES) return (await import("node:fs/promises")).writeFile(file, found);
  assert.equal(found, await readFile(file, "utf8"), `${name}: RENEW_TREES=1 writes it anew`);
}
