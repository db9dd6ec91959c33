/**
 * What is transferred, by brotli and by gzip, against the budgets: the copies that lie ready in the folder, which must be there
 * for all that is worth it and hold what they are copies of. Exits 1 when a budget is exceeded or a copy is none.
 */

import { readdir, readFile } from "node:fs/promises";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from "node:zlib";
import { WORTH } from "../../www/build/hashed.js";

const dist = new URL("../../dist/", import.meta.url);
/** Kilobytes of 1,000 bytes. */
const BUDGETS = { ready: 1500, zipped: 1900, script: 120, panels: 120, map: 150, single: 6000, embed: 60 };

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

const site = new URL("site/", dist);
const files = (await readdir(site, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => new URL(`${entry.parentPath.replaceAll("\\", "/")}/${entry.name}`, "file:"));

/** Fonts, notices, the icons of the installed page, the glosses, the map and the panels that are scripts of their own come after the first result could be there. */
const lazy = (name) => /\.(woff2|txt|png)$/.test(name) || /\bglosses-\w+\.pack$/.test(name) || isPanel(name) || isMap(name);
const isMap = (name) => /\batlas-\w+\.js$/.test(name);
const first = await readFile(new URL("index.html", site), "utf8");
/** A script that the page does not name itself; it knows the worker's from within. */
const isPanel = (name) => name.endsWith(".js") && !isMap(name) && !/\bworker-\w+\.js$/.test(name) && !first.includes(name);
/**
 * The length of the copy that lies beside a file, of the file itself where it is sent as it is.
 * @param {URL} file
 * @param {Buffer} bytes
 * @param {".br" | ".gz"} ending
 * @param {(copy: Buffer) => Buffer} unpacked
 */
async function sentAs(file, bytes, ending, unpacked) {
  if (bytes.length < WORTH || /\.(woff2|png)$/.test(file.pathname)) return bytes.length;
  const copy = await readFile(new URL(file.href + ending)).catch(() => null);
  if (!copy || !unpacked(copy).equals(bytes)) wrong.push(file.href.slice(site.href.length) + ending);
  return copy?.length ?? bytes.length;
}
/** @type {string[]} */
const wrong = [];
let ready = 0;
let zipped = 0;
let script = 0;
let panels = 0;
let map = 0;
console.log(" kB plain | kB brotli |  kB gzip |");
for (const file of files.sort((a, b) => a.href.localeCompare(b.href))) {
  const name = file.href.slice(site.href.length);
  const bytes = await readFile(file);
  const sent = await sentAs(file, bytes, ".br", brotliDecompressSync);
  const gzip = await sentAs(file, bytes, ".gz", gunzipSync);
  if (!lazy(name)) {
    ready += sent;
    zipped += gzip;
  }
  if (isMap(name)) map += sent;
  else if (isPanel(name)) panels += sent;
  else if (/\.(js|css)$/.test(name)) script += sent;
  console.log(`${kilo(bytes.length)}  | ${kilo(sent)}  | ${kilo(gzip)}  | ${name}${lazy(name) ? " (later)" : ""}`);
}
const single = (await readFile(new URL("mubin.html", dist))).length;

/** What a page with a reader loads of script: mubin.js, what it is told to preload with it, and the messages of one language. */
const embed = new URL("embed/", dist);
const demo = await readFile(new URL("demos/news.html", embed), "utf8");
const messages = (await readdir(embed)).filter((name) => /^messages-ar-\w+\.js$/.test(name));
const loaded = [...demo.matchAll(/(?:src|href)="\.\.\/([\w-]+\.js)"/g)].map(([, name]) => name).concat(messages);
let reader = 0;
for (const name of loaded) reader += brotli(await readFile(new URL(name, embed)));

for (const name of wrong) console.log(`${name} is missing or holds something else`);
let exceeded = wrong.length > 0;
for (const [what, bytes, limit] of [
  ["page ready to analyse, brotli", ready, BUDGETS.ready],
  ["the same by gzip", zipped, BUDGETS.zipped],
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
