/** Each language pack altered by one byte, and each missing: the page says so in words, where the loss is felt, in both languages, and goes on with what it has. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { headline, openCard, readSample, stage, visit } from "./harness.js";

const here = stage();

/** What the reader is told, where the pack is noticed. @type {Record<string, { told: { ar: RegExp, en: RegExp }, damaged?: { ar: RegExp, en: RegExp } }>} */
const PACKS = {
  lexicon: { told: { ar: /تعذّر تحميل المعجم/, en: /lexicon could not be loaded/ }, damaged: { ar: /المعجم تالفا/, en: /lexicon arrived damaged/ } },
  models: { told: { ar: /تعذّر تحميل المعجم/, en: /lexicon could not be loaded/ }, damaged: { ar: /المعجم تالفا/, en: /lexicon arrived damaged/ } },
  names: { told: { ar: /تعذّر تحميل بيانات الأسماء/, en: /names could not be loaded/ } },
  places: { told: { ar: /تعذّر تحميل بيانات الأماكن/, en: /places could not be loaded/ } },
  frequency: { told: { ar: /تعذّر تحميل بيانات تواتر الكلمات/, en: /word frequency could not be loaded/ } },
};

/** @param {any} page @param {string} pack @param {"altered" | "missing"} what */
const spoil = (page, pack, what) => page.route(`**/${pack}-*.pack`, async (route) => {
  if (what === "missing") return route.fulfill({ status: 404, body: "" });
  const response = await route.fetch();
  const body = await response.body();
  body[body.length >> 1] ^= 1;
  const { "content-encoding": _, ...headers } = response.headers();
  await route.fulfill({ status: 200, headers, body });
});

for (const [pack, { told, damaged }] of Object.entries(PACKS)) {
  for (const [what, lang] of /** @type {const} */ ([["altered", "ar"], ["altered", "en"], ["missing", "ar"], ["missing", "en"]])) {
    if (what === "altered" && lang === "en" && !damaged) continue; // said as where it is missing
    test(`the pack ${pack} ${what} costs what it holds and nothing more (${lang})`, () => visit(here, {
      lang,
      prepare: (page) => spoil(page, pack, what),
    }, async (page, log) => {
      await readSample(page);
      assert.match(await headline(page).textContent(), /المكتبة|مكتبة/);
      const words = what === "altered" && damaged ? damaged[lang] : told[lang];
      assert.match(await page.locator("[data-notice=packs]").textContent(), words);
      await page.unroute(`**/${pack}-*.pack`);
      await page.locator("[data-notice=packs] .strong").click();
      await page.locator("[data-notice=packs]").waitFor({ state: "detached" });
      await openCard(page, "للباحثين");
      if (what === "missing") log.expectedConsole = log.console.filter((line) => line.includes("404"));
    }));
  }
}

for (const [what, lang, told, again] of /** @type {const} */ ([
  ["missing", "ar", "تعذّر تحميل المعاني.", "أعد تحميلها"], ["altered", "en", "The meanings could not be loaded.", "Load them again"],
])) {
  test(`meanings ${what} are said to be so on the card, and can be fetched anew (${lang})`, () => visit(here, {
    lang, prepare: (page) => spoil(page, "glosses", what),
  }, async (page, log) => {
    await readSample(page);
    assert.equal(await page.locator("[data-notice=packs]").count(), 0, "nothing that the page shows now is lacking");
    await openCard(page, "للباحثين");
    const reload = page.locator(".card-facts").getByRole("button", { name: again });
    await reload.waitFor();
    assert.ok((await page.locator(".card-facts").innerText()).includes(told));
    await reload.click();
    await page.waitForFunction((words) => document.querySelector("p[role=status]").textContent === words, told); // still not there
    await page.unroute("**/glosses-*.pack");
    await reload.click();
    await page.locator(".card-facts", { hasText: "researcher" }).waitFor();
    await reload.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.id), "card-word");
    if (what === "missing") log.expectedConsole = log.console.filter((line) => line.includes("404"));
  }));
}
