/** The engine's promises, kept in Node; and its results, valid under the published schema. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Ajv2020 from "ajv/dist/2020.js";
import { createAnalyzer } from "../../dist/npm/index.js";
import { CHECKS } from "./suite.js";

const root = new URL("../../", import.meta.url);
const packs = fileURLToPath(new URL("dist/npm/packs", root));

/** The command line, with the packs of the package. @param {string[]} given */
async function run(verb, ...given) {
  const binary = fileURLToPath(new URL("target/release/mubin", root));
  return (await promisify(execFile)(binary, [verb, "--packs", packs, ...given], { maxBuffer: 1 << 28 })).stdout;
}

describe("in Node", () => {
  let mubin;
  before(async () => { mubin = await createAnalyzer(); });
  after(() => mubin.dispose());
  for (const [name, check] of Object.entries(CHECKS)) {
    test(name, async (t) => {
      const measured = await check(mubin, createAnalyzer);
      if (measured) t.diagnostic(measured);
    });
  }

  test("results of both engines are valid and equal", async () => {
    const schema = JSON.parse(await readFile(new URL("src/report/mubin-1.schema.json", root), "utf8"));
    // Integer widths are Rust's and mean nothing to a validator.
    const formats = Object.fromEntries(["uint32", "double", "float"].map((name) => [name, true]));
    const valid = new Ajv2020({ formats, strict: false }).compile(schema);
    await mubin.glosses();
    const folder = new URL("tests/golden/texts/", root);
    for (const name of await readdir(folder)) {
      const file = new URL(`${name}/input.txt`, folder);
      const native = JSON.parse(await run("analyze", "--offsets", "utf16", fileURLToPath(file)));
      assert.ok(valid(native), `${name}: ${JSON.stringify(valid.errors)}`);
      const wasm = JSON.parse(JSON.stringify(await mubin.analyze(await readFile(file, "utf8"))));
      assert.ok(valid(wasm), `${name}: ${JSON.stringify(valid.errors)}`);
      assert.deepEqual(wasm, native, name);
    }
  });

  test("vowelled text is that of the command line", async () => {
    const file = new URL("www/samples/news.txt", root);
    const { vowelled } = await mubin.analyze(await readFile(file, "utf8")).then((result) => ({ vowelled: result.vowelled() }));
    assert.equal(vowelled.trimEnd(), (await run("diacritize", fileURLToPath(file))).trimEnd());
  });
});
