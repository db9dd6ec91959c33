/**
 * The engine on the calling thread, in small slices. After a crash the next call
 * opens a fresh instance with the packs that the broken one had taken.
 *
 * @import {
 *   AnalyzeOptions, Decoded, ExportedFile, ExportRequest, PackName, RawAlternative, RawAnswer, RawOptions, RawResult, RawWords, Repair,
 *   StudyQuestion, StudySource, TransliterateOptions,
 * } from "./types.js"
 * @import { Instance } from "./load.js"
 */

import { asEngineError, MubinError } from "./errors.js";
import { openInstance } from "./load.js";
import { Gathered, handOver } from "./parts.js";
import { SLICE } from "./protocol.js";
import { askWords, breathe, runExport, runJob } from "./run.js";
import { written } from "./transliterate.js";

/** @typedef {Pick<AnalyzeOptions, "signal" | "onProgress">} Watch */

export class PageHost {
  /** @type {"page"} */ where = "page";
  /** @type {Promise<Instance> | undefined} */ #opened;
  /** @type {Map<PackName, Uint8Array>} */ #packs = new Map();

  /** @param {Promise<WebAssembly.Module>} module */
  constructor(module) {
    this.module = module;
  }

  async start() {
    return (await this.#instance()).bindings.version();
  }

  /**
   * Remembered for later instances when this one takes it.
   * @param {PackName} name
   * @param {Uint8Array} bytes
   */
  async addPack(name, bytes) {
    await this.#guard(({ packs }) => packs.add(name, bytes));
    this.#packs.set(name, bytes);
  }

  /**
   * @param {string} text
   * @param {RawOptions} options
   * @param {number} name
   * @param {Watch} watch
   * @returns {Promise<RawResult>}
   */
  analyze(text, options, name, watch) {
    return this.#guard(async (instance) => {
      const raw = await runJob(instance, text, options, name, { sliceMs: SLICE.page, ...watch });
      const parts = new Gathered();
      await handOver(raw, (part) => {
        parts.take(part);
        return breathe();
      }, watch.signal);
      return { ...raw, lists: parts.lists };
    });
  }

  /**
   * @param {StudySource} source
   * @param {StudyQuestion} question
   * @returns {Promise<RawAnswer>}
   */
  ask(source, question) {
    const pace = { sliceMs: SLICE.page };
    return this.#guard(async (instance) => /** @type {RawAnswer} */ (await askWords(instance, source.name, question, source, pace)));
  }

  /**
   * @param {ExportRequest} request
   * @param {Watch} watch
   * @returns {Promise<ExportedFile[]>}
   */
  export(request, watch) {
    return this.#guard((instance) => runExport(instance, request, { sliceMs: SLICE.page, ...watch }));
  }

  /**
   * @param {string} text  of the sentence
   * @param {number} start
   * @param {number} end
   * @returns {Promise<RawAlternative[]>}
   */
  alternatives(text, start, end) {
    return this.#guard(({ packs }) => packs.alternatives(text, start, end));
  }

  /**
   * @param {Uint8Array} bytes
   * @param {string} [label]
   * @returns {Promise<Decoded>}
   */
  decode(bytes, label) {
    return this.#guard(({ bindings }) => bindings.decode(bytes, label));
  }

  /**
   * @param {string} text
   * @returns {Promise<Repair | null>}
   */
  repair(text) {
    return this.#guard(({ bindings }) => bindings.repair(text));
  }

  /**
   * @param {string[]} texts
   * @returns {Promise<string[]>}
   */
  fold(texts) {
    return this.#guard(({ bindings }) => texts.map((text) => bindings.fold(text)));
  }

  /**
   * @param {RawWords} words
   * @param {TransliterateOptions} options
   * @returns {Promise<string>}
   */
  transliterate(words, options) {
    return this.#guard(({ bindings }) => written(bindings, words, options));
  }

  /**
   * @param {string} text
   * @param {string} folds
   * @returns {Promise<string>}
   */
  normalize(text, folds) {
    return this.#guard(({ bindings }) => bindings.normalize(text, folds));
  }

  /** @returns {Promise<number>} */
  memory() {
    return this.#guard(({ memory }) => memory.buffer.byteLength);
  }

  dispose() {
    this.#opened = undefined;
  }

  #instance() {
    this.#opened ??= this.module.then((module) => openInstance(module, this.#packs));
    return this.#opened;
  }

  /**
   * @template T
   * @param {(instance: Instance) => T | Promise<T>} work
   * @returns {Promise<T>}
   */
  async #guard(work) {
    const instance = this.#instance();
    try {
      return await work(await instance);
    } catch (thrown) {
      const error = asEngineError(thrown);
      if (error instanceof MubinError && error.kind === "engine-crashed" && this.#opened === instance) {
        this.#opened = undefined;
      }
      throw error;
    }
  }
}
