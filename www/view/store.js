/**
 * The page's state: one plain object, changed only through `set`, drawn at most
 * once a microtask however many changes came together.
 */

/**
 * @template {object} S
 * @param {S} initial
 * @param {(state: S) => void} draw
 */
export function createStore(initial, draw) {
  const state = initial;
  let scheduled = false;
  return {
    state,
    /** @param {Partial<S>} patch */
    set(patch) {
      Object.assign(state, patch);
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(() => {
        scheduled = false;
        draw(state);
      });
    },
  };
}
