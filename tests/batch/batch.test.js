/**
 * The ways past one stream that README shows, carried out as they stand there: what GNU parallel and Apache Spark make of a stream is, byte
 * for byte, what one run of the program makes of it; a bad record costs itself alone, and a program that fails is not passed over.
 *
 * `./build.sh batch` installs both and runs this; where one is missing its tests are left out and say so, unless MUBIN_REQUIRE_BATCH is set.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { pages } from "../benches/corpus.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mubin-batch-"));
after(() => rmSync(folder, { recursive: true }));

const section = readFileSync(join(root, "README.md"), "utf8").split("\n## ").find((part) => part.startsWith("Past one machine")) ?? "";
/** The block of this kind that holds the word. @param {string} kind @param {string} word */
function block(kind, word) {
  const blocks = [...section.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?\\n)\`\`\``, "g"))].map((found) => found[1]);
  const found = blocks.find((text) => text.includes(word));
  assert.ok(found, `README shows no ${kind} with ${word}`);
  return found;
}

const spark = process.env.MUBIN_SPARK ?? "";
const damaged = join(folder, "damaged");
mkdirSync(damaged);
writeFileSync(join(damaged, "lexicon.pack"), "nothing of the kind");
const env = {
  ...process.env,
  MUBIN_PACKS: join(root, "target/packs"),
  SPARK_LOCAL_IP: "127.0.0.1",
  PATH: [join(root, "target/release"), join(spark, "bin"), process.env.PATH].join(delimiter),
};
/** @param {string} command @param {Record<string, string>} [other] */
const shell = (command, other = {}) => spawnSync("bash", ["-euo", "pipefail", "-c", command], {
  cwd: folder, env: { ...env, ...other }, encoding: "utf8", maxBuffer: 1 << 30,
});
const answers = (/** @type {string} */ command) => spawnSync("bash", ["-c", command], { env }).status === 0;

/** Why tests of a tool are left out, false where they are not. @param {string} what @param {boolean} there */
function lacking(what, there) {
  if (there) return false;
  assert.ok(!process.env.MUBIN_REQUIRE_BATCH, `${what} is missing`);
  console.error(`LEFT OUT: ${what} is missing; ./build.sh batch installs it and runs what is left out here`);
  return `${what} is missing`;
}
const noParallel = lacking("GNU parallel", answers("parallel --version | grep -q GNU"));
const noSpark = lacking("Apache Spark with Java", existsSync(join(spark, "bin/spark-submit")) && answers("java -version"));

/** Records as they come in, some of which nothing can be made of. */
function records() {
  const texts = pages(7);
  const text = () => texts.next().value;
  const lines = Array.from({ length: 120 }, (_, id) => JSON.stringify({ id, text: text() }));
  let long = "";
  while (long.length < 150_000) long += text();
  const hostile = [
    "{\"id\": 12345678901234567890123, \"text\": \"وصل الوفد.\"}",
    "{\"id\": \"\\u0627 \\\"أ\\\"\", \"text\": \"سطر\\nوسطر\\r\\nوسطر\"}",
    "{\"id\": \"raw\", \"text\": \"قبل\u2028بعد\u2029بعد\u0085وبعد\"}",
    "{\"id\": null, \"text\": \"\"}",
    "{\"id\": [1, {\"a\": 2}], \"text\": \" \\u200b\"}",
    "{\"id\": 1.50, \"text\": \"\\u0000\\u0001\\uFEFFنص\"}",
    "{\"id\": \"broken\", \"text\": \"نص",
    "[\"id\", \"text\"]",
    "{\"id\": \"number\", \"text\": 7}",
    "{\"text\": \"😀 نص بلا معرف\"}",
    "   ",
    "",
    JSON.stringify({ id: "long", text: long }),
    JSON.stringify({ id: "one word", text: "ك".repeat(20_000) }),
  ];
  hostile.forEach((line, i) => lines.splice(i * 8 + 3, 0, line));
  return `${lines.join("\n")}\n`;
}

/** What one run makes of them. */
let single = "";
before(() => {
  writeFileSync(join(folder, "records.jsonl"), records());
  const strict = shell("mubin analyze --input jsonl --quiet < records.jsonl");
  assert.equal(strict.status, 2, "some records are bad");
  const lenient = shell("mubin analyze --input jsonl --lenient < records.jsonl");
  assert.equal(lenient.status, 0, lenient.stderr);
  assert.equal(lenient.stdout, strict.stdout);
  single = lenient.stdout;
  const lines = single.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines.length, 132);
  assert.equal(lines.filter(({ error }) => error).length, 5);
});

/** Says where two streams part. @param {string} got */
function same(got) {
  if (got === single) return;
  const [one, other] = [single.split("\n"), got.split("\n")];
  const at = one.findIndex((line, i) => line !== other[i]);
  assert.fail(`${other.length} lines for ${one.length}; line ${at + 1}: ${other[at]?.slice(0, 200)} for ${one[at]?.slice(0, 200)}`);
}

const parallelCommand = () => block("sh", "parallel --pipe");
test("GNU parallel makes of a stream what one run makes of it", { skip: noParallel }, () => {
  const { status, stderr } = shell(parallelCommand().replace("--block 1M", "--block 50k"));
  assert.equal(status, 0, stderr);
  same(readFileSync(join(folder, "results.jsonl"), "utf8"));
});

test("GNU parallel fails where the program does", { skip: noParallel }, () => {
  const { status, stderr } = shell(parallelCommand(), { MUBIN_PACKS: damaged });
  assert.notEqual(status, 0);
  assert.match(stderr, /lexicon\.pack: /);
});

/** Carries out the recipe of Spark. @param {Record<string, string>} [other] */
function submit(other) {
  writeFileSync(join(folder, "spark.py"), block("python", "SparkSession"));
  rmSync(join(folder, "results"), { recursive: true, force: true });
  return shell(block("sh", "spark-submit"), { SPARK_CONF_DIR: join(folder, "conf"), ...other });
}

test("Apache Spark makes of a stream what one run makes of it", { skip: noSpark }, () => {
  mkdirSync(join(folder, "conf"), { recursive: true });
  writeFileSync(join(folder, "conf/spark-defaults.conf"), "spark.master local[2]\nspark.ui.enabled false\nspark.default.parallelism 5\n");
  const { status, stderr } = submit();
  assert.equal(status, 0, stderr.slice(-4000));
  const parts = readdirSync(join(folder, "results")).filter((name) => name.startsWith("part-")).sort();
  assert.ok(parts.length > 1, "the stream is cut");
  same(parts.map((name) => readFileSync(join(folder, "results", name), "utf8")).join(""));
});

test("Apache Spark fails where the program does", { skip: noSpark }, () => {
  const { status, stderr } = submit({ MUBIN_PACKS: damaged });
  assert.notEqual(status, 0);
  assert.match(stderr, /exited with error code 2/);
});
