/**
 * The article that a reader belongs to: found by its selector, now or when it
 * appears, and found again where the page replaces it by another or takes it away.
 */

/**
 * @param {Element} reader
 * @param {string} selector  read in the tree the reader stands in, then in the document
 * @param {(article: Element | null) => void} found  called once at the beginning and whenever it is another one
 * @returns {() => void} stops
 */
export function follow(reader, selector, found) {
  const root = /** @type {Document | ShadowRoot} */ (reader.getRootNode());
  const roots = root === reader.ownerDocument ? [root] : [root, reader.ownerDocument];
  /** @type {Element | null | undefined} */
  let last;
  const look = () => {
    const now = first(roots, selector);
    if (now === last) return;
    last = now;
    found(now);
  };
  const observer = new MutationObserver(look);
  for (const one of roots) observer.observe(one, { childList: true, subtree: true, attributeFilter: ["id", "class"] });
  look();
  return () => observer.disconnect();
}

/**
 * @param {(Document | ShadowRoot)[]} roots
 * @param {string} selector
 */
function first(roots, selector) {
  try {
    return roots.map((root) => root.querySelector(selector)).find(Boolean) ?? null;
  } catch {
    return null; // no selector
  }
}
