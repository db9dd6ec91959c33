/**
 * Somebody else's page with our elements in it: the folder `dist/embed` as any static
 * host serves it, and pages written by the test, under a strict policy. As with our
 * own page, a scenario ends with "and nothing else happened".
 */

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { sitePolicy } from "../../www/build/csp.js";
import { serve } from "../../www/build/serve.js";
import { FLAGS, record } from "./harness.js";

const TYPES = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", txt: "text/plain; charset=utf-8", js: "text/javascript; charset=utf-8" };

/** Starts the browser and a server for all the tests of a file. */
export function hosting() {
  const here = { /** @type {any} */ browser: null, url: "" };
  let server;
  before(async () => {
    server = await serve({ port: 0, dir: fileURLToPath(new URL("../../dist/embed", import.meta.url)) });
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
 * @typedef {object} HostPage
 * @property {string} body
 * @property {string} [css]
 * @property {string} [lang]
 * @property {string} [script]  what stands in the place of our script
 * @property {Record<string, { body: string | Buffer, type?: string, status?: number }>} [files]  beside the page
 * @property {{ width: number, height: number }} [viewport]
 * @property {"light" | "dark"} [colorScheme]
 * @property {() => void} [init]  runs in the page before all scripts
 * @property {(page: any) => Promise<void>} [prepare]
 */

/** @param {string} text */
export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * @param {{ browser: any, url: string }} here
 * @param {HostPage} wishes
 * @param {(page: any, log: import("./harness.js").Log) => Promise<void>} scenario
 */
export async function host(here, { body, css = "", lang = "en", script = '<script type="module" src="mubin.js"></script>', files = {}, viewport, colorScheme = "light", init, prepare }, scenario) {
  const context = await here.browser.newContext({ viewport: viewport ?? { width: 1280, height: 900 }, colorScheme });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const log = record(page);
  await page.addInitScript(() => {
    globalThis.violations = [];
    globalThis.events = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    for (const name of ["mubin-result", "mubin-error"]) {
      document.addEventListener(name, (event) => globalThis.events.push({ name, id: event.target.id, kind: event.detail.kind, message: event.detail.message, text: event.detail.result?.text }));
    }
  });
  if (init) await page.addInitScript(init);
  const all = {
    "host.html": { body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">${script}</head><body>${body}</body></html>` },
    "host.css": { body: css }, ...files,
  };
  for (const [name, file] of Object.entries(all)) {
    await page.route(here.url + name, (route) => route.fulfill({
      status: file.status ?? 200, body: file.body, contentType: file.type ?? TYPES[name.split(".").pop()] ?? "application/octet-stream", headers: { "Content-Security-Policy": `${sitePolicy}; img-src data:` },
    }));
  }
  await prepare?.(page);
  try {
    await page.goto(`${here.url}host.html`);
    await scenario(page, log);
    assert.deepEqual(await page.evaluate(() => globalThis.violations), log.expectedViolations, "policy violations");
    assert.deepEqual(log.console, log.expectedConsole, "the console stays empty");
    assert.deepEqual(log.foreign(here.url), [], "no request to another origin");
  } finally {
    await context.close();
  }
}

/**
 * What the elements of a page told it so far.
 * @param {any} page
 * @param {string} [name]  of the event
 * @returns {Promise<{ name: string, id: string, kind?: string, message?: string, text?: string }[]>}
 */
export const eventsOf = async (page, name) => (await page.evaluate(() => globalThis.events)).filter((event) => !name || event.name === name);
