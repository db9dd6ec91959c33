/**
 * Word files that a seeded generator spoils, byte by byte in the archive and mark by mark in the XML inside it: each becomes text or is refused with
 * a kind that the page has words for, and nothing of the file runs or is fetched. Read in the browser, whose parser reads them for the page.
 */

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { docx, paragraph, part, run, table } from "./docx.js";
import { FLAGS } from "./harness.js";

const ROUNDS = 400;
const KINDS = ["damaged-docx", "too-large", "empty-text", "unsupported-doc"];
const here = /** @type {any} */ ({});

before(async () => {
  const source = `import { textOfDocx } from "./view/docx/index.js"; import { unzipSync, zipSync } from "fflate"; Object.assign(globalThis, { textOfDocx, unzipSync, zipSync });`;
  const [file] = (await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL("../../www/", import.meta.url)) },
    bundle: true, write: false, format: "iife",
    // The engine comes with the page's errors and is never started.
    define: { "import.meta.url": '"https://example.invalid/"' },
  })).outputFiles;
  here.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  here.page = await here.browser.newPage();
  here.requests = [];
  here.page.on("request", (/** @type {any} */ request) => here.requests.push(request.url()));
  await here.page.evaluate(file.text);
});
after(() => here.browser?.close());

test("a spoiled Word file becomes text or is refused with words", async () => {
  const body = paragraph(run("قال الوزير إن الوفد وصل.")) + table([["خلية", "أخرى"], ["ثالثة", "رابعة"]]) + paragraph(run("«نعم»", "<w:b/>"));
  const seed = docx(body, { "word/footnotes.xml": part("footnotes", `<w:footnote w:id="2">${paragraph(run("حاشية"))}</w:footnote>`) });
  const outcomes = await here.page.evaluate(([/** @type {number[]} */ bytes, /** @type {number} */ rounds]) => {
    const { textOfDocx, unzipSync, zipSync } = /** @type {any} */ (globalThis);
    let state = 7;
    const below = (/** @type {number} */ end) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * end);
    };
    const odd = ["<", ">", "&", "&#0;", "&x;", "]]>", "<!--", "<w:p>", "</w:p>", "<w:tbl>", "<w:del>", "<w:t>", "<img src='https://example.invalid/x'/>", "<script>globalThis.ran = 1</script>", "\u202E", "\uFEFF", "\uD800", "w:", "xmlns=''", "<![CDATA["];
    /** @param {Uint8Array} from */
    const spoil = (from) => {
      let out = [...from];
      for (let i = 1 + below(4); i > 0; i--) {
        const at = below(out.length);
        const way = below(5);
        if (way === 0) out[at] ^= 1 << below(8);
        else if (way === 1) out.splice(at, below(40));
        else if (way === 2) out.splice(at, 0, ...new TextEncoder().encode(odd[below(odd.length)]));
        else if (way === 3) out.splice(at, 0, ...out.slice(at, at + below(200)));
        else out = out.slice(0, Math.max(at, 1));
      }
      return Uint8Array.from(out);
    };
    /** @type {Record<string, number>} */
    const outcomes = {};
    for (let round = 0; round < rounds; round++) {
      let file = Uint8Array.from(bytes);
      if (round % 2) {
        file = spoil(file);
      } else {
        const parts = unzipSync(file);
        const names = Object.keys(parts);
        for (let i = 1 + below(2); i > 0; i--) {
          const name = names[below(names.length)];
          parts[name] = spoil(parts[name]);
        }
        file = zipSync(parts);
      }
      let outcome = "text";
      try {
        if (typeof textOfDocx(file, "unsupported-doc") !== "string") outcome = "nothing";
      } catch (thrown) {
        outcome = /** @type {any} */ (thrown).kind ?? String(thrown);
      }
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    return { ...outcomes, ...(/** @type {any} */ (globalThis).ran && { ran: 1 }) };
  }, [[...seed], ROUNDS]);
  assert.deepEqual(Object.keys(outcomes).filter((outcome) => outcome !== "text" && !KINDS.includes(outcome)), []);
  assert.ok(outcomes.text > ROUNDS / 20 && outcomes["damaged-docx"] > ROUNDS / 20, `both ways are taken: ${JSON.stringify(outcomes)}`);
  assert.deepEqual(here.requests, [], "nothing is fetched");
});
