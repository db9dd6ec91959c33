/**
 * Questions to the engine as a drawn page needs them: whoever draws says what should
 * be known, and gets what is. A question is asked once; an answer to one that nobody
 * asks any more is dropped; until the next answer is there the last one stays, so
 * that nothing flickers.
 *
 * @import { Result } from "../../engine/types.js"
 */

/**
 * @template T
 * @typedef {object} Slot
 * @property {[Result, ...unknown[]]} asked
 * @property {T | null} value  of this question, or of the last one about the same result
 * @property {boolean} waiting
 * @property {boolean} failed
 */

/** @param {() => void} redraw */
export function createAsking(redraw) {
  /** @type {Map<string, Slot<any>>} */
  const slots = new Map();

  /**
   * @template T
   * @param {string} name  of the place for the answer
   * @param {[Result, ...unknown[]]} asked  what the answer depends on
   * @param {() => Promise<T>} ask
   * @returns {Slot<T>}
   */
  function about(name, asked, ask) {
    const known = slots.get(name);
    if (known && known.asked.every((one, i) => one === asked[i])) return known;
    /** @type {Slot<T>} */
    const slot = { asked, value: known?.asked[0] === asked[0] ? known.value : null, waiting: true, failed: false };
    slots.set(name, slot);
    ask().then((value) => Object.assign(slot, { value, waiting: false }), () => Object.assign(slot, { failed: true, waiting: false }))
      .then(() => slots.get(name) === slot && redraw());
    return slot;
  }

  return {
    about,
    /** Asks all that failed once more. */
    again() {
      for (const [name, { failed }] of slots) if (failed) slots.delete(name);
      redraw();
    },
    /** @param {string} name */
    forget: (name) => slots.delete(name),
  };
}
