/** Of a text that a notice or the strip of what is followed names, in UTF-16 units. */
export const PREVIEW = 60;

/**
 * The beginning of a text where there is no room for all of it: whole words, and a sign that more follows. Where the words are
 * so long that little would be left, the last is cut, between characters.
 * @param {string} text
 * @param {number} most  UTF-16 units
 */
export function shortened(text, most) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).toWellFormed().replace(/\uFFFD$/u, "");
  const word = cut.search(/\s\S*$/u);
  return `${cut.slice(0, word > most / 2 ? word : undefined).trimEnd()}…`;
}
