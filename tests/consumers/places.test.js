/** Where else the engine runs: in pages with and without a worker, inside workers, service workers and a browser extension, under the policies of each. */

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { FLAGS } from "../e2e/harness.js";
import { browser } from "./browser.js";
import { packed } from "./consumer.js";

const { consumer } = packed();
const { look } = browser();
/** That of extensions: no `eval`, no `blob:`. */
const strict = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src data:";
const trusting = `${strict}; require-trusted-types-for 'script'`;

/** @type {Promise<string> | undefined} */
let folder;
const served = () => folder ??= withPackage("places");

/** A consumer that has no bundler: the package lies beside its scripts. @param {string} name */
async function withPackage(name) {
  const home = await consumer(name);
  await cp(`${home}node_modules/mubin`, `${home}mubin`, { recursive: true });
  return home;
}

/** @type {[name: string, where: string, policy: string][]} */
const PLACES = [
  ["page", "page", strict],
  ["worker", "worker", strict],
  ["own", "worker", strict],
  ["address", "worker", strict],
  ["dedicated", "worker", strict],
  ["service", "page", strict],
  ["inline", "page", strict],
  ["inline-worker", "worker", strict.replace("worker-src 'self'", "worker-src blob:")],
  ["worker", "worker", trusting],
  ["inline", "page", trusting],
];

for (const [name, where, policy] of PLACES) {
  test(`it works as ${name} under ${policy}`, async () => {
    const { text, data, requests } = await look(await served(), "#found", policy, `#${name}`);
    assert.match(text, /book/);
    assert.equal(data.where, where);
    assert.equal(Math.round(Number(data.lat)), 33);
    const files = requests.filter((path) => /\.(wasm|pack)$|\/worker\.js$/.test(path));
    if (name.startsWith("inline")) assert.deepEqual(files, [], "one file has all of it");
    else if (name !== "service" && name !== "dedicated") assert.ok(files.length >= 7, files.join());
  });
}

test("it works in an extension, in its pages and in its service worker", async () => {
  const home = await withPackage("extension");
  const context = await chromium.launchPersistentContext("", {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: false,
    args: [...FLAGS, "--headless=new", `--disable-extensions-except=${home}`, `--load-extension=${home}`],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? await context.waitForEvent("serviceworker");
    const page = await context.newPage();
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(new URL("page.html", worker.url()).href);
    const found = page.locator("#found", { hasText: "{" });
    await found.waitFor();
    assert.deepEqual(JSON.parse(await found.textContent()), { here: { where: "worker", root: "وصل" }, there: { where: "page", root: "وصل" } });
    assert.deepEqual(said, []);
  } finally {
    await context.close();
  }
});
