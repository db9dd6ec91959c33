/**
 * `./build.sh bench`: what every stage costs, natively and in Chromium's worker, on the same texts; then the budgets that a
 * bench can measure. Nothing is asserted: times belong to one machine and one moment, and are for comparing.
 *
 *   node tests/benches/run.js [FILE…]
 */

import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { budgets } from "./budgets.js";
import { measure, onBlankPage } from "./chromium.js";
import { native } from "./native.js";
import { figure, number, table, time } from "./print.js";
import { texts } from "./texts.js";

/** @typedef {import("./texts.js").Text} Text */
/** @typedef {{ text: Text, native: import("./native.js").Native, worker: import("./chromium.js").Measured, page: import("./chromium.js").Measured }} Row */

/** @param {Row} row */
function stages({ text, native, worker, page }) {
  const browser = new Map(worker.stages);
  /** @type {[string, number | undefined, number | undefined][]} */
  const rows = native.stages.map(([name, ms]) => [name, ms, browser.get(name)]);
  const sum = (/** @type {1 | 2} */ of) => rows.reduce((all, row) => all + (row[of] ?? 0), 0);
  const [all, allInBrowser] = [sum(1), sum(2)];
  rows.push(
    ["all of these", all, allInBrowser],
    ["in one run", native.whole, browser.get("analysis")],
    ["result: columns", undefined, browser.get("result")],
    ["result: document", native.document, undefined],
    ["result: JSON of it", native.json, undefined],
    ["asked of the worker and back", undefined, worker.whole],
    ["the same, a word typed into it", native.edit, worker.edit],
  );
  console.log(`\n${text.name}: ${number(text.words)} words, ${number(text.bytes)} bytes\n`);
  const cells = (/** @type {number | undefined} */ ms, /** @type {number} */ whole) => (ms === undefined ? ["", "", "", ""] : [
    figure(ms), figure(text.words / ms * 1000), figure(text.bytes / ms / 1000), `${(ms / whole * 100).toFixed(1)} %`,
  ]);
  table(["stage", "native ms", "words/s", "MB/s", "share", "worker ms", "words/s", "MB/s", "share", "worker : native"], rows.map(([name, a, b]) => [
    name, ...cells(a, all), ...cells(b, allInBrowser), a && b ? (b / a).toFixed(2) : "",
  ]));
  console.log(`\nno word met before, native: ${time(native.first)}; on the page instead of the worker: ${time(page.whole)}, with a word typed ${time(page.edit)}`);
}

const folder = await mkdtemp(join(tmpdir(), "mubin-bench-"));
const files = process.argv.slice(2);
const measured = await texts(folder, files);
console.log(`${cpus().length} cores, ${cpus()[0].model}; every layer, the words met before and none of the sentences; the least times of many runs`);
const natives = native(measured.map(({ path }) => path));
const rows = await onBlankPage(async (page) => {
  /** @type {Row[]} */
  const rows = [];
  for (const [i, text] of measured.entries()) {
    const worker = await measure(page, text.text);
    rows.push({ text, native: natives[i], worker, page: await measure(page, text.text, { worker: false }) });
    stages(rows[i]);
  }
  return rows;
});
await rm(folder, { recursive: true });
if (!files.length) {
  console.log("\nBudgets (design: the budget table)\n");
  table(["what", "limit", "measured", ""], await budgets(rows));
}
