/**
 * Builds everything that leaves this folder, into `dist/` at the repository's root:
 * `site/` (hashed files and a small index.html), `mubin.html` (all in one file),
 * `embed/` (the elements for other pages) and `npm/` (the engine as a package). The engine's binary and the language packs are
 * taken as they are; making them is build.sh's work.
 */

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import { EARLY, LATE } from "../engine/packs.js";
import { wrapBindings } from "./bindings.js";
import { singlePolicy, sitePolicy } from "./csp.js";
import { writeEmbed } from "./embed.js";
import { thinnedGeography } from "./geography.js";
import { compressAll, keepCompressed, writeHashed as writeNamed } from "./hashed.js";
import { drawIcons } from "./icons.js";
import { manifest } from "./manifest.js";
import { writePackage } from "./package.js";
import { noticesOf, readPacks } from "./packs.js";

const www = fileURLToPath(new URL("../", import.meta.url));
const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const assets = `${dist}site/assets/`;

/** @satisfies {import("esbuild").BuildOptions} */
const base = {
  bundle: true, minify: true, write: false, target: "es2023", legalComments: "none", charset: "utf8",
  loader: { ".txt": "text", ".tsv": "text", ".woff2": "file" }, assetNames: "[name]-[hash]", outdir: assets,
  plugins: [thinnedGeography()],
};

/**
 * @param {string | Uint8Array} content
 * @param {string} name
 */
const writeHashed = (content, name) => writeNamed(assets, content, name);

/**
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} [options]
 */
async function bundle(entry, options) {
  const { outputFiles } = await build({ ...base, entryPoints: [www + entry], ...options, write: false });
  return outputFiles;
}

/** Only the worker is a classic script: it then runs wherever workers do. */
const workerScript = async () => (await bundle("engine/worker.js", { format: "iife", define: { "import.meta.url": '""' } }))[0].text;

/**
 * @param {string} template
 * @param {Record<string, string>} parts
 */
const filled = (template, parts) => template.replace(/\{\{(\w+)\}\}\n?/g, (_, name) => parts[name] && `${parts[name]}${name === "csp" ? "" : "\n"}`);

/** @param {string | Uint8Array} text */
const sha256 = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Parts of the page that are scripts of their own, loaded when they are first wanted. @type {Record<string, string>} */
const LATER = {
  study: "view/study.js", panels: "view/panels.js", writing: "view/writing/index.js", output: "view/output/index.js",
  library: "view/library/index.js", compare: "view/compare/index.js", help: "view/help/index.js",
  samples: "view/samples.js", passage: "view/passage/index.js", docx: "view/docx/index.js",
};

/**
 * Every part reaches all modules of the page, so that these are one file and not one for each set of parts that has them in common.
 * @param {string} page  what the parts are loaded by
 * @returns {import("esbuild").Plugin}
 */
const beside = (page) => ({
  name: "beside-page",
  setup({ onLoad }) {
    const parts = new Set(Object.values(LATER).map((entry) => www + entry));
    onLoad({ filter: /\.js$/ }, async ({ path }) => (parts.has(path)
      ? { contents: `import ${JSON.stringify(www + page)};\n${await readFile(path, "utf8")}`, loader: "js" } : null));
  },
});

/**
 * The page's script, the parts that it loads later, and what they have in common: files of their own, because there may be one
 * lit-html only. The page knows the parts by the names of their files, which follow from what is in them; so it is bundled with
 * marks in their place, once for all of them: a second bundling would name the common files otherwise. A text is
 * filled in where it is used, an object would become one more common file.
 * @param {Record<string, string>} known  what is filled in
 */
async function writeScripts(known) {
  const marks = Object.fromEntries(Object.keys(LATER).map((part) => [part, `part@${part}`]));
  const files = await bundle("view/site.js", {
    entryPoints: { site: `${www}view/site.js`, early: `${www}view/early.js`, ...Object.fromEntries(Object.entries(LATER).map(([part, entry]) => [part, www + entry])) },
    format: "esm", splitting: true, chunkNames: "shared-[hash]", plugins: [...base.plugins, beside("view/app.js")],
    define: { ...known, __LATER__: JSON.stringify(JSON.stringify(marks)) },
  });
  const textOf = (/** @type {string} */ name) => files.find(({ path }) => basename(path) === `${name}.js`)?.text ?? "";
  /** @type {Record<string, string>} */
  const names = {};
  for (const part of Object.keys(LATER)) names[part] = await writeHashed(textOf(part), `${part}.js`);
  const shared = files.filter(({ path }) => basename(path).startsWith("shared-"));
  for (const { path, contents } of shared) await writeFile(path, contents);
  const site = textOf("site").replace(/part@(\w+)/g, (_, part) => names[part]);
  const early = textOf("early");
  const all = shared.map(({ path }) => basename(path));
  const [engine, page] = [early, site].map((script) => all.filter((name) => script.includes(name)));
  const first = [...new Set([...engine, ...page])];
  return {
    early: await writeHashed(early, "early.js"), main: await writeHashed(site, "main.js"), engine, shared: first,
    later: [...Object.values(names), ...all.filter((name) => !first.includes(name))],
  };
}

/**
 * @param {string} template
 * @param {Uint8Array} wasm
 * @param {string} worker
 * @param {import("./packs.js").PackFiles} packs
 */
async function writeSite(template, wasm, worker, packs) {
  const wasmFile = await writeHashed(wasm, "mubin.wasm");
  const workerFile = await writeHashed(worker, "worker.js");
  /** @type {Record<string, string>} */
  const packFiles = {};
  for (const [name, bytes] of Object.entries(packs)) packFiles[name] = await writeHashed(bytes, `${name}.pack`);
  await writeFile(`${assets}packs-NOTICE.txt`, noticesOf(packs));
  await cp(`${www}node_modules/@fontsource/noto-naskh-arabic/LICENSE`, `${assets}noto-naskh-arabic-OFL.txt`);
  const [geography] = await bundle("view/atlas.js", { format: "esm" });
  const atlas = await writeHashed(geography.text, "atlas.js");
  const { early: starter, main, engine, shared, later } = await writeScripts({
    __ATLAS__: JSON.stringify(atlas), __WASM__: JSON.stringify(wasmFile), __WORKER__: JSON.stringify(workerFile), __PACKS__: JSON.stringify(packFiles),
  });
  const styles = await bundle("view/css/index.css");
  const fonts = styles.filter(({ path }) => path.endsWith(".woff2"));
  for (const { path, contents } of fonts) await writeFile(path, contents);
  const css = await writeHashed(styles.find(({ path }) => path.endsWith(".css"))?.text ?? "", "main.css");
  const drawing = await readFile(`${www}icon.svg`, "utf8");
  /** @type {Record<string, string>} */
  const iconFiles = {};
  const icon = await writeHashed(drawing, "icon.svg");
  const icons = await drawIcons(drawing);
  for (const [name, png] of Object.entries(icons)) iconFiles[name] = await writeHashed(png, `${name}.png`);
  await writeFile(`${dist}site/manifest.webmanifest`, manifest(iconFiles));
  const faces = fonts.map(({ path }) => basename(path)).filter((name) => name.includes("arabic-arabic"));
  await writeFile(`${dist}site/index.html`, filled(template, {
    csp: sitePolicy,
    head: [
      `<script type="module" async src="assets/${starter}"></script>`,
      ...engine.map((name) => `<link rel="modulepreload" href="assets/${name}">`),
      `<link rel="icon" href="assets/${icon}">`,
      `<link rel="apple-touch-icon" href="assets/${iconFiles["icon-touch-180"]}">`,
      '<link rel="manifest" href="manifest.webmanifest">',
      `<link rel="stylesheet" href="assets/${css}">`,
      ...faces.map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="assets/${name}">`),
      ...[wasmFile, ...EARLY.map((name) => packFiles[name])].map((file) => (
        `<link rel="preload" as="fetch" crossorigin href="assets/${file}">`)),
      ...shared.filter((name) => !engine.includes(name)).map((name) => `<link rel="modulepreload" href="assets/${name}">`),
      `<script type="module" src="assets/${main}"></script>`,
    ].join("\n"),
    body: "",
  }));
  await writeServiceWorker(
    [starter, main, css, ...shared, wasmFile, workerFile, ...EARLY.map((name) => packFiles[name])],
    [...LATE.map((name) => packFiles[name]), ...fonts.map(({ path }) => basename(path)), ...later, atlas, icon],
  );
  await compressAll(`${dist}site/`);
}

/**
 * The service worker with the files of this version, which is named by all of them and by the worker itself.
 * @param {string[]} first  what a first result needs beside the page
 * @param {string[]} rest
 */
async function writeServiceWorker(first, rest) {
  const hashed = async (/** @type {string} */ name, path = name) => [name, sha256(await readFile(`${dist}site/${path}`))];
  const those = async (/** @type {string[]} */ names) => Promise.all(names.map((name) => hashed(`assets/${name}`)));
  const made = async (/** @type {string} */ version) => (await bundle("service/worker.js", {
    format: "iife",
    define: {
      __VERSION__: JSON.stringify(version),
      __FIRST__: JSON.stringify(Object.fromEntries([await hashed("./", "index.html"), ...await those(first)])),
      __REST__: JSON.stringify(Object.fromEntries(await those(rest))),
    },
  }))[0].text;
  const version = createHash("sha256").update(await made("")).digest("hex").slice(0, 10);
  await writeFile(`${dist}site/service-worker.js`, await made(version));
}

/**
 * @param {string} template
 * @param {Uint8Array} wasm
 * @param {string} worker
 * @param {import("./packs.js").PackFiles} packs
 */
async function writeSingle(template, wasm, worker, packs) {
  const [script] = await bundle("view/single.js", { format: "esm", define: { "import.meta.url": '""' } });
  const [styles] = await bundle("view/css/index.css", { loader: { ...base.loader, ".woff2": "dataurl" } });
  const icon = (await readFile(`${www}icon.svg`)).toString("base64");
  const code = inlineable(script.text);
  await writeFile(`${dist}mubin.html`, filled(template, {
    csp: singlePolicy(sha256(code), sha256(styles.text)),
    head: `<link rel="icon" href="data:image/svg+xml;base64,${icon}">\n<style>${styles.text}</style>`,
    body: [
      ...[["wasm", wasm], ...Object.entries(packs).map(([name, bytes]) => [`pack-${name}`, bytes])]
        .map(([name, bytes]) => `<script type="text/plain" id="mubin-${name}">${deflateRawSync(bytes, { level: 9 }).toString("base64")}</script>`),
      `<script type="text/plain" id="mubin-notices">${inlineable(noticesOf(packs))}</script>`,
      `<script type="text/plain" id="mubin-worker">${inlineable(worker)}</script>`,
      `<script type="module">${code}</script>`,
    ].join("\n"),
  }));
}

/**
 * Script text inside a script element: no end tag and no comment opening may show.
 * Both spellings mean the same in the strings and patterns they occur in.
 * @param {string} code
 */
const inlineable = (code) => code.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");

const packs = await readPacks();
await keepCompressed(assets);
await keepCompressed(`${dist}embed/`);
for (const name of ["site", "embed", "npm"]) await rm(dist + name, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
await wrapBindings();
const template = await readFile(`${www}index.html`, "utf8");
const wasm = await readFile(`${www}engine/generated/mubin_bg.wasm`);
const worker = await workerScript();
await writeSite(template, wasm, worker, packs);
await writeSingle(template, wasm, worker, packs);
const made = { base: { ...base, plugins: [...base.plugins, beside("element/analyzer.js")] }, wasm, worker, packs };
await writeEmbed(www, `${dist}embed/`, made);
await writePackage(www, `${dist}npm/`, made);
