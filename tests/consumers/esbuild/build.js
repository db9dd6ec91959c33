/** esbuild leaves `new URL("…", import.meta.url)` as it is, so the engine's files go beside the bundle. */

import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL("./", import.meta.url));
const mubin = fileURLToPath(new URL("./", import.meta.resolve("mubin")));

const { warnings } = await build({
  entryPoints: [`${here}main.js`], bundle: true, minify: true, format: "esm", target: "es2023", outdir: `${here}dist`,
});
if (warnings.length) throw new Error(warnings.map(({ text }) => text).join("\n"));
await cp(`${here}index.html`, `${here}dist/index.html`);
await cp(`${mubin}worker.js`, `${here}dist/worker.js`);
await cp(`${mubin}generated/mubin_bg.wasm`, `${here}dist/generated/mubin_bg.wasm`);
await cp(`${mubin}packs`, `${here}dist/packs`, { recursive: true });
