/** How places are marked in the text: lines that are told apart without colour, contrasts, and the rectangles that stand in for highlights. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { at, LAYERS, NEWS, readNews } from "./content.js";
import { drawn, placeOf, stage } from "./harness.js";

const here = stage();

const NAMES = ["person", "place", "organisation", "other"];
const FIXES = ["fix-certain", "fix-contextual", "fix-unknown", "fix-variant"];
const CONTENT = [...NAMES, "time", "quantity", "statement", ...FIXES];
const ATTENTION = ["word", "hover", "cursor", "current"];

/** @param {string} tier @param {string} words @param {number} [nth] */
const fix = (tier, words, nth) => ({ ...at(words, nth), kind: "spelling", tier, suggestions: ["كلمة"], confidence: 0.9, reason: "سبب", why: "test" });
const corrections = [fix("certain", "الرباط", 2), fix("contextual", "مارس"), fix("unknown", "بدران"), fix("variant", "بنك"), fix("certain", "مليون")]
  .sort((a, b) => a.start - b.start);

/**
 * The computed marks of the highlights, the grounds a mark may lie on and the inks of the text, colours as [r, g, b].
 * @param {any} page
 */
const marksOf = (page) => page.evaluate((layers) => {
  const rgb = (/** @type {string} */ colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
    return a === 0 ? null : [r, g, b];
  };
  const heading = /** @type {Element} */ (document.querySelector(".reader h2"));
  const styleOf = (/** @type {string} */ layer) => getComputedStyle(heading, `::highlight(mubin-${layer})`);
  const size = parseFloat(getComputedStyle(heading).fontSize);
  const forced = matchMedia("(forced-colors: active)").matches;
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.cssText = "background: Canvas; forced-color-adjust: none";
  const paper = rgb(getComputedStyle(forced ? probe : document.body).backgroundColor);
  probe.remove();
  return {
    paper,
    inks: [".reader h2", ".reader p.body", ".reader p.dateline"].map((name) => rgb(getComputedStyle(/** @type {Element} */ (document.querySelector(name))).color)),
    marks: Object.fromEntries(layers.map((layer) => {
      const style = styleOf(layer);
      return [layer, {
        ground: rgb(style.backgroundColor), line: style.textDecorationLine, stroke: style.textDecorationStyle,
        thick: style.textDecorationThickness, lane: Math.round(parseFloat(style.textUnderlineOffset) / size * 100), colour: rgb(style.textDecorationColor),
      }];
    })),
  };
}, [...CONTENT, ...ATTENTION, "sentence"]);

/** The ratio of WCAG 2. @param {number[]} one @param {number[]} other */
function contrast(one, other) {
  const light = (/** @type {number[]} */ colour) => {
    const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** @type {[string, import("./harness.js").Wishes["theme"], object][]} */
const LOOKS = [
  ["light", "light", {}], ["dark", "dark", {}], ["contrast", "contrast", { colorScheme: "light" }], ["contrast in the dark", "contrast", { colorScheme: "dark" }],
  ["forced light", "auto", { forcedColors: "active", colorScheme: "light" }], ["forced dark", "auto", { forcedColors: "active", colorScheme: "dark" }],
];

for (const [look, theme, media] of LOOKS) {
  test(`every mark is told by its line, and keeps its contrast on every ground (${look})`, () => readNews(here, { theme, layers: { corrections } }, async (page) => {
    await page.emulateMedia(media);
    const { paper, inks, marks } = await marksOf(page);
    const lines = Object.entries(marks).filter(([, { line }]) => line !== "none");
    assert.equal(lines.length, CONTENT.length + ATTENTION.length + (look.startsWith("forced") ? 1 : 0));
    const told = lines.map(([, { line, stroke, thick, lane }]) => `${line} ${stroke} ${thick} ${line.includes("underline") ? lane : ""}`);
    assert.equal(new Set(told).size, told.length, told.join("\n"));
    const without = lines.map(([, { stroke, thick, line }]) => `${line} ${stroke} ${thick}`);
    assert.equal(new Set(without).size, without.length, `not by the lane alone:\n${without.join("\n")}`);
    // What may lie in one stretch lies in different lanes: names exclude one another, and so do corrections.
    const lane = (layer) => marks[layer].lane;
    assert.equal(new Set(NAMES.map(lane)).size, 1);
    assert.equal(new Set(FIXES.map(lane)).size, 1);
    const lanes = [lane("fix-certain"), lane("person"), lane("time"), lane("quantity"), lane("current")];
    assert.deepEqual(lanes, [...new Set(lanes)].sort((a, b) => a - b));
    const grounds = [paper, ...Object.values(marks).map(({ ground }) => ground).filter(Boolean)];
    for (const ground of grounds) {
      for (const [layer, { colour }] of lines) assert.ok(contrast(colour, ground) >= 3, `${layer} on ${ground}: ${contrast(colour, ground)}`);
      for (const ink of inks) assert.ok(contrast(ink, ground) >= 4.5, `text ${ink} on ${ground}: ${contrast(ink, ground)}`);
    }
  }));
}

test("the switches show the lines of their layers as a key", () => readNews(here, { layers: { corrections } }, async (page) => {
  for (const name of ["other", "quantity", "statement"]) {
    const button = page.locator(`.switch[data-layer="${name}"]`);
    if (await button.getAttribute("aria-pressed") === "false") await button.click();
  }
  const { marks } = await marksOf(page);
  for (const layer of [...NAMES, "time", "quantity", "statement", "correction"]) {
    const key = await page.locator(`.switch[data-layer="${layer}"] .stroke`).evaluate((node) => {
      const style = getComputedStyle(node);
      const size = parseFloat(style.fontSize);
      return {
        line: style.textDecorationLine, stroke: style.textDecorationStyle, thick: style.textDecorationThickness,
        lane: Math.round(parseFloat(style.textUnderlineOffset) / size * 100), colour: style.textDecorationColor.match(/[\d.]+/g)?.map(Number),
      };
    });
    const { ground: _, ...mark } = marks[layer === "correction" ? "fix-certain" : layer];
    assert.deepEqual(key, mark, layer);
  }
}));

/** The places of the layers of the article, each kind by its spans. */
const SPANS = {
  ...Object.fromEntries(NAMES.map((name) => [name, LAYERS.mentions.filter(({ type }) => type === name)])),
  time: LAYERS.times, quantity: LAYERS.quantities, statement: LAYERS.statements.map(({ content }) => content),
  ...Object.fromEntries(FIXES.map((name) => [name, corrections.filter(({ tier }) => name === `fix-${tier}`)])),
};

/**
 * How far the rectangles of each layer are from the boxes of the words they stand for; only those of the layer, and all of them.
 * @param {any} page
 * @param {Record<string, { start: number, end: number }[]>} spans  in the text as it is given
 * @param {string} [text]
 */
const offBy = (page, spans, text = NEWS) => page.evaluate(([asked, given]) => {
  const MARKS = /[\u064B-\u0652\u0670]/;
  const letters = [...given].filter((letter) => !MARKS.test(letter)).join("");
  /** @type {{ start: number, node: Node, places: number[] }[]} */
  const pieces = [...document.querySelectorAll(".reader :is(p, h2)")].map((element) => {
    const node = /** @type {Text} */ (element.firstChild);
    const places = [...node.data].flatMap((letter, i) => (MARKS.test(letter) ? [] : [i]));
    const bare = places.map((i) => node.data[i]).join("");
    return { start: letters.indexOf(bare), node, places: [...places, node.data.length] };
  });
  const boxesOf = (/** @type {{ start: number, end: number }} */ span) => {
    const [start, end] = [span.start, span.end].map((offset) => [...given.slice(0, offset)].filter((letter) => !MARKS.test(letter)).length);
    const piece = pieces.find((one) => one.start <= start && start < one.start + one.places.length - 1);
    if (!piece) throw new Error(`nothing at ${start}`);
    const range = document.createRange();
    range.setStart(piece.node, piece.places[start - piece.start]);
    let to = piece.places[end - piece.start - 1] + 1;
    while (MARKS.test(/** @type {Text} */ (piece.node).data[to] ?? "")) to++;
    range.setEnd(piece.node, to);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  const far = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) => Math.max(...["left", "top", "width", "height"].map((side) => Math.abs(a[side] - b[side])));
  return Object.fromEntries(Object.entries(asked).map(([layer, places]) => {
    const painted = [...document.querySelectorAll(`.overlay.${layer} span`)].map((node) => node.getBoundingClientRect());
    const wanted = places.flatMap(boxesOf);
    const nearest = (from, to) => Math.max(0, ...from.map((box) => Math.min(...to.map((other) => far(box, other)))));
    return [layer, painted.length ? Math.max(nearest(wanted, painted), nearest(painted, wanted)) : wanted.length ? Infinity : 0];
  }));
}, [spans, text]);

/** @param {any} page @param {typeof SPANS} spans @param {string} when @param {string} [text] */
async function assertPlaces(page, spans, when, text) {
  await drawn(page);
  for (const [layer, off] of Object.entries(await offBy(page, spans, text))) assert.ok(off < 1, `${layer} is off by ${off} ${when}`);
}

test("without highlights rectangles mark the same places, after a resize, with vowels and after an edit", () => readNews(here, {
  layers: { corrections },
  prepare: (page) => page.addInitScript(() => {
    delete globalThis.Highlight;
    localStorage.setItem("mubin.preferences", JSON.stringify({
      lang: "ar", theme: "light", digits: "latn", draft: false,
      layers: ["person", "place", "organisation", "other", "time", "quantity", "statement", "correction"],
    }));
  }),
}, async (page) => {
  await page.evaluate(() => document.fonts.ready);
  await assertPlaces(page, SPANS, "at first");
  await page.setViewportSize({ width: 620, height: 800 });
  await assertPlaces(page, SPANS, "after a resize");
  await page.getByRole("button", { name: "التشكيل" }).click();
  await assertPlaces(page, SPANS, "with vowels");
  await page.getByRole("button", { name: "التشكيل" }).click();
  await assertPlaces(page, SPANS, "without vowels again");

  const pointed = await placeOf(page, "طويلة");
  await page.mouse.move(pointed.x, pointed.y);
  await page.locator(".overlay.hover span").waitFor();
  await assertPlaces(page, { hover: [at("طويلة")] }, "of the pointer");
  await page.mouse.click(pointed.x, pointed.y);
  await page.locator(".overlay.current span").waitFor();
  await assertPlaces(page, { current: [at("طويلة")], word: [at("طويلة")] }, "of the attention");
  await page.locator(".reader").focus();
  await page.keyboard.press("ArrowLeft");
  await assertPlaces(page, { cursor: [at("حضرها")], current: [at("حضرها")] }, "of the cursor");
  await page.keyboard.press("Escape");

  const later = NEWS.replace("طويلة", "طويلة جدا");
  const grown = Object.fromEntries(Object.entries(SPANS).map(([layer, spans]) => [layer, spans.map(({ start, end }) => ({ start, end }))]));
  await page.getByRole("button", { name: "حرّر النص" }).click();
  await page.locator("#surface").fill(later);
  await page.getByRole("button", { name: "اقرأ النص" }).click();
  await page.locator("p", { hasText: "طويلة جدا" }).waitFor();
  await assertPlaces(page, grown, "after an edit", later); // the given layers keep their offsets
}));
