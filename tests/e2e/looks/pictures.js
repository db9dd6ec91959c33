/**
 * What the page looks like, as a list of pictures and the way to each. Everything that
 * differs from machine to machine is taken out: one face for all letters, the bundled
 * one, no caret, no motion, a fixed day, the digits 0–9.
 */

import { openCard, placeOf, readSample, visit } from "../harness.js";
import { compareSamples, openScreen, openTab, TABS } from "../tour.js";

const DESKTOP = { width: 1440, height: 800 };
const TABLET = { width: 768, height: 1024 };
const PHONE = { width: 360, height: 740 };
const SIZES = { desktop: DESKTOP, tablet: TABLET, phone: PHONE };

/**
 * @typedef {object} Picture
 * @property {string} name  of its file
 * @property {"ar" | "en"} lang
 * @property {keyof typeof SIZES} size
 * @property {"light" | "dark" | "contrast"} [theme]
 * @property {(page: any) => Promise<unknown>} [bring]  to what is to be seen
 * @property {string} [part]  of the page; else all that is in the window
 * @property {string} [from]  what is at the top of the window; else what `bring` left there
 */

/** @param {any} page @param {typeof TABS[number]} tab */
async function panel(page, tab) {
  await readSample(page);
  await openTab(page, tab);
}

/** @param {any} page */
async function card(page) {
  await readSample(page);
  await openCard(page, "المكتبة");
}

/** Some words of the text, as a mouse would select them. @param {any} page */
async function selection(page) {
  await readSample(page);
  const start = await placeOf(page, "أعادت");
  const end = await placeOf(page, "الاثنين، فتح");
  await page.mouse.move(start.x + 20, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
  await page.locator(".passage-facts").waitFor();
}

/** @param {any} page */
async function library(page) {
  for (const name of ["news", "classical"]) {
    await page.locator(`[data-sample="${name}"]`).click();
    await page.locator(".reader .chunk").first().waitFor();
    await page.locator(".reader-tools .keep").click();
    await page.locator(".reader-tools .keep[data-shelved=saved]").waitFor();
    if (name !== "news") continue;
    await page.clock.setFixedTime(new Date("2026-03-02T09:45:00Z")); // the later one stands first
    await page.reload();
  }
  await openScreen(page, "library");
  await page.locator(".library-table tbody tr").nth(1).waitFor();
}

/** @param {any} page */
async function comparison(page) {
  await openScreen(page, "compare");
  await compareSamples(page);
}

/** @param {any} page */
async function help(page) {
  await openScreen(page, "help");
  await page.locator("[data-entry]").first().waitFor();
}

/** @type {Picture[]} */
export const PICTURES = [
  { name: "first-ar-desktop", lang: "ar", size: "desktop" },
  { name: "first-en-desktop", lang: "en", size: "desktop" },
  { name: "first-ar-tablet", lang: "ar", size: "tablet" },
  { name: "first-ar-phone", lang: "ar", size: "phone" },
  { name: "first-en-phone", lang: "en", size: "phone" },
  { name: "desk-ar-desktop", lang: "ar", size: "desktop", bring: readSample },
  { name: "desk-en-desktop", lang: "en", size: "desktop", bring: readSample },
  { name: "desk-ar-phone", lang: "ar", size: "phone", bring: readSample },
  { name: "desk-en-phone", lang: "en", size: "phone", bring: readSample },
  { name: "desk-ar-desktop-dark", lang: "ar", size: "desktop", theme: "dark", bring: readSample },
  { name: "desk-ar-tablet-contrast", lang: "ar", size: "tablet", theme: "contrast", bring: readSample },
  ...TABS.slice(1).map((tab) => /** @type {Picture} */ ({ name: `${tab}-ar-desktop`, lang: "ar", size: "desktop", part: ".side", bring: (page) => panel(page, tab) })),
  ...(/** @type {const} */ (["statements", "names", "words"])).map((tab) => /** @type {Picture} */ (
    { name: `${tab}-en-desktop`, lang: "en", size: "desktop", part: ".side", bring: (page) => panel(page, tab) })),
  { name: "names-ar-desktop-dark", lang: "ar", size: "desktop", theme: "dark", part: ".side", bring: (page) => panel(page, "names") },
  { name: "statements-ar-phone", lang: "ar", size: "phone", from: ".panels", bring: (page) => panel(page, "statements") },
  { name: "writing-en-phone-contrast", lang: "en", size: "phone", theme: "contrast", from: ".panels", bring: (page) => panel(page, "writing") },
  { name: "card-ar-desktop", lang: "ar", size: "desktop", part: ".side", bring: card },
  { name: "card-en-desktop", lang: "en", size: "desktop", part: ".side", bring: card },
  { name: "card-ar-phone-dark", lang: "ar", size: "phone", theme: "dark", bring: card },
  { name: "selection-ar-desktop", lang: "ar", size: "desktop", bring: selection },
  { name: "library-ar-desktop", lang: "ar", size: "desktop", bring: library },
  { name: "library-en-phone", lang: "en", size: "phone", bring: library },
  { name: "comparison-ar-desktop", lang: "ar", size: "desktop", bring: comparison },
  { name: "comparison-en-phone", lang: "en", size: "phone", bring: comparison },
  { name: "help-ar-desktop", lang: "ar", size: "desktop", bring: help },
  { name: "help-en-phone", lang: "en", size: "phone", bring: help },
];

/** Every letter by the bundled face, whatever the machine has. */
const ONE_FACE = "*, ::before, ::after { font-family: \"Noto Naskh Arabic\" !important; caret-color: transparent !important; }";

/**
 * Takes a picture.
 * @param {{ browser: any, url: string }} here
 * @param {Picture} picture
 * @returns {Promise<Buffer>} PNG
 */
export async function take(here, { lang, size, theme = "light", bring, part, from }) {
  let shot = Buffer.alloc(0);
  await visit(here, {
    lang, theme, viewport: SIZES[size],
    prepare: async (page) => {
      await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
      await page.clock.setFixedTime(new Date("2026-03-02T09:30:00Z"));
    },
  }, async (page) => {
    const inOneFace = () => page.evaluate((rule) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      document.adoptedStyleSheets = [sheet];
      return document.fonts.ready.then(() => null);
    }, ONE_FACE);
    page.on("load", inOneFace);
    await inOneFace();
    await bring?.(page);
    const top = part ?? from;
    if (top) await page.locator(top).evaluate((element) => scrollBy({ top: element.getBoundingClientRect().top, behavior: "instant" }));
    await page.mouse.move(0, 0);
    await page.locator(".waiting, .work").first().waitFor({ state: "detached" });
    await inOneFace();
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    shot = await (part ? page.locator(part) : page).screenshot({ animations: "disabled", caret: "hide", scale: "css" });
  });
  return shot;
}
