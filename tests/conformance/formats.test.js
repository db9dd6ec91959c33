/**
 * What the command line writes, held against what others published: every result against the JSON Schema, every TEI document against the
 * Guidelines' own schema for all of TEI.
 *
 * `tei/tei_all-4.3.0.rng.gz` is the RELAX NG schema of TEI P5 4.3.0 as the TEI Consortium makes it (its licence, BSD 2-Clause or CC BY, stands
 * in its head); a document that is valid under it is valid under those of later versions too, as TEI takes nothing away.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import Ajv2020 from "ajv/dist/2020.js";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = process.env.MUBIN ?? join(root, "target/release/mubin");
const packs = ["--packs", process.env.MUBIN_PACKS ?? join(root, "target/packs")];
const folder = mkdtempSync(join(tmpdir(), "mubin-formats-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} given @param {string} [input] */
const mubin = (given, input = "") => execFileSync(binary, given, { input, encoding: "utf8", maxBuffer: 1 << 28 });

/** Every text that the golden files hold, marks of annotators and all: texts nobody wrote for a writer's sake. */
const texts = ["formats/input.txt", ...["texts", "unseen", "pages", "content", "corrections"].flatMap((name) => {
  const place = join(root, "tests/golden", name);
  return !existsSync(place) ? [] : readdirSync(place, { recursive: true }).map(String).filter((file) => file.endsWith(".txt")).map((file) => join(name, file));
})].map((file) => join(root, "tests/golden", file));

/** The same under names of their own, as a folder takes them. */
const named = texts.map((file, i) => {
  const copy = join(folder, `${i}.txt`);
  writeFileSync(copy, readFileSync(file));
  return copy;
});

const ajv = new Ajv2020({ strict: false, formats: Object.fromEntries(["uint32", "double", "float"].map((name) => [name, true])) });
const valid = ajv.compile(JSON.parse(mubin(["schema"])));

/** @param {string} json @param {string} what */
function check(json, what) {
  const result = JSON.parse(json);
  assert.ok(valid(result), `${what}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
  return result;
}

const lines = (/** @type {string} */ text) => text.trimEnd().split("\n");

test("every result of every text is valid", () => {
  assert.ok(texts.length > 40, `${texts.length} texts`);
  const out = lines(mubin(["analyze", ...packs, "--format", "jsonl", ...named]));
  assert.equal(out.length, texts.length);
  out.forEach((line, i) => check(line, texts[i]));
});

test("so it is in every unit, of every layer alone, and with its text", () => {
  const text = readFileSync(texts[0], "utf8");
  for (const unit of ["codepoint", "utf16", "utf8"]) {
    const result = check(mubin(["analyze", ...packs, "--offsets", unit, "--text", texts[0]]), unit);
    assert.deepEqual([result.unit, result.text], [unit, text]);
  }
  const layers = ["blocks", "sentences", "tokens", "words", "characters", "statistics", "morphology", "entities", "statements", "times", "quantities",
    "keyphrases", "summary", "corrections"];
  for (const layer of layers) check(mubin(["analyze", ...packs, "--layers", layer, texts[0]]), layer);
});

test("so it is from every kind of input, and each record keeps its id", () => {
  const html = "<!doctype html><nav>قائمة</nav><h1>عنوان</h1><p>قال <b>الوزير</b> إن الكلفة 3 ملايين دولار.</p>";
  assert.match(check(mubin(["analyze", ...packs, "--input", "html"], html), "html").text, /قال الوزير/);
  check(mubin(["analyze", ...packs, "--input", "horizontal"], "قال الوزير : نعم .\n"), "horizontal");
  const treebank = mubin(["analyze", ...packs, "--format", "conllu", texts[0]]);
  check(mubin(["analyze", ...packs, "--input", "conllu"], treebank), "conllu");
  const ids = [1, "نص", null, { a: [2] }, -0.5];
  const records = ids.map((id) => JSON.stringify({ id, text: readFileSync(texts[0], "utf8") }));
  const out = lines(mubin(["analyze", ...packs, "--input", "jsonl", "--threads", "2"], records.join("\n")));
  assert.deepEqual(out.map((line) => check(line, "jsonl").id), ids);
});

test("the schema refuses what is no result", () => {
  const result = JSON.parse(mubin(["analyze", ...packs, texts[0]]));
  for (const spoil of [
    (/** @type {any} */ r) => delete r.tokens,
    (/** @type {any} */ r) => { r.colour = 1; },
    (/** @type {any} */ r) => { r.tokens[0].start = "0"; },
    (/** @type {any} */ r) => { r.statistics.words = -1; },
  ]) {
    const copy = structuredClone(result);
    spoil(copy);
    assert.equal(valid(copy), false, String(spoil));
  }
});

test("every TEI document of every text is valid TEI", () => {
  const schema = XmlDocument.fromString(gunzipSync(readFileSync(new URL("tei/tei_all-4.3.0.rng.gz", import.meta.url))).toString());
  const validator = RelaxNGValidator.fromDoc(schema);
  const validate = (/** @type {string} */ xml, /** @type {string} */ what) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
    } catch (error) {
      assert.fail(`${what}: ${error instanceof Error ? error.message : error}`);
    } finally {
      document.dispose();
    }
  };
  const out = join(folder, "tei");
  mubin(["analyze", ...packs, "--format", "tei", "--out", out, ...named]);
  const files = readdirSync(out);
  assert.equal(files.length, texts.length);
  for (const file of files) validate(readFileSync(join(out, file), "utf8"), texts[Number.parseInt(file)]);
  validate(mubin(["analyze", ...packs, "--format", "tei", "--lang", "en", "--title", "A & <B>"], "=\u0001 « 😀 http://a.example/?x&y 12 % قال:\n\n"), "odd text");
  assert.throws(() => validate('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', "no TEI"), /no TEI/);
});
