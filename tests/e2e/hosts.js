/**
 * Other people's pages with the elements in them: a fresh static host, which has the built `dist/embed` as its folder
 * `mubin/` and whatever pages a test writes beside it. A visit ends as one to our own page does: nothing else happened.
 */

import assert from "node:assert/strict";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { serve } from "../../www/build/serve.js";
import { FLAGS, record } from "./harness.js";

export const EMBED = fileURLToPath(new URL("../../dist/embed/", import.meta.url));

/** @typedef {{ browser: any, url: string, folder: string, put: (name: string, content: string) => Promise<void> }} Host */

/**
 * @param {{ policy?: string, more?: Record<string, string> }} [options]  of the server; its policy is that of the page otherwise
 * @returns {Host}
 */
export function host(options = {}) {
  const here = { /** @type {any} */ browser: null, url: "", folder: "", put: (name, content) => writeFile(join(here.folder, name), content) };
  let server;
  before(async () => {
    here.folder = await mkdtemp(join(tmpdir(), "mubin-host-"));
    await cp(EMBED, join(here.folder, "mubin"), { recursive: true });
    await here.put("favicon.ico", "");
    server = await serve({ port: 0, dir: here.folder, ...options });
    here.url = server.url;
    here.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  });
  after(async () => {
    await here.browser?.close();
    await server?.close();
    await rm(here.folder, { recursive: true, force: true });
  });
  return here;
}

/**
 * @param {string} article  markup
 * @param {{ lang?: string, dir?: string, head?: string, reader?: string, before?: string }} [wishes]
 */
export const pageWith = (article, { lang = "ar", dir = "rtl", head = "", reader = '<mubin-reader for="#article"></mubin-reader>', before = "" } = {}) => `<!doctype html>
<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title>${head}
<script type="module" src="mubin/mubin.js"></script></head>
<body>${before}<main>${reader}<article id="article" lang="ar" dir="rtl">${article}</article></main></body></html>`;

let pages = 0;

/**
 * @param {Host} here
 * @param {string} page  its markup, or the path of one that is there
 * @param {{ viewport?: { width: number, height: number }, scheme?: "light" | "dark", init?: () => void, prepare?: (page: any) => Promise<void>, foreign?: string[] }} wishes
 * @param {(page: any, log: ReturnType<typeof record>) => Promise<void>} scenario
 */
export async function call(here, page, { viewport = { width: 1000, height: 800 }, scheme = "light", init, prepare, foreign = [] }, scenario) {
  let path = page;
  if (page.startsWith("<")) await here.put(path = `page-${++pages}.html`, page);
  const context = await here.browser.newContext({ viewport, colorScheme: scheme });
  context.setDefaultTimeout(60_000);
  const tab = await context.newPage();
  const log = record(tab);
  await tab.addInitScript(() => {
    globalThis.violations = [];
    globalThis.events = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    for (const name of ["mubin-result", "mubin-error"]) addEventListener(name, (event) => {
      globalThis.events.push({ name, id: event.target.id, kind: event.detail.kind, message: event.detail.message, text: event.detail.text ?? event.detail.result?.text });
    });
  });
  if (init) await tab.addInitScript(init);
  await prepare?.(tab);
  try {
    await tab.goto(here.url + path);
    await scenario(tab, log);
    assert.deepEqual(await tab.evaluate(() => globalThis.violations), log.expectedViolations, "policy violations");
    assert.deepEqual(log.console, log.expectedConsole, "the console stays empty");
    assert.deepEqual(log.foreign(here.url).filter((url) => !foreign.some((known) => url.startsWith(known))), [], "no request to another origin");
  } finally {
    await context.close();
  }
}

/**
 * A script of a host page, with the frameworks it is written for.
 * @param {string} code
 */
export async function script(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL("../../www/", import.meta.url)) },
    bundle: true, write: false, format: "esm", minify: true, define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
  });
  return outputFiles[0].text;
}

/** @param {any} page @param {number} [n]  how many times an article was read by now */
export const readings = (page, n = 1) => page.waitForFunction((least) => globalThis.events.filter(({ name }) => name === "mubin-result").length >= least, n);

/**
 * The middle of a word that stands in the page, scrolled into view.
 * @param {any} page
 * @param {string} word
 * @param {string} [within]
 */
export const placeIn = (page, word, within = "#article") => page.locator(within).evaluate((root, wanted) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(wanted);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + wanted.length);
    walker.currentNode.parentElement.scrollIntoView({ block: "center" });
    const { left, top, width, height } = range.getClientRects()[0];
    return { x: left + width / 2, y: top + height / 2 };
  }
  throw new Error(`no ${wanted}`);
}, word);

/** @param {any} page @param {string} word @param {object} [options]  of the click */
export async function press(page, word, options) {
  const { x, y } = await placeIn(page, word);
  await page.mouse.click(x, y, options);
}
