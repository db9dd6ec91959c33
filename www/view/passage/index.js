/**
 * What several selected words have in common: how many there are, of how many
 * lemmas and roots, and what of the names, statements and corrections lies in them;
 * and what can be done with them. Counted by whole tokens.
 *
 * @import { Result } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Tools } from "../parts.js"
 * @import { Passage } from "../selecting.js"
 * @import { State } from "../state.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../../i18n/unturned.js";
import ar from "../../i18n/ar.passage.json" with { type: "json" };
import en from "../../i18n/en.passage.json" with { type: "json" };
import { addMessages } from "../../i18n/index.js";
import { standing } from "../corrections.js";
import { isolated } from "../dom.js";
import { cross } from "../focus.js";
import { firstAtOrAfter } from "../highlight.js";
import { Vowelled } from "../vowels.js";

/** So many names are written out. */
const NAMES = 3;
/** A longer sequence is no expression any more. */
const SOUGHT = 12;

/**
 * @typedef {object} Facts
 * @property {string} written
 * @property {number} words
 * @property {number | null} lemmas  null without morphology
 * @property {number | null} roots
 * @property {number} sentences
 * @property {number} share  of the words of the text
 * @property {string[]} names
 * @property {number} statements
 * @property {number} corrections
 * @property {string | null} sequence  as the concordance is asked for it; null where it is none
 */

/** @param {Tools} tools @returns {import("../parts.js").Part} */
export function create({ store: { set, state }, page }) {
  addMessages({ ar, en });
  /** @type {[unknown[], Facts | null]} */
  let known = [[], null];

  /** @param {State} now @param {Result} result @param {Passage} passage */
  const facts = (now, result, passage) => {
    const asked = [result, passage, standing(now)];
    if (!known[1] || asked.some((value, i) => value !== known[0][i])) known = [asked, factsOf(result, passage, standing(now))];
    return /** @type {Facts} */ (known[1]);
  };

  /** @param {string} text */
  const copy = async (text) => {
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    set({ said: state.t.text(copied ? "passage.copied" : "notice.copyFailed") });
    if (!copied) set({ notices: [...state.notices.filter(({ id }) => id !== "copied"), { id: "copied", key: "copyFailed" }] });
  };

  return {
    view(now) {
      const { result, passage, t } = now;
      if (!result || !passage) return nothing;
      const found = facts(now, result, passage);
      return html`
        <p class="passage-facts">${factsView(found, t)}</p>
        <div class="passage-acts">
          <button type="button" @click=${() => copy(found.written)}>${t.text("passage.copy")}</button>
          ${result.morphology ? html`<button type="button" @click=${() => copy(vowelledOf(result, passage))}>${t.text("passage.copyVowelled")}</button>` : nothing}
          ${found.sequence ? html`<button type="button" @click=${() => page.lookUp(found.sequence ?? "", { mode: "folded", clitics: false })}>${t.text("passage.lookUp")}</button>` : nothing}
          <button type="button" class="icon" aria-label=${t.text("passage.close")} title=${t.text("passage.close")} @click=${page.deselect}>${cross}</button>
        </div>`;
    },
  };
}

/**
 * @param {Result} result
 * @param {Passage} passage
 */
const spanOf = ({ tokens: { columns: { start, end } } }, { first, last }) => ({ start: start[first], end: end[last] });

/**
 * @param {Result} result
 * @param {Passage} passage
 */
function vowelledOf(result, passage) {
  const { start, end } = spanOf(result, passage);
  return new Vowelled(result, start, end).text;
}

/**
 * @param {Result} result
 * @param {Passage} passage
 * @param {number[]} standing  the corrections that are not decided
 * @returns {Facts}
 */
function factsOf(result, passage, standing) {
  const { text, words, morphology, tokens: { columns }, mentions, entities, statements, corrections } = result;
  const { start, end } = spanOf(result, passage);
  const tokens = [];
  for (let token = passage.first; token <= passage.last; token++) if (words.typeOf(token) >= 0) tokens.push(token);
  const answers = tokens.map((token) => morphology?.answerOf(token) ?? -1).filter((answer) => answer >= 0);
  const distinct = (/** @type {string[]} */ column) => new Set(answers.map((answer) => column[answer]).filter(Boolean)).size;
  const overlaps = (/** @type {{ start: number, end: number }} */ span) => span.start < end && Math.max(span.end, span.start + 1) > start;
  const sentences = new Set(tokens.map((token) => columns.sentence[token])).size;
  const all = result.statistics?.words || words.columns.tokens.length;
  return {
    written: text.slice(start, end), words: tokens.length, sentences,
    lemmas: morphology && distinct(morphology.columns.lemma), roots: morphology && distinct(morphology.columns.root),
    share: all ? Math.min(1, tokens.length / all) : 0,
    names: [...new Set(between(mentions, start, end).map(({ entity }) => entities[entity]?.name ?? ""))].filter(Boolean),
    statements: statements.filter(({ content }) => overlaps(content)).length,
    corrections: standing.filter((i) => overlaps(corrections[i])).length,
    sequence: sentences === 1 && tokens.length <= SOUGHT ? tokens.map((token) => text.slice(columns.start[token], columns.end[token])).join(" ") : null,
  };
}

/**
 * Of spans that do not overlap, those that lie in a stretch.
 * @template {{ start: number, end: number }} S
 * @param {S[]} spans
 * @param {number} start
 * @param {number} end
 */
const between = (spans, start, end) => spans.slice(
  firstAtOrAfter(spans.map((span) => span.end), start + 1), firstAtOrAfter(spans.map((span) => span.start), end));

/**
 * @param {Facts} found
 * @param {Translator} t
 */
function factsView({ words, lemmas, roots, sentences, share, names, statements, corrections }, t) {
  const counted = (/** @type {string} */ key, /** @type {number | null} */ n) => (n ? [isolated(t.pieces(key, { n }))] : []);
  const rest = names.length - NAMES;
  const parts = [
    html`<b>${isolated(t.pieces("count.words", { n: words }))}</b>`,
    ...counted("count.lemma", lemmas), ...counted("count.root", roots), ...counted("count.sentences", sentences),
    share >= 0.005 ? isolated(t.pieces("passage.share", { share: t.percent(Math.round(share * 100) / 100) })) : t.text("passage.little"),
    ...(names.length ? [html`${names.slice(0, NAMES).map((name, i) => html`${i ? t.text("list.comma") : nothing}<bdi lang="ar" dir="rtl">${unturned(name)}</bdi>`)}${
      rest > 0 ? html` ${isolated(t.pieces("passage.names", { n: rest }))}` : nothing}`] : []),
    ...counted("count.statements", statements), ...counted("passage.corrections", corrections),
  ];
  return parts.map((part, i) => html`${i ? t.text("list.dot") : nothing}<span>${part}</span>`);
}
