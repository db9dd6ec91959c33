/**
 * `./build.sh looks` takes every picture, compares it with its reference and writes a
 * page that shows both side by side; `renew` makes what is seen now the reference;
 * `readme` takes the two pictures of the README.
 */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../../www/build/serve.js";
import { FLAGS, openCard, readSample, visit } from "../harness.js";
import { openTab } from "../tour.js";
import { compare, packed } from "./compare.js";
import { PICTURES, take } from "./pictures.js";

const HERE = new URL("./", import.meta.url);
export const OUT = new URL("../../../target/looks/", import.meta.url);
const VERSION = new URL("chromium.txt", HERE);

/** @param {string} name */
export const referenceOf = (name) => readFile(new URL(`${name}.png`, HERE)).catch(() => null);

/** The major version of the browser the references were made with. */
export const madeWith = () => readFile(VERSION, "utf8").then((text) => text.trim(), () => "");

/** @param {any} browser */
export const majorOf = (browser) => browser.version().split(".")[0];

/**
 * Leaves what was seen, and what differs, in target/looks.
 * @param {string} name
 * @param {Buffer} actual
 * @param {Buffer | null} difference
 */
export async function leave(name, actual, difference) {
  await mkdir(OUT, { recursive: true });
  await writeFile(new URL(`${name}.png`, OUT), actual);
  if (difference) await writeFile(new URL(`${name}.difference.png`, OUT), difference);
  return fileURLToPath(new URL(`${name}.png`, OUT));
}

/** @param {{ browser: any, url: string }} here */
async function review(here) {
  const rows = [];
  for (const picture of PICTURES) {
    const [actual, expected] = [await take(here, picture), await referenceOf(picture.name)];
    const { same, why, difference } = expected ? compare(actual, expected) : { same: false, why: "has no reference yet", difference: null };
    await leave(picture.name, actual, difference);
    console.log(`${same ? "same     " : "DIFFERENT"} ${picture.name}: ${why}`);
    rows.push({ ...picture, same, why, difference: difference !== null, expected: expected !== null });
  }
  rows.sort((a, b) => Number(a.same) - Number(b.same));
  const column = (/** @type {string} */ label, /** @type {string | null} */ src) => (
    `<figure><figcaption>${label}</figcaption>${src === null ? "<p>none</p>" : `<a href="${src}"><img src="${src}" alt="" loading="lazy"></a>`}</figure>`);
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looks of the page</title>
<style>body { font: 1rem/1.5 system-ui; margin: 1rem } section { border-block-start: 1px solid; padding-block: 1rem } section > div { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem }
figure { margin: 0 } img { max-inline-size: 100%; border: 1px solid #888 } .different h2 { color: #b00020 }</style>
<h1>${rows.filter(({ same }) => !same).length} of ${rows.length} pictures differ from their references</h1>
<p><code>./build.sh looks renew</code> makes what is seen now the reference.</p>
${rows.map(({ name, same, why, difference, expected }) => `<section class="${same ? "same" : "different"}"><h2>${name}</h2><p>${why}</p><div>
${column("reference", expected ? fileURLToPath(new URL(`${name}.png`, HERE)) : null)}${column("now", `${name}.png`)}${column("difference", difference ? `${name}.difference.png` : null)}</div></section>`).join("\n")}</html>`;
  const index = new URL("index.html", OUT);
  await writeFile(index, page.replaceAll(`"${fileURLToPath(HERE)}`, `"${pathToFileURL(fileURLToPath(HERE)).href}`));
  console.log(`see ${index.href}`);
}

/** @param {{ browser: any, url: string }} here */
async function renew(here) {
  let bytes = 0;
  for (const picture of PICTURES) {
    const [actual, expected] = [packed(await take(here, picture)), await referenceOf(picture.name)];
    const kept = expected && compare(actual, expected).same ? expected : actual; // what a reader would not notice stays as it is
    bytes += kept.length;
    await writeFile(new URL(`${picture.name}.png`, HERE), kept);
    console.log(`${kept === expected ? "kept   " : "renewed"} ${picture.name}, ${Math.round(kept.length / 1000)} kB`);
  }
  await writeFile(VERSION, `${majorOf(here.browser)}\n`);
  console.log(`${PICTURES.length} pictures, ${Math.round(bytes / 1000)} kB`);
}

/** @param {{ browser: any, url: string }} here */
async function readme(here) {
  const folder = new URL("../../../www/pictures/", import.meta.url);
  const shoot = async (/** @type {any} */ page, /** @type {string} */ name) => {
    await page.mouse.move(0, 0);
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 88 });
    await writeFile(new URL(name, folder), Buffer.from(data, "base64"));
    console.log(`${name}, ${Math.round(data.length * 0.75 / 1000)} kB`);
  };
  await mkdir(folder, { recursive: true });
  await visit(here, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await readSample(page);
    await openTab(page, "statements");
    await shoot(page, "page.webp");
  });
  await visit(here, { viewport: { width: 390, height: 780 } }, async (page) => {
    await readSample(page);
    await openCard(page, "المكتبة");
    await shoot(page, "phone.webp");
  });
}

const VERBS = /** @type {Record<string, (here: { browser: any, url: string }) => Promise<void>>} */ ({ review, renew, readme });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const verb = VERBS[process.argv[2] ?? "review"];
  if (!verb) throw new Error(`no ${process.argv[2]}; one of ${Object.keys(VERBS).join(", ")}`);
  const server = await serve({ port: 0, dir: fileURLToPath(new URL("../../../dist/site", import.meta.url)) });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  try {
    await verb({ browser, url: server.url });
  } finally {
    await browser.close();
    await server.close();
  }
}
