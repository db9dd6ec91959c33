/**
 * The page's single Trusted Types policy, shared by engine and view because a
 * name may be given out once. It lets two things through and no third: the script
 * address of our own worker, and markup or XML that only an inert parser will ever see.
 */

/** @type {{ createScriptURL(url: string): any, createHTML(html: string): any } | undefined} */
let policy;

function current() {
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  const pass = (/** @type {string} */ value) => value;
  policy ??= factory?.createPolicy("mubin", { createScriptURL: pass, createHTML: pass })
    ?? { createScriptURL: pass, createHTML: pass };
  return /** @type {NonNullable<typeof policy>} */ (policy);
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
