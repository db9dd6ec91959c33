/**
 * One of the two texts as it stands beside the other: a text node a paragraph, page
 * furniture left out, and the way from a place in the text to a range on the page.
 * Made by hand and kept, because no redraw may lose its scroll place.
 *
 * @import { Result, Span } from "../../engine/types.js"
 */

import { directionOf, element, langOf } from "../dom.js";
import { mainDirection, outline } from "../outline.js";

/** From the upper edge of the column to a place that was gone to. */
const ABOVE_PX = 48;

/** @typedef {{ start: number, end: number, node: Text, box: HTMLElement }} Paragraph */

export class Column {
  /** @type {Paragraph[]} */ #paragraphs = [];

  /** @param {Result} result */
  constructor(result) {
    const main = mainDirection(result) ?? "rtl";
    this.element = element("div", { class: "cmp-text", tabindex: "0", role: "region", dir: main });
    for (const item of outline(result)) {
      if (item.type !== "content") continue;
      const text = result.text.slice(item.start, item.end);
      const node = document.createTextNode(text);
      const dir = directionOf(text, main);
      const box = element("p", { class: `cmp-${item.block.role}`, dir, lang: dir === "rtl" ? langOf(text) : "" }, node);
      this.#paragraphs.push({ start: item.start, end: item.end, node, box });
      this.element.append(box);
    }
  }

  /** Whether there is anything to read. */
  get empty() {
    return this.#paragraphs.length === 0;
  }

  /**
   * @param {Span} span
   * @returns {StaticRange[]} one for each paragraph it touches; a live one would be lost when the column is put onto the page
   */
  rangesOf({ start, end }) {
    return this.#touching(start, end).map(({ start: from, end: to, node }) => new StaticRange({
      startContainer: node, startOffset: Math.max(start, from) - from, endContainer: node, endOffset: Math.min(end, to) - from,
    }));
  }

  /**
   * Scrolls within the column only.
   * @param {Span} span
   */
  goTo({ start, end }) {
    const [first] = this.#touching(start, end);
    if (!first) return;
    const range = new Range();
    range.setStart(first.node, Math.max(start, first.start) - first.start);
    range.setEnd(first.node, Math.min(end, first.end) - first.start);
    const { element: frame } = this;
    const top = () => range.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    frame.scrollTop += first.box.getBoundingClientRect().top - frame.getBoundingClientRect().top; // lays it out where it was skipped
    frame.scrollTop += top() - ABOVE_PX;
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  #touching(start, end) {
    let low = 0;
    let high = this.#paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#paragraphs[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < this.#paragraphs.length && this.#paragraphs[i].start < end; i++) found.push(this.#paragraphs[i]);
    return found;
  }
}
