/**
 * The elements as an entry of the package. They bring what they show and nothing of the engine:
 * that they import from the package itself, so that a page which has elements and a program of its own has one engine.
 */

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeElementsManifest } from "./elements-manifest.js";
import { bundleElements } from "./embed.js";
import { licencesOf } from "./licences.js";

/**
 * @param {string} www
 * @param {string} target  of the package, with a slash at its end
 * @param {import("esbuild").BuildOptions} base
 */
export async function writeElements(www, target, base) {
  const folder = `${target}element/`;
  await mkdir(folder, { recursive: true });
  const made = await bundleElements(www, folder, base, { name: "index", plugin: engineOutside });
  await writeFile(`${folder}NOTICE.txt`, await licencesOf(www, made));
  await writeElementsManifest(`${www}element/`, `${target}custom-elements.json`, "element/index.js");
  await writeTypes(www, folder);
}

/** @type {import("esbuild").Plugin} */
const engineOutside = {
  name: "engine-outside",
  setup({ onResolve }) {
    onResolve({ filter: /^\.[./]*\/engine\/[\w-]+\.js$/ }, ({ path }) => ({ path: path.replace(/^.*\/engine\//, "../"), external: true }));
  },
};

/**
 * @param {string} www
 * @param {string} folder
 */
async function writeTypes(www, folder) {
  const made = await mkdtemp(join(tmpdir(), "mubin-types-"));
  await promisify(execFile)(process.execPath, [
    `${www}node_modules/typescript/bin/tsc`, "--ignoreConfig", "--declaration", "--emitDeclarationOnly", "--noCheck", "--noResolve", "--allowJs",
    "--target", "es2023", "--module", "esnext", "--rootDir", `${www}element`, "--outDir", made, `${www}element/index.js`, `${www}element/engine.js`,
  ]);
  for (const name of ["index.d.ts", "engine.d.ts"]) {
    await writeFile(folder + name, (await readFile(join(made, name), "utf8")).replaceAll('"../engine/', '"../'));
  }
  await rm(made, { recursive: true });
}
