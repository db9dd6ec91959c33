/**
 * `custom-elements.json`: what attributes, properties, events, parts, slots and
 * custom properties the elements have, read out of the comments of their classes,
 * so that editors can complete them and no list beside the code can drift.
 */

import { readFile, writeFile } from "node:fs/promises";
import * as analyzer from "@custom-elements-manifest/analyzer";

/** Its own types leave these two out. */
const { create, ts } = /** @type {any} */ (analyzer);

const ELEMENTS = ["reader.js", "analyzer.js"];

/**
 * @param {string} folder  of the elements
 * @param {string} target
 * @param {string} [path]  the one file that a page names
 */
export async function writeElementsManifest(folder, target, path = "mubin.js") {
  const read = ELEMENTS.map((name) => readFile(folder + name, "utf8").then((code) => (
    [ts.createSourceFile(`element/${name}`, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)]), () => []));
  const manifest = create({ modules: (await Promise.all(read)).flat() });
  const { modules } = JSON.parse(JSON.stringify(manifest));
  for (const module of modules) {
    module.path = path;
    module.declarations = module.declarations.filter((/** @type {any} */ { customElement }) => customElement).map(published);
    module.exports = module.declarations.map((/** @type {any} */ { name, tagName }) => (
      { kind: "custom-element-definition", name: tagName, declaration: { name, module: path } }));
  }
  const whole = { schemaVersion: "2.1.0", readme: "", modules: [{
    kind: "javascript-module", path,
    declarations: modules.flatMap((/** @type {any} */ module) => module.declarations),
    exports: modules.flatMap((/** @type {any} */ module) => module.exports),
  }] };
  await writeFile(target, `${JSON.stringify(whole, null, 2)}\n`);
}

/** What every element has, and what a constructor does to its shadow root. */
const NOT_SAID = /^(#.*|\w+Callback|observedAttributes|adoptedStyleSheets)$/;

/**
 * Without what only the class itself may touch.
 * @param {any} declaration
 */
const published = (declaration) => ({
  ...declaration, members: (declaration.members ?? []).filter((/** @type {any} */ { name, privacy }) => privacy !== "private" && !NOT_SAID.test(name)),
});
