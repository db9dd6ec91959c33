/** The studies of the words of a long article, as a reader opens and asks them. */

import { headline, paste, visit } from "./harness.js";

const SPEAKERS = ["المدير", "الخبير", "المهندس", "الكاتب", "المعلم", "الطبيب", "التاجر", "الباحث"];
const WORKS = ["الأرصفة", "الجدران", "الأبواب", "النوافذ", "السقوف", "الحدائق", "الآبار"];
const TIMES = ["قبل الشتاء", "بعد الصيف", "في الربيع", "خلال عامين", "هذا الأسبوع"];

/** A long article: seventy sentences that hold «المدينة», some of them with Latin letters and digits around it. */
export const LONG = [
  "خطة جديدة لترميم أحياء المدينة القديمة تبدأ مطلع العام المقبل",
  "عرض المجلس البلدي أمس خطة لترميم الأحياء، وقالت شركة Blue Harbour إن نظام GIS 4.2 سيرسم المدينة على خرائط Open Street Map قبل 30 يونيو 2026.",
  ...Array.from({ length: 14 }, (_, i) => Array.from({ length: 5 }, (_, j) => {
    const n = i * 5 + j;
    const word = SPEAKERS[n % SPEAKERS.length];
    return `ورأى ${word} في كلمته أن ترميم ${WORKS[n % WORKS.length]} في المدينة القديمة يجب أن يتم ${TIMES[n % TIMES.length]}، وأن سكانها أولى بالعمل فيها`;
  }).join(". ") + "."),
].join("\n\n");

/** @param {string} text */
export const spaced = (text) => text.replace(/\s+/g, " ").trim();
/** @param {any} page */
export const lines = (page) => page.locator(".kwic tbody tr");
/** @param {any} locator */
export const texts = async (locator) => (await locator.allTextContents()).map((text) => spaced(text.replaceAll("…", "")));

/**
 * @param {any} page
 * @param {"frequency" | "keyness" | "context" | "collocations" | "sequences"} view
 */
export const open = (page, view) => page.locator(`#study-${view}`).click();

/**
 * @param {any} page
 * @param {string} query
 * @param {string} [mode]
 */
export async function seek(page, query, mode) {
  if (mode) await page.locator(".seek select").selectOption(mode);
  await page.getByRole("searchbox").fill(query);
  await page.keyboard.press("Enter");
}

/**
 * Opens the page there, reads a text, and brings a study to the front.
 * @param {ReturnType<typeof import("./harness.js").stage>} here
 * @returns {(wishes: import("./harness.js").Wishes & { text?: string, view?: "frequency" | "keyness" | "context" | "collocations" | "sequences" }, scenario: (page: any, log: import("./harness.js").Log) => Promise<void>) => Promise<void>}
 */
export const studyIn = (here) => ({ text = LONG, view = "context", ...wishes }, scenario) => visit(here, wishes, async (page, log) => {
  await paste(page, { text });
  await headline(page).waitFor();
  await page.locator("#tab-words").click();
  if (view !== "frequency") await open(page, view);
  await scenario(page, log);
});

/**
 * Waits until so many places are said to be found.
 * @param {any} page
 * @param {string} said
 */
export const found = (page, said) => page.waitForFunction((wanted) => document.querySelector("#study .found")?.textContent === wanted, said);
