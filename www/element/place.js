/** Where the card stands: beside the article where the window is wide enough, so that it hides no word; else below its word or above it; in a narrow window as a sheet at the lower edge. */

const NARROW = 560;
const GAP = 12;
/** From the edges of the window. */
const EDGE = 8;
const HIGHEST = 600;

/**
 * @param {HTMLElement} card
 * @param {DOMRect} word
 * @param {DOMRect} article
 */
export function placeCard(card, word, article) {
  const { clientWidth: wide, clientHeight: high } = document.documentElement;
  const sheet = wide < NARROW;
  card.toggleAttribute("data-sheet", sheet);
  const { style } = card;
  if (sheet) {
    for (const side of ["left", "top", "max-height"]) style.removeProperty(side);
    return;
  }
  const needed = card.offsetWidth + GAP + EDGE;
  const side = article.left >= needed ? article.left - GAP - card.offsetWidth : wide - article.right >= needed ? article.right + GAP : null;
  const below = high - word.bottom - GAP - EDGE;
  const above = word.top - GAP - EDGE;
  const under = below >= 280 || below >= above;
  style.maxHeight = `${side === null ? Math.max(160, Math.min(under ? below : above, HIGHEST)) : Math.min(high - 2 * EDGE, HIGHEST)}px`;
  const { offsetWidth, offsetHeight } = card;
  const middle = word.left + word.width / 2 - offsetWidth / 2;
  style.left = `${side ?? Math.max(EDGE, Math.min(middle, wide - offsetWidth - EDGE))}px`;
  const top = side !== null ? word.top - offsetHeight / 4 : under ? word.bottom + GAP : word.top - GAP - offsetHeight;
  style.top = `${Math.max(EDGE, Math.min(top, high - offsetHeight - EDGE))}px`;
}

/**
 * A word that the card has just been opened for does not lie under it.
 * @param {HTMLElement} card
 * @param {DOMRect} word
 */
export function uncover(card, word) {
  const covered = word.bottom + GAP - card.getBoundingClientRect().top;
  if (card.hasAttribute("data-sheet") && covered > 0) scrollBy({ top: covered, behavior: "instant" });
}
