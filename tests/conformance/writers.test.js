/** A file is the same wherever it was asked for: the command line and JavaScript write each format alike, name and every letter. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createAnalyzer } from "../../dist/npm/index.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = process.env.MUBIN ?? join(root, "target/release/mubin");
const text = readFileSync(join(root, "tests/golden/formats/input.txt"), "utf8").trimEnd();
const folder = mkdtempSync(join(tmpdir(), "mubin-writers-"));
const input = join(folder, "t.txt");
writeFileSync(input, text);

/** @type {import("../../dist/npm/index.js").Analyzer} */
let analyzer;
before(async () => {
  analyzer = await createAnalyzer();
  // The command line has them always.
  await analyzer.glosses();
});
after(() => {
  analyzer.dispose();
  rmSync(folder, { recursive: true });
});

/** @type {[string, string[]][]} Each format, and what else is asked of the command line for the same. */
const FORMATS = [["json", ["--text"]], ["conllu", []], ["csv", []], ["tei", []], ["webannotation", []], ["text", []], ["vowelled", []], ["report", []]];

for (const [format, more] of FORMATS) {
  test(`${format} is`, async () => {
    const options = { lang: /** @type {const} */ ("en"), title: "A & «ب»", source: "https://example.org/a" };
    const made = await analyzer.export(await analyzer.analyze(text), format, options);
    const out = join(folder, format);
    execFileSync(binary, ["analyze", "--packs", join(root, "dist/npm/packs"), "--format", format, "--offsets", "utf16", "--out", out,
      "--lang", options.lang, "--title", options.title, "--source", options.source, ...more, input]);
    const expected = Object.fromEntries(readdirSync(out).map((name) => [name.replace(/^t\./, ""), readFileSync(join(out, name), "utf8")]));
    assert.ok(made.length > 0);
    assert.deepEqual(made.map((file) => file.name).sort(), Object.keys(expected).sort());
    for (const { name, text: written } of made) {
      const line = written.split("\n").find((one, i) => one !== expected[name].split("\n")[i]);
      assert.ok(written === expected[name], `${name}: ${line?.slice(0, 200)}`);
    }
  });
}
