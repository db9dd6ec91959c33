/**
 * The engine as an npm package: its modules unbundled, the binary, the language
 * packs with their notices, and the types that the compiler reads out of the
 * sources, so that they cannot drift.
 */

import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { noticesOf } from "./packs.js";

const PUBLIC = [
  "index", "worker", "load", "source", "packs", "run", "page-host", "worker-host", "protocol", "parts", "result", "columns", "morphology", "study",
  "alternatives", "export", "transliterate", "errors", "trusted",
];

/**
 * @param {string} www
 * @param {string} target  folder, with a slash at its end
 * @param {import("./packs.js").PackFiles} packs
 */
export async function writePackage(www, target, packs) {
  await mkdir(`${target}generated`, { recursive: true });
  await mkdir(`${target}packs`, { recursive: true });
  for (const [name, bytes] of Object.entries(packs)) await writeFile(`${target}packs/${name}.pack`, bytes);
  await writeFile(`${target}packs/NOTICE.txt`, noticesOf(packs));
  for (const name of PUBLIC) await cp(`${www}engine/${name}.js`, `${target}${name}.js`);
  await cp(`${www}engine/types.d.ts`, `${target}types.d.ts`);
  for (const name of ["bindings.js", "bindings.d.ts", "mubin_bg.wasm"]) {
    await cp(`${www}engine/generated/${name}`, `${target}generated/${name}`);
  }
  await promisify(execFile)(process.execPath, [
    `${www}node_modules/typescript/bin/tsc`, "-p", `${www}engine`, "--outDir", target,
  ]);
  const version = JSON.parse(await readFile(`${www}package.json`, "utf8")).version;
  await writeFile(`${target}package.json`, `${JSON.stringify(manifest(version), null, 2)}\n`);
}

/** @param {string} version */
const manifest = (version) => ({
  name: "mubin",
  version,
  description: "Reads Arabic text in browsers, workers and Node: blocks, sentences, tokens, words and what each of them is.",
  license: "MIT OR Apache-2.0",
  type: "module",
  sideEffects: ["./worker.js"],
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./worker": "./worker.js",
    "./wasm": "./generated/mubin_bg.wasm",
    "./packs/*": "./packs/*",
  },
  types: "./index.d.ts",
  engines: { node: ">=20.16" },
});
