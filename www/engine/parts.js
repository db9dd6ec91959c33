/**
 * A long result on its way from the engine. Its lists are hundreds of thousands of items, and each form in which all of
 * them are there at once is as large as the result: so they come a part at a time, as JSON, the next one when the last
 * has been taken, and no part holds up whoever receives it.
 *
 * @import { Lists, RawResult } from "./types.js"
 */

import { abortError } from "./errors.js";

/** Fields whose longer values are the same in item after item. */
const REPEATED = ["why", "reason"];

/**
 * Gives the parts of what has not crossed yet, one after the other.
 * @param {RawResult} raw  has no rest afterwards
 * @param {(part: string) => void | Promise<void>} give  done when it has been taken
 * @param {AbortSignal} [signal]
 */
export async function handOver(raw, give, signal) {
  const { rest } = raw;
  delete raw.rest;
  if (!rest) return;
  try {
    for (let part = rest.next(); part !== undefined; part = rest.next()) {
      if (signal?.aborted) throw abortError();
      await give(part);
    }
  } finally {
    rest.free();
  }
}

/** Puts together what comes in parts. */
export class Gathered {
  /** @type {Lists} */ lists = {};
  /** @type {Map<string, string>} */ #texts = new Map();

  /** @param {string} part */
  take(part) {
    for (const [name, items] of Object.entries(JSON.parse(part))) {
      if (!Array.isArray(items) || items.length === 0) continue;
      const list = this.lists[name] ??= [];
      for (const item of items) list.push(this.#shared(item));
    }
  }

  /** The answer is given anew, from its first part on. */
  clear() {
    this.lists = {};
  }

  /** @param {any} item */
  #shared(item) {
    for (const name of REPEATED) if (typeof item[name] === "string") item[name] = this.#once(item[name]);
    return item;
  }

  /** @param {string} text */
  #once(text) {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }
}

/**
 * The layers of a result, those lists at their ends that came in parts.
 * @template {object} T
 * @param {T} layers
 * @param {Lists} [lists]
 */
export function joined(layers, lists = {}) {
  for (const [name, items] of Object.entries(lists)) {
    const whole = /** @type {any} */ (layers);
    whole[name] = whole[name].concat(items);
  }
  return layers;
}
