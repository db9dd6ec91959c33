/** What is transferred, compressed as servers send it, against the budgets. Exits 1 when one is exceeded. */

import { readdir, readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

const dist = new URL("../../dist/", import.meta.url);
/** Kilobytes of 1,000 bytes. */
const BUDGETS = { ready: 1500, script: 120, panels: 120, map: 150, single: 6000, embed: 60 };

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

const site = new URL("site/", dist);
const files = (await readdir(site, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".br"))
  .map((entry) => new URL(`${entry.parentPath.replaceAll("\\", "/")}/${entry.name}`, "file:"));

/** Fonts, notices, the icons of the installed page, the glosses, the map and the panels that are scripts of their own come after the first result could be there. */
const lazy = (name) => /\.(woff2|txt|png)$/.test(name) || /\bglosses-\w+\.pack$/.test(name) || isPanel(name) || isMap(name);
const isMap = (name) => /\batlas-\w+\.js$/.test(name);
const first = await readFile(new URL("index.html", site), "utf8");
/** A script that the page does not name itself; it knows the worker's from within. */
const isPanel = (name) => name.endsWith(".js") && !isMap(name) && !/\bworker-\w+\.js$/.test(name) && !first.includes(name);
let ready = 0;
let script = 0;
let panels = 0;
let map = 0;
console.log(" kB plain | kB brotli |");
for (const file of files.sort((a, b) => a.href.localeCompare(b.href))) {
  const name = file.href.slice(site.href.length);
  const bytes = await readFile(file);
  // Fonts are compressed already.
  const sent = name.endsWith(".woff2") ? bytes.length : brotli(bytes);
  if (!lazy(name)) ready += sent;
  if (isMap(name)) map += sent;
  else if (isPanel(name)) panels += sent;
  else if (/\.(js|css)$/.test(name)) script += sent;
  console.log(`${kilo(bytes.length)}  | ${kilo(sent)}  | ${name}${lazy(name) ? " (later)" : ""}`);
}
const single = (await readFile(new URL("mubin.html", dist))).length;

/** What a page with a reader loads of script: mubin.js, what it is told to preload with it, and the messages of one language. */
const embed = new URL("embed/", dist);
const demo = await readFile(new URL("demos/news.html", embed), "utf8");
const messages = (await readdir(embed)).filter((name) => /^messages-ar-\w+\.js$/.test(name));
const loaded = [...demo.matchAll(/(?:src|href)="\.\.\/([\w-]+\.js)"/g)].map(([, name]) => name).concat(messages);
let reader = 0;
for (const name of loaded) reader += brotli(await readFile(new URL(name, embed)));

let exceeded = false;
for (const [what, bytes, limit] of [
  ["page ready to analyse, brotli", ready, BUDGETS.ready],
  ["script and style, brotli", script, BUDGETS.script],
  ["panels loaded later, brotli", panels, BUDGETS.panels],
  ["geography of the map, brotli", map, BUDGETS.map],
  ["script of a page with a reader, brotli", reader, BUDGETS.embed],
  ["single file", single, BUDGETS.single],
]) {
  const over = bytes > limit * 1000;
  exceeded ||= over;
  console.log(`${kilo(bytes)} kB of ${limit} kB  ${what}${over ? "  EXCEEDED" : ""}`);
}
process.exitCode = exceeded ? 1 : 0;
