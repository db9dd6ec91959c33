/**
 * The Naskh face of the elements, under a name that no page uses. Faces that a shadow tree names are not heard, so the
 * document is given them, once. They are fetched when letters of theirs are first shown; where the page forbids it, a
 * face of the system stands in.
 */

/** As the face is cut into files. The spaces come from the Arabic part: a mark that stands on a space needs both from one file. */
const ARABIC = "U+0020, U+00A0, U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200E, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FEFC";
const LATIN = "U+0000-001F, U+0021-009F, U+00A1-00FF, U+0131, U+0152-0153, U+2000-200B, U+2012-206F, U+20AC, U+2122, U+FFFD";

let done = false;

export function registerFaces() {
  if (done) return;
  done = true;
  for (const [file, weight, unicodeRange] of /** @type {const} */ ([
    [new URL(__FACE__, import.meta.url), "400", ARABIC], [new URL(__FACE_BOLD__, import.meta.url), "700", ARABIC],
    [new URL(__FACE_LATIN__, import.meta.url), "400", LATIN], [new URL(__FACE_LATIN_BOLD__, import.meta.url), "700", LATIN],
  ])) {
    document.fonts.add(new FontFace("Mubin Naskh", `url("${file.href}") format("woff2")`, { weight, unicodeRange, display: "swap" }));
  }
}
