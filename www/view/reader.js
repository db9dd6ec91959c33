/**
 * The text as it is read: one text node a paragraph, never an element inside a
 * word, so that letters join as they should and an offset in the result is an
 * offset in a node. Long texts are laid out chunk by chunk in idle moments, each
 * chunk skipped by the browser while it is off screen. Furniture stays folded in
 * its place until it is asked for.
 *
 * @import { Result, Role } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Content, Furniture, Item, Verdicts } from "./outline.js"
 */

import { directionOf, element, isolatedNodes } from "./dom.js";
import { chunks, isContent, outline } from "./outline.js";

/** @typedef {{ start: number, end: number, node: Text }} Piece */
/** @typedef {{ items: Item[], start: number, end: number, section: HTMLElement, pieces: Piece[], built: boolean }} Chunk */
/** @typedef {{ t: Translator, verdicts: Verdicts, parts: boolean }} View */

const TAGS = /** @type {const} */ ({ headline: "h2", caption: "p", byline: "p", dateline: "p", body: "p" });
const AHEAD_MS = 8;

export class Reader {
  /** @type {Result | null} */ #result = null;
  /** @type {View | null} */ #view = null;
  /** @type {Chunk[]} */ #chunks = [];
  /** @type {WeakMap<Node, Piece>} */ #pieceOfNode = new WeakMap();
  #unfolded = new Set();
  #visible = new Set();
  #generation = 0;
  #observer;

  /** Called when other chunks came into view, or a fold was opened. @type {() => void} */
  onVisible = () => {};
  /** Called when the reader says what a block is. @type {(start: number, verdict: "text" | "furniture") => void} */
  onVerdict = () => {};

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.#observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) this.#visible.add(entry.target);
        else this.#visible.delete(entry.target);
      }
      this.onVisible();
    }, { rootMargin: "50% 0px" });
  }

  /**
   * @param {Result} result
   * @param {View} view
   */
  show(result, view) {
    if (result.text !== this.#result?.text) this.#unfolded.clear();
    this.#result = result;
    this.#view = view;
    this.#visible.clear();
    this.#observer.disconnect();
    this.#chunks = chunks(outline(result, view.verdicts)).map((items) => ({
      items, start: items[0].start, end: items[items.length - 1].end,
      section: element("div", { class: "chunk" }), pieces: [], built: false,
    }));
    this.root.replaceChildren();
    delete this.root.dataset.complete;
    this.root.classList.toggle("with-parts", view.parts);
    this.#buildOn(++this.#generation);
  }

  /** The spans of the chunks on screen or near it, ascending. */
  visibleSpans() {
    return this.#chunks.filter((chunk) => this.#visible.has(chunk.section));
  }

  /**
   * @param {number} start
   * @param {number} end
   * @returns {StaticRange | null} null where the place is folded away
   */
  rangeOf(start, end) {
    const from = this.#pieceAt(start);
    if (!from) return null;
    const to = end <= from.end ? from : this.#pieceAt(end - 1) ?? from;
    return new StaticRange({
      startContainer: from.node, startOffset: start - from.start,
      endContainer: to.node, endOffset: Math.min(end, to.end) - to.start,
    });
  }

  /**
   * @param {number} x
   * @param {number} y  in the viewport
   * @returns {number | null} the offset in the text
   */
  offsetAt(x, y) {
    const caret = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(x, y)
      : caretFromRange(document.caretRangeFromPoint?.(x, y));
    if (!caret) return null;
    const piece = this.#pieceOfNode.get(caret.offsetNode);
    return piece ? piece.start + caret.offset : null;
  }

  /**
   * Whether a point lies on a place, and not in the margin beside it.
   * @param {{ start: number, end: number }} place
   * @param {number} x
   * @param {number} y
   */
  covers({ start, end }, x, y) {
    const piece = this.#pieceAt(start);
    if (!piece) return false;
    const boxes = [...rangeIn(piece, start, end).getClientRects()];
    return boxes.some((box) => x >= box.left - 2 && x <= box.right + 2 && y >= box.top && y <= box.bottom);
  }

  /**
   * Lays out up to a place, opens the fold it may be in, and scrolls there.
   * @param {number} start
   * @param {number} end
   */
  async reveal(start, end) {
    const chunk = this.#chunkAt(start);
    if (!chunk) return;
    await this.#buildOn(this.#generation, chunk);
    if (!chunk.built) return; // another text came meanwhile
    const fold = chunk.items.find((item) => item.type === "furniture" && start >= item.start && start < item.end);
    if (fold && !this.#unfolded.has(fold.start)) this.#toggle(chunk, fold.start);
    const piece = this.#pieceAt(start);
    const host = piece?.node.parentElement;
    if (!piece || !host) return;
    host.scrollIntoView({ block: "center" });
    await new Promise(requestAnimationFrame); // the chunk had to be laid out first
    const box = rangeIn(piece, start, end).getBoundingClientRect();
    const off = box.top < innerHeight * 0.15 || box.bottom > innerHeight * 0.75;
    if (off) scrollBy({ top: box.top - innerHeight * 0.4 });
  }

  /**
   * Lays out in order, a little at a time, up to a chunk or to the end.
   * @param {number} generation
   * @param {Chunk} [upTo]
   */
  async #buildOn(generation, upTo) {
    let until = performance.now() + AHEAD_MS;
    for (const chunk of this.#chunks) {
      if (generation !== this.#generation) return;
      this.#build(chunk);
      if (chunk === upTo) return;
      if (performance.now() < until) continue;
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + AHEAD_MS;
    }
    this.root.dataset.complete = "";
  }

  /** @param {Chunk} chunk */
  #build(chunk) {
    if (chunk.built) return;
    chunk.built = true;
    this.#fill(chunk);
    this.root.append(chunk.section);
    this.#observer.observe(chunk.section);
  }

  /** @param {Chunk} chunk */
  #fill(chunk) {
    chunk.pieces = [];
    chunk.section.replaceChildren(...chunk.items.map((item) => (
      item.type === "content" ? this.#content(item, chunk.pieces) : this.#furniture(item, chunk)
    )));
    for (const piece of chunk.pieces) this.#pieceOfNode.set(piece.node, piece);
  }

  /**
   * @param {Content} item
   * @param {Piece[]} pieces
   */
  #content(item, pieces) {
    const tag = item.continued ? "p" : TAGS[/** @type {keyof typeof TAGS} */ (item.role)];
    const text = this.#text(tag, item.role, item.start, item.end, pieces);
    if (item.continued) text.classList.add("continued");
    if (!this.#view?.parts || item.continued) return text;
    return element("div", { class: "part" }, this.#label(item.role), text, this.#verdict(item.block.start, item.role));
  }

  /**
   * @param {Furniture} item
   * @param {Chunk} chunk
   */
  #furniture(item, chunk) {
    const { t } = /** @type {View} */ (this.#view);
    const open = this.#unfolded.has(item.start);
    const counted = t.pieces(open ? "reader.shown" : "reader.furniture", { n: item.lines });
    const button = element("button", {
      type: "button", class: "fold", dir: t.dir, "aria-expanded": String(open), "data-start": String(item.start),
      click: () => this.#toggle(chunk, item.start),
    }, element("span", {}, ...isolatedNodes(counted)), t.text("list.dot"),
    element("span", { class: "fold-act" }, t.text(open ? "reader.hide" : "reader.show")));
    const scraps = open ? item.blocks.map(({ block, role }) => element("div", { class: "scrap part" },
      this.#label(role),
      this.#text("p", role, block.start, block.end, chunk.pieces),
      this.#verdict(block.start, role))) : [];
    return element("div", { class: "furniture" }, button, ...scraps);
  }

  /**
   * @param {"p" | "h2"} tag
   * @param {Role} role
   * @param {number} start
   * @param {number} end
   * @param {Piece[]} pieces
   */
  #text(tag, role, start, end, pieces) {
    const text = /** @type {Result} */ (this.#result).text.slice(start, end);
    const node = document.createTextNode(text);
    pieces.push({ start, end, node });
    const dir = directionOf(text);
    return element(tag, { class: role, dir, lang: dir === "rtl" ? "ar" : "" }, node);
  }

  /** @param {Role} role */
  #label(role) {
    const { t } = /** @type {View} */ (this.#view);
    return element("span", { class: "role", dir: t.dir }, t.text(`reader.role.${role}`));
  }

  /**
   * @param {number} start
   * @param {Role} role
   */
  #verdict(start, role) {
    const verdict = isContent(role) ? "furniture" : "text";
    const { t } = /** @type {View} */ (this.#view);
    const label = t.text(verdict === "text" ? "reader.isText" : "reader.isFurniture");
    return element("button", { type: "button", class: "verdict", dir: t.dir, click: () => this.onVerdict(start, verdict) }, label);
  }

  /**
   * @param {Chunk} chunk
   * @param {number} start  of the furniture
   */
  #toggle(chunk, start) {
    if (!this.#unfolded.delete(start)) this.#unfolded.add(start);
    const focused = chunk.section.contains(document.activeElement);
    this.#fill(chunk);
    if (focused) /** @type {HTMLElement | null} */ (chunk.section.querySelector(`[data-start="${start}"]`))?.focus();
    this.onVisible();
  }

  /** @param {number} offset */
  #chunkAt(offset) {
    const chunk = this.#chunks[lastStartingBy(this.#chunks, offset)];
    return chunk && offset < chunk.end ? chunk : null;
  }

  /** @param {number} offset */
  #pieceAt(offset) {
    const pieces = this.#chunkAt(offset)?.pieces ?? [];
    const piece = pieces[lastStartingBy(pieces, offset)];
    return piece && offset < piece.end ? piece : null;
  }
}

/**
 * @param {Piece} piece
 * @param {number} start
 * @param {number} end
 */
function rangeIn(piece, start, end) {
  const range = document.createRange();
  range.setStart(piece.node, start - piece.start);
  range.setEnd(piece.node, Math.min(end, piece.end) - piece.start);
  return range;
}

/**
 * @param {{ start: number }[]} spans  ascending
 * @param {number} offset
 * @returns {number} -1 when all start later
 */
function lastStartingBy(spans, offset) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @param {Range | null | undefined} range */
function caretFromRange(range) {
  return range ? { offsetNode: range.startContainer, offset: range.startOffset } : null;
}
