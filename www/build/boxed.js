/**
 * The page's styles for a box in somebody else's page. Written for a document of its
 * own, they speak of the root, the window and the size of its letters; in a shadow tree
 * the box takes the place of all three. They are translated here, once, rather than
 * written twice: a rule for a narrow window is one for a narrow box.
 *
 * `:root`, `html` → `.mubin-root` · `body` → `.mubin-body` · rem → `--mubin-rem` · vw → the box's width · vh → `--mubin-view`, as much
 * of its height as is seen · width queries → container queries · the face → the one that element/faces.js gives the document. Faces and
 * `@page` mean nothing in a shadow tree, and go.
 */

/** What a host may colour otherwise, by a custom property of the same name with `mubin-` before it. */
const OPEN = [
  "paper", "sheet", "ink", "soft", "line", "edge", "accent", "on-accent", "person", "place", "organisation", "other", "time", "quantity",
];
/** In a container query a rem is the host page's; in a media query it was this, whatever the page says. */
const REM = 16;

/**
 * @param {string} css  minified
 * @returns {string}
 */
export const boxed = (css) => opened(css
  .replace(/@(font-face|page)\s*\{[^}]*\}/g, "")
  .replaceAll("Noto Naskh Arabic", "Mubin Naskh")
  .replace(/:root(?![\w-])/g, ".mubin-root")
  .replace(/(^|[\s{},;>+~(])(html|body)(?=[\s{},:.[>+~)])/g, (_, before, name) => `${before}.mubin-${name === "html" ? "root" : "body"}`)
  .replace(/@media([^{]*)\{/g, (whole, query) => (/width/.test(query) ? `@container mubin ${inPixels(query).trim()}{` : whole))
  .replace(/(?<![\w.#-])(-?\d*\.?\d+)rem(?![\w-])/g, "calc($1 * var(--mubin-rem))")
  .replace(/(?<![\w.#-])(-?\d*\.?\d+)vh(?![\w-])/g, "calc($1 * var(--mubin-view) / 100)")
  .replace(/(?<![\w.#-])(-?\d*\.?\d+)vw(?![\w-])/g, "$1cqi"));

/** @param {string} query */
const inPixels = (query) => query.replace(/(\d*\.?\d+)rem/g, (_, n) => `${n * REM}px`);

/**
 * The host's own colour, where it names one.
 * @param {string} css
 */
const opened = (css) => OPEN.reduce((sofar, name) => {
  const found = new RegExp(`([{;])--${name}:([^;}]+)`).exec(sofar);
  if (!found) throw new Error(`no --${name} among the styles`);
  const [whole, before, value] = found;
  return sofar.replace(whole, `${before}--${name}:var(--mubin-${name},${value})`);
}, css);
