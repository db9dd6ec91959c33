/** The tarball itself: what is in it, what the tools that look at packages say of it, and that the page of its API is whole. */

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { readApi } from "../../www/build/api.js";
import { packed } from "./consumer.js";

const { pack } = packed();
const www = fileURLToPath(new URL("../../www/", import.meta.url));
const read = async (name) => readFile(join((await pack()).folder, "package", name), "utf8");

test("every entry is in the tarball, with its types, and every pack with notice and licence", async () => {
  const { folder, files } = await pack();
  const { exports, license } = JSON.parse(await read("package.json"));
  for (const [entry, target] of Object.entries(exports)) {
    for (const path of typeof target === "string" ? [target] : Object.values(target)) {
      const names = path.includes("*") ? ["lexicon.pack", "frequency.pack", "models.pack", "names.pack", "places.pack", "glosses.pack", "NOTICE.txt"] : [""];
      for (const name of names) assert.ok(files.includes(path.slice(2).replace("*", name)), `${entry}: ${path}`);
    }
  }
  const notice = await read("packs/NOTICE.txt");
  for (const name of files.filter((path) => path.endsWith(".pack"))) assert.ok(notice.includes(name.slice("packs/".length)), name);
  const licences = (await readdir(join(folder, "package/licences"))).map((name) => name.replace(".txt", ""));
  assert.deepEqual(licences.sort(), license.match(/(?<=AND )[\w.-]+/g).sort(), "the texts are those that are named");
  for (const name of licences) assert.ok((await read(`licences/${name}.txt`)).length > 1500, name);
  for (const name of ["README.md", "API.md", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(files.includes(name), name);
  assert.deepEqual(files.filter((path) => /\.(test\.js|map|ts)$/.test(path) && !path.endsWith(".d.ts")), [], "and nothing that is not meant for it");
});

test("publint finds nothing to say", async () => {
  const tarball = await readFile((await pack()).tarball);
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) }, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test("the types of every entry are right for every way they are looked up", async () => {
  const { types, problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile((await pack()).tarball))));
  assert.ok(types);
  // The package is made of modules only, and `node10` is from before `exports`: none of this is for the versions of Node in `engines`.
  const wrong = problems.filter(({ kind, resolutionKind }) => kind !== "CJSResolvesToESM" && resolutionKind !== "node10");
  assert.deepEqual(wrong.map(({ kind, entrypoint, resolutionKind }) => [kind, entrypoint, resolutionKind].join(" ")), []);
});

test("the page of the API has every name, every option and every field, with what it means", async () => {
  const { page, bare } = await readApi(www);
  assert.deepEqual(bare, [], "these have no doc comment");
  assert.equal(await read("API.md"), page, "the one that is shipped is that of the sources");
  const files = [...(await read("index.d.ts")).matchAll(/from "\.\/(types\/\w+)\.js"/g)].map(([, path]) => path);
  const declared = (await Promise.all(files.map((path) => read(`${path}.d.ts`)))).join("\n").matchAll(/^export (?:interface|type) (\w+)/gm);
  const types = [...declared].map(([, name]) => name);
  assert.ok(types.length > 80);
  const module = await import(join((await pack()).folder, "package/index.js"));
  for (const name of [...Object.keys(module), ...types]) assert.ok(page.includes(`\n## ${name}\n`), name);
  for (const name of ["RawResult", "Bindings"]) assert.ok(!page.includes(`## ${name}`), `${name} is nobody's business`);
  const rows = [...page.matchAll(/^- `.*` {2}\n {2}(.*)$/gm)];
  assert.ok(rows.length > 200 && rows.every(([, text]) => text.trim().length > 2), "a row is followed by its sentence");
  for (const option of ["wasm?: WasmSource", "worker?:", "onProgress?:", "memory(): Promise<number>", "dispose(): void"]) assert.ok(page.includes(`\`${option}`), option);
});
