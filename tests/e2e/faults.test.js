/** The engine breaks in every way it can: the text and what is shown of it stay, the reader is told and has a way on, and a report holds nothing of the text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, errorBanner, headline, openCard, paste, readerText, readSample, stage, visit } from "./harness.js";

const here = stage();
const TITLE = ARTICLE.split("\n")[0];

/**
 * Stands before the worker's script: in the first worker the job of the article goes wrong, which is known by its length. Others come and go,
 * such as that by which a worker warms up.
 * @param {string} how
 * @param {number} worker  how many were started before
 * @param {number} bytes
 */
function spoil(how, worker, bytes) {
  if (worker > 0) return;
  const instantiate = WebAssembly.instantiate;
  let spoiled = false;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    const exports = { ...instance.exports };
    exports.job_new = (...given) => {
      spoiled = given[1] === bytes;
      if (spoiled && how === "memory") { // as much as there is
        try {
          for (;;) instance.exports.memory.grow(1024);
        } catch { /* that was all */ }
        const { length } = new Uint8Array(instance.exports.memory.buffer);
        return instance.exports.job_new(given[0], length * 2, ...given.slice(2));
      }
      return instance.exports.job_new(...given);
    };
    exports.job_step = (...given) => {
      if (spoiled && how === "trap") throw new WebAssembly.RuntimeError("unreachable");
      if (spoiled && how === "allocation") throw new RangeError("Array buffer allocation failed");
      if (spoiled && how === "quoting") throw new WebAssembly.RuntimeError("byte index 3 is inside 'ع' of `بلدية المرسى`");
      if (spoiled && how === "panic") { // as the hook in the binary does it
        const report = "panicked at src/text/span.rs:12:5:\nbyte index 3 is not a char boundary; it is inside 'ل' (bytes 2..4) of `بلدية المرسى`\n\nStack:\n\nError\n";
        const bytes = new TextEncoder().encode(report);
        const at = instance.exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
        new Uint8Array(instance.exports.memory.buffer, at, bytes.length).set(bytes);
        const [[, write]] = Object.values(imports).flatMap(Object.entries).filter(([name]) => name.startsWith("__wbg_error_"));
        write(at, bytes.length);
        throw new WebAssembly.RuntimeError("unreachable");
      }
      if (spoiled && how === "silence") for (;;) /* for ever */;
      return instance.exports.job_step(...given);
    };
    return { instance: { exports }, module };
  };
}

/** @param {string} how */
const spoiled = (how) => {
  let workers = 0;
  return (page) => page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${spoil})(${JSON.stringify(how)}, ${workers++}, ${Buffer.byteLength(ARTICLE)});\n${await response.text()}` });
  });
};

/** @param {any} page */
async function shownNow(page) {
  await page.locator("#tab-statements").click();
  await page.locator("#panel-statements .statement").first().waitFor();
  return { text: await readerText(page), panel: await page.locator("#panel-statements").innerText() };
}

/** After a good first text the second one fails; nothing of the first is lost, the report says what and not of what. @param {any} page @param {any} before */
async function survives(page, before) {
  const banner = errorBanner(page, "engine-crashed");
  await banner.waitFor();
  assert.deepEqual(await shownNow(page), before, "text and panels are as they were");
  await banner.locator("summary").click();
  const details = await banner.locator("pre").textContent();
  assert.match(details, /error: engine-crashed/);
  assert.match(details, /trace: MubinError/);
  assert.doesNotMatch(details, /[\u0600-\u06FF]/, "nothing of the text");
  await banner.getByRole("button", { name: "انسخ التفاصيل" }).click();
  await page.waitForFunction((text) => globalThis.copied === text, details);
  await banner.getByRole("button", { name: "أعد المحاولة" }).click();
  await page.locator("h2", { hasText: TITLE }).waitFor();
  assert.equal(await page.locator(".banner.error").count(), 0);
  await openCard(page, "المرسى"); // the new worker has the packs too
  return details;
}

const clipboard = () => Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.copied = text; } } });

for (const [how, known] of [["trap", "unreachable"], ["allocation", "Array buffer allocation failed"], ["quoting", ""], ["panic", "unreachable"], ["memory", ""]]) {
  test(`a worker that fails by ${how} is replaced`, () => visit(here, { init: clipboard, prepare: spoiled(how) }, async (page, log) => {
    await readSample(page);
    const before = await shownNow(page);
    await paste(page, { text: ARTICLE }, "body");
    const details = await survives(page, before);
    assert.ok(details.includes(known));
    if (how === "memory") log.expectedConsole = log.console.filter((line) => /panicked|memory allocation/.test(line));
    if (how === "panic") log.expectedConsole = ["error: panicked at src/text/span.rs:12:5\n\nStack:\n\nError\n"];
    assert.ok(log.console.every((line) => !line.includes("المرسى")), "nothing of the text");
  }));
}

test("a worker that falls silent is given up, and so is the wait for it", () => visit(here, {
  prepare: spoiled("silence"),
  init: () => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.copied = text; } } });
    const wait = globalThis.setTimeout;
    globalThis.setTimeout = (work, ms, ...rest) => wait(work, globalThis.hurried && ms >= 15_000 ? 50 : ms, ...rest); // a minute is soon over
  },
}, async (page) => {
  await readSample(page);
  const before = await shownNow(page);
  await page.evaluate(() => { globalThis.hurried = true; });
  await paste(page, { text: ARTICLE }, "body");
  await errorBanner(page, "engine-crashed").waitFor();
  await page.evaluate(() => { globalThis.hurried = false; });
  const details = await survives(page, before);
  assert.match(details, /does not answer/);
}));

/** The two ways to cancel, whichever is there. @param {any} page */
const cancelButton = (page) => page.getByRole("button", { name: "ألغِ" }).or(page.locator(".work button")).first();

test("a cancel gets the reader out of a worker that does not answer, and the next text is read by another", () => visit(here, {
  prepare: spoiled("silence"),
}, async (page) => {
  await readSample(page);
  const before = await shownNow(page);
  await paste(page, { text: ARTICLE }, "body");
  const again = page.waitForRequest(/worker-\w+\.js/, { timeout: 30_000 });
  await cancelButton(page).click();
  await page.locator(".work").waitFor({ state: "detached" });
  assert.deepEqual(await shownNow(page), before);
  await paste(page, { text: ARTICLE }, "body");
  await page.locator("h2", { hasText: TITLE }).waitFor();
  await again;
  assert.equal(await errorBanner(page, "engine-crashed").count(), 0, "nobody hears of it");
}));

test("what is asked of a worker in the turn of the cancel is answered by another", () => visit(here, { prepare: spoiled("silence") }, async (page) => {
  await readSample(page);
  await paste(page, { text: ARTICLE }, "body");
  await cancelButton(page).evaluate((button) => {
    const next = new DataTransfer();
    next.setData("text/plain", "زارت هند العلمي مدينة طنجة");
    button.click();
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: next, bubbles: true, cancelable: true }));
  });
  await page.locator(".reader", { hasText: "زارت هند العلمي" }).waitFor();
  await openCard(page, "طنجة");
  assert.equal(await errorBanner(page, "engine-crashed").count(), 0, "nobody hears of it");
}));

test("a worker's script that cannot be loaded costs nothing but the worker", () => visit(here, {
  prepare: (page) => page.route("**/worker-*.js", (route) => route.fulfill({ status: 404, body: "" })),
}, async (page, log) => {
  await paste(page, { text: ARTICLE });
  await headline(page).waitFor();
  await openCard(page, "المرسى");
  log.expectedConsole = log.console.filter((line) => line.includes("404"));
}));

test("nothing of the text is in the report of an engine that does not load, nor the name of its file", () => visit(here, {
  lang: "en", init: clipboard, prepare: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "" })),
}, async (page, log) => {
  await page.locator("input[type=file]").first().setInputFiles({ name: "سري.txt", mimeType: "", buffer: Buffer.from(ARTICLE) });
  const banner = errorBanner(page, "engine-load-failed");
  await banner.waitFor();
  await banner.locator("summary").click();
  const details = await banner.locator("pre").textContent();
  assert.match(details, /could not be loaded: 503 for|could not be loaded/);
  assert.doesNotMatch(details, /[\u0600-\u06FF]|txt/);
  log.expectedConsole = log.console.filter((line) => line.includes("503"));
}));
