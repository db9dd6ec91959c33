/**
 * Speed in Chromium: one warm analysis with every layer, of a text that is not remembered and of one in which a word was
 * typed, in the worker and on the page; and the way from an empty tab to the first result. Prints medians; asserts nothing, as times belong to one machine and one moment.
 *
 *   node tests/benches/chromium.js [FILE…]
 */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../www/build/serve.js";
import { FLAGS } from "../e2e/harness.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = process.argv.length > 2 ? process.argv.slice(2) : [`${root}www/samples/news.txt`];
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = await serve({ port: 0, dir: root });
const site = await serve({ port: 0, dir: `${root}dist/site` });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
const page = await browser.newPage();
await page.goto(`${server.url}tests/wasm/blank.html`);

for (const file of files) {
  const text = await readFile(file, "utf8");
  for (const worker of [true, false]) {
    const { anew, edited, stages } = await page.evaluate(async ([text, worker]) => {
      const { createAnalyzer } = await import("/dist/npm/index.js");
      const mubin = await createAnalyzer({ worker });
      const middle = text.indexOf(" ", text.length / 2);
      const typed = `${text.slice(0, middle)} كلمة${text.slice(middle)}`;
      const timed = async (one) => {
        const start = performance.now();
        await mubin.analyze(one);
        return performance.now() - start;
      };
      const anew = [];
      const edited = [];
      for (let i = 0; i < (text.length > 5000 ? 60 : 200); i++) {
        await mubin.analyze("نص آخر"); // sentences are remembered of the latest text only
        anew.push(await timed(text));
        edited.push(await timed(typed));
      }
      const stages = performance.getEntriesByType("measure").map((m) => [m.name, m.duration]);
      mubin.dispose();
      return { anew: anew.slice(20), edited: edited.slice(20), stages };
    }, [text, worker]);
    const where = worker ? "asked of the worker and back" : "on the page";
    console.log(`${basename(file)}: ${median(anew).toFixed(2)} ms warm, ${median(edited).toFixed(2)} ms with a word typed, ${where}`);
    for (const [name, ms] of stages) console.log(`    last ${name} ${ms.toFixed(2)} ms`);
  }
}

/** From an empty tab to the headline of the sample, a fresh profile each time. */
const starts = [];
for (let i = 0; i < 7; i++) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(site.url);
  await tab.locator('[data-sample="news"]').click();
  await tab.locator(".reader h2.headline").first().waitFor();
  starts.push(await tab.evaluate(() => performance.now()));
  await context.close();
}
console.log(`from an empty tab to the first result, the press on the button included: ${median(starts).toFixed(0)} ms`);

await browser.close();
await server.close();
await site.close();
