/**
 * The document's registry of highlights, shared by every reader in it: a name stands
 * there once, and holds the places of all of them. What one reader paints anew leaves
 * what the others painted, and nothing of a name that is not ours is ever touched.
 */

/** The registry, where the browser has one. */
export const registry = typeof Highlight === "function" ? globalThis.CSS?.highlights : undefined;

/** What a reader has under a name, by the stretch of text it lies in. @typedef {Map<HTMLElement, StaticRange[]>} Shares */

/** @type {Map<string, Set<Shares>>} */
const painted = new Map();

/**
 * Made anew, which costs less than taking many places out of one.
 * @param {string} name
 * @param {number} priority
 */
function rebuild(name, priority) {
  const highlight = new Highlight();
  highlight.priority = priority;
  for (const shares of painted.get(name) ?? []) for (const ranges of shares.values()) for (const range of ranges) highlight.add(range);
  if (highlight.size) registry?.set(name, highlight);
  else registry?.delete(name);
}

/**
 * One reader has other places under a name.
 * @param {string} name
 * @param {number} priority
 * @param {Shares | null} before
 * @param {Shares | null} now
 */
export function replacePlaces(name, priority, before, now) {
  const all = painted.get(name) ?? new Set();
  if (before) all.delete(before);
  if (now) all.add(now);
  if (all.size) painted.set(name, all);
  else painted.delete(name);
  rebuild(name, priority);
}

/**
 * The shares of one reader, which are known here, have changed by a few.
 * @param {string} name
 * @param {number} priority
 * @param {{ added: StaticRange[], removed: StaticRange[] }} by
 */
export function changePlaces(name, priority, { added, removed }) {
  const highlight = registry?.get(name);
  if (!highlight) return rebuild(name, priority);
  for (const range of removed) highlight.delete(range);
  for (const range of added) highlight.add(range);
  if (!highlight.size) registry?.delete(name);
}
