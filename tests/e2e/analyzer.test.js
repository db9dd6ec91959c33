/** `<mubin-analyzer>` by itself: what it takes from the page it stands in, what it reads, and what it tells. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { box, eventsOf, load, read, visit } from "./boxes.js";
import { ARTICLE, highlighted } from "./harness.js";
import { host } from "./hosts.js";

const here = host();
const OTHER = "زار وزير الصحة أحمد السالم مدينة تونس يوم الاثنين، وقال إن المستشفى الجديد سيفتح أبوابه قبل نهاية السنة.";

test("the text between its tags is seen before the element is, and analysed in it", async () => {
  await visit(here, { body: `<h1>Host</h1>${box(ARTICLE)}`, script: "" }, async (page) => {
    assert.match(await page.locator("#one").innerText(), /بلدية المرسى تفتتح/);
    await load(page);
    await read(page);
    assert.equal(await page.locator("#one .mubin-root").evaluate((frame) => getComputedStyle(frame).direction), "rtl");
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "ltr");
    const [{ name, id, text }] = await eventsOf(page);
    assert.deepEqual({ name, id, text }, { name: "mubin-result", id: "one", text: ARTICLE });
    assert.equal(await page.evaluate(() => document.querySelector("#one").result.text), ARTICLE);
    assert.equal(await page.evaluate(() => document.querySelector("#one").value), ARTICLE);
    assert.ok((await highlighted(page, "mubin-organisation")).length + (await highlighted(page, "mubin-time")).length > 0, "the layers are painted");
    assert.equal(await page.title(), "Host");
  });
});

test("the box of the README is as it says", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const [, body] = /<!-- box -->\n```html\n([\s\S]*?)```/.exec(readme) ?? [];
  await visit(here, { body }, async (page) => {
    await page.locator("mubin-analyzer .reader .chunk").first().waitFor();
    const { value, people } = await page.evaluate(() => {
      const one = document.querySelector("mubin-analyzer");
      return { value: one.value, people: one.result.mentions.filter(({ type }) => type === "person").length };
    });
    assert.match(value, /^قالت وزيرة الصحة [^\n<]+2026\.$/);
    assert.ok(people > 0);
  });
});

test("paragraphs of markup between its tags stay paragraphs", async () => {
  const body = `<mubin-analyzer id="one"><h2>${ARTICLE.split("\n\n")[0]}</h2>${ARTICLE.split("\n\n").slice(1).map((part) => `<p>${part}</p>`).join("")}<script type="text/plain">no</script></mubin-analyzer>`;
  await visit(here, { body }, async (page) => {
    await read(page);
    assert.equal(await page.evaluate(() => document.querySelector("#one").value), ARTICLE);
  });
});

test("what was set before the element was defined holds", async () => {
  const script = '<script type="module" src="late.js"></script>';
  const late = `
    const early = document.createElement("mubin-analyzer");
    Object.assign(early, { id: "one", text: ${JSON.stringify(OTHER)}, layers: "time", theme: "dark" });
    document.body.append(early);
    const written = document.createElement("mubin-analyzer");
    written.id = "two";
    written.value = ${JSON.stringify(ARTICLE)};
    document.body.append(written);
    globalThis.ready = true;`;
  await visit(here, { body: "", script, files: { "late.js": { body: late } } }, async (page) => {
    await page.waitForFunction(() => globalThis.ready);
    await load(page);
    await load(page, "mubin/mubin.js?again"); // another copy does no harm
    await Promise.all([read(page), read(page, "two")]);
    const seen = await page.evaluate(() => {
      const [early, written] = [document.querySelector("#one"), document.querySelector("#two")];
      return [early.getAttribute("text"), early.value, early.getAttribute("theme"), early.shadowRoot.querySelector(".mubin-root").dataset.theme, Object.hasOwn(early, "text"), written.value];
    });
    assert.deepEqual(seen, [OTHER, OTHER, "dark", "dark", false, ARTICLE]);
    assert.equal(await page.locator('#one .switch[aria-pressed="true"]').count(), 1);
  });
});

test("attributes are followed as they change", async () => {
  await visit(here, { body: box("", `text="${ARTICLE}"`) }, async (page) => {
    await read(page);
    const set = (name, value) => page.evaluate(([key, to]) => (to === null ? document.querySelector("#one").removeAttribute(key) : document.querySelector("#one").setAttribute(key, to)), [name, value]);
    const frame = page.locator("#one .mubin-root");
    await set("lang", "en");
    await page.locator("#one").getByText("Edit the text").waitFor();
    assert.equal(await frame.getAttribute("dir"), "ltr");
    await set("layers", "none");
    await page.waitForFunction(() => ![...CSS.highlights.keys()].some((name) => /person|time|place|fix/.test(name)));
    await set("layers", "person, time nonsense");
    assert.equal(await page.locator('#one .switch[aria-pressed="true"]').count(), 2);
    await set("theme", "contrast");
    assert.equal(await frame.getAttribute("data-theme"), "contrast");
    await set("text", OTHER);
    await page.locator("#one .reader").getByText("المستشفى").waitFor();
    const days = () => page.evaluate(() => document.querySelector("#one").result.times.map(({ start_date, from, value }) => JSON.stringify([start_date, from, value])).join());
    const undated = await days();
    await set("date", "2024-05-15");
    await page.waitForFunction((last) => globalThis.events.length > last, 2);
    assert.notEqual(await days(), undated, "the day counts");
    await set("text", "");
    await page.locator("#one #surface").waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("#one").result), null);
    await set("placeholder", "نص هنا");
    assert.equal(await page.locator("#one #surface").getAttribute("placeholder"), "نص هنا");
    await set("samples", "");
    await page.locator("#one .sample").first().waitFor();
    await set("text", null);
    assert.deepEqual(await page.evaluate(() => { const one = document.querySelector("#one"); one.text = "نص"; one.samples = false; return [one.getAttribute("text"), one.hasAttribute("samples"), one.theme]; }), ["نص", false, "contrast"]);
  });
});

test("a text is read from its address, markup and encoding and all", async () => {
  const files = {
    "news.html": { body: `<nav>قائمة</nav><main><h1>${ARTICLE.split("\n\n")[0]}</h1>${ARTICLE.split("\n\n").slice(1).map((part) => `<p>${part}</p>`).join("")}</main>` },
    "plain.txt": { body: Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0x20, 0xc8, 0xc7, 0xe1, 0xda, 0xc7, 0xe1, 0xe3]), type: "text/plain" },
  };
  await visit(here, { body: '<mubin-analyzer id="one" src="news.html"></mubin-analyzer><mubin-analyzer id="two" src="plain.txt"></mubin-analyzer>', files }, async (page) => {
    await Promise.all([read(page), read(page, "two")]);
    assert.equal(await page.evaluate(() => document.querySelector("#one").value), ARTICLE);
    assert.equal(await page.evaluate(() => document.querySelector("#two").value), "مرحبا بالعالم");
    assert.equal(await page.evaluate(() => document.querySelector("#one").src), `${here.url}news.html`);
  });
});

test("what cannot be had is said in the box and to the page, and what stood there stays", async () => {
  const files = { "gone.txt": { body: "", status: 404 }, "picture.txt": { body: "x", type: "image/png" }, "large.txt": { body: Buffer.alloc(50_400_000, "a") } };
  await visit(here, { body: box(ARTICLE), files }, async (page, log) => {
    await read(page);
    for (const [src, kind] of [["gone.txt", "source-unreachable"], ["picture.txt", "source-unsupported"], ["large.txt", "too-large"]]) {
      await page.evaluate((address) => { document.querySelector("#one").src = address; }, src);
      await page.locator(`#one .banner.error[data-kind="${kind}"]`).waitFor();
      const told = (await eventsOf(page, "mubin-error")).at(-1);
      assert.deepEqual([told.id, told.kind], ["one", kind]);
      assert.match(await page.locator("#one .banner.error").innerText(), new RegExp(told.message.slice(0, 12)));
      assert.equal(await page.evaluate(() => document.querySelector("#one").value), ARTICLE);
    }
    log.expectedConsole.push("error: Failed to load resource: the server responded with a status of 404 (Not Found)");
  });
});

test("an engine that does not come is said, the text kept, and tried again when asked", async () => {
  let blocked = true;
  const prepare = (page) => page.route("**/*.wasm", (route) => (blocked ? route.fulfill({ status: 503 }) : route.continue()));
  await visit(here, { body: box(OTHER), prepare }, async (page, log) => {
    await page.locator('#one .banner.error[data-kind="engine-load-failed"]').waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("#one").value), OTHER);
    const rejected = await page.evaluate((text) => document.querySelector("#one").analyze(text).then(() => "", (error) => error.kind), ARTICLE);
    assert.equal(rejected, "engine-load-failed");
    blocked = false;
    await page.locator("#one .banner.error .strong").click();
    await read(page);
    log.expectedConsole.push(...log.console.filter((line) => line.includes("503")));
  });
});

test("methods and properties: a text is analysed when asked, and the focus goes to it", async () => {
  await visit(here, { body: box("") }, async (page) => {
    await page.locator("#one #surface").waitFor();
    const found = await page.evaluate(async (text) => {
      const one = document.querySelector("#one");
      const { mentions, tokens } = await one.analyze(text);
      one.focus();
      return [mentions.length > 0, tokens.length > 5, one.shadowRoot.activeElement?.className, document.activeElement === one];
    }, OTHER);
    assert.deepEqual(found, [true, true, "reader", true]);
    assert.equal(await page.evaluate(() => document.querySelector("#one").analyze("  ").then(() => "", (error) => error.kind)), "empty-text");
  });
});

test("a selection of several words is understood inside the shadow tree", async () => {
  await visit(here, { body: box(ARTICLE) }, async (page) => {
    await read(page);
    await page.locator("#one .reader").focus();
    for (const key of ["ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft"]) await page.keyboard.press(key);
    await page.locator("#one .passage-facts").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#one .passage-facts").waitFor({ state: "detached" });
  });
});

test("by keyboard from the host's page into the card and back", async () => {
  await visit(here, { body: `<a href="#" id="before">before</a>${box(ARTICLE)}<a href="#" id="after">after</a>` }, async (page) => {
    await read(page);
    await page.locator("#before").focus();
    const inside = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("class") ?? document.activeElement?.id);
    for (let tries = 0; tries < 40 && await inside() !== "reader"; tries++) await page.keyboard.press("Tab");
    assert.equal(await inside(), "reader");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.id === "card-word");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.className === "reader");
  });
});
