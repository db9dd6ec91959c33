/**
 * The programs in the folders beside this file, each built with its own tool from
 * the packed package and run: in Node, and in Chromium under a strict policy. What they find is
 * checked, so that an engine that silently works without its worker or its packs does not pass.
 */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import { sitePolicy } from "../../www/build/csp.js";
import { moduleAt, packed, runNode } from "./consumer.js";
import { browser } from "./browser.js";

const { consumer } = packed();
const { look } = browser();
const root = fileURLToPath(new URL("../../", import.meta.url));

test("a program in Node, with threads, and from the one file", async () => {
  const home = await consumer("node");
  const found = JSON.parse(await runNode(home, "main.js", "وقال وزير الخارجية حسن مراد إن الزيارة ناجحة."));
  assert.equal(found.where, "page");
  assert.deepEqual(found.entities, [{ type: "person", name: "حسن مراد" }]);
  assert.deepEqual(found.statements.map(({ content }) => content), ["الزيارة ناجحة"]);
  const lemmas = JSON.parse(await runNode(home, "threads.js"));
  assert.deepEqual(lemmas.map((words) => words.length), [2, 4]);
  assert.equal(lemmas[0][1], "كِتاب");
  const inline = JSON.parse(await runNode(home, "inline.js"));
  assert.match(inline.gloss, /book/);
});

/** What the page of each bundler says when everything was found. @param {string} folder @param {string} name */
async function whole(folder, name) {
  const { text, data, requests } = await look(folder, "#found", `${sitePolicy}; img-src data:`);
  assert.match(text, /حسن مراد: الزيارة ناجحة/, name);
  assert.deepEqual(data, { where: "worker", packs: "loaded loaded loaded loaded loaded waiting", root: "وصل" }, name);
  assert.equal(requests.filter((path) => path.endsWith(".pack")).length, 5, "the glosses are fetched when they are asked for");
  assert.equal(requests.filter((path) => path.endsWith(".wasm")).length, 1);
}

/** Builds, and lets no warning pass. @param {string} home */
async function buildWithVite(home) {
  const said = [];
  const note = (message) => said.push(message);
  const customLogger = { info() {}, warn: note, warnOnce: note, error: note, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
  await vite({ root: home, customLogger, build: { rolldownOptions: { checks: { pluginTimings: false } } } }); // of which a busy machine is told
  assert.deepEqual(said, [], "without a warning");
}

/** The same. @param {import("webpack").Configuration} config */
async function buildWithWebpack(config) {
  const stats = await promisify(webpack)(config);
  assert.deepEqual([...stats.compilation.errors, ...stats.compilation.warnings].map(({ message }) => message), []);
}

test("Vite finds worker, binary and packs", async () => {
  const home = await consumer("vite", ["vite"]);
  await buildWithVite(home);
  await whole(`${home}dist/`, "Vite");
});

test("webpack finds them too", async () => {
  const home = await consumer("webpack", ["webpack"]);
  const { default: config } = await moduleAt(`${home}webpack.config.js`);
  await buildWithWebpack(config);
  await cp(`${home}index.html`, `${home}dist/index.html`);
  await whole(`${home}dist/`, "webpack");
});

test("with esbuild they are copied beside the bundle", async () => {
  const home = await consumer("esbuild", ["esbuild"]);
  assert.equal(await runNode(home, "build.js"), "");
  await whole(`${home}dist/`, "esbuild");
});

test("the elements are built in by Vite and webpack, and share the engine with the page's own program", async () => {
  const home = await consumer("element", ["vite"]);
  await buildWithVite(home);
  await buildWithWebpack({
    mode: "production", context: home, entry: "./main.js", performance: { hints: false },
    experiments: { outputModule: true }, output: { path: `${home}packed`, filename: "main.js", module: true, publicPath: "auto" },
  });
  await cp(`${home}index.html`, `${home}packed/index.html`);
  for (const folder of ["dist", "packed"]) {
    const { text, data, requests } = await look(`${home}${folder}/`, "#found", `${sitePolicy}; img-src data:`);
    assert.equal(text, "بغداد، حسن مراد", folder);
    assert.deepEqual(data, { shared: "true" }, folder);
    assert.equal(requests.filter((path) => path.endsWith(".wasm")).length, 1, folder);
  }
});

test("who imports the error class alone gets nothing else", async () => {
  const home = await consumer("esbuild");
  await writeFile(`${home}error.js`, 'import { MubinError } from "mubin";\nconsole.log(new MubinError("bad-options", "x").kind);\n');
  const { metafile, outputFiles } = await esbuild({
    entryPoints: [`${home}error.js`], bundle: true, minify: true, format: "esm", write: false, metafile: true, absWorkingDir: home,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const kept = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path).sort();
  assert.deepEqual(kept, ["error.js", "node_modules/mubin/errors.js"]);
  assert.ok(outputFiles[0].contents.length < 600, `${outputFiles[0].contents.length} bytes`);
});

test("the types hold in a strict project, however modules are looked up", async () => {
  const home = await consumer("types", ["@types/node", "undici-types"]);
  const projects = (await readdir(home)).filter((name) => name.startsWith("tsconfig."));
  assert.ok(projects.length >= 3);
  for (const project of projects) {
    const compiler = `${root}www/node_modules/typescript/bin/tsc`;
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", home + project]).catch((error) => error);
    assert.equal(stdout, "", project);
  }
});

test("the lines of the README run as they stand there, and print what their comments say", async () => {
  const home = await consumer("node");
  for (const [file, least] of [["README.md", 4], ["www/engine/README.md", 1]]) {
    const text = await readFile(root + file, "utf8");
    const blocks = [...text.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code).filter((code) => /^import .* from "mubin/.test(code)); // others are for pages
    assert.ok(blocks.length >= least, `${file}: ${blocks.length}`);
    for (const [i, code] of blocks.entries()) {
      const name = `${file.replace(/\W/g, "-")}-${i}.js`;
      await writeFile(home + name, code);
      const printed = await runNode(home, name);
      assert.ok(printed.length > 0, `${file} ${i} prints something`);
      let from = 0;
      for (const [, said] of code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)) {
        const place = printed.indexOf(said, from);
        assert.ok(place >= 0, `${file} ${i}: «${said}» in ${printed}`);
        from = place + said.length;
      }
    }
  }
});
