/**
 * What of a word goes to the clipboard from its card: the word as it is written or
 * with its vowels, its dictionary form, its root, or all that the card says, a line
 * for each fact.
 *
 * @import { Analysis, Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Card } from "./cards.js"
 */

import { html } from "lit-html";
import { formOf } from "./choices.js";
import { grammarLine, nameOf, spelled, stemOf } from "./grammar.js";
import { glossOf } from "./readings.js";
import { spaced } from "./vocabulary.js";

/** @typedef {"word" | "vowelled" | "lemma" | "root" | "all"} Copied */

/**
 * @param {Card} card
 * @param {Result} result
 * @param {Translator} t
 * @returns {[Copied, string][]}
 */
function copiesOf({ token, latin, readings }, result, t) {
  const form = formOf(result, token);
  const vowelled = result.morphology?.vowelled(token) ?? "";
  const analysis = result.morphology?.analysis(token);
  /** @type {[Copied, string][]} */
  const copies = [["word", form], ["vowelled", vowelled], ["lemma", analysis?.lemma ?? ""], ["root", analysis?.root ?? ""]];
  if (analysis) copies.push(["all", allOf(result, token, vowelled || form, { ...analysis, gloss: glossOf(analysis, readings) }, latin, t)]);
  return copies.filter(([kind, text], i) => text && (kind === "root" || !copies.slice(0, i).some(([, other]) => other === text)));
}

/**
 * @param {Result} result
 * @param {number} token
 * @param {string} word
 * @param {Analysis} analysis
 * @param {string | null} latin
 * @param {Translator} t
 */
function allOf(result, token, word, analysis, latin, t) {
  const { lemma, root, pattern, gloss } = analysis;
  const pieces = result.morphology?.pieces(token) ?? [];
  const stem = stemOf(pieces, analysis);
  const parts = pieces.length > 1 ? pieces.map((_, i) => `${spelled(pieces, i, stem)} (${t.text(`grammar.${nameOf(pieces, i, analysis)}`)})`).join(" + ") : "";
  const facts = /** @type {const} */ ([
    ["pieces", parts], ["lemma", lemma], ["root", root && spaced(root)], ["pattern", pattern], ["gloss", gloss], ["latin", latin],
  ]).flatMap(([name, value]) => (value ? [`${t.text(`card.${name}`)}: ${value}`] : []));
  return [`${word}: ${grammarLine(analysis, t)}`, ...facts].join("\n");
}

/**
 * @param {Card} card
 * @param {Result} result
 * @param {Translator} t
 * @param {(kind: Copied, text: string) => void} copy
 */
export const copyView = (card, result, t, copy) => html`<div class="card-copy" role="group" aria-label=${t.text("card.copy")}>
  <span class="quiet" aria-hidden="true">${t.text("card.copy")}</span>
  ${copiesOf(card, result, t).map(([kind, text]) => html`<button type="button" class="plain" data-copy=${kind} @click=${() => copy(kind, text)}>${
    t.text(card.copied === kind ? "card.copied" : `card.copies.${kind}`)}</button>`)}
</div>`;
