/**
 * The search in a list: what is typed and the entries of the list are folded alike by
 * the engine, so that vowels and hamza make no difference. A list is folded when it
 * is first searched, and again when the result is another one.
 *
 * @import { Result } from "../engine/types.js"
 * @import { ListName } from "./arranging.js"
 * @import { Store } from "./state.js"
 */

import { nothing } from "lit-html";
import { noFilter } from "./arranging.js";
import { searchView } from "./fields.js";

/** A shorter list is seen at a glance. */
const LEAST = 12;

/** @typedef {{ name: ListName, result: Result, n: number, texts: () => string[], label: string, least?: number, reset: () => void }} List  texts: of each entry what is searched; reset: shows the list from its beginning */
/** @typedef {(list: List) => { field: unknown, query: string, passes: ((i: number) => boolean) | null }} Search  passes: null where nothing is looked for */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @returns {Search}
 */
export function createSearch({ state, set }, engine) {
  /** The result a list is being folded of. @type {Map<ListName, Result>} */
  const underWay = new Map();

  /**
   * @param {List} list
   * @param {string} query
   */
  async function seek({ name, result, texts }, query) {
    const put = (/** @type {object} */ patch) => set({ filters: { ...state.filters, [name]: { ...(state.filters[name] ?? noFilter), ...patch } } });
    put({ query });
    underWay.set(name, result);
    const analyzer = await engine.ready();
    const { of, keys } = state.filters[name] ?? noFilter;
    const wanted = query.trim();
    const [folded, own] = await Promise.all([wanted && analyzer.fold(wanted), of === result || !wanted ? keys : analyzer.fold(texts())]);
    if (state.result === result && state.filters[name]?.query === query) put({ folded, keys: own, of: wanted ? result : of });
  }

  return (list) => {
    const { name, result, n, label, least = LEAST, reset } = list;
    const { query, folded, of, keys } = state.filters[name] ?? noFilter;
    if (query.trim() && of !== result && underWay.get(name) !== result) {
      underWay.set(name, result);
      queueMicrotask(() => seek(list, query));
    }
    const change = (/** @type {string} */ typed) => {
      reset();
      seek(list, typed);
    };
    return {
      query, passes: folded && of === result ? (i) => keys[i].includes(folded) : null,
      field: n > least || query ? searchView(label, query, state.t, change) : nothing,
    };
  };
}
