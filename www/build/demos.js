/**
 * The demo pages, beside the elements they show. What a page writes to have them is
 * filled in here: the script, and the modules it loads at once, each with the hash it must have.
 */

import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { sitePolicy } from "./csp.js";

/**
 * @param {string} source  folder of the pages
 * @param {string} target  folder of the elements
 * @param {Record<string, string>} hashes  of the files in it
 * @param {string[]} scripts  what a page with a reader loads at once
 */
export async function writeDemos(source, target, hashes, scripts) {
  await mkdir(`${target}demos`);
  const preloaded = (/** @type {string} */ name) => `<link rel="modulepreload" href="../${name}" integrity="${hashes[name]}">`;
  const script = `<script type="module" src="../mubin.js" integrity="${hashes["mubin.js"]}"></script>`;
  await cp(`${source}../icon.svg`, `${target}demos/icon.svg`);
  for (const name of await readdir(source)) {
    const text = await readFile(source + name, "utf8");
    const wanted = text.includes("<mubin-reader") ? scripts : scripts.filter((file) => !file.startsWith("reader-"));
    await writeFile(`${target}demos/${name}`, text.replace("{{csp}}", sitePolicy).replace("{{embed}}", [script, ...wanted.map(preloaded)].join("\n")));
  }
}
