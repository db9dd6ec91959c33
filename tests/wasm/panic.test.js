/** What is written of a panic quotes nothing: it is the place in the sources, and the stack. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutMessage } from "../../www/engine/panic.js";

const STACK = "\n\nStack:\n\nError\n    at http://127.0.0.1/mubin.wasm:wasm-function[42]:0x1f2e\n\n";

test("of a panic the place and the stack are written, and no message", () => {
  for (const place of ["src/text/span.rs:12:5", "src\\text\\span.rs:12:5", "/rustc/ab12/library/alloc/src/raw_vec/mod.rs:28:5", "/cargo/registry/src/index-1f/serde-1.0.2/src/de.rs:1:2"]) {
    for (const message of [
      "byte index 3 is not a char boundary; it is inside 'ع' (bytes 2..4) of `بلدية المرسى`", "explicit panic", "بلدية المرسى", "",
      `بلدية${STACK}المرسى`, "سطر\npanicked at src/lib.rs:1:1:\nexplicit panic",
    ]) assert.equal(withoutMessage(`panicked at ${place}:\n${message}${STACK}`), `panicked at ${place}${STACK}`);
  }
});

test("of a report in another shape nothing is written", () => {
  for (const report of ["بلدية المرسى", "panicked at 'بلدية المرسى', src/lib.rs:1:1", "panicked at بلدية.rs:1:1:\nexplicit panic", ""]) {
    assert.equal(withoutMessage(report), "panicked at ?");
  }
});
