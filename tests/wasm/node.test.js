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

describe("in Node", () => {
  let mubin;
  before(async () => { mubin = await createAnalyzer(); });
  after(() => mubin.dispose());
  for (const [name, check] of Object.entries(CHECKS)) test(name, () => check(mubin));

  test("results of both engines are valid and equal", async () => {
    const schema = JSON.parse(await readFile(new URL("src/report/mubin-1.schema.json", root), "utf8"));
    // Integer widths are Rust's and mean nothing to a validator.
    const formats = Object.fromEntries(["uint32", "double", "float"].map((name) => [name, true]));
    const valid = new Ajv2020({ formats, strict: false }).compile(schema);
    const binary = fileURLToPath(new URL("target/release/mubin", root));
    const folder = new URL("tests/golden/texts/", root);
    for (const name of await readdir(folder)) {
      const file = new URL(`${name}/input.txt`, folder);
      const { stdout } = await promisify(execFile)(binary, ["analyze", "--offsets", "utf16", fileURLToPath(file)]);
      const native = JSON.parse(stdout);
      assert.ok(valid(native), `${name}: ${JSON.stringify(valid.errors)}`);
      const wasm = JSON.parse(JSON.stringify(await mubin.analyze(await readFile(file, "utf8"))));
      assert.ok(valid(wasm), `${name}: ${JSON.stringify(valid.errors)}`);
      assert.deepEqual(wasm, native, name);
    }
  });
});
