import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { PACKS } from "../../www/engine/packs.js";
import { MAX_UNITS } from "../../www/engine/index.js";
import { headline, openCard, readSample, stage, visit } from "./harness.js";

const here = stage();
const root = new URL("../../", import.meta.url);
const read = (path) => readFile(new URL(path, root), "utf8");
const schema = JSON.parse(await read("src/report/mubin-1.schema.json")).$defs;
const rules = (await read("src/data/correction-rules.tsv")).split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));

test("every rule of the corrections has its example", async () => {
  const examples = (await read("src/data/correction-examples.tsv")).split("\n").filter((row) => row && !row.startsWith("#")).map((row) => row.split("\t"));
  assert.deepEqual(examples.map(([rule]) => rule), rules.map(([rule]) => rule));
  for (const [rule, from, to, ...more] of examples) assert.ok(from && to && from !== to && more.length === 0, rule);
});

/** The words that a description lists: `a, b or c`, or `a: …; b: …`. */
function listed(type, field) {
  const { description } = schema[type].properties[field];
  const named = [...description.matchAll(/(?:^|; )([\w-]+):/g)].map(([, name]) => name);
  const words = named.length ? named : description.split(/[;.]/)[0].split(/, | or /).map((word) => word.trim());
  assert.ok(words.length > 1 && words.every((word) => /^[\w-]+$/.test(word)), `${type}.${field}: ${words}`);
  return words;
}
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

/** Every word that the engine may say of a text, by what the help calls its kind. */
async function words() {
  const known = [...(await read("src/morph/features.rs")).matchAll(/^\s+\("(\w+)", &\[(.+)\]\),/gm)];
  assert.ok(known.length > 10);
  const pieces = /const NAMES: \[&str; 14\] =\s+\[(.+)\]/.exec(await read("src/morph/expand.rs"));
  return [
    ...Object.entries({
      role: ["Block", "role"], hidden: ["Character", "kind"], correction: ["Correction", "kind"], tier: ["Correction", "tier"], stance: ["Cue", "stance"],
      entity: ["Entity", "type"], variety: ["Language", "variety"], source: ["Morphology", "source"], quantity: ["Quantity", "type"], basis: ["Speaker", "basis"],
      form: ["Statement", "form"], time: ["Time", "type"], calendar: ["Time", "calendar"], token: ["Token", "kind"],
    }).flatMap(([kind, [type, field]]) => listed(type, field).map((word) => `${kind}:${word}`)),
    ...all(await read("src/morph/tag.rs"), /Upos::\w+ => "(\w+)"/g).map((upos) => `upos:${upos}`),
    ...known.flatMap(([, name, values]) => all(values, /"(\w+)"/g).map((value) => `feature:${name}=${value}`)),
    ...[...all(pieces[1], /"(\w+)"/g), "FOREIGN"].map((tag) => `piece:${tag}`),
    ...all(await read("src/text/normalize.rs"), /\(Folds::\w+, "([\w-]+)"\)/g).map((fold) => `fold:${fold}`),
    ...rules.map(([rule]) => `rule:${rule}`),
    ...PACKS.map((pack) => `licence:${pack}`),
  ];
}

/** @param {any} page @returns {Promise<Record<string, string>>} */
const entries = (page) => page.locator("[data-entry]").evaluateAll((rows) => Object.fromEntries(
  rows.map((row) => [row.dataset.entry, row.textContent.replace(/\s+/g, " ").trim()])));

const open = (page, hash = "#help") => page.evaluate((to) => { location.hash = to; }, hash).then(() => page.locator(".help-section").first().waitFor());

for (const lang of /** @type {const} */ (["ar", "en"])) {
  test(`every word the engine may say is explained (${lang})`, () => visit(here, { lang }, async (page) => {
    await open(page);
    const found = await entries(page);
    const expected = await words();
    assert.ok(expected.length > 180, `${expected.length}`);
    assert.deepEqual(expected.filter((id) => !(id in found)), []);
    const letters = lang === "ar" ? /[\u0621-\u064A]{2}/ : /[A-Za-z]{3}/;
    for (const id of expected) {
      const [, word] = id.split(/:(.+)/);
      assert.match(found[id].replace(word, ""), letters, `${id}: ${found[id]}`);
    }
    assert.deepEqual(Object.entries(found).filter(([, text]) => /\{\w+\}|undefined|\bnull\b|NaN/.test(text)), []);
    assert.equal(await page.locator("[data-entry]").count(), Object.keys(found).length, "none twice");
  }));
}

test("what is explained comes from the engine's tables", () => visit(here, {}, async (page) => {
  await open(page);
  const found = await entries(page);
  for (const [rule, , reason] of rules) {
    const parts = reason.split(/\{(?:from|to)\}/).map((part) => part.trim()).filter((part) => part.length > 3);
    for (const part of parts) assert.ok(found[`rule:${rule}`].includes(part), `${rule}: ${part}`);
  }
  for (const line of (await read("src/data/letter-maps.tsv")).split("\n").filter((line) => line && !line.startsWith("#"))) {
    const [letter, buckwalter] = line.split("\t");
    assert.ok(found[`letter:${letter}`].includes([...buckwalter][0]), letter);
  }
  for (const verb of ["قَال", "أَوْضَح"]) assert.ok(found["stance:report"].includes(verb));
  assert.ok(found["stance:deny"].includes("نَفَى"));
  const steps = all(/const STEPS: \[f64; 5\] = \[(.+)\]/.exec(await read("src/writing/measures/level.rs"))[1], /([\d.]+)/g);
  steps.forEach((end, i) => assert.ok(found[`step:${i + 1}`].includes(end), end));
  assert.ok(found["limit:files"].includes(String(Math.floor(MAX_UNITS / 1e6))));
}));

test("the lines of the layers are those of the text", () => visit(here, {}, async (page) => {
  await readSample(page);
  const lineOf = (selector) => page.locator(selector).first().evaluate((node) => {
    const { textDecorationStyle, textDecorationColor } = getComputedStyle(node);
    return `${textDecorationStyle} ${textDecorationColor}`;
  });
  const switches = {};
  for (const layer of ["person", "place", "time", "correction"]) switches[layer] = await lineOf(`.switch[data-layer="${layer}"][aria-pressed="true"] .stroke`);
  await open(page);
  for (const place of ["word", "hover", "cursor", "current"]) {
    const lines = await page.evaluate((name) => [[`.help-${name}`], [".reader p.body", `::highlight(mubin-${name})`]].map(([selector, part]) => {
      const { textDecorationLine, textDecorationStyle, textDecorationColor, textDecorationThickness, backgroundColor } = getComputedStyle(document.querySelector(selector), part);
      return [textDecorationLine, textDecorationStyle, textDecorationColor, textDecorationThickness, backgroundColor].join(" ");
    }), place);
    assert.equal(lines[0], lines[1], place);
  }
  for (const [layer, line] of Object.entries(switches)) assert.equal(await lineOf(`[data-entry="layer:${layer}"] .stroke`), line, layer);
}));

test("an address leads to its section, from outside and from within", () => visit(here, {}, async (page) => {
  await open(page, "#help-rules");
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const inView = (id) => page.locator(`#help-${id} h4`).evaluate((title) => {
    const { top, bottom } = title.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await page.waitForFunction(() => document.activeElement?.id === "help-rules-title");
  assert.ok(await inView("rules"));
  await page.locator('.help-contents a[href="#help-privacy"]').click();
  await page.waitForFunction(() => document.activeElement?.id === "help-privacy-title");
  assert.ok(await inView("privacy"));
  await page.reload();
  await page.waitForFunction(() => document.activeElement?.id === "help-privacy-title");
  await open(page, "#help-nowhere");
  assert.equal(await page.locator(".help-section").count() > 20, true);
  await page.goBack();
  await page.waitForFunction(() => document.activeElement?.id === "help-privacy-title");
  assert.equal(await focused(), "help-privacy-title");
}));

test("a search leaves what it finds, however it is spelled", () => visit(here, {}, async (page) => {
  await open(page);
  const whole = await page.locator(".help-section").count();
  const field = page.getByRole("searchbox");
  await field.fill("تاء مربوطه");
  assert.ok(await page.locator(".help-section").count() < whole / 2);
  assert.ok(await page.locator('[data-entry="rule:taa-marbuta"]').isVisible());
  assert.equal(await page.locator('[data-entry="upos:VERB"]').count(), 0);
  assert.match(await page.locator('[role="status"]').textContent(), /توافق|يوافق|يوافقان/);
  await field.fill("logdice");
  assert.deepEqual(Object.keys(await entries(page)), ["study:logDice"]);
  await field.fill("قطقط");
  await page.locator(".help-none").waitFor();
  await page.getByRole("button", { name: "أظهر الدليل كله" }).click();
  assert.equal(await page.locator(".help-section").count(), whole);
}));

test("the page leads into the help, and back to the text", () => visit(here, {}, async (page) => {
  await readSample(page);
  const links = page.locator(".help-link:visible");
  assert.ok(await links.count() >= 6);
  for (const { width, height } of await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().toJSON()))) {
    assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
  }
  for (const [tab, section] of [["names", "names"], ["writing", "corrections"], ["words", "study"]]) {
    await page.locator(`#tab-${tab}`).click();
    assert.equal(await page.locator(".tabline > .help-link").getAttribute("href"), `#help-${section}`);
  }
  await page.locator(".switches .help-link").click();
  await page.waitForFunction(() => document.activeElement?.id === "help-colours-title");
  await page.goBack();
  await headline(page).waitFor();
  await openCard(page, "بلدية");
  await page.locator(".card .help-link").click();
  await page.waitForFunction(() => document.activeElement?.id === "help-pos-title");
  await page.getByRole("button", { name: "عد إلى النص" }).click();
  await headline(page).waitFor();
}));

test("the help is written in the digits of choice, and turns with the language", () => visit(here, {}, async (page) => {
  await open(page, "#help-scores");
  await page.locator(".settings summary").click();
  await page.getByLabel("١٢٣").check();
  await page.waitForFunction(() => /٪/.test(document.querySelector("#help-scores .help-lead").textContent));
  assert.doesNotMatch(await page.locator("#help-scores").textContent(), /[0-9]/);
  assert.doesNotMatch(await page.locator('[data-entry^="step:"]').first().textContent(), /[0-9]/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Parts of speech").first().waitFor();
}));
