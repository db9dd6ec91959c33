/**
 * The engine as an npm package: its modules unbundled, so that what is not
 * imported is left out; the worker with everything in it, so that a bundler may
 * take it along as it is; one file with binary and packs inside; the packs with
 * notices and licences; and types that the compiler reads out of the sources, so
 * that they cannot drift.
 */

import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { apiOf } from "./api.js";
import { writeElements } from "./elements.js";
import { buildInline } from "./inline.js";
import { noticesOf, PACK_LICENCES } from "./packs.js";

/** The worker, which is shipped in one piece. */
const PIECES = ["worker.js"];

/** @typedef {{ base: import("esbuild").BuildOptions, wasm: Uint8Array, worker: string, packs: import("./packs.js").PackFiles }} Made */

/**
 * @param {string} www
 * @param {string} target  folder, with a slash at its end
 * @param {Made} made
 */
export async function writePackage(www, target, made) {
  for (const folder of ["generated", "packs", "licences"]) await mkdir(target + folder, { recursive: true });
  await Promise.all([writeScripts(www, target, made), writePacks(target, made.packs), writeTypes(www, target), writeTexts(www, target), writeElements(www, target, made.base)]);
}

/**
 * @param {string} www
 * @param {string} target
 * @param {Made} made
 */
async function writeScripts(www, target, { base, wasm, worker, packs }) {
  const names = (await readdir(`${www}engine`)).filter((name) => name.endsWith(".js") && !PIECES.includes(name));
  for (const name of names) await cp(`${www}engine/${name}`, target + name);
  await cp(`${www}engine/generated/bindings.js`, `${target}generated/bindings.js`);
  await writeFile(`${target}generated/mubin_bg.wasm`, wasm);
  await writeFile(`${target}worker.js`, worker);
  await writeFile(`${target}inline.js`, await buildInline(www, base, { wasm, worker, packs }));
}

/**
 * @param {string} target
 * @param {import("./packs.js").PackFiles} packs
 */
async function writePacks(target, packs) {
  for (const [name, bytes] of Object.entries(packs)) await writeFile(`${target}packs/${name}.pack`, bytes);
  await writeFile(`${target}packs/NOTICE.txt`, noticesOf(packs));
}

/** What the main entry names: all types but those of `internal`. */
const NAMED = ["layers", "measures", "result", "study", "calls", "analyzer"];

/**
 * The types of every entry.
 * @param {string} www
 * @param {string} target
 */
async function writeTypes(www, target) {
  await promisify(execFile)(process.execPath, [`${www}node_modules/typescript/bin/tsc`, "-p", `${www}engine`, "--outDir", target]);
  await rm(`${target}inline`, { recursive: true, force: true });
  await cp(`${www}engine/types.d.ts`, `${target}types.d.ts`);
  await cp(`${www}engine/types`, `${target}types`, { recursive: true });
  await cp(`${www}engine/generated/bindings.d.ts`, `${target}generated/bindings.d.ts`);
  const main = await readFile(`${target}index.d.ts`, "utf8");
  await writeFile(`${target}index.d.ts`, `${main.trimEnd()}\n${NAMED.map((name) => `export type * from "./types/${name}.js";\n`).join("")}`);
  await writeFile(`${target}inline.d.ts`, 'export * from "./index.js";\n');
  await writeFile(`${target}worker.d.ts`, "/** A script to start as a worker; there is nothing to import from it. */\nexport {};\n");
  await writeFile(`${target}file.d.ts`, "/** What a bundler makes of the file: its address, as a rule. */\ndeclare const file: string;\nexport default file;\n");
}

/**
 * @param {string} www
 * @param {string} target
 */
async function writeTexts(www, target) {
  const { version } = JSON.parse(await readFile(`${www}package.json`, "utf8"));
  await writeFile(`${target}package.json`, `${JSON.stringify(manifest(version), null, 2)}\n`);
  await cp(`${www}engine/README.md`, `${target}README.md`);
  await writeFile(`${target}API.md`, await apiOf(www));
  await cp(`${www}../src/report/mubin-1.schema.json`, `${target}mubin-1.schema.json`);
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) await cp(`${www}../${name}`, target + name);
  for (const id of PACK_LICENCES) {
    const { licenseText } = JSON.parse(await readFile(`${www}node_modules/spdx-license-list/licenses/${id}.json`, "utf8"));
    await writeFile(`${target}licences/${id}.txt`, `${licenseText.trim()}\n`);
  }
}

/** @param {string} version */
const manifest = (version) => ({
  name: "mubin",
  version,
  description: "Reads Arabic text in browsers, workers and Node: blocks, sentences, words and what each of them is, names, statements, dates, misspellings.",
  keywords: [
    "arabic", "nlp", "morphology", "lemmatization", "diacritization", "tashkeel", "tokenizer", "named-entity-recognition", "spell-checker",
    "transliteration", "conllu", "tei", "wasm",
  ],
  license: `(MIT OR Apache-2.0) AND ${PACK_LICENCES.join(" AND ")}`,
  type: "module",
  sideEffects: ["./worker.js", "./element/*.js"],
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./inline": { types: "./inline.d.ts", default: "./inline.js" },
    "./worker": { types: "./worker.d.ts", default: "./worker.js" },
    "./element": { types: "./element/index.d.ts", default: "./element/index.js" },
    "./wasm": { types: "./file.d.ts", default: "./generated/mubin_bg.wasm" },
    "./packs/*": { types: "./file.d.ts", default: "./packs/*" },
    "./schema": "./mubin-1.schema.json",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
  customElements: "./custom-elements.json",
  main: "./index.js",
  types: "./index.d.ts",
  files: ["*.js", "*.d.ts", "*.md", "*.json", "element", "generated", "types", "packs", "licences", "LICENSE-*"],
  engines: { node: ">=20.16" },
});
