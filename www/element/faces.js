/** The Naskh face of the cards, under a name that no page uses. It is fetched when a card is first shown; where the page forbids it, a face of the system stands in. */

let done = false;

export function registerFaces() {
  if (done) return;
  done = true;
  for (const [file, weight] of /** @type {const} */ ([[new URL(__FACE__, import.meta.url), "400"], [new URL(__FACE_BOLD__, import.meta.url), "700"]])) {
    document.fonts.add(new FontFace("Mubin Naskh", `url("${file.href}") format("woff2")`, { weight, display: "swap" }));
  }
}
