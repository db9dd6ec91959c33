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
  const rest = worker.whole - (browser.get("analysis") ?? 0) - (browser.get("result") ?? 0);
  /** @type {[string, number | undefined, number | undefined][]} */
  const rows = native.stages.map(([name, ms]) => [name, ms, browser.get(name)]);
  const sum = native.stages.reduce((all, [, ms]) => all + ms, 0);
  rows.push(["analysis, all of these", sum, browser.get("analysis")]);
  rows.push(["result: columns", undefined, browser.get("result")]);
  rows.push(["asking, and the way back", undefined, rest]);
  rows.push(["result: document", native.document, undefined], ["result: JSON of it", native.json, undefined]);
  rows.push(["read, and in the caller's hands", native.whole, worker.whole]);
  rows.push(["a word typed into it", native.edit, worker.edit]);
  console.log(`\n${text.name}: ${number(text.words)} words, ${number(text.bytes)} bytes\n`);
  const cells = (/** @type {number | undefined} */ ms, /** @type {number} */ all) => (ms === undefined ? ["", "", "", ""] : [
    figure(ms), figure(text.words / ms * 1000), figure(text.bytes / ms / 1000), `${(ms / all * 100).toFixed(1)} %`,
  ]);
  table(["stage", "native ms", "words/s", "MB/s", "share", "worker ms", "words/s", "MB/s", "share", "worker : native"], rows.map(([name, a, b]) => [
    name, ...cells(a, sum), ...cells(b, browser.get("analysis") ?? 1), a && b ? (b / a).toFixed(2) : "",
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
