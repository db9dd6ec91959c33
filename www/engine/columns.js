/**
 * Columns of strings. They cross the boundary and go from the worker to the page as
 * one string each, a line for each value; what takes time is making thousands of
 * strings of them, so a column is taken apart when somebody first looks into it.
 *
 * @import { Lines } from "./types.js"
 */

/**
 * @template {object} T
 * @param {Lines<T>} joined
 * @param {Record<string, number>} lengths  of the columns that are one string, how many values each holds
 * @returns {T} the same columns, as lists
 */
export function apart(joined, lengths) {
  const columns = { ...joined };
  for (const [name, length] of Object.entries(lengths)) {
    const text = /** @type {any} */ (joined)[name];
    /** @type {string[] | undefined} */
    let values;
    Object.defineProperty(columns, name, { enumerable: true, get: () => values ??= length ? text.split("\n") : [] });
  }
  return /** @type {any} */ (columns);
}
