/**
 * Files that are brought into the library, and libraries that were exported. Every
 * file is read by itself, so that one that cannot be read keeps none of the others
 * away; what came of all of them goes into the library in one transaction, and is told
 * in one summary. What is there already is not put there twice, and nothing that is
 * there is ever changed by a file.
 *
 * @import { Tools } from "../parts.js"
 * @import { Brought, LibraryState, Text } from "./state.js"
 */

import { MAX_UNITS } from "../../engine/index.js";
import { kindOf, Problem, shownError } from "../errors.js";
import { bytesOf, readFile } from "../files.js";
import { keepOwnWords } from "../own-words.js";
import { read } from "./format.js";
import { newId, properName, recordOf } from "./record.js";

const OWN = /\.json$/i;
/** A whole library may be long; no single string of a browser may be much longer. */
const MAX_LIBRARY = 400e6;
/** A longer text is not read for its words before it is opened. */
const COUNTED = 1e6;
/** As in the list of the reader's own words. */
const MAX_WORDS = 20_000;
const LONGEST_WORD = 40;

/** @typedef {{ text: Text, whole: boolean }} Incoming  whole: with its name, tags and decisions, from a library */

/**
 * @param {Tools} tools
 * @param {ReturnType<typeof import("./store.js").openLibrary>} library
 * @param {import("./desk.js").Desk} desk
 * @param {{ change: (patch: Partial<LibraryState>) => void, refresh: () => Promise<void> }} list
 */
export function createBringing({ store: { state, set }, engine, page, go }, library, desk, { change, refresh }) {
  /**
   * What the engine says of a text, without disturbing what it is at in front.
   * @param {string} text
   */
  const judged = async (text) => (text.length > COUNTED ? null
    : engine.ready().then((analyzer) => analyzer.analyze(text, { layers: ["blocks", "statistics"] })).catch(() => null));

  /** @param {File} file */
  const ownFile = async (file) => read(new TextDecoder().decode(await bytesOf(file, MAX_LIBRARY)));

  /**
   * @param {File} file
   * @returns {Promise<Text>}
   */
  async function textOf(file) {
    const text = (await readFile(file, engine.ready(), page.docx)).text.toWellFormed();
    if (!text.trim()) throw new Problem("empty-text");
    if (text.length > MAX_UNITS) throw new Problem("too-large");
    const result = await judged(text);
    const headed = result?.blocks.some(({ role }) => role === "headline");
    return recordOf(text, result, { name: headed ? properName(text, result) : stem(file), source: { by: "file", file: file.name } });
  }

  /**
   * @param {File} file
   * @param {Brought} brought
   * @returns {Promise<Incoming[]>}
   */
  async function incomingOf(file, brought) {
    if (!OWN.test(file.name)) return [{ text: await textOf(file), whole: false }];
    const own = await ownFile(file);
    if ("library" in own) {
      const fresh = learn(own.words);
      if (fresh) desk.tell({ key: "library.wordsBrought", values: { n: fresh } });
      if (own.unreadable) brought.failed.push({ file: file.name, kind: "damaged-json" });
      return own.library.map((text) => ({ text, whole: true }));
    }
    return [{ text: recordOf(own.text, await judged(own.text), { source: { by: "file", file: file.name }, verdicts: own }), whole: false }];
  }

  /**
   * @param {Incoming[]} incoming
   * @param {Brought} brought
   */
  async function add(incoming, brought) {
    const there = await library.readAll();
    const ids = new Set(there.map(({ id }) => id));
    const texts = new Set(there.map(({ text }) => text));
    const wholes = new Set(there.map(wholeOf));
    /** @type {Text[]} */
    const added = [];
    for (const { text, whole } of incoming) {
      if (whole ? wholes.has(wholeOf(text)) : texts.has(text.text)) {
        brought.there++;
        continue;
      }
      const taken = ids.has(text.id);
      if (taken) brought.beside++;
      const own = taken ? { ...text, id: newId() } : text;
      added.push(own);
      ids.add(own.id);
      texts.add(own.text);
      wholes.add(wholeOf(own));
    }
    if (added.length) await library.add(added);
    brought.added = added.length;
  }

  /** @param {File[]} files */
  async function bring(files) {
    /** @type {Brought} */
    const brought = { added: 0, there: 0, beside: 0, failed: [] };
    /** @type {Incoming[]} */
    const incoming = [];
    go("library");
    for (const [i, file] of files.entries()) {
      change({ working: { i: i + 1, n: files.length }, brought: null, trouble: null });
      try {
        incoming.push(...await incomingOf(file, brought));
      } catch (thrown) {
        brought.failed.push({ file: file.name, kind: kindOf(thrown) });
      }
    }
    try {
      await add(incoming, brought);
      change({ brought, query: "", hits: null, tag: null });
      set({ said: state.t.text("library.brought.added", { n: brought.added }) });
    } catch (error) {
      desk.explain(error);
    }
    change({ working: null });
    await refresh();
  }

  /**
   * Words of a file join the reader's own.
   * @param {string[]} words
   * @returns {number} how many were not among them
   */
  function learn(words) {
    const known = new Set(state.ownWords);
    const fresh = [...new Set(words)].filter((word) => !known.has(word) && word.length <= LONGEST_WORD && /^[^\s\p{C}]+$/u.test(word));
    if (fresh.length) {
      set({ ownWords: [...state.ownWords, ...fresh].slice(0, MAX_WORDS) });
      keepOwnWords(state.ownWords).then((wordsKept) => set({ wordsKept }));
    }
    return fresh.length;
  }

  /**
   * A result that was exported with its text: it is opened with all that was decided.
   * @param {import("./format.js").Export} own
   * @param {File} file
   */
  async function openExport({ text, words, ...verdicts }, file) {
    const fresh = learn(words);
    await desk.bringBack(text, verdicts, { source: { by: "file", file: file.name }, saved: null },
      fresh ? { key: "library.wordsBrought", values: { n: fresh } } : null);
  }

  return {
    bring,
    /** @param {File[]} files  several of any kind, or one of Mubin's own */
    async receive(files) {
      const [file, ...others] = files;
      if (others.length || !OWN.test(file.name)) return bring(files);
      try {
        const own = await ownFile(file);
        await ("library" in own ? bring(files) : openExport(own, file));
      } catch (thrown) {
        set({ error: shownError(thrown, state.result ? "earlier" : "nothing", file.name) });
      }
    },
  };
}

/** @param {File} file */
const stem = ({ name }) => name.replace(/\.[^.]*$/, "");

/** @param {Text} text */
const wholeOf = ({ text, name, tags, decisions, choices, ignored }) => JSON.stringify([name, tags, decisions, choices, ignored, text]);
