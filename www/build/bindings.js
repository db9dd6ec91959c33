/**
 * Wraps what wasm-bindgen wrote into a factory. Its web output keeps the instance
 * in a module-level variable and can be started only once; after a trap, though,
 * the page needs a second instance. So `generated/mubin.js` becomes
 * `generated/bindings.js`, which exports one function that makes fresh bindings, and
 * the version that the binary must have. The console that the bindings write to is one
 * that quotes no text.
 */

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const generated = new URL("../engine/generated/", import.meta.url);

export async function wrapBindings() {
  const { outputFiles: [script] } = await build({
    entryPoints: [fileURLToPath(new URL("mubin.js", generated))],
    bundle: true, write: false, format: "iife", globalName: "bindings", target: "es2022",
    define: { "import.meta.url": '""' }, // the binary is always handed over, never looked for
    legalComments: "inline",
  });
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  await writeFile(new URL("bindings.js", generated),
    `import { quietConsole } from "../panic.js";\n\nexport const VERSION = ${JSON.stringify(version)};\n\n`
    + `export function createBindings() {\nconst console = quietConsole;\n${script.text}return bindings;\n}\n`);
  await writeFile(new URL("bindings.d.ts", generated),
    'export declare const VERSION: string;\nexport declare function createBindings(): import("../types.js").Bindings;\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await wrapBindings();
