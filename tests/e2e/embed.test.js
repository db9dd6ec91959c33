/** The folder `dist/embed`: the lines of the README from a fresh host, hashes and manifest, and the places it must work in. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { Ajv } from "ajv";
import { sitePolicy } from "../../www/build/csp.js";
import { serve } from "../../www/build/serve.js";
import { highlighted } from "./harness.js";
import { call, EMBED, host, pageWith, press, readings, script } from "./hosts.js";

const here = host();
/** Vue has a Trusted Types policy of its own. */
const hereWithVue = host({ policy: sitePolicy.replace("trusted-types ", "trusted-types vue ") });
const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");

/** A block of the README. @param {string} mark @param {string} language */
const block = (mark, language) => readme.match(new RegExp(`<!-- ${mark} -->\n\`\`\`${language}\n([\\s\\S]*?)\`\`\``))?.[1] ?? "";

const ARTICLE = "<h1>مستشفى جديد</h1><p>قالت وزيرة الصحة ليلى حداد في سوسة أمس إن المستشفى الجديد سيُفتتح في مارس 2026.</p>";

test("the ten lines of the README work from a fresh static host under their strict policy", async () => {
  const lines = block("ten lines", "html");
  assert.equal(lines.trim().split("\n").length, 10);
  await call(here, lines, {}, async (page, log) => {
    await readings(page);
    assert.ok((await highlighted(page, "mubin-reader-person")).some((name) => name.includes("ليلى حداد")));
    assert.equal(page.workers().length, 1);
    await press(page, "المستشفى");
    await page.locator("mubin-reader .card-facts").waitFor();
    await page.evaluate(() => document.fonts.ready);
    assert.ok(!log.requests.some((url) => /^(blob|data):/.test(url)));
  });
});

test("the script of the README asks the engine of the elements", async () => {
  await here.put("asking.js", `${block("script", "js")}\nglobalThis.found = corrections.map(({ suggestions }) => suggestions[0]); void configure;`);
  await call(here, pageWith(ARTICLE, { head: '<script type="module" src="asking.js"></script>' }), {}, async (page) => {
    await readings(page);
    await page.waitForFunction(() => globalThis.found);
    assert.deepEqual(await page.evaluate(() => globalThis.found), ["إلى", "المدرسة"]);
    assert.equal(page.workers().length, 1);
  });
});

test("integrity.json has the hash of every file", async () => {
  const hashes = JSON.parse(await readFile(`${EMBED}integrity.json`, "utf8"));
  const files = (await readdir(EMBED)).filter((name) => !/\.(br|gz)$/.test(name) && name !== "integrity.json" && name !== "demos");
  assert.deepEqual(Object.keys(hashes).sort(), files.sort());
  for (const name of files) {
    assert.equal(hashes[name], `sha384-${createHash("sha384").update(await readFile(EMBED + name)).digest("base64")}`, name);
  }
  for (const name of ["NOTICE.txt", "noto-naskh-arabic-OFL.txt", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(hashes[name], name);
});

test("a script that is not the one the page means does not run", async () => {
  const wrong = pageWith(ARTICLE).replace('src="mubin/mubin.js"', `src="mubin/mubin.js" integrity="sha384-${"A".repeat(64)}"`);
  await call(here, wrong, {}, async (page, log) => {
    await page.waitForLoadState();
    assert.equal(await page.evaluate(() => customElements.get("mubin-reader")), undefined);
    assert.equal(log.console.length, 1);
    log.expectedConsole.push(...log.console.filter((line) => line.includes("integrity")));
  });
});

test("custom-elements.json is a manifest, and says of each element what it has", async () => {
  const manifest = JSON.parse(await readFile(`${EMBED}custom-elements.json`, "utf8"));
  const schema = JSON.parse(await readFile(new URL("../../www/node_modules/custom-elements-manifest/schema.json", import.meta.url), "utf8"));
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors));
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const reader = declarations.find(({ tagName }) => tagName === "mubin-reader");
  assert.deepEqual(reader.events.map(({ name }) => name), ["mubin-result", "mubin-error"]);
  assert.deepEqual(reader.members.filter(({ kind }) => kind === "field").map(({ name }) => name).sort(), ["date", "htmlFor", "layers", "result", "target", "text", "theme"]);
  await call(here, pageWith(ARTICLE), {}, async (page) => {
    await readings(page);
    await press(page, "المستشفى");
    await page.locator("mubin-reader .card-facts").waitFor();
    const found = await page.evaluate(async () => {
      const { defineElements } = await import("/mubin/mubin.js");
      await defineElements();
      const parts = [...document.querySelector("mubin-reader").shadowRoot.querySelectorAll("[part]")].map((node) => node.getAttribute("part"));
      return { attributes: customElements.get("mubin-reader").observedAttributes, parts: [...new Set(parts)] };
    });
    assert.deepEqual(reader.attributes.map(({ name }) => name).sort(), found.attributes.sort());
    assert.deepEqual(reader.cssParts.map(({ name }) => name).sort(), found.parts.sort());
  });
  for (const { tagName } of declarations) {
    await call(here, pageWith(ARTICLE), {}, async (page) => {
      assert.ok(await page.evaluate(async (name) => {
        await (await import("/mubin/mubin.js")).defineElements(name);
        return Boolean(customElements.get(name));
      }, tagName), tagName);
      await readings(page);
    });
  }
});

test("a page without an element fetches nothing for one, and a second copy of the script does no harm", async () => {
  await call(here, pageWith(ARTICLE, { reader: "" }), {}, async (page, log) => {
    await page.waitForLoadState("networkidle");
    assert.deepEqual(log.requests.filter((url) => /reader-|analyzer-|messages-|worker-|\.wasm|\.pack/.test(url)), []);
    await page.evaluate(async () => {
      await import("/mubin/mubin.js?second");
      const reader = document.createElement("mubin-reader");
      reader.htmlFor = "#article";
      document.body.prepend(reader);
    });
    await readings(page);
    await page.locator("mubin-reader .switch").first().waitFor();
    assert.equal(page.workers().length, 1);
  });
});

test("a reader and an analyzer on one page share the engine, and neither touches the other's paint", async () => {
  const box = '<mubin-analyzer id="box" text="زار الرئيس محمد الكتاني مدينة فاس القديمة أمس."></mubin-analyzer>';
  await call(here, pageWith(ARTICLE, { before: box }), {}, async (page, log) => {
    await readings(page, 2);
    await page.locator("mubin-analyzer .switch").first().waitFor();
    assert.equal(page.workers().length, 1);
    assert.equal(log.requests.filter((url) => url.endsWith(".wasm")).length, 1);
    assert.ok((await highlighted(page, "mubin-person")).some((name) => name.includes("الكتاني")));
    const own = await highlighted(page, "mubin-reader-person");
    assert.ok(own.some((name) => name.includes("ليلى حداد")));
    await page.evaluate(() => document.querySelector("#box").remove());
    await page.waitForFunction(() => !CSS.highlights.has("mubin-person"));
    assert.deepEqual(await highlighted(page, "mubin-reader-person"), own);
    await page.evaluate(() => document.querySelector("mubin-reader").remove());
    assert.equal(await page.evaluate(() => [...CSS.highlights.keys()].length), 0);
  });
});

test("the engine's files may lie elsewhere: said by the script's element, by the page's script, or by the element", async () => {
  const elsewhere = (page) => page.route("**/static/**", (route) => route.fulfill({ path: EMBED + new URL(route.request().url()).pathname.split("/").pop() }));
  for (const [markup, set] of [
    [pageWith(ARTICLE).replace("<script type", '<script data-mubin-assets="static" type')],
    [pageWith(ARTICLE, { reader: '<mubin-reader for="#article" assets="/static/"></mubin-reader>' })],
    [pageWith(ARTICLE, { reader: "" }), async (page) => {
      await page.evaluate(async () => {
        (await import("/mubin/mubin.js")).configure({ assets: "/static" });
        const reader = document.createElement("mubin-reader");
        reader.htmlFor = "#article";
        document.body.prepend(reader);
      });
    }],
  ]) {
    await call(here, markup, { prepare: elsewhere }, async (page, log) => {
      await set?.(page);
      await readings(page);
      assert.ok(log.requests.some((url) => /\/static\/mubin-\w+\.wasm$/.test(url)));
      assert.ok(!log.requests.some((url) => /\/mubin\/[^/]+\.(wasm|pack)$/.test(url)));
    });
  }
});

test("in a sandboxed frame without storage or an origin, and from another host, the page does the work", async () => {
  const open = { more: { "Access-Control-Allow-Origin": "*" } };
  const server = await serve({ port: 0, dir: EMBED, ...open });
  try {
    const origin = new URL(server.url).origin;
    const policy = sitePolicy.replaceAll("'self'", `'self' ${origin}`);
    const guest = await serve({ port: 0, dir: here.folder, policy, ...open });
    try {
      const inner = pageWith(ARTICLE).replace('src="mubin/mubin.js"', `src="${server.url}mubin.js"`);
      await here.put("inner.html", inner);
      await here.put("outer.html", '<!doctype html><html lang="en"><meta charset="utf-8"><title>Outer</title><iframe title="Article" sandbox="allow-scripts" src="inner.html" width="700" height="500"></iframe></html>');
      await call({ ...here, url: guest.url }, "outer.html", { foreign: [server.url] }, async (page) => {
        const frame = page.frameLocator("iframe");
        await frame.locator("mubin-reader .switch").first().waitFor();
        await frame.locator("mubin-reader .words").click();
        await frame.locator("mubin-reader .card-facts").waitFor();
        assert.equal(page.workers().length, 0);
      });
      await call({ ...here, url: guest.url }, "inner.html", { foreign: [server.url] }, async (page) => {
        await readings(page);
        assert.ok((await highlighted(page, "mubin-reader-place")).some((name) => name.includes("سوسة")));
      });
    } finally {
      await guest.close();
    }
  } finally {
    await server.close();
  }
});

/** What a framework does to its article: other words, then the same words in new elements, then none. */
async function followsFramework(at, code) {
  await at.put("app.js", await script(code));
  const markup = pageWith("", { reader: '<mubin-reader for="#root"></mubin-reader>' })
    .replace("</body>", '<script type="module" src="app.js"></script></body>').replace('id="article"', 'id="root"');
  await call(at, markup, {}, async (page) => {
    await readings(page);
    assert.ok((await highlighted(page, "mubin-reader-place")).some((name) => name.includes("سوسة")));
    await page.getByRole("button", { name: "التالي" }).click();
    await readings(page, 2);
    assert.ok((await highlighted(page, "mubin-reader-place")).some((name) => name.includes("فاس")));
    await page.getByRole("button", { name: "أعد" }).click();
    await page.waitForFunction(() => {
      const ranges = [...CSS.highlights.get("mubin-reader-place") ?? []];
      return document.querySelector("#root p").dataset.turn === "1" && ranges.length > 0 && ranges.every(({ startContainer }) => startContainer.isConnected);
    });
    assert.equal(await page.evaluate(() => globalThis.events.length), 2, "the same words are not analysed again");
    await page.getByRole("button", { name: "أفرغ" }).click();
    await page.waitForFunction(() => CSS.highlights.size === 0);
    assert.equal(await page.evaluate(() => document.querySelector("#root").querySelectorAll("p").length), 0, "the framework found its nodes as it left them");
  });
}

const TEXTS = '["وصلت وزيرة الصحة ليلى حداد إلى مدينة سوسة صباح اليوم.", "زار الرئيس محمد الكتاني مدينة فاس القديمة أمس."]';

test("follows an article that React renders", () => followsFramework(here, `
  import { createElement as h, useState } from "react";
  import { createRoot } from "react-dom/client";
  const texts = ${TEXTS};
  function App() {
    const [at, set] = useState(0);
    const [turn, again] = useState(0);
    return h("div", null, at < 2 ? h("p", { key: turn, "data-turn": turn }, texts[at].slice(0, 9), h("b", null, texts[at].slice(9, 20)), texts[at].slice(20)) : null,
      h("button", { type: "button", onClick: () => set(1) }, "التالي"), h("button", { type: "button", onClick: () => again(1) }, "أعد"),
      h("button", { type: "button", onClick: () => set(2) }, "أفرغ"));
  }
  createRoot(document.querySelector("#root")).render(h(App));`));

test("follows an article that Vue renders", () => followsFramework(hereWithVue, `
  import { createApp, h, ref } from "vue/dist/vue.runtime.esm-bundler.js";
  const texts = ${TEXTS};
  createApp({ setup() {
    const at = ref(0);
    const turn = ref(0);
    return () => h("div", [at.value < 2 ? h("p", { key: turn.value, "data-turn": turn.value }, [texts[at.value].slice(0, 9), h("b", texts[at.value].slice(9, 20)), texts[at.value].slice(20)]) : null,
      h("button", { type: "button", onClick: () => (at.value = 1) }, "التالي"), h("button", { type: "button", onClick: () => (turn.value = 1) }, "أعد"),
      h("button", { type: "button", onClick: () => (at.value = 2) }, "أفرغ")]);
  } }).mount("#root");`));
