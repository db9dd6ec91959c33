/**
 * The engine in a worker. It answers the same questions as the one on the page;
 * after a crash the next call starts a new worker, which is given the packs again.
 * A worker that does not let go of what was cancelled is replaced at once, and what
 * was asked of it meanwhile is asked of the new one: nobody hears of it.
 *
 * @import {
 *   Decoded, ExportedFile, ExportRequest, PackName, RawAlternative, RawAnswer, RawOptions, RawResult, RawWords, Repair, StudyQuestion,
 *   StudySource, TransliterateOptions, WorkerLike,
 * } from "./types.js"
 * @import { Reply, Request } from "./protocol.js"
 * @import { Watch } from "./page-host.js"
 */

import { abortError, MubinError } from "./errors.js";
import { Gathered } from "./parts.js";
import { HELLO_MS, PATIENCE } from "./protocol.js";
import { workerURL } from "./trusted.js";

export class WorkerHost {
  /** @type {"worker"} */ where = "worker";
  /** @type {WorkerLike | undefined} */ #worker;
  /** @type {Promise<string> | undefined} */ #started;
  /** What the worker will say first, once it was told what to run. @type {Promise<{ hello: Promise<{ version: string }> }> | undefined} */ #told;
  /** @type {Map<number, { request: Request, resolve: (ok: any) => void, reject: (error: Error) => void, watch: Watch, parts?: Gathered }>} */
  #calls = new Map();
  /** @type {Map<PackName, Uint8Array>} */ #packs = new Map();
  #lastId = 0;
  /** Requests that the worker has not answered, those that were cancelled meanwhile included. @type {Set<number>} */
  #owed = new Set();
  /** Of the longest of them. */
  #units = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;

  /**
   * @param {Promise<WebAssembly.Module>} module
   * @param {string | URL | (() => WorkerLike)} script  where it is, or what starts it
   */
  constructor(module, script) {
    this.module = module;
    this.script = script;
  }

  /** @returns {Promise<string>} the engine's version, once the worker has answered */
  start() {
    this.#started ??= this.#boot();
    return this.#started;
  }

  async #boot() {
    /** @type {WorkerLike} */
    const worker = typeof this.script === "function" ? this.script() : new Worker(workerURL(this.script), { name: "mubin" });
    this.#worker = worker;
    /** @type {Promise<never>} */
    const broken = new Promise((_, reject) => {
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        const error = new MubinError("engine-crashed", event.message ?? "The worker could not be started.");
        if (worker === this.#worker) this.#end(error);
        reject(error);
      });
    });
    broken.catch(() => {}); // later on, whoever waits for an answer hears of it
    worker.addEventListener("message", ({ data }) => { if (worker === this.#worker) this.#receive(data); });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    try {
      this.#told = this.#tell(worker, Promise.race([this.module, broken]));
      const { hello } = await this.#told;
      const silence = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new MubinError("engine-crashed", "The worker never answered.")), HELLO_MS);
      });
      const { version } = await Promise.race([hello, silence]);
      for (const [name, bytes] of this.#packs) await this.#send({ id: 0, call: "pack", name, bytes });
      return version;
    } catch (error) {
      if (worker === this.#worker) this.dispose();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {WorkerLike} worker
   * @param {Promise<WebAssembly.Module>} compiled
   */
  async #tell(worker, compiled) {
    const module = await compiled;
    if (worker !== this.#worker) throw new MubinError("disposed", "The engine was put away.");
    return { hello: this.#send({ id: 0, call: "hello", module }) };
  }

  /**
   * Remembered for later workers when this one takes it. The first ones travel while the worker still starts.
   * @param {PackName} name
   * @param {Uint8Array} bytes
   */
  async addPack(name, bytes) {
    const started = this.start();
    started.catch(() => {}); // told to whoever asked for it
    await (this.#packs.size ? started : this.#told); // a later worker is given the earlier ones first
    await this.#send({ id: 0, call: "pack", name, bytes });
    this.#packs.set(name, bytes);
  }

  /**
   * @param {string} text
   * @param {RawOptions} options
   * @param {number} name
   * @param {Watch} watch
   * @returns {Promise<RawResult>}
   */
  async analyze(text, options, name, watch) {
    await this.start();
    const parts = new Gathered();
    const raw = await this.#send({ id: 0, call: "analyze", text, options, name }, watch, parts);
    return { ...raw, lists: parts.lists };
  }

  /**
   * The text travels only when the worker does not have the result any more.
   * @param {StudySource} source
   * @param {StudyQuestion} question
   * @returns {Promise<RawAnswer>}
   */
  async ask(source, question) {
    await this.start();
    const { name } = source;
    return await this.#send({ id: 0, call: "ask", name, question, source: null })
      ?? this.#send({ id: 0, call: "ask", name, question, source });
  }

  /**
   * @param {ExportRequest} request
   * @param {Watch} watch
   * @returns {Promise<ExportedFile[]>}
   */
  async export(request, watch) {
    await this.start();
    return this.#send({ id: 0, call: "export", request }, watch);
  }

  /**
   * @param {string} text  of the sentence
   * @param {number} start
   * @param {number} end
   * @returns {Promise<RawAlternative[]>}
   */
  async alternatives(text, start, end) {
    await this.start();
    return this.#send({ id: 0, call: "alternatives", text, start, end });
  }

  /**
   * @param {Uint8Array} bytes
   * @param {string} [label]
   * @returns {Promise<Decoded>}
   */
  async decode(bytes, label) {
    await this.start();
    return this.#send({ id: 0, call: "decode", bytes, label });
  }

  /**
   * @param {string} text
   * @returns {Promise<Repair | null>}
   */
  async repair(text) {
    await this.start();
    return this.#send({ id: 0, call: "repair", text });
  }

  /**
   * @param {string[]} texts
   * @returns {Promise<string[]>}
   */
  async fold(texts) {
    await this.start();
    return this.#send({ id: 0, call: "fold", texts });
  }

  /**
   * @param {RawWords} words
   * @param {TransliterateOptions} options
   * @returns {Promise<string>}
   */
  async transliterate(words, options) {
    await this.start();
    return this.#send({ id: 0, call: "transliterate", words, options });
  }

  /**
   * @param {string} text
   * @param {string} folds
   * @returns {Promise<string>}
   */
  async normalize(text, folds) {
    await this.start();
    return this.#send({ id: 0, call: "normalize", text, folds });
  }

  /** @returns {Promise<number>} */
  async memory() {
    await this.start();
    return this.#send({ id: 0, call: "memory" });
  }

  dispose() {
    this.#end(new MubinError("disposed", "The engine was put away."));
  }

  /**
   * @param {Request} request  its id is given here
   * @param {Watch} [watch]
   * @param {Gathered} [parts]  where those of a long answer are put
   * @returns {Promise<any>}
   */
  #send(request, watch = {}, parts = undefined) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#worker?.postMessage({ id, call: "cancel" });
        this.#calls.delete(id);
        if (this.#owed.has(id)) this.#await();
        reject(abortError());
      };
      if (watch.signal?.aborted) return reject(abortError());
      watch.signal?.addEventListener("abort", cancel, { once: true });
      const done = () => watch.signal?.removeEventListener("abort", cancel);
      this.#calls.set(id, {
        request, watch, parts,
        resolve: (ok) => { done(); resolve(ok); },
        reject: (error) => { done(); reject(error); },
      });
      this.#post(id, request);
    });
  }

  /**
   * @param {number} id
   * @param {Request} request
   */
  #post(id, request) {
    this.#owed.add(id);
    this.#units = Math.max(this.#units, unitsOf(request));
    if (this.#owed.size === 1) this.#await();
    this.#worker?.postMessage({ ...request, id });
  }

  /** @param {Reply} reply */
  #receive(reply) {
    if ("ok" in reply || "error" in reply) this.#owed.delete(reply.id);
    if (this.#owed.size === 0) this.#units = 0;
    this.#await();
    const call = this.#calls.get(reply.id);
    if (!call) return; // cancelled meanwhile
    if ("progress" in reply) {
      call.watch.onProgress?.(reply.progress);
      return;
    }
    if ("part" in reply) {
      this.#worker?.postMessage({ id: reply.id, call: "more" }); // made while this one is unpacked
      call.parts?.take(reply.part);
      return;
    }
    this.#calls.delete(reply.id);
    if ("ok" in reply) {
      call.resolve(reply.ok);
      return;
    }
    const { kind, message } = reply.error;
    if (kind === "aborted") return call.reject(abortError());
    const error = new MubinError(kind, message);
    call.reject(error);
    if (kind === "engine-crashed") this.#end(error);
  }

  /**
   * Waits for the next word of the worker, as long as it owes one: not for long where what it has owed longest was cancelled.
   * @param {number} [spells]
   */
  #await(spells = PATIENCE.spells) {
    clearTimeout(this.#patience);
    if (this.#owed.size === 0) return;
    const [oldest] = this.#owed; // one that was cancelled beside it may have to wait for it
    const cancelled = !this.#calls.has(oldest);
    this.#patience = setTimeout(() => {
      if (spells > 1) this.#await(spells - 1);
      else if (cancelled) this.#replace();
      else this.#end(new MubinError("engine-crashed", "The worker does not answer."));
    }, cancelled ? PATIENCE.cancelledMs : PATIENCE.ms * (1 + this.#units / PATIENCE.unitsMore));
  }

  /** What still waits is asked of a new worker. */
  async #replace() {
    this.#giveUp();
    try {
      await this.start();
    } catch {
      return; // whoever waited was told
    }
    const worker = this.#worker;
    for (const [id, { request, parts }] of this.#calls) {
      if (worker !== this.#worker) return;
      if (this.#owed.has(id)) continue; // asked since
      parts?.clear();
      this.#post(id, request);
    }
  }

  #giveUp() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = undefined;
    this.#owed.clear();
    this.#units = 0;
    clearTimeout(this.#patience);
  }

  /**
   * Everything that still waited goes down with the worker; the next call starts a new one.
   * @param {MubinError} error
   */
  #end(error) {
    this.#giveUp();
    const waiting = [...this.#calls.values()];
    this.#calls.clear();
    for (const { reject } of waiting) reject(error);
  }
}

/** How long a text, or a file, the worker is given. @param {Request} request */
function unitsOf(request) {
  if ("text" in request) return request.text.length;
  if ("bytes" in request) return request.bytes.length;
  return request.call === "export" ? request.request.text.length : request.call === "ask" ? request.source?.text.length ?? 0 : 0;
}
