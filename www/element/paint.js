/**
 * Layers over the words of someone else's page, by the CSS Custom Highlight API:
 * ranges of the page's own nodes, styled by rules in a sheet that holds nothing
 * else. The registry belongs to the whole document: every name begins with `mubin-reader-`, several
 * readers share the highlight of a name, and each takes back only what it put in. Where the API is missing,
 * or the system forces its colours and would give every highlight the same one, lines are drawn over the words.
 *
 * @import { Span } from "../engine/types.js"
 * @import { ArticleText } from "./text.js"
 */

import { drawLines } from "./lines.js";

/** @typedef {import("../view/layers.js").LayerName | "word" | "current" | "hover"} Painted */
/** @typedef {"light" | "dark"} Ground  of the article */

/**
 * Each layer's line, how far below the letters it runs (above them where it is null), its colour on light and on dark ground; and the colour of
 * its own ground where it has one. The colours are those of the page.
 * @type {Record<Painted, { line: string, lane: number | null, colours: [string, string], ground?: [string, string] }>}
 */
export const LOOKS = {
  statement: { line: "solid 1px", lane: null, colours: ["#6b7f4f", "#8aa06c"], ground: ["#e8efdc", "#26301f"] },
  quantity: { line: "solid 1px", lane: 0.56, colours: ["#a04300", "#f2a36b"] },
  time: { line: "wavy 1px", lane: 0.42, colours: ["#7a2e86", "#d9a2e2"] },
  other: { line: "dotted 2px", lane: 0.28, colours: ["#6a4a00", "#e0bd6a"] },
  organisation: { line: "double 1px", lane: 0.28, colours: ["#2a4b8d", "#a5bdf2"] },
  place: { line: "dashed 2px", lane: 0.28, colours: ["#2f6a1e", "#9fd08a"] },
  person: { line: "solid 2px", lane: 0.28, colours: ["#0b5a63", "#7fc9d1"] },
  correction: { line: "wavy 1.5px", lane: 0.14, colours: ["#c8102e", "#ff8f8a"] },
  word: { line: "solid 2px", lane: null, colours: ["#9a6b00", "#d9b24c"], ground: ["#fbe3a1", "#4a3c14"] },
  hover: { line: "dotted 2px", lane: 0.66, colours: ["#8f1d2c", "#f0908f"] },
  current: { line: "solid 3px", lane: 0.66, colours: ["#8f1d2c", "#f0908f"], ground: ["#fbe3a1", "#4a3c14"] },
};
export const PAINTED = /** @type {Painted[]} */ (Object.keys(LOOKS));
const GROUNDS = /** @type {const} */ (["light", "dark"]);

/** The colour of a layer, which the page may set. @param {Painted} layer @param {Ground} ground */
export const colourOf = (layer, ground) => `var(--mubin-${layer}, ${LOOKS[layer].colours[GROUNDS.indexOf(ground)]})`;

/** @param {Painted} layer @param {Ground} ground */
export const groundOf = (layer, ground) => LOOKS[layer].ground && `var(--mubin-${layer}-ground, ${LOOKS[layer].ground[GROUNDS.indexOf(ground)]})`;

/** @param {Painted} layer @param {Ground} ground */
const nameOf = (layer, ground) => `mubin-reader-${ground === "dark" ? "dark-" : ""}${layer}`;

/** On paper a text is what it was. */
const rules = () => `@media screen { ${PAINTED.flatMap((layer) => GROUNDS.map((ground) => {
  const { line, lane } = LOOKS[layer];
  const way = lane === null ? "overline" : "underline";
  const own = groundOf(layer, ground);
  return `::highlight(${nameOf(layer, ground)}) { text-decoration: ${way} ${line} ${colourOf(layer, ground)}; text-underline-offset: ${lane ?? 0}em; `
    + `text-decoration-skip-ink: none;${own ? ` background-color: ${own};` : ""} }`;
})).join("\n")} }`;

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** How many readers paint in each tree. @type {WeakMap<Document | ShadowRoot, number>} */
const painters = new WeakMap();

/** @param {Document | ShadowRoot} tree */
function adopt(tree) {
  const others = painters.get(tree) ?? 0;
  painters.set(tree, others + 1);
  if (others) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules());
  }
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}

/** @param {Document | ShadowRoot} tree */
function release(tree) {
  const left = (painters.get(tree) ?? 1) - 1;
  painters.set(tree, left);
  if (left === 0) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((one) => one !== sheet);
}

const registry = () => (
  typeof Highlight === "function" && !matchMedia("(forced-colors: active)").matches ? globalThis.CSS?.highlights : undefined);

export class Paint {
  /** @type {Map<Painted, { ground: Ground, ranges: StaticRange[] }>} */
  #painted = new Map();
  #registry = registry();
  #frame = 0;
  #drawing = new AbortController();

  /**
   * @param {Element} article
   * @param {HTMLElement} canvas  where lines are drawn when there is no other way
   */
  constructor(article, canvas) {
    this.article = article;
    this.canvas = canvas;
    this.tree = /** @type {Document | ShadowRoot} */ (article.getRootNode());
    adopt(this.tree);
    if (!this.#registry) {
      const redraw = () => {
        cancelAnimationFrame(this.#frame);
        this.#frame = requestAnimationFrame(() => this.#draw());
      };
      addEventListener("scroll", redraw, { capture: true, passive: true, signal: this.#drawing.signal });
      addEventListener("resize", redraw, { signal: this.#drawing.signal });
    }
  }

  /**
   * @param {Painted} layer
   * @param {Span[]} spans
   * @param {ArticleText} text
   * @param {Ground} ground
   */
  set(layer, spans, text, ground) {
    const before = this.#painted.get(layer);
    if (!before && !spans.length) return;
    this.#take(layer);
    const ranges = spans.map(({ start, end }) => text.rangeOf(start, end)).filter((range) => range !== null);
    if (ranges.length) this.#painted.set(layer, { ground, ranges });
    this.#put(layer);
  }

  /**
   * Takes off what stands on nodes that have changed or gone.
   * @param {ReadonlySet<Node>} changed
   */
  dropStale(changed) {
    const sound = (/** @type {Node} */ node) => !changed.has(node) && this.article.contains(node);
    for (const [layer, painted] of this.#painted) {
      const stands = painted.ranges.filter(({ startContainer, endContainer }) => sound(startContainer) && sound(endContainer));
      if (stands.length === painted.ranges.length) continue;
      this.#take(layer);
      this.#painted.set(layer, { ...painted, ranges: stands });
      this.#put(layer);
    }
  }

  /** @param {Painted} layer */
  #put(layer) {
    const highlights = this.#registry;
    if (!highlights) return this.#draw();
    const { ground, ranges } = this.#painted.get(layer) ?? { ground: "light", ranges: [] };
    if (!ranges.length) return;
    const name = nameOf(layer, ground);
    const highlight = highlights.get(name) ?? new Highlight();
    highlight.priority = PAINTED.indexOf(layer);
    for (const range of ranges) highlight.add(range);
    highlights.set(name, highlight);
  }

  /** @param {Painted} layer */
  #take(layer) {
    const painted = this.#painted.get(layer);
    this.#painted.delete(layer);
    const highlights = this.#registry;
    if (!highlights || !painted) return;
    const name = nameOf(layer, painted.ground);
    const highlight = highlights.get(name);
    for (const range of painted.ranges) highlight?.delete(range);
    if (highlight?.size === 0) highlights.delete(name);
  }

  #draw() {
    drawLines(this.canvas, this.article, this.#painted);
  }

  clear() {
    for (const layer of [...this.#painted.keys()]) this.#take(layer);
    this.canvas.replaceChildren();
  }

  /** Takes everything back. */
  end() {
    this.clear();
    this.#drawing.abort();
    cancelAnimationFrame(this.#frame);
    release(this.tree);
  }
}

/**
 * Whether an article lies on light ground or dark, by the first ancestor that has a colour of its own.
 * @param {Element} article
 * @returns {Ground}
 */
export function groundUnder(article) {
  for (let at = /** @type {Element | null} */ (article); at; at = at.parentElement ?? hostOf(at)) {
    const [red, green, blue, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/^rgba?\((.*)\)$/)?.[1].split(",") ?? []).map(Number);
    if (red === undefined || alpha < 0.5) continue;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? "dark" : "light";
  }
  const scheme = getComputedStyle(article).colorScheme;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return scheme.includes("dark") && (dark || !scheme.includes("light")) ? "dark" : "light";
}

/** @param {Node} node */
function hostOf(node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
