/** The budgets of the design, each with its limit, what was measured, and whether it is met. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { coldStart } from "./chromium.js";
import { cancel, growth, pasted } from "./large.js";
import { number, time } from "./print.js";

/** The transferred sizes, as their own check prints them. */
function sizes() {
  const script = fileURLToPath(new URL("../budgets/size.js", import.meta.url));
  let printed = "";
  try {
    printed = execFileSync("node", [script], { encoding: "utf8" });
  } catch (error) {
    printed = String(/** @type {{ stdout?: string }} */ (error).stdout); // one is exceeded
  }
  return [...printed.matchAll(/^ *([\d.]+) kB of (\d+) kB {2}(.+?)(?: {2}EXCEEDED)?$/gm)]
    .filter(([, , , what]) => /ready to analyse|single file/.test(what))
    .map(([, kilobytes, limit, what]) => [what, `${number(Number(limit))} kB`, `${number(Number(kilobytes))} kB`, met(Number(kilobytes) <= Number(limit))]);
}

/** @param {boolean} is */
const met = (is) => (is ? "met" : "not met");
/** @param {string} what @param {number} limit @param {number} ms */
const within = (what, limit, ms) => [what, time(limit), time(ms), met(ms <= limit)];
/** @param {string} what @param {number} least @param {number} perSecond */
const atLeast = (what, least, perSecond) => [what, `${number(least)} words/s`, `${number(Number(perSecond.toPrecision(3)))} words/s`, met(perSecond >= least)];

/**
 * @param {import("./run.js").Row[]} rows  of the article, the pages and the megabyte
 * @returns {Promise<string[][]>}
 */
export async function budgets([article, pages, megabyte]) {
  const speed = (/** @type {number} */ ms) => megabyte.text.words / ms * 1000;
  const sizesOfText = await growth();
  const speeds = sizesOfText.map(([, perSecond]) => perSecond);
  const cancels = await cancel();
  const paste = await pasted();
  const longest = (/** @type {"told" | "free"} */ of) => Math.max(...cancels.map((one) => one[of]));
  return [
    ...sizes(),
    within(`article of ${article.text.words} words, warm, every layer, on the page`, 5, article.page.whole),
    within("the same, asked of the worker and back", 5, article.worker.whole),
    within(`a word typed into ${number(pages.text.words)} words, in the worker`, 4, pages.worker.edit),
    within("meanwhile the page cannot answer for, in the median", 16, pages.worker.gap),
    atLeast("1 MB, every layer, in the worker", 300_000, speed(megabyte.worker.whole)),
    atLeast("1 MB, every layer, native, one thread", 1_000_000, speed(megabyte.native.whole)),
    within("from an empty tab to the first result, a press included", 400, await coldStart()),
    ["cost of a word in the worker, 10 kB to 10 MB", "15 % apart", `${((Math.max(...speeds) / Math.min(...speeds) - 1) * 100).toFixed(0)} % apart`,
      met(Math.max(...speeds) <= 1.15 * Math.min(...speeds))],
    ["  words/s at 10 kB, 0.1, 1, 10 MB", "", speeds.map((n) => number(Number(n.toPrecision(3)))).join(", "), ""],
    within("10 MB pasted into the page: first paragraph read", 100, paste.first),
    ["  the whole", "finishes", `${(paste.whole / 1000).toFixed(1)} s`, "met"],
    [`  most memory of the page's process (empty: ${number(paste.empty)} MB)`, "400 MB", `${number(paste.peak)} MB`, met(paste.peak <= 400)],
    within("10 MB cancelled: the caller knows after, at most", 50, longest("told")),
    within("  the engine answers the next question after, at most", 50, longest("free")),
    ["  the same, cancelled at the share", "", cancels.map(({ share, free }) => `${share}: ${time(free)}`).join(", "), ""],
  ];
}
