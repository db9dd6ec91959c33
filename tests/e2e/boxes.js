/** Pages of others with an analyzer in them, and what lies beside those pages. */

import { sitePolicy } from "../../www/build/csp.js";
import { call, placeIn } from "./hosts.js";

const TYPES = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", txt: "text/plain; charset=utf-8", js: "text/javascript; charset=utf-8" };

/** @param {string} text */
export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * @typedef {object} Page
 * @property {string} body
 * @property {string} [css]
 * @property {string} [script]  what stands in the place of our script
 * @property {Record<string, { body: string | Buffer, type?: string, status?: number }>} [files]  beside the page
 * @property {{ width: number, height: number }} [viewport]
 * @property {"light" | "dark"} [colorScheme]
 * @property {() => void} [init]  runs in the page before all scripts
 * @property {(page: any) => Promise<void>} [prepare]
 */

/**
 * @param {import("./hosts.js").Host} here
 * @param {Page} wishes
 * @param {Parameters<typeof call>[3]} scenario
 */
export function visit(here, { body, css = "", script = '<script type="module" src="mubin/mubin.js"></script>', files = {}, viewport = { width: 1280, height: 900 }, colorScheme, init, prepare }, scenario) {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="stylesheet" href="host.css">${script}</head><body>${body}</body></html>`;
  return call(here, page, {
    viewport, scheme: colorScheme, init,
    async prepare(tab) {
      for (const [name, file] of Object.entries({ "host.css": { body: css }, ...files })) {
        await tab.route(here.url + name, (route) => route.fulfill({
          status: file.status ?? 200, body: file.body, contentType: file.type ?? TYPES[name.split(".").pop()] ?? "application/octet-stream", headers: { "Content-Security-Policy": sitePolicy },
        }));
      }
      await prepare?.(tab);
    },
  }, scenario);
}

/**
 * What the elements of a page told it so far.
 * @param {any} page
 * @param {string} [name]  of the event
 * @returns {Promise<{ name: string, id: string, kind?: string, message?: string, text?: string }[]>}
 */
export const eventsOf = async (page, name) => (await page.evaluate(() => globalThis.events)).filter((event) => !name || event.name === name);

/** An analyzer with a text in it. @param {string} text @param {string} [attributes] @param {string} [id] */
export const box = (text, attributes = "", id = "one") => `<mubin-analyzer id="${id}" lang="ar" ${attributes}>${escaped(text)}</mubin-analyzer>`;

/** Its text was read. @param {any} page @param {string} [id] */
export const read = (page, id = "one") => page.locator(`#${id} .reader .chunk`).first().waitFor();

/** Our script, when the page wants it. @param {any} page @param {string} [file] */
export const load = (page, file = "mubin/mubin.js") => page.evaluate((name) => import(new URL(name, location.href).href).then(() => {}), file);

/** A word of the text on screen, by a click in its middle. @param {any} page @param {string} word @param {string} [id] */
export async function clickWord(page, word, id = "one") {
  const { x, y } = await placeIn(page, word, `#${id} .reader`);
  await page.mouse.click(x, y);
}
