/** Every dependency, of the crate and of the page, has a licence that the project may be distributed and built under. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const root = fileURLToPath(new URL("../../", import.meta.url));
const ALLOWED = new Set([
  "MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Zlib", "Unlicense", "BSL-1.0", "Unicode-3.0",
  "MPL-2.0", "BlueOak-1.0.0", "OFL-1.1", "CC0-1.0", "CC-BY-4.0",
]);

/** Whether one of the alternatives is allowed in all its parts. @param {string} expression */
const fits = (expression) => expression.replace(/\(([^()]*)\)/g, (_, inner) => (fits(inner) ? "MIT" : "none"))
  .split(/ OR |\//).some((one) => one.split(" AND ").every((part) => ALLOWED.has(part.trim())));

test("an expression is allowed when one of its alternatives is", () => {
  assert.ok(fits("MIT OR GPL-3.0-only") && fits("(MIT OR Apache-2.0) AND Unicode-3.0") && fits("Unlicense/MIT"));
  assert.ok(!fits("GPL-3.0-only") && !fits("MIT AND AGPL-3.0-only") && !fits(""));
});

test("the crates", () => {
  const { packages } = JSON.parse(execFileSync("cargo", ["metadata", "--locked", "--format-version", "1"], { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }).toString());
  assert.ok(packages.length > 50);
  assert.deepEqual(packages.filter(({ license }) => !fits(license ?? "")).map(({ name, license }) => `${name}: ${license}`), []);
});

test("the packages of the page and of its build", async () => {
  const { packages } = JSON.parse(await readFile(`${root}www/package-lock.json`, "utf8"));
  const all = Object.entries(packages).filter(([path]) => path);
  assert.ok(all.length > 50);
  assert.deepEqual(all.filter(([, { license }]) => !fits(license ?? "")).map(([path, { license }]) => `${path}: ${license}`), []);
});
