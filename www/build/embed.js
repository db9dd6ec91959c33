/**
 * The elements for other people's pages: a flat folder to be put on any static
 * host. Only `mubin.js` keeps its name; everything it loads is named by its
 * content and lies beside it, which is how it is found wherever the folder stands. `integrity.json`
 * has the hash of every file, for pages that pin what they load.
 */

import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { build } from "esbuild";
import { GROUPS } from "../element/messages.js";
import { boxed } from "./boxed.js";
import { writeDemos } from "./demos.js";
import { writeElementsManifest } from "./elements-manifest.js";
import { compressAll, writeHashed } from "./hashed.js";
import { licencesOf } from "./licences.js";
import { noticesOf } from "./packs.js";

/** @type {Record<string, string>} */
const FACES = {
  __FACE__: "noto-naskh-arabic-arabic-400-normal.woff2", __FACE_BOLD__: "noto-naskh-arabic-arabic-700-normal.woff2",
  __FACE_LATIN__: "noto-naskh-arabic-latin-400-normal.woff2", __FACE_LATIN_BOLD__: "noto-naskh-arabic-latin-700-normal.woff2",
};
/** Has the styles of a whole page in it. */
const BOX = /element\/analyzer\.css$/;

/**
 * @param {string} www
 * @param {string} target  folder, with a slash at its end
 * @param {{ base: import("esbuild").BuildOptions, wasm: Uint8Array, worker: string, packs: import("./packs.js").PackFiles }} made
 */
export async function writeEmbed(www, target, { base, wasm, worker, packs }) {
  await mkdir(target, { recursive: true });
  /** @type {Record<string, string>} */
  const files = { __WASM__: await writeHashed(target, wasm, "mubin.wasm"), __WORKER__: await writeHashed(target, worker, "worker.js") };
  for (const [name, bytes] of Object.entries(packs)) files[`__${name.toUpperCase()}__`] = await writeHashed(target, bytes, `${name}.pack`);
  const made = await bundleElements(www, target, base, { name: "mubin", files, plugin: filesBeside(www) });
  await writeFile(`${target}NOTICE.txt`, `${noticesOf(packs)}\n----\n\n${await licencesOf(www, made)}`);
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) await cp(`${www}../${name}`, target + name);
  await writeElementsManifest(`${www}element/`, `${target}custom-elements.json`);
  const hashes = await hashesOf(target);
  await writeFile(`${target}integrity.json`, `${JSON.stringify(hashes, null, 2)}\n`);
  await writeDemos(`${www}demos/`, target, hashes, scriptsOf(made));
  await compressAll(target);
}

/**
 * What a page with a reader loads beside `mubin.js`: the reader, and what either imports.
 * @param {import("esbuild").Metafile} metafile
 * @returns {string[]}
 */
function scriptsOf({ outputs }) {
  const paths = Object.keys(outputs);
  const found = new Set(paths.filter((path) => /^(mubin|reader-\w+)\.js$/.test(basename(path))));
  for (const path of found) for (const { path: other, kind } of outputs[path].imports) if (kind === "import-statement") found.add(other);
  return [...found].map((path) => basename(path)).filter((name) => name !== "mubin.js");
}

/**
 * Scripts, styles and faces of the elements, in one folder.
 * @param {string} www
 * @param {string} target
 * @param {import("esbuild").BuildOptions} base
 * @param {{ name: string, files?: Record<string, string>, plugin: import("esbuild").Plugin }} wishes  of the entry; files: what else is filled in; plugin: where the engine is
 * @returns {Promise<import("esbuild").Metafile>} what was made of what
 */
export async function bundleElements(www, target, base, { name, files = {}, plugin }) {
  const fonts = `${www}node_modules/@fontsource/noto-naskh-arabic/`;
  const filled = { ...files };
  for (const [mark, file] of Object.entries(FACES)) filled[mark] = `./${await writeHashed(target, await readFile(`${fonts}files/${file}`), file)}`;
  await cp(`${fonts}LICENSE`, `${target}noto-naskh-arabic-OFL.txt`);
  const { metafile } = await build({
    ...base, write: true, metafile: true, outdir: target, entryPoints: { [name]: `${www}element/index.js` }, entryNames: "[name]", chunkNames: "[name]-[hash]",
    format: "esm", splitting: true, plugins: [...base.plugins ?? [], plugin, stylesAsText(base), messages(`${www}i18n/`)],
    define: Object.fromEntries(Object.entries(filled).map(([mark, file]) => [mark, JSON.stringify(file)])),
  });
  return metafile;
}

/**
 * The engine's files are beside the script, under their hashed names.
 * @param {string} www
 * @returns {import("esbuild").Plugin}
 */
const filesBeside = (www) => ({
  name: "files-beside",
  setup({ onResolve }) {
    onResolve({ filter: /\/files\.js$/ }, ({ path, resolveDir }) => (
      resolve(resolveDir, path) === resolve(www, "engine/files.js") ? { path: `${www}element/files.js` } : null));
  },
});

/**
 * A style sheet that a script imports is its text, with what it imports and without white space: a shadow root adopts it.
 * @param {import("esbuild").BuildOptions} base
 * @returns {import("esbuild").Plugin}
 */
const stylesAsText = ({ target, charset }) => ({
  name: "styles-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false, target, charset, loader: { ".woff2": "empty" } });
      const [{ text }] = outputFiles;
      return { contents: BOX.test(path) ? boxed(text) : text, loader: "text" };
    });
  },
});

/**
 * `mubin:messages/ar`: of the catalogs only what the elements say.
 * @param {string} folder
 * @returns {import("esbuild").Plugin}
 */
const messages = (folder) => ({
  name: "messages",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mubin:messages\// }, ({ path }) => ({ path: path.replace("mubin:messages/", "messages-"), namespace: "messages" }));
    onLoad({ filter: /./, namespace: "messages" }, async ({ path }) => {
      const lang = path.replace("messages-", "");
      const read = async (/** @type {string} */ name) => JSON.parse(await readFile(`${folder}${lang}${name}.json`, "utf8"));
      const all = Object.assign({}, ...await Promise.all(["", ".content", ".element"].map(read)));
      return { contents: JSON.stringify(Object.fromEntries(GROUPS.map((group) => [group, all[group]]))), loader: "json" };
    });
  },
});

/**
 * Subresource integrity of every file.
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
async function hashesOf(folder) {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => (
    [name, `sha384-${createHash("sha384").update(await readFile(folder + name)).digest("base64")}`]))));
}
