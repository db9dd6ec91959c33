/**
 * Finding texts by words in their names, their tags and in themselves, spelled as one
 * likes: both sides are folded by the engine. Every word that is asked for must be
 * there, in whichever of the three. A folded text is remembered as long as the page
 * is open, because folding is the dear part.
 *
 * @import { Entry, Place } from "./state.js"
 */

/**
 * @param {ReturnType<typeof import("../engine.js").holdEngine>} engine
 * @param {ReturnType<typeof import("./store.js").openLibrary>} library
 */
export function createSearch(engine, library) {
  /** @type {Map<string, { changed: number, text: string }>} */
  const known = new Map();

  /** @returns {Promise<(texts: string[]) => Promise<string[]>>} */
  async function folder() {
    const analyzer = await engine.ready().catch(() => null);
    const bare = (/** @type {string[]} */ texts) => texts.map((text) => text.toLowerCase());
    return async (texts) => bare(analyzer ? await analyzer.fold(texts).catch(() => texts) : texts);
  }

  /**
   * @param {string} query
   * @param {Entry[]} entries
   * @param {() => boolean} wanted  still
   * @returns {Promise<Map<string, Place>>}
   */
  return async (query, entries, wanted) => {
    const fold = await folder();
    const words = (await fold([query]))[0].split(/\s+/).filter(Boolean);
    const names = await fold(entries.map(({ name }) => name));
    const tags = await fold(entries.map((entry) => entry.tags.join("\n")));
    /** @type {Map<string, Place>} */
    const hits = new Map();
    for (const [i, entry] of entries.entries()) {
      if (!wanted()) break;
      const left = words.filter((word) => !names[i].includes(word));
      const sought = left.filter((word) => !tags[i].includes(word));
      if (left.length === 0) hits.set(entry.id, "name");
      else if (sought.length === 0) hits.set(entry.id, "tags");
      else {
        const text = await folded(entry, fold);
        if (sought.every((word) => text.includes(word))) hits.set(entry.id, "text");
      }
    }
    return hits;
  };

  /**
   * @param {Entry} entry
   * @param {(texts: string[]) => Promise<string[]>} fold
   */
  async function folded({ id, changed }, fold) {
    const last = known.get(id);
    if (last?.changed === changed) return last.text;
    const text = (await fold([(await library.read(id))?.text ?? ""]))[0];
    known.set(id, { changed, text });
    return text;
  }
}
