/** axe-core in the page under test, past its content security policy. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * @param {any} page
 * @param {{ practice?: boolean, only?: string[] }} [manner]  practice: landmarks, headings and the like too; only: these rules alone
 * @returns {() => Promise<string[]>} one line a fault
 */
export const auditor = (page, { practice = false, only } = {}) => async () => {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(source); // through the debugger, which no policy governs
  return page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  }, only ?? (practice ? [...TAGS, "best-practice"] : TAGS));
};
