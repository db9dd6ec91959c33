import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const WHY = "corrections.why.";
const FORMS = { ar: ["zero", "one", "two", "few", "many", "other"], en: ["one", "other"] };

/** @param {"ar" | "en"} lang */
async function read(lang) {
  const folder = new URL("../../www/i18n/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${lang}.`) && name.endsWith(".json"));
  const files = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  const parts = files.map((file) => JSON.parse(file));
  const keys = parts.flatMap((part) => Object.keys(part));
  assert.equal(new Set(keys).size, keys.length, "no part stands in two files");
  return Object.assign({}, ...parts);
}

/**
 * Every message by its dotted key; a set of plural forms is one message.
 * @param {object} node
 * @param {string} [path]
 * @returns {[string, string | object][]}
 */
const messages = (node, path = "") => Object.entries(node).flatMap(([key, value]) => (
  typeof value === "string" || "other" in value && "one" in value ? [[path + key, value]] : messages(value, `${path}${key}.`)));

const [ar, en] = (await Promise.all([read("ar"), read("en")])).map((catalog) => new Map(messages(catalog)));

test("both languages have the same messages", () => {
  assert.deepEqual([...ar.keys()].sort(), [...en.keys()].filter((key) => !key.startsWith(WHY)).sort());
});

test("every rule of the corrections has its sentence in English; in Arabic the engine says it", async () => {
  const table = await readFile(new URL("../../src/data/correction-rules.tsv", import.meta.url), "utf8");
  const rules = table.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t")[0]);
  assert.ok(rules.length > 30);
  assert.deepEqual([...en.keys()].filter((key) => key.startsWith(WHY)).sort(), rules.map((rule) => WHY + rule).sort());
  for (const rule of rules) assert.doesNotMatch(String(en.get(WHY + rule)).replaceAll(/\{(from|to)\}/g, ""), /[{}]/, rule);
});

test("counted messages have every plural form of their language", () => {
  for (const [lang, catalog] of /** @type {const} */ ([["ar", ar], ["en", en]])) {
    for (const [key, message] of catalog) {
      if (typeof message === "object") assert.deepEqual(Object.keys(message), FORMS[lang], `${lang} ${key}`);
    }
  }
  for (const [key, message] of ar) assert.equal(typeof message, typeof en.get(key), key);
});

test("messages name the same values", () => {
  const values = (message) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
  for (const [key, message] of ar) assert.deepEqual(values(message), values(en.get(key)), key);
});

test("no message hides an invisible character", () => {
  for (const catalog of [ar, en]) {
    for (const [key, message] of catalog) assert.doesNotMatch(JSON.stringify(message), /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/, key);
  }
});

test("Arabic counts words as grammar does", () => {
  const forms = /** @type {Record<string, string>} */ (ar.get("count.words"));
  const plurals = new Intl.PluralRules("ar");
  const say = (n) => forms[plurals.select(n)].replace("{n}", String(n));
  assert.deepEqual([0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000].map(say), [
    "لا كلمات", "كلمة واحدة", "كلمتان", "3 كلمات", "10 كلمات", "11 كلمة", "99 كلمة", "100 كلمة",
    "101 كلمة", "102 كلمة", "103 كلمات", "111 كلمة", "1000 كلمة",
  ]);
});

/** Keys that the code puts together in two steps: what a notice, an error or a hint is called is known where it arises. */
const IN_TWO_STEPS = [/^notice\./, /^error\./];

/** The sources that speak, without their comments. */
async function sources() {
  const folder = new URL("../../www/", import.meta.url);
  const files = (await Promise.all(["view/", "element/"].map(async (part) => (
    (await readdir(new URL(part, folder), { recursive: true })).filter((name) => name.endsWith(".js")).map((name) => part + name))))).flat();
  return (await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")))).map((code) => code.replaceAll(/\/\*[\s\S]*?\*\//g, ""));
}

/** What a template with places in it may come to. @param {string} template */
const patternOf = (template, end = "$") => new RegExp(`^${template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/).map((part) => part.replaceAll(/[.*+?^()[\]{}|\\]/g, "\\$&")).join(".+")}${end}`);

test("every message that the page asks for is there, and every one that is there is asked for", async () => {
  const used = new Set();
  const patterns = [...IN_TWO_STEPS];
  const missing = [];
  for (const code of await sources()) {
    for (const [, literal] of code.matchAll(/"([\w.=-]+(?: [\w.=-]+)*)"/g)) used.add(literal);
    for (const [, key] of code.matchAll(/\bt\.(?:text|pieces)\("([^"]+)"/g)) if (!ar.has(key)) missing.push(key);
    for (const [, template] of code.matchAll(/\bt\.(?:text|pieces)\((?:[^`"()]*\?[^`"()]*)?`([^`]+)`/g)) {
      const pattern = patternOf(template);
      if (![...en.keys()].some((key) => pattern.test(key))) missing.push(template);
      patterns.push(pattern);
    }
    for (const [, , group] of code.matchAll(/(?:\bt\.|\()(known|keys)\(["`]([^"`]+)["`]/g)) patterns.push(patternOf(group, "\\."));
  }
  assert.deepEqual(missing, []);
  const idle = [...ar.keys()].filter((key) => !used.has(key) && !patterns.some((pattern) => pattern.test(key)));
  assert.deepEqual(idle, []);
});

/** What the whole page is in, with all its catalogs. */
const WHOLE = ["analyzer.js", "box.js"];

test("the elements have every group of messages that they, and what they take from the page, speak with", async () => {
  const { GROUPS } = await import("../../www/element/messages.js");
  const taken = ["amounts", "card-copy", "card", "grammar", "here", "latin", "readings", "speaker", "when", "places"].map((name) => `view/${name}.js`);
  const folder = new URL("../../www/", import.meta.url);
  const own = (await readdir(new URL("element/", folder))).filter((name) => name.endsWith(".js") && !WHOLE.includes(name)).map((name) => `element/${name}`);
  /** Of the page's card alone, and not in the pieces that the element takes from it. */
  const elsewhere = new Set(["study.contextCaption"]);
  for (const file of [...taken, ...own]) {
    const code = await readFile(new URL(file, folder), "utf8");
    const asked = [...code.matchAll(/\bt\??\.(?:text|pieces|known|keys)\((?:[^`"()]*\? ?)?["`]([\w.]+)/g)].map(([, key]) => key);
    for (const key of asked.filter((one) => !elsewhere.has(one))) assert.ok(GROUPS.includes(key.split(".")[0]), `${file}: ${key}`);
  }
});
