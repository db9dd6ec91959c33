/**
 * The other readings of a word. The engine is asked about a word inside its
 * sentence, cut as the analysis itself cuts it, and answers in the offsets of that
 * stretch; here they become offsets of the text.
 *
 * @import { Analysis, RawAlternative, Reading, Result } from "./types.js"
 */

/** The analysis reads longer sentences in parts of so many tokens. */
const LONGEST_SENTENCE = 400;

/**
 * @param {Result} result
 * @param {number} token
 * @param {(text: string, start: number, end: number) => Promise<RawAlternative[]>} ask
 * @returns {Promise<Reading[]>}
 */
export async function readingsOf(result, token, ask) {
  const { start, end } = result.tokens.columns;
  const now = result.tokens.at(token)?.analysis;
  if (!now) return [];
  const [from, to] = stretchOf(result, token);
  const found = await ask(result.text.slice(from, to), start[token] - from, end[token] - from);
  const same = found.findIndex((one) => alike(one, now));
  const current = same >= 0 ? same : found.findIndex(({ chosen }) => chosen);
  return found.map(({ chosen, ...analysis }, reading) => ({
    ...analysis,
    segments: analysis.segments.map((one) => ({ ...one, start: one.start + from, end: one.end + from })),
    reading, chosen, current: reading === current,
  }));
}

/**
 * The part of its sentence that is read together with a token.
 * @param {Result} result
 * @param {number} token
 * @returns {[number, number]}
 */
function stretchOf({ tokens: { columns: { start, end, sentence } }, sentences }, token) {
  const span = sentences[sentence[token]];
  if (!span) return [start[token], end[token]];
  let first = token;
  while (first > 0 && start[first - 1] >= span.start) first--;
  const from = first + Math.floor((token - first) / LONGEST_SENTENCE) * LONGEST_SENTENCE;
  let last = token;
  while (last + 1 < start.length && start[last + 1] < span.end && last + 1 < from + LONGEST_SENTENCE) last++;
  return [start[from], end[last]];
}

/**
 * @param {Analysis} a
 * @param {Analysis} b
 */
const alike = (a, b) => a.lemma === b.lemma && a.upos === b.upos && a.diacritized === b.diacritized && a.source === b.source
  && JSON.stringify(a.feats) === JSON.stringify(b.feats);
