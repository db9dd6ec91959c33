/**
 * Keeps an article read while its page changes it. What the page does is seen at
 * once and told, so that nothing stays painted on words that are gone; the text is collected when the page
 * has come to rest, and goes to the engine only where it is another text. An
 * article that was rendered anew with the same words keeps its result.
 *
 * @import { Analyzer, Pin, Result } from "../engine/types.js"
 */

import { isAbort } from "../engine/errors.js";
import { ArticleText } from "./text.js";

/** The page is at rest when so many milliseconds nothing happened; one that never rests is read all the same. */
const REST = 150;
const LONGEST = 1000;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * @typedef {object} Watch
 * @property {() => Promise<Analyzer>} engine
 * @property {() => string | null} date  of the article, `YYYY-MM-DD`
 * @property {(result: Result) => Pin[]} pins  readings that were decided for, in the text of this result
 * @property {() => void} begin  the text is being read
 * @property {(text: ArticleText, result: Result, anew: boolean) => void} done  anew: another result, not only other nodes
 * @property {(text: ArticleText) => void} empty  nothing Arabic is in it
 * @property {(error: unknown) => void} fail
 * @property {(changed: Set<Node>) => void} stale  these nodes changed, and others may have gone
 */

/** What may change what is shown of a text, beside its nodes. */
const ATTRIBUTES = ["class", "style", "hidden", "open", "aria-hidden", "contenteditable", "data-mubin-skip"];

/**
 * @param {Element} root
 * @param {Watch} watch
 */
export function readArticle(root, watch) {
  /** @type {ArticleText | null} */
  let text = null;
  /** @type {Result | null} */
  let result = null;
  /** @type {AbortController | null} */
  let running = null;
  let timer = 0;
  let since = 0;

  const collect = () => {
    clearTimeout(timer);
    timer = 0;
    if (!root.checkVisibility()) return; // in a closed tab of the page, say: its size tells when it is shown
    const now = new ArticleText(root);
    const same = now.equals(text);
    text = now;
    if (!same) return analyse();
    if (result && !running) watch.done(now, result, false);
  };

  async function analyse() {
    if (!text) return;
    running?.abort();
    const own = new AbortController();
    const asked = text;
    running = own;
    if (!ARABIC.test(asked.text)) {
      result = null;
      running = null;
      watch.empty(asked);
      return;
    }
    watch.begin();
    try {
      const analyzer = await watch.engine();
      const options = { roles: asked.roles, date: watch.date(), signal: own.signal };
      let found = await analyzer.analyze(asked.text, options);
      const pins = watch.pins(found);
      if (pins.length) found = await analyzer.analyze(asked.text, { ...options, pins });
      if (own.signal.aborted) return;
      running = null;
      result = found;
      watch.done(/** @type {ArticleText} */ (text), found, true);
    } catch (error) {
      if (own.signal.aborted || isAbort(error)) return;
      running = null;
      watch.fail(error); // and waits for another text, or to be asked again
    }
  }

  const soon = () => {
    if (!timer) since = performance.now();
    clearTimeout(timer);
    timer = window.setTimeout(collect, Math.max(0, Math.min(REST, since + LONGEST - performance.now())));
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(root);
  const observer = new MutationObserver((records) => {
    watch.stale(new Set(records.filter(({ type }) => type === "characterData").map(({ target }) => target)));
    soon();
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
  collect();

  return {
    /** Reads anew, whatever is known. */
    again: () => {
      text = null;
      collect();
    },
    /** With other decisions. */
    renew: analyse,
    stop() {
      observer.disconnect();
      sizes.disconnect();
      clearTimeout(timer);
      running?.abort();
    },
  };
}
