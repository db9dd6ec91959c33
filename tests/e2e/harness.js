/**
 * A real browser on the built page. One Chromium for a test file, a fresh context
 * for a visit; every visit records its console, its errors, its policy violations
 * and its requests, so that a test can end with "and nothing else happened".
 */

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../www/build/serve.js";

export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
];
const dist = new URL("../../dist/", import.meta.url);
export const SINGLE_FILE = new URL("mubin.html", dist).href;

/**
 * Starts the browser and a server for all the tests of a file.
 * @param {{ policy?: string }} [options]  another content security policy in the header
 */
export function stage({ policy } = {}) {
  const here = { /** @type {any} */ browser: null, url: "" };
  let server;
  before(async () => {
    server = await serve({ port: 0, dir: fileURLToPath(new URL("site", dist)), ...(policy && { policy }) });
    here.url = server.url;
    here.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  });
  after(async () => {
    await here.browser?.close();
    await server?.close();
  });
  return here;
}

/**
 * @typedef {object} Wishes
 * @property {string} [url]
 * @property {"ar" | "en"} [lang]
 * @property {"auto" | "light" | "dark" | "contrast"} [theme]
 * @property {boolean} [draft]
 * @property {{ width: number, height: number }} [viewport]
 * @property {() => void} [init]  runs in the page before its own scripts
 * @property {(page: any) => Promise<void>} [prepare]  routes and the like
 */

/**
 * Opens the page, lets the scenario play, and checks that it stayed quiet.
 * @param {{ browser: any, url: string }} here
 * @param {Wishes} wishes
 * @param {(page: any, log: Log) => Promise<void>} scenario
 */
export async function visit(here, { url = here.url, lang = "ar", theme = "light", draft = false, viewport, init, prepare }, scenario) {
  const context = await here.browser.newContext({ viewport: viewport ?? { width: 1280, height: 800 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const log = record(page);
  await page.addInitScript((preferences) => {
    try {
      if (!localStorage.getItem("mubin.preferences")) localStorage.setItem("mubin.preferences", preferences);
    } catch { /* a test that denies storage */ }
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  }, JSON.stringify({ lang, theme, digits: "latn", draft }));
  if (init) await page.addInitScript(init);
  await prepare?.(page);
  try {
    await page.goto(url);
    await page.locator("#surface, .reader h2").first().waitFor({ state: "attached" });
    await scenario(page, log);
    assert.deepEqual(await page.evaluate(() => globalThis.violations), log.expectedViolations, "policy violations");
    assert.deepEqual(log.console, log.expectedConsole, "the console stays empty");
    assert.deepEqual(log.foreign(url), [], "no request to another origin");
  } finally {
    await context.close();
  }
}

/** @typedef {ReturnType<typeof record>} Log */

/** What a page does beside what is asked of it. @param {any} page */
export function record(page) {
  const log = {
    /** @type {string[]} */ console: [],
    /** @type {string[]} */ requests: [],
    /** @type {string[]} */ expectedConsole: [],
    /** @type {string[]} */ expectedViolations: [],
    /** @param {string} url */
    foreign: (url) => log.requests.filter((request) => !/^(data|blob):/.test(request) && new URL(request).origin !== new URL(url).origin),
  };
  page.on("console", (message) => log.console.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => log.console.push(`uncaught: ${error.message}`));
  page.on("request", (request) => log.requests.push(request.url()));
  return log;
}

/** @param {any} page @param {"news" | "classical" | "social"} [name] */
export const pressSample = (page, name = "news") => page.locator(`[data-sample="${name}"]`).click();

/** @param {any} page */
export const headline = (page) => page.locator(".reader h2.headline").first();

/** @param {any} page */
export async function readSample(page) {
  await pressSample(page);
  await headline(page).waitFor();
}

/**
 * A paste as the browser would make it, into the surface or wherever asked.
 * @param {any} page
 * @param {{ text?: string, html?: string }} content
 * @param {string} [target]
 */
export async function paste(page, { text, html }, target = "#surface") {
  await page.locator(target).evaluate((element, [plain, markup]) => {
    const data = new DataTransfer();
    if (plain !== undefined) data.setData("text/plain", plain);
    if (markup !== undefined) data.setData("text/html", markup);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [text, html]);
}

/**
 * @param {any} page
 * @param {string} name
 * @param {Uint8Array} bytes
 */
export const openFile = (page, name, bytes) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });

/**
 * Opens every fold of the reader.
 * @param {any} page
 */
export async function unfold(page) {
  const closed = page.locator('.fold[aria-expanded="false"]');
  while (await closed.count()) await closed.first().click();
}

/**
 * @param {any} page
 * @param {string} kind
 */
export const errorBanner = (page, kind) => page.locator(`.banner.error[data-kind="${kind}"]`);

/** @param {any} page */
export const readerText = (page) => page.locator(".reader").evaluate((root) => root.textContent);

/**
 * Until the page has drawn itself, and knows which paragraphs are on screen: an
 * IntersectionObserver tells after the frame, and only what is on screen is painted.
 * @param {any} page
 */
export const drawn = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
}));

/**
 * The painted places of a highlight, as texts.
 * @param {any} page
 * @param {string} name
 * @returns {Promise<string[]>}
 */
export async function highlighted(page, name) {
  await drawn(page);
  return page.evaluate((key) => [...CSS.highlights.get(key) ?? []].map((range) => {
    const real = document.createRange();
    real.setStart(range.startContainer, range.startOffset);
    real.setEnd(range.endContainer, range.endOffset);
    return real.toString();
  }), name);
}

/**
 * Where a word stands on screen, the first of its kind that is laid out; scrolled to the upper part of the window.
 * @param {any} page
 * @param {string} word
 * @returns {Promise<{ x: number, y: number }>} its middle
 */
export const placeOf = (page, word) => page.locator(".reader").evaluate((root, wanted) => {
  const letters = /[\u0621-\u0652\u0670]/;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue: text, parentElement } = walker.currentNode;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (letters.test(text[at - 1] ?? "") || letters.test(text[at + wanted.length] ?? "") || parentElement.closest("button")) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + wanted.length);
      parentElement.scrollIntoView({ block: "start" });
      scrollBy(0, range.getClientRects()[0].top - 120);
      const { left, top, width, height } = range.getClientRects()[0];
      return { x: left + width / 2, y: top + height / 2 };
    }
  }
  throw new Error(`no ${wanted} in the reader`);
}, word);

/**
 * Clicks a word of the text and waits for its card, readings and all.
 * @param {any} page
 * @param {string} word
 */
export async function openCard(page, word) {
  const { x, y } = await placeOf(page, word);
  await page.mouse.click(x, y);
  await page.locator(".card").waitFor();
  await page.locator(".card-wait").waitFor({ state: "detached" });
}

/** Two paragraphs and a headline that any reading of a page takes for an article. */
export const ARTICLE = [
  "بلدية المرسى تفتتح حديقة جديدة على شاطئ المدينة القديمة",
  "افتتحت بلدية المرسى صباح اليوم حديقة عامة جديدة على شاطئ المدينة القديمة، بعد أشغال استمرت عامين كاملين وشارك فيها عشرات المتطوعين من سكان الأحياء المجاورة.",
  "وقال رئيس البلدية إن الحديقة تضم مئتي شجرة وملعبا للأطفال ومسارا للمشي، مضيفا أن الدخول إليها مجاني طوال أيام الأسبوع.",
].join("\n\n");
