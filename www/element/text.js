/**
 * The text of an article on someone's page, read out of its text nodes as they are
 * rendered: white space collapsed where the styles collapse it, blocks apart, what
 * is hidden or no text left out. The way back is a list of stretches, each a run of characters
 * that stands in one text node unchanged; so a place of the text becomes a range of
 * the page's own nodes, and a point in a node a place of the text, with nothing written into the page.
 *
 * @import { DecidedRole } from "../engine/types.js"
 */

import { firstAtOrAfter } from "../view/highlight.js";
import { lastStartingBy } from "../view/pieces.js";

/** `start` to `end` of the text is what stands in the node from `from` on. @typedef {{ start: number, end: number, node: Text, from: number }} Stretch */

/** What holds no running text of the article, or what a reader operates. */
const PASSED_OVER = [
  "script", "style", "noscript", "template", "textarea", "select", "input", "button", "option", "svg", "math", "canvas", "iframe", "object", "audio",
  "video", "rp", "rt", "mubin-reader", "mubin-analyzer", "[data-mubin-skip]", "[aria-hidden=true]", "[contenteditable]:not([contenteditable=false])",
].join(",");

/** What the element says of its text's part in the article. @type {[string, DecidedRole["role"]][]} */
const ROLES = [["h1,h2,h3,h4,h5,h6", "headline"], ["figcaption,caption", "caption"]];
/** From this length on a paragraph of the article is text and no menu, whatever it looks like. */
const PARAGRAPH = 60;

export class ArticleText {
  /** The text as it is analysed. */
  text = "";
  /** @type {Stretch[]} */ stretches = [];
  /** @type {DecidedRole[]} */ roles = [];
  /** @type {Map<Text, Stretch[]>} */ #byNode = new Map();
  /** Line ends still to be written before the next character, and whether a space is. */
  #breaks = 0;
  #space = false;

  /** @param {Element} root */
  constructor(root) {
    this.root = root;
    this.#walk(root);
    for (const stretch of this.stretches) {
      const known = this.#byNode.get(stretch.node);
      if (known) known.push(stretch);
      else this.#byNode.set(stretch.node, [stretch]);
    }
  }

  /** @param {Element} element */
  #walk(element) {
    const style = getComputedStyle(element);
    if (style.display !== "contents" && !element.checkVisibility() || element.matches(PASSED_OVER) || isUnseen(element, style)) return;
    const block = !/^(inline|contents|ruby)/.test(style.display) || style.display === "inline-block" && element !== this.root && isWide(element);
    if (block) this.#break(2);
    const start = this.text.length;
    const kept = /^(pre|break-spaces)/.test(style.whiteSpace);
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (style.visibility === "visible") this.#read(child, kept);
      } else if (child instanceof HTMLBRElement) this.#break(this.#breaks + 1);
      else if (child instanceof Element) this.#walk(child);
    }
    if (!block) return;
    this.#role(element, start);
    this.#break(2);
  }

  /** @param {number} lines */
  #break(lines) {
    this.#breaks = Math.min(2, Math.max(this.#breaks, lines));
    this.#space = false;
  }

  /**
   * @param {Text} node
   * @param {boolean} kept  white space counts
   */
  #read(node, kept) {
    const { data } = node;
    for (const { 0: run, index } of data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/^[ \t\n\r\f]/.test(run)) this.#write(run, node, index);
      else if (!kept) this.#space = true;
      else if (run.includes("\n")) this.#break(run.split("\n").length - 1);
      else this.#space = true;
    }
  }

  /**
   * @param {string} word
   * @param {Text} node
   * @param {number} from
   */
  #write(word, node, from) {
    if (this.text) this.text += this.#breaks ? "\n".repeat(this.#breaks) : this.#space ? " " : "";
    const start = this.text.length;
    this.text += word;
    const last = this.stretches.at(-1);
    const between = this.#breaks === 0 && last?.node === node ? start - last.end : -1;
    // One space of the node for one of the text keeps the stretch whole.
    if (last && between >= 0 && from - (last.from + last.end - last.start) === between) last.end = this.text.length;
    else this.stretches.push({ start, end: this.text.length, node, from });
    this.#breaks = 0;
    this.#space = false;
  }

  /**
   * @param {Element} element
   * @param {number} start
   */
  #role(element, start) {
    const end = this.text.length;
    const from = start + (/^\s*/.exec(this.text.slice(start))?.[0].length ?? 0);
    if (from >= end) return;
    const named = ROLES.find(([selector]) => element.matches(selector))?.[1];
    const inner = (this.roles.at(-1)?.start ?? -1) >= from;
    if (named) this.roles.push({ start: from, end, role: named });
    else if (!inner && end - from >= PARAGRAPH) this.roles.push({ start: from, end, role: "body" });
  }

  /**
   * @param {number} start
   * @param {number} end
   * @returns {StaticRange | null}
   */
  rangeOf(start, end) {
    const first = this.stretches[lastStartingBy(this.stretches, start)];
    const last = this.stretches[lastStartingBy(this.stretches, end - 1)];
    if (!first || !last || start > first.end) return null;
    return new StaticRange({
      startContainer: first.node, startOffset: first.from + start - first.start,
      endContainer: last.node, endOffset: last.from + Math.min(end, last.end) - last.start,
    });
  }

  /**
   * @param {Node} node
   * @param {number} offset
   * @returns {number} -1 where no text of the article stands
   */
  offsetOf(node, offset) {
    const stretches = this.#byNode.get(/** @type {Text} */ (node)) ?? [];
    const found = stretches[firstAtOrAfter(stretches.map(({ start, end, from }) => from + end - start), offset)];
    return found && found.from <= offset ? found.start + offset - found.from : -1;
  }

  /** Whether the same would be analysed. @param {ArticleText | null} other */
  equals(other) {
    return this.text === other?.text && JSON.stringify(this.roles) === JSON.stringify(other.roles);
  }
}

/**
 * A box that stands for itself, such as a cell of a menu: its words do not run on in those beside it.
 * @param {Element} element
 */
const isWide = (element) => element.childElementCount > 0 && (element.textContent ?? "").length > PARAGRAPH;

/**
 * Made for screen readers alone: a box of a pixel out of the flow.
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
const isUnseen = (element, { position, overflow }) => (
  (position === "absolute" || position === "fixed") && overflow !== "visible" && element.clientWidth <= 1 && element.clientHeight <= 1);

/**
 * A range with its boxes.
 * @param {StaticRange} place
 */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
