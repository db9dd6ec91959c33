/**
 * The layers that are painted over the text and what lies at a place of it. Each
 * layer of a result is indexed once, when it is first looked at: an index answers
 * "what lies here" in the time of a binary search, though statements may lie inside
 * one another, and gives the painter stretches that do not overlap.
 *
 * @import { Result, Span } from "../engine/types.js"
 * @import { Places } from "./highlight.js"
 */

import { unturned } from "../i18n/unturned.js";
import { correctionsOn, seenSpan } from "./corrections.js";
import { firstAtOrAfter } from "./highlight.js";
import { lastStartingBy } from "./pieces.js";

export const NAMES = /** @type {const} */ (["person", "place", "organisation", "other"]);
export const LAYERS = /** @type {const} */ ([...NAMES, "time", "quantity", "statement", "correction"]);
/** @typedef {typeof LAYERS[number]} LayerName */

/** What lies at a place: `entity:3` by its number, `gist:who` by its name, `place:80` by its offset, the others by their index in the result. @typedef {`${"entity" | "time" | "quantity" | "statement" | "sentence" | "phrase" | "fix" | "place"}:${number}` | `gist:${string}`} ItemId */

/** The field of a result, and the name in `missing`, that a layer comes from. @type {Record<LayerName, "entities" | "times" | "quantities" | "statements" | "corrections">} */
export const FIELD = {
  person: "entities", place: "entities", organisation: "entities", other: "entities", time: "times", quantity: "quantities", statement: "statements",
  correction: "corrections",
};

/**
 * Most lists are, and hundreds of thousands of spans are long in the sorting.
 * @param {Span[]} spans
 * @param {(a: Span, b: Span) => number} compare
 */
function inOrder(spans, compare) {
  for (let i = 1; i < spans.length; i++) if (compare(spans[i - 1], spans[i]) > 0) return false;
  return true;
}

/** Spans by their start, with how far any of them has reached so far. */
export class SpanIndex {
  /** @param {Span[]} spans */
  constructor(spans) {
    const before = (/** @type {number} */ a, /** @type {number} */ b) => spans[a].start - spans[b].start || spans[b].end - spans[a].end;
    this.order = Uint32Array.from(spans, (_, i) => i);
    if (!inOrder(spans, (a, b) => a.start - b.start || b.end - a.end)) this.order.sort(before);
    this.spans = spans;
    this.starts = this.order.map((i) => spans[i].start);
    let reach = 0;
    this.reach = this.order.map((i) => (reach = Math.max(reach, spans[i].end)));
  }

  /**
   * @param {number} offset
   * @returns {number[]} the indices of the spans that cover it, the widest first
   */
  at(offset) {
    /** @type {number[]} */
    const found = [];
    for (let i = firstAtOrAfter(this.starts, offset + 1) - 1; i >= 0 && this.reach[i] > offset; i--) {
      if (this.spans[this.order[i]].end > offset) found.unshift(this.order[i]);
    }
    return found;
  }
}

/**
 * Stretches that are covered by any of the spans.
 * @param {Span[]} spans
 * @returns {Places}
 */
export function covered(spans) {
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  const byStart = (/** @type {Span} */ a, /** @type {Span} */ b) => a.start - b.start;
  for (const { start, end } of inOrder(spans, byStart) ? spans : [...spans].sort(byStart)) {
    const last = ends.length - 1;
    if (last >= 0 && start < ends[last]) ends[last] = Math.max(ends[last], end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return { starts, ends };
}

/**
 * @param {Result} result
 * @param {LayerName} layer
 * @returns {Span[]} what is painted and counted
 */
function spansOf(result, layer) {
  if (layer === "time") return result.times;
  if (layer === "quantity") return result.quantities;
  if (layer === "statement") return result.statements.map(({ content }) => content);
  if (layer === "correction") return result.corrections;
  return result.mentions.filter(({ type }) => type === layer);
}

/**
 * @param {Result} result
 * @returns {Record<LayerName, number>}
 */
function countsOf(result) {
  const counts = {
    person: 0, place: 0, organisation: 0, other: 0,
    time: result.times.length, quantity: result.quantities.length, statement: result.statements.length, correction: result.corrections.length,
  };
  for (const { type } of result.mentions) counts[type]++;
  return counts;
}

/** The places of each keyphrase are an index of their own. @param {Result} result */
const indexed = (result) => ({
  mention: () => new SpanIndex(result.mentions),
  time: () => new SpanIndex(result.times),
  quantity: () => new SpanIndex(result.quantities),
  statement: () => new SpanIndex(result.statements),
  correction: () => new SpanIndex(result.corrections.map((correction) => seenSpan(result.text, correction))),
  phrases: () => result.keyphrases.map(({ occurrences }) => new SpanIndex(occurrences)),
});

/** @typedef {{ [K in keyof ReturnType<typeof indexed>]: ReturnType<ReturnType<typeof indexed>[K]> }} Indices */
/** Each index is made when it is first asked for. @typedef {{ counts: Record<LayerName, number>, places: (layer: LayerName) => Places } & Indices} LayerIndex */

/** @type {WeakMap<Result, LayerIndex>} */
const known = new WeakMap();

/**
 * @param {Result} result
 * @returns {LayerIndex}
 */
export function layersOf(result) {
  const before = known.get(result);
  if (before) return before;
  /** @type {Map<string, any>} */
  const made = new Map();
  /** @template T @param {string} name @param {() => T} make @returns {T} */
  const once = (name, make) => made.get(name) ?? made.set(name, make()).get(name);
  const index = /** @type {LayerIndex} */ ({
    counts: countsOf(result),
    places: (/** @type {LayerName} */ layer) => once(`places of ${layer}`, () => covered(spansOf(result, layer))),
  });
  for (const [name, make] of Object.entries(indexed(result))) Object.defineProperty(index, name, { get: () => once(name, /** @type {() => unknown} */ (make)) });
  known.set(result, index);
  return index;
}

/**
 * Everything that lies at a place, statements from the outermost in.
 * @param {Result} result
 * @param {number} offset
 * @returns {ItemId[]}
 */
export function itemsAt(result, offset) {
  const index = layersOf(result);
  return [
    ...index.mention.at(offset).map((i) => /** @type {const} */ (`entity:${result.mentions[i].entity}`)),
    ...index.time.at(offset).map((i) => /** @type {const} */ (`time:${i}`)),
    ...index.quantity.at(offset).map((i) => /** @type {const} */ (`quantity:${i}`)),
    ...index.statement.at(offset).map((i) => /** @type {const} */ (`statement:${i}`)),
    ...index.phrases.flatMap((of, i) => (of.at(offset).length ? [/** @type {const} */ (`phrase:${i}`)] : [])),
    ...index.correction.at(offset).map((i) => /** @type {const} */ (`fix:${i}`)),
    ...Object.entries(result.gist ?? {}).flatMap(([aspect, span]) => (
      span && span.start <= offset && offset < span.end ? [/** @type {const} */ (`gist:${aspect}`)] : [])),
    `sentence:${lastStartingBy(result.sentences, offset)}`,
  ];
}

/**
 * Whether a token is misspelled, or lies in a name, a time or an amount.
 * @param {Result} result
 * @param {number} token
 */
export function isMarked(result, token) {
  const { mention, time, quantity } = layersOf(result);
  const start = result.tokens.columns.start[token];
  return correctionsOn(result, token).length > 0 || [mention, time, quantity].some((index) => index.at(start).length > 0);
}

/**
 * The text of a span on one line, in the order in which it is written.
 * @param {Result} result
 * @param {Span} span
 */
export const textAt = ({ text }, { start, end }) => unturned(text.slice(start, end)).replace(/\s+/g, " ").trim();

/**
 * Whether a layer could not be made, so that its emptiness says nothing.
 * @param {Result} result
 * @param {string} field
 */
export const isMissing = (result, field) => result.missing.includes(field);
