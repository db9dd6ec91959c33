/**
 * The engine in one script, binary, packs and worker inside. The module that says where
 * the files lie is replaced by one that has them, and nothing else differs.
 */

import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";

/**
 * @param {string} www
 * @param {import("esbuild").BuildOptions} base
 * @param {{ wasm: Uint8Array, worker: string, packs: import("./packs.js").PackFiles }} files
 * @returns {Promise<string>}
 */
export async function buildInline(www, base, { wasm, worker, packs }) {
  const packed = (/** @type {Uint8Array} */ bytes) => deflateRawSync(bytes, { level: 9 }).toString("base64");
  const contents = Object.entries({
    wasm: packed(wasm), worker, packs: Object.fromEntries(Object.entries(packs).map(([name, bytes]) => [name, packed(bytes)])),
  }).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join("\n");
  const { outputFiles: [script] } = await build({
    ...base, entryPoints: [`${www}engine/index.js`], format: "esm", write: false,
    plugins: [{
      name: "files-inside",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\/files\.js$/ }, () => ({ path: `${www}engine/inline/files.js` }));
        onResolve({ filter: /^mubin:files$/ }, ({ path }) => ({ path, namespace: "contents" }));
        onLoad({ filter: /.*/, namespace: "contents" }, () => ({ contents, loader: "js" }));
      },
    }],
  });
  return script.text;
}
