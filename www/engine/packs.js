/**
 * The language packs on the caller's side: where they lie, what became of each,
 * and the order in which the engine takes them (the lexicon before those that
 * count its lemmas). A pack that cannot be had, or that the engine refuses, fails
 * nothing: its state says why, and the analysis does without it.
 *
 * @import { PackName, PackSources, PackState } from "./types.js"
 */

import { MubinError } from "./errors.js";
import { openSource } from "./source.js";

/** There before the first analysis. */
export const EARLY = /** @type {const} */ (["lexicon", "frequency", "models", "names", "places"]);
/** Fetched when they are asked for. */
export const LATE = /** @type {const} */ (["glosses"]);
/** @type {readonly PackName[]} */
export const PACKS = [...EARLY, ...LATE];

/** @typedef {{ addPack: (name: PackName, bytes: Uint8Array) => Promise<void> }} Taker  an engine */
/** @typedef {Promise<Uint8Array | null>} Fetched  null where it could not be had */

export class PackShelf {
  /** @type {Map<PackName, Fetched>} */ #underWay = new Map();

  /** @param {PackSources | null | false} sources */
  constructor(sources) {
    this.sources = sources || {};
    /** @type {Record<PackName, PackState>} */
    this.states = { lexicon: "none", frequency: "none", models: "none", names: "none", places: "none", glosses: "none" };
    for (const name of PACKS) if (this.sources[name]) this.states[name] = "waiting";
  }

  /**
   * Starts fetching those that no engine has; nobody waits for it here.
   * @param {readonly PackName[]} names
   * @param {RequestInit} [init]
   */
  fetch(names, init) {
    for (const name of names) {
      const source = this.sources[name];
      if (source && this.states[name] !== "loaded" && !this.#underWay.has(name)) this.#underWay.set(name, bytesOf(source, init).catch(() => null));
    }
  }

  /**
   * Offers an engine that may still be starting the packs of these names, each as soon as it is there and without waiting for an answer to
   * the one before, as an answer has to wait where the page is busy. Nothing is concluded of a pack that is not taken: `give` asks again.
   * @param {readonly PackName[]} names
   * @param {Taker} engine
   * @param {AbortSignal} signal  the engine did not start: another one is to have them
   * @returns {Promise<void>} when all are answered
   */
  async offer(names, engine, signal) {
    this.fetch(names);
    /** @param {PackName} name */
    const taken = (name) => {
      if (signal.aborted) return;
      this.states[name] = "loaded";
      this.#underWay.delete(name);
    };
    const answers = [];
    for (const name of names) {
      const bytes = await this.#underWay.get(name);
      if (signal.aborted) return;
      if (bytes) answers.push(engine.addPack(name, bytes).then(() => taken(name), () => {}));
    }
    await Promise.all(answers);
  }

  /**
   * Gives an engine the packs of these names that it does not have, one after the other.
   * @param {readonly PackName[]} names
   * @param {Taker} engine
   */
  async give(names, engine) {
    this.fetch(names);
    for (const name of names) {
      const bytes = await this.#underWay.get(name);
      if (bytes === undefined) continue;
      this.states[name] = bytes ? await given(engine, name, bytes) : "missing";
      this.#underWay.delete(name); // the engine keeps what it took; the rest is fetched anew when asked for again
    }
  }

  /** @returns {PackName[]} those that were asked for and are not there */
  failed() {
    return PACKS.filter((name) => !["loaded", "waiting", "none"].includes(this.states[name]));
  }
}

/**
 * @param {Taker} engine
 * @param {PackName} name
 * @param {Uint8Array} bytes
 * @returns {Promise<PackState>}
 */
async function given(engine, name, bytes) {
  try {
    await engine.addPack(name, bytes);
    return "loaded";
  } catch (error) {
    if (!(error instanceof MubinError) || error.kind === "disposed") throw error;
    // An engine that breaks over a pack says nothing good of the pack.
    return error.kind.startsWith("pack-") ? /** @type {PackState} */ (error.kind) : "pack-damaged";
  }
}

/**
 * @param {NonNullable<PackSources[PackName]>} source
 * @param {RequestInit} [init]
 */
async function bytesOf(source, init) {
  const opened = await openSource(source, init);
  return opened instanceof Uint8Array ? opened : new Uint8Array(await opened.arrayBuffer());
}
