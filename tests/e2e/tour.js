/**
 * A walk through everything the page can show: the first visit, every panel, the word
 * card, the screens, an error, a list without an answer. At each stop the caller looks
 * at the page as it is; the walk itself asserts nothing, so that one path serves every
 * promise that holds everywhere.
 */

import { headline, openCard, paste, pressSample, unfold } from "./harness.js";

export const TABS = /** @type {const} */ (["overview", "statements", "names", "time", "words", "writing", "output"]);
const PARTS_OF_COMPARISON = /** @type {const} */ (["copied", "figures", "words", "names", "speech", "facts"]);

/** What tells that a panel is there. */
export const THERE = {
  overview: ".figures", statements: ".statement", names: ".map .land", time: ".times tbody tr", words: ".words tbody tr",
  writing: "#writing-title", output: ".outform",
};

/** @typedef {(stop: string) => Promise<void>} Look */

/**
 * @param {any} page
 * @param {typeof TABS[number]} tab
 */
export async function openTab(page, tab) {
  await page.locator(`#tab-${tab}`).click();
  await page.locator(`#panel-${tab} ${THERE[tab]}`).first().waitFor();
}

/** @param {any} page @param {string} screen */
export async function openScreen(page, screen) {
  await page.locator(`.screens a[href="${screen === "desk" ? "#" : `#${screen}`}"]`).click();
  if (screen !== "desk") await page.locator(".screen .waiting").waitFor({ state: "detached" });
}

/** @param {any} page */
export async function compareSamples(page) {
  await page.getByRole("button", { name: /جرّب بخبرين|Try two reports/ }).click();
  await page.locator(".cmp-texts").waitFor();
}

/** @param {any} page */
export async function readNewsSample(page) {
  await pressSample(page);
  await headline(page).waitFor();
}

/** @param {any} page @param {string} within */
const openFolds = (page, within) => page.locator(`${within} details`).evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));

/** @param {any} page @param {Look} look */
export async function walk(page, look) {
  await look("first visit");
  await page.locator(".settings > summary").click();
  await look("settings");
  await page.keyboard.press("Escape");
  await paste(page, { text: " " }, "body");
  await page.locator(".banner.error").waitFor();
  await look("error");
  await openScreen(page, "library");
  await look("library, empty");
  await openScreen(page, "desk");

  await readNewsSample(page);
  await unfold(page);
  for (const name of ["quantity", "statement"]) await page.locator(`.switch[data-layer="${name}"]`).click();
  for (const tab of TABS) {
    await openTab(page, tab);
    await openFolds(page, `#panel-${tab}`);
    const row = page.locator(`#panel-${tab} :is(.to-place, .hold, .words .word, .correction .where)`).first();
    if (await row.count()) await row.click();
    await look(tab);
  }
  await walkStudies(page, look);

  await openTab(page, "names");
  await page.locator("#panel-names input[type=search]").fill("لا شيء كهذا");
  await page.locator("#panel-names .entity").first().waitFor({ state: "detached" });
  await look("an empty list");

  await page.locator(".reader-tools [aria-pressed]").first().click();
  await openCard(page, "المكتبة");
  await openFolds(page, ".card");
  await look("word card");
  await page.keyboard.press("Escape");

  await page.locator(".reader-tools .keep").click();
  await page.locator(".reader-tools .keep[data-shelved=saved]").waitFor();
  await page.locator(".reader-tools button").first().click();
  await page.locator("#surface").waitFor();
  await look("surface");

  await openScreen(page, "library");
  await page.locator(".library-table").waitFor();
  await look("library");
  await openScreen(page, "compare");
  await look("comparison, empty");
  await compareSamples(page);
  for (const part of PARTS_OF_COMPARISON) {
    await page.locator(`#cmp-tab-${part}`).click();
    await look(`comparison, ${part}`);
  }
  await openScreen(page, "help");
  await page.locator("[data-entry]").first().waitFor();
  await look("help");
}

/** @param {any} page @param {Look} look */
async function walkStudies(page, look) {
  await openTab(page, "words");
  await page.locator("#study-keyness").click();
  await page.locator(".study-table").waitFor();
  await look("keyness");
  await page.locator("#panel-words input[type=search]").fill("المدينة");
  await page.keyboard.press("Enter");
  await page.locator("#study-context").click();
  await page.locator(".kwic tbody tr").first().waitFor();
  await look("concordance");
  for (const study of ["collocations", "sequences"]) {
    await page.locator(`#study-${study}`).click();
    await page.locator("#study :is(.study-table, .found)").first().waitFor();
    await look(study);
  }
}
