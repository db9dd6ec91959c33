/** The licences of the libraries that are inside a bundle, for the notice beside it. */

import { readdir, readFile } from "node:fs/promises";

/**
 * Each once.
 * @param {string} www
 * @param {import("esbuild").Metafile} made  what the bundle was made of
 */
export async function licencesOf(www, { inputs }) {
  const names = new Set(Object.keys(inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const parts = await Promise.all([...names].sort().map(async (name) => {
    const home = `${www}node_modules/${name}/`;
    const file = (await readdir(home)).find((found) => /^licen[cs]e/i.test(found));
    const { version, license } = JSON.parse(await readFile(`${home}package.json`, "utf8"));
    return `${name} ${version} (${license})\n\n${file ? (await readFile(home + file, "utf8")).trim() : ""}\n`;
  }));
  return `Libraries inside the scripts of this folder.\n\n${parts.join("\n----\n\n")}`;
}
