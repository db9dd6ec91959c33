/**
 * The text as it is read: one text node a paragraph, never an element inside a
 * word, so that letters join as they should and an offset in the result has its
 * place in a node, with vowels shown or without. Long texts are laid out chunk by chunk in idle moments, each
 * chunk skipped by the browser while it is off screen. Furniture stays folded in
 * its place until it is asked for. While the rest of a text is read, which then is laid out anew, what follows
 * its beginning is laid out no further than somebody scrolls.
 *
 * @import { Block, Result } from "../engine/types.js"
 * @import { Chunk } from "./chunk.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Verdict } from "./decisions.js"
 * @import { Host } from "./host.js"
 * @import { Move } from "./edits.js"
 * @import { Furniture } from "./outline.js"
 * @import { Piece } from "./pieces.js"
 */

import { contentOf, furnitureOf } from "./blocks.js";
import { foldIn, readChunks, restChunks } from "./chunk.js";
import { gaugeOf, heightOf } from "./estimate.js";
import { bringToView, caretAt, scrollTextBy, viewOf } from "./host.js";
import { mainDirection } from "./outline.js";
import { inNode, inText, lastStartingBy, rangeIn } from "./pieces.js";

/** `reading`: of what was not read more is to come. @typedef {{ t: Translator, parts: boolean, vowels: boolean, reading?: boolean }} View */
/** A place of the same text that stays where it is on screen; it may take the focus too. @typedef {{ at: number, focus: boolean }} Hold */

const AHEAD_MS = 8;
/** Of lines that are being read: so many chunks at a time. */
const AHEAD_CHUNKS = 8;

export class Reader {
  /** @type {Result | null} */ #result = null;
  /** @type {View | null} */ #view = null;
  /** @type {"rtl" | "ltr"} */ #dir = "rtl";
  /** @type {Chunk[]} */ #chunks = [];
  /** Those of lines that were not read. @type {Iterator<Chunk> | undefined} */ #rest;
  /** Up to how many chunks there shall be for now. */ #most = Infinity;
  /** @type {WeakMap<Node, Piece>} */ #pieceOfNode = new WeakMap();
  /** @type {Set<number>} */ #unfolded = new Set();
  #visible = new Set();
  #generation = 0;
  #observer;
  /** @type {import("./estimate.js").Gauge | null} */ #gauge = null;
  /** What the height of a line and the letters in it depend on. */
  #measure = "";

  /** How many pixels at the lower edge of the view lie under something else. */
  covered = 0;
  /** Called when other chunks came into view; anew: where what is in view changed too. @type {(anew?: boolean) => void} */
  onVisible = () => {};
  /** Called before what is shown is replaced; move: where its places will be. @type {(move?: Move) => void} */
  beforeShow = () => {};
  /** Called when a block is to be edited. @type {(offset: number) => void} */
  onEdit = () => {};
  /** Called when the reader says what a block is. @type {(block: Block, verdict: Verdict) => void} */
  onVerdict = () => {};

  /**
   * @param {HTMLElement} root
   * @param {Host} host
   */
  constructor(root, host) {
    this.root = root;
    this.host = host;
    this.#observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) this.#visible.add(entry.target);
        else this.#visible.delete(entry.target);
      }
      if (this.#most < Infinity && this.#visible.has(this.#chunks[this.#chunks.length - 1]?.section)) this.#goOn(this.#chunks.length + AHEAD_CHUNKS);
      this.onVisible(false);
    }, { root: host.scroller, rootMargin: "50% 0px" });
    const sizes = new ResizeObserver(() => {
      const measure = `${root.clientWidth} ${getComputedStyle(root).fontSize}`;
      if (measure === this.#measure) return;
      this.#measure = measure;
      this.#estimateAll();
    });
    sizes.observe(root);
    host.signal.addEventListener("abort", () => {
      sizes.disconnect();
      this.#observer.disconnect();
      this.#generation++; // nothing more is laid out
    });
  }

  /**
   * @param {Result} result
   * @param {View} view
   * @param {Hold} [hold]  a place of what was shown so far
   * @param {Move} [move]  where the places of the text that was shown are in this one, which is the same but for some edits
   */
  show(result, view, hold, move) {
    this.beforeShow(move);
    const before = hold && this.#pieceAt(hold.at)?.node.parentElement?.getBoundingClientRect().top;
    if (move) this.#unfolded = new Set([...this.#unfolded].map((start) => move(start)));
    else if (result.text !== this.#result?.text) this.#unfolded.clear();
    this.#result = result;
    this.#view = view;
    this.#visible.clear();
    this.#observer.disconnect();
    this.#chunks = [...readChunks(result)];
    this.#rest = restChunks(result);
    this.#most = view.reading ? this.#chunks.length + AHEAD_CHUNKS : Infinity;
    this.root.replaceChildren();
    delete this.root.dataset.complete;
    this.#dir = mainDirection(result) ?? /** @type {"rtl" | "ltr"} */ (view.t.dir);
    this.root.dir = this.#dir;
    this.root.classList.toggle("with-parts", view.parts);
    this.#buildOn(++this.#generation);
    if (hold && before !== undefined) this.#holdInPlace(move ? { ...hold, at: move(hold.at) } : hold, before);
  }

  /**
   * @param {Hold} hold
   * @param {number} top  where it stood in the viewport
   */
  async #holdInPlace({ at, focus }, top) {
    const chunk = this.#chunkAt(at);
    if (!chunk) return;
    await this.#buildOn(this.#generation, chunk);
    if (!chunk.built) return;
    const fold = chunk.items.find((item) => item.type === "furniture" && at >= item.start && at < item.end);
    const closed = fold?.type === "furniture" && !this.#isOpen(fold) ? foldIn(chunk, fold) : null;
    const host = closed ?? this.#pieceAt(at)?.node.parentElement;
    if (!host) return;
    if (focus) {
      const button = /** @type {HTMLElement | null | undefined} */ (closed ?? host.parentElement?.querySelector(":scope > .verdict"));
      if (!button) host.tabIndex = -1;
      (button ?? host).focus({ preventScroll: true });
    }
    const hold = () => scrollTextBy(this.host, host.getBoundingClientRect().top - top);
    hold();
    await new Promise(requestAnimationFrame); // chunks above may only now have their true height
    hold();
  }

  /** Lays out everything at once; for paper, which waits for no idle moment. */
  complete() {
    for (const chunk of this.#each()) this.#build(chunk);
  }

  /** The rest is not read after all, and shown as it is. */
  release() {
    if (this.#most < Infinity) this.#goOn(Infinity);
  }

  /** @param {number} most */
  #goOn(most) {
    this.#most = most;
    this.#buildOn(++this.#generation);
  }

  /** The chunks, those of the rest made as they are asked for. */
  *#each() {
    yield* this.#chunks;
    for (let next = this.#rest?.next(); next && !next.done; next = this.#rest?.next()) {
      this.#chunks.push(next.value);
      yield next.value;
    }
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
    if (!from || from.lent) return null;
    const last = end <= from.end ? from : this.#pieceAt(end - 1);
    const to = last && !last.lent ? last : from;
    return new StaticRange({
      startContainer: from.node, startOffset: inNode(from, start, "start"),
      endContainer: to.node, endOffset: inNode(to, Math.min(end, to.end), "end"),
    });
  }

  /**
   * Where a place begins on screen; of one that runs over several lines, its part on the first.
   * @param {number} start
   * @param {number} end
   */
  boxOf(start, end) {
    const piece = this.#pieceAt(start);
    return piece ? rangeIn(piece, start, end).getClientRects()[0] ?? null : null;
  }

  /**
   * The stretch of the text that a selection covers, wherever it begins and ends.
   * @param {Range} range
   * @returns {{ start: number, end: number } | null}
   */
  spanOf(range) {
    const pieces = this.#chunks.filter(({ built, section }) => built && range.intersectsNode(section))
      .flatMap((chunk) => chunk.pieces.filter(({ node }) => range.intersectsNode(node)));
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    if (!first || !last) return null;
    const start = range.startContainer === first.node ? inText(first, range.startOffset) : first.start;
    const end = range.endContainer === last.node ? inText(last, range.endOffset) : last.end;
    return start < end ? { start, end } : null;
  }

  /**
   * @param {number} x
   * @param {number} y  in the viewport
   * @returns {number | null} the offset in the text
   */
  offsetAt(x, y) {
    const caret = caretAt(this.host, x, y);
    if (!caret) return null;
    const piece = this.#pieceOfNode.get(caret.offsetNode);
    return piece && !piece.lent ? inText(piece, caret.offset) : null;
  }

  /**
   * Hands a paragraph out to be edited: it shows its letters as the text has them, and nothing is marked in it.
   * @param {number} offset
   * @returns {{ host: HTMLElement, start: number, end: number } | null}
   */
  lend(offset) {
    const piece = this.#pieceAt(offset);
    const host = piece?.node.parentElement;
    if (!piece || !host || !this.#result) return null;
    const { start, end } = piece;
    piece.lent = true;
    piece.vowelled = null;
    piece.node.data = this.#result.text.slice(start, end);
    this.onVisible();
    return { host, start, end };
  }

  /** Lays out anew what was handed out. */
  takeBack() {
    const lent = this.#chunks.filter(({ pieces }) => pieces.some((piece) => piece.lent));
    for (const chunk of lent) this.#fill(chunk);
    if (lent.length) this.onVisible();
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
    if (fold?.type === "furniture" && !this.#isOpen(fold)) this.#toggle(chunk, fold);
    const piece = this.#pieceAt(start);
    const host = piece?.node.parentElement;
    if (!piece || !host) return;
    bringToView(this.host, host, "center");
    await new Promise(requestAnimationFrame); // the chunk had to be laid out first
    const box = rangeIn(piece, start, end).getBoundingClientRect();
    const view = viewOf(this.host);
    const height = view.bottom - view.top - this.covered;
    const off = box.top - view.top < height * 0.15 || box.bottom - view.top > height * 0.75;
    if (off) scrollTextBy(this.host, box.top - view.top - height * 0.4);
  }

  /**
   * Scrolls no further than it takes to see a place that is laid out.
   * @param {number} start
   * @param {number} end
   */
  keepInView(start, end) {
    const piece = this.#pieceAt(start);
    if (!piece) return;
    const { top, bottom, height } = rangeIn(piece, start, end).getBoundingClientRect();
    const view = viewOf(this.host);
    const room = view.bottom - this.covered - height;
    if (top < view.top + height) scrollTextBy(this.host, top - view.top - height);
    else if (bottom > room) scrollTextBy(this.host, bottom - room);
  }

  /** @returns {number | null} where the first paragraph begins that is on screen */
  firstInView() {
    const pieces = this.visibleSpans().flatMap((chunk) => chunk.pieces);
    const { top } = viewOf(this.host);
    return pieces.find(({ node }) => (node.parentElement?.getBoundingClientRect().bottom ?? 0) > top)?.start ?? null;
  }

  /**
   * Lays out in order, a little at a time, up to a chunk or to the end.
   * @param {number} generation
   * @param {Chunk} [upTo]
   */
  async #buildOn(generation, upTo) {
    let until = performance.now() + AHEAD_MS;
    for (const chunk of this.#each()) {
      if (generation !== this.#generation) return;
      this.#build(chunk);
      if (chunk === upTo || this.#most === this.#chunks.length) return;
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
    if (chunk === this.#chunks[0]) this.#gauge = gaugeOf(this.root, this.host);
    this.#estimate(chunk);
    this.#observer.observe(chunk.section);
  }

  /**
   * @param {Chunk} chunk
   * @param {string} [kept]  `auto`: the height it had when it was last on screen is better than any guess
   */
  #estimate(chunk, kept = "auto ") {
    if (this.#gauge) chunk.section.style.containIntrinsicBlockSize = `${kept}${heightOf(chunk.items, this.#gauge, Boolean(this.#view?.parts))}px`;
  }

  /** The column has another width, or its letters another size: no height that was remembered holds. */
  async #estimateAll() {
    this.#gauge = gaugeOf(this.root, this.host);
    const built = this.#chunks.filter((chunk) => chunk.built);
    for (const chunk of built) this.#estimate(chunk, "");
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    for (const chunk of built) this.#estimate(chunk);
  }

  /** @param {Chunk} chunk */
  #fill(chunk) {
    chunk.pieces = [];
    const making = {
      result: /** @type {Result} */ (this.#result), .../** @type {View} */ (this.#view), dir: this.#dir,
      judge: this.onVerdict, edit: this.onEdit, toggle: (/** @type {Furniture} */ item) => this.#toggle(chunk, item),
    };
    chunk.section.replaceChildren(...chunk.items.map((item) => (item.type === "content"
      ? contentOf(item, chunk.pieces, making) : furnitureOf(item, this.#isOpen(item), chunk.pieces, making))));
    for (const piece of chunk.pieces) this.#pieceOfNode.set(piece.node, piece);
  }

  /**
   * @param {Chunk} chunk
   * @param {Furniture} item
   */
  #toggle(chunk, item) {
    if (this.#isOpen(item)) for (const { start } of item.blocks) this.#unfolded.delete(start);
    else this.#unfolded.add(item.start);
    const focused = chunk.section.contains(this.host.root.activeElement);
    this.#fill(chunk);
    if (focused) foldIn(chunk, item)?.focus();
    this.onVisible();
  }

  /**
   * By any of its blocks, because a verdict may join another block to it.
   * @param {Furniture} item
   */
  #isOpen = (item) => item.blocks.some(({ start }) => this.#unfolded.has(start));

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
