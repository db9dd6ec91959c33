/**
 * A long result on its way from the worker. What is unpacked from one message is
 * unpacked in one go, and holds up whoever receives it; so long lists travel ahead
 * in messages of their own, a part at a time, and are put in their place when the
 * rest is there.
 */

/** Where a list belongs. @typedef {(string | number)[]} Path */
/** @typedef {{ list: number, items: unknown[] }} Part  list: its number among the lists of one answer */

/** Items of one message, which are unpacked in a few milliseconds. */
const ITEMS = 2000;

/**
 * Takes the long lists out of an answer.
 * @param {any} answer  its long lists are empty afterwards
 * @param {(part: Part) => void} send
 * @returns {Path[]} where each of them belongs
 */
export function sendAhead(answer, send) {
  /** @type {Path[]} */
  const paths = [];
  /** @param {any} node @param {Path} path */
  const walk = (node, path) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) continue;
      const here = [...path, key];
      if (!Array.isArray(value) || value.length <= ITEMS) {
        walk(value, here);
        continue;
      }
      for (let from = 0; from < value.length; from += ITEMS) send({ list: paths.length, items: value.slice(from, from + ITEMS) });
      paths.push(here);
      node[key] = [];
    }
  };
  walk(answer, []);
  return paths;
}

/**
 * @param {any} answer
 * @param {Path[]} paths
 * @param {unknown[][]} lists  as they were put together
 */
export function putBack(answer, paths, lists) {
  paths.forEach((path, i) => {
    const [last, ...way] = [...path].reverse();
    const holder = way.reverse().reduce((node, step) => node[step], answer);
    holder[last] = lists[i];
  });
}
