/**
 * The page's single Trusted Types policy, shared by engine and view because a
 * name may be given out once. It lets two things through and no third: the script
 * address of our own worker, and markup or XML that only an inert parser will ever see.
 */

/** @type {{ createScriptURL(url: string): any, createHTML(html: string): any } | undefined} */
let policy;

function current() {
  const pass = (/** @type {string} */ value) => value;
  const rules = { createScriptURL: pass, createHTML: pass };
  policy ??= named(rules) ?? rules;
  return /** @type {NonNullable<typeof policy>} */ (policy);
}

/** Null where there are no Trusted Types, or where the page gives the name to nobody or gave it to another copy of this script. */
function named(/** @type {NonNullable<typeof policy>} */ rules) {
  try {
    return /** @type {any} */ (globalThis).trustedTypes?.createPolicy("mubin", rules) ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string | URL} url  of the engine's worker
 * @returns {string}
 */
export const workerURL = (url) => current().createScriptURL(String(url));

/**
 * Parses XML. What it names outside itself is never fetched; whoever hands it over refuses a document type, in which entities would be defined.
 * @param {string} xml
 */
export const parseXml = (xml) => new DOMParser().parseFromString(current().createHTML(xml), "text/xml");

/**
 * Parses markup without running or fetching anything in it.
 * @param {string} html
 */
export const parseInert = (html) => new DOMParser().parseFromString(current().createHTML(html), "text/html");
