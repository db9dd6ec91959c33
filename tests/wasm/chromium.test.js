/** The engine's promises, kept in Chromium: in a worker and on the page, under the site's own policy. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../www/build/serve.js";
import { FLAGS } from "../e2e/harness.js";
import { CHECKS } from "./suite.js";

for (const where of ["worker", "page"]) {
  describe(`in Chromium, on the ${where}`, () => {
    let server, browser, page;
    const console = [];
    before(async () => {
      server = await serve({ port: 0, dir: fileURLToPath(new URL("../../", import.meta.url)) });
      browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
      page = await browser.newPage();
      page.on("console", (message) => console.push(message.text()));
      page.on("pageerror", (error) => console.push(error.message));
      await page.goto(`${server.url}tests/wasm/blank.html`);
      const got = await page.evaluate(async (worker) => {
        const { createAnalyzer } = await import("/dist/npm/index.js");
        const { CHECKS } = await import("/tests/wasm/suite.js");
        globalThis.make = (options) => createAnalyzer({ worker, ...options });
        globalThis.mubin = await globalThis.make();
        globalThis.checks = CHECKS;
        return globalThis.mubin.where;
      }, where === "worker");
      assert.equal(got, where);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
      // The browser itself reports the one file that a check asks for in vain.
      assert.deepEqual(console.filter((line) => !/404/.test(line)), [], "the console stays empty");
    });
    for (const name of Object.keys(CHECKS)) {
      test(name, async (t) => {
        const [problem, measured] = await page.evaluate((check) => (
          globalThis.checks[check](globalThis.mubin, globalThis.make).then((found) => [null, found], (e) => [e.stack ?? String(e)])), name);
        assert.equal(problem, null);
        if (measured) t.diagnostic(measured);
      });
    }
  });
}
