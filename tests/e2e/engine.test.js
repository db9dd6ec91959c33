import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sitePolicy } from "../../www/build/csp.js";
import { ARTICLE, errorBanner, headline, openCard, paste, readerText, readSample, stage, visit } from "./harness.js";

const { version } = JSON.parse(readFileSync(new URL("../../www/package.json", import.meta.url), "utf8"));
const here = stage();
const noWorkers = stage({ policy: `${sitePolicy}; worker-src 'none'` });

/** Makes a job of an instance trap, as a failed assertion in the core would; in a worker the first is that by which it warms up. @param {number} number */
function trapOnJob(number) {
  const instantiate = WebAssembly.instantiate;
  let jobs = 0;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    const exports = { ...instance.exports };
    exports.job_new = (...given) => {
      jobs++;
      return instance.exports.job_new(...given);
    };
    exports.job_step = (...given) => {
      if (jobs === number) throw new WebAssembly.RuntimeError("unreachable");
      return instance.exports.job_step(...given);
    };
    return { instance: { exports }, module };
  };
}

/**
 * After a good first text, the second one meets a crash; the page keeps the first
 * and a press on "try again" gets the second.
 * @param {any} page
 */
async function crashAndRecover(page) {
  await readSample(page);
  const before = await readerText(page);
  await paste(page, { text: ARTICLE }, "body");
  const banner = errorBanner(page, "engine-crashed");
  await banner.waitFor();
  assert.match(await banner.textContent(), /بقي النص السابق ونتيجته كما هما/);
  assert.equal(await readerText(page), before);
  await banner.getByRole("button", { name: "أعد المحاولة" }).click();
  await page.locator("h2", { hasText: ARTICLE.split("\n")[0] }).waitFor();
  assert.equal(await page.locator(".banner.error").count(), 0);
  await openCard(page, "المرسى"); // the fresh engine has the packs too
}

test("a crash in the worker keeps the text and starts the worker again", () => visit(here, {
  prepare: (page) => page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${trapOnJob})(3);\n${await response.text()}` });
  }),
}, async (page) => {
  await page.waitForFunction(() => performance.getEntriesByName("mubin-ready").length);
  await crashAndRecover(page);
}));

test("so does a crash on the page itself", () => visit(here, {
  init: `delete globalThis.Worker; (${trapOnJob})(2);`,
}, crashAndRecover));

test("without workers the page does the work", () => visit(here, {
  init: () => { delete globalThis.Worker; },
}, async (page) => {
  await readSample(page);
}));

test("where the policy forbids workers the page does the work", () => visit(noWorkers, {}, async (page, log) => {
  await readSample(page);
  // The browser itself reports what the policy blocked; nothing else may be there.
  const blocked = await page.evaluate(() => globalThis.violations);
  assert.ok(blocked.length > 0 && blocked.every((line) => line.startsWith("worker-src")), blocked.join());
  log.expectedViolations = blocked;
  log.expectedConsole = log.console.filter((line) => line.includes("worker-src"));
}));

test("a worker that never answers is given up", () => visit(here, {
  prepare: (page) => page.route("**/worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" })),
}, async (page) => {
  await readSample(page);
}));

test("a binary of the wrong type is compiled all the same", () => visit(here, {
  prepare: (page) => page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  }),
}, async (page) => {
  await readSample(page);
}));

test("an engine of another version is refused in words, and the right one is taken on the next try", () => visit(here, {
  prepare: (page) => page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const body = Buffer.from((await response.body()).toString("latin1").replaceAll(version, version.replace(/\d/g, "9")), "latin1");
    const { "content-encoding": _, ...headers } = response.headers();
    await route.fulfill({ status: 200, headers, body });
  }),
}, async (page) => {
  await paste(page, { text: ARTICLE });
  const banner = errorBanner(page, "engine-version");
  await banner.waitFor();
  assert.match(await banner.textContent(), /إصدار محرك التحليل يخالف إصدار الصفحة.*نصك محفوظ/s);
  await page.unroute("**/*.wasm");
  await banner.getByRole("button", { name: "أعد المحاولة" }).click();
  await headline(page).waitFor();
}));

test("an engine that cannot be loaded is said so, and loads on the next try", () => visit(here, {
  prepare: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await paste(page, { text: ARTICLE });
  const banner = errorBanner(page, "engine-load-failed");
  await banner.waitFor();
  assert.match(await banner.textContent(), /نصك محفوظ/);
  assert.equal(await page.locator("#surface").inputValue(), ARTICLE);
  await page.unroute("**/*.wasm");
  await banner.getByRole("button", { name: "أعد المحاولة" }).click();
  await headline(page).waitFor();
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));
