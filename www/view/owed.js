/**
 * What is on its way to the disk when the page is left. A database writes while the
 * page lives, and lets go of what it had begun when the page goes; so what is not on
 * the disk by then is laid into localStorage, which takes it at once, and the page that
 * opens next puts it where it belongs. Nothing lies here any longer than that, and
 * nothing fails: what may not be laid down, or is too large, is lost with the page.
 */

const KEY = "mubin.owed ";

/** By name, the newest of each. @type {Map<string, { value: unknown }>} */
const owing = new Map();

/**
 * A value that is being written.
 * @param {string} name
 * @param {unknown} value  as JSON can hold it
 * @returns {() => void}  for when it is written, or never will be
 */
export function owe(name, value) {
  const one = { value };
  owing.set(name, one);
  return () => void (owing.get(name) === one && owing.delete(name));
}

/** The page goes, and may not come back. */
export function layOwing() {
  for (const [name, { value }] of owing) {
    try {
      localStorage.setItem(KEY + name, JSON.stringify(value));
    } catch { /* denied, or too large: what is smaller may find room */ }
  }
}

/**
 * What pages that were left still owed.
 * @param {string} prefix
 * @returns {Map<string, unknown>} by what follows it in their names
 */
export function lying(prefix) {
  const found = new Map();
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(KEY + prefix))) {
      found.set(key.slice(KEY.length + prefix.length), parsed(localStorage.getItem(key)));
    }
  } catch { /* nothing lies there */ }
  return found;
}

/** It is where it belongs, or wanted no more. @param {string} name */
export function pickUp(name) {
  try {
    localStorage.removeItem(KEY + name);
  } catch { /* nothing lies there */ }
}

/** What is being written under these names is wanted no more, nor what lies there. @param {string} prefix */
export function forgetOwed(prefix) {
  for (const name of owing.keys()) if (name.startsWith(prefix)) owing.delete(name);
  for (const rest of lying(prefix).keys()) pickUp(prefix + rest);
}

/** @param {string | null} json */
function parsed(json) {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}
