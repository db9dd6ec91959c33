/** One Chromium for a file of tests: a folder is served on this machine under a policy, opened, and read. Nothing may be written to the console or blocked. */

import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../www/build/serve.js";
import { FLAGS } from "../e2e/harness.js";

export function browser() {
  /** @type {Promise<import("playwright-core").Browser> | undefined} */
  let running;
  const launch = () => running ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  after(async () => (await running)?.close());

  /**
   * Waits until an element has text.
   * @param {string} folder
   * @param {string} selector
   * @param {string} policy
   * @param {string} [path]
   */
  async function look(folder, selector, policy, path = "") {
    const server = await serve({ port: 0, dir: folder, policy });
    const context = await (await launch()).newContext();
    try {
      const page = await context.newPage();
      /** @type {string[]} */
      const said = [];
      /** @type {string[]} */
      const requests = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(String(error)));
      context.on("request", (request) => requests.push(request.url()));
      await page.goto(server.url + path);
      const element = page.locator(selector);
      await element.filter({ hasText: /\S/ }).waitFor().catch((error) => {
        throw new Error(`nothing was shown; the console says: ${said.join("\n")}`, { cause: error });
      });
      const [text, data] = await element.evaluate((found) => [found.textContent, { ...found.dataset }]);
      assert.deepEqual(said, [], "the console stays empty");
      assert.deepEqual(requests.filter((url) => !url.startsWith(server.url) && !/^(data|blob):/.test(url)), [], "nothing is asked of anyone else");
      return { text, data, requests: requests.map((url) => new URL(url).pathname) };
    } finally {
      await context.close();
      await server.close();
    }
  }
  return { look };
}
