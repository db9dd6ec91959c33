/** The recipe of CONTRIBUTING.md for a string of the page, carried out in a copy of the tree: its own test finds it whole, and misses what is left out. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mubin-recipe-"));
after(() => rmSync(folder, { recursive: true }));

const section = readFileSync(join(root, "CONTRIBUTING.md"), "utf8").split("\n## ").find((part) => part.startsWith("A string of the page")) ?? "";
const block = (/** @type {string} */ kind) => [...section.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\\n\`\`\``, "g"))].map((found) => found[1]);
const [arabic, english] = block("json");
const [use] = block("js");

/** @param {any} into @param {any} from */
function merge(into, from) {
  for (const [key, value] of Object.entries(from)) {
    if (typeof value === "object" && into[key]) merge(into[key], value);
    else into[key] = value;
  }
}

/** What the test of the strings says of the tree with these parts of the recipe. @param {string} name @param {Record<string, string | undefined>} added */
function tried(name, { ar, en, js }) {
  const tree = join(folder, name);
  const own = (/** @type {string} */ file) => !/node_modules|engine.generated/.test(file);
  for (const part of ["www", "src/data/correction-rules.tsv", "tests/e2e/i18n.test.js"]) {
    cpSync(join(root, part), join(tree, part), { recursive: true, filter: own });
  }
  for (const [lang, json] of [["ar", ar], ["en", en]]) {
    const file = join(tree, `www/i18n/${lang}.json`);
    const catalog = JSON.parse(readFileSync(file, "utf8"));
    if (json) merge(catalog, JSON.parse(json));
    writeFileSync(file, JSON.stringify(catalog));
  }
  if (js) appendFileSync(join(tree, "www/view/app.js"), `\nexport const proverbs = (t, n) => ${js};\n`);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return spawnSync(process.execPath, ["--test", join(tree, "tests/e2e/i18n.test.js")], { encoding: "utf8", env });
}

test("a string in both languages, and asked for, is whole", () => {
  const { status, stdout } = tried("whole", { ar: arabic, en: english, js: use });
  assert.equal(status, 0, stdout);
});

test("what is left out is missed", () => {
  assert.match(tried("no English", { ar: arabic, js: use }).stdout, /not ok \d+ - both languages have the same messages/);
  assert.match(tried("no Arabic", { en: english, js: use }).stdout, /not ok \d+ - every message that the page asks for is there/);
  const five = JSON.stringify({ count: { proverbs: { ...JSON.parse(arabic).count.proverbs, two: undefined } } });
  assert.match(tried("no dual", { ar: five, en: english, js: use }).stdout, /not ok \d+ - counted messages have every plural form/);
});
