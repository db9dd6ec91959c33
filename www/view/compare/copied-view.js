/**
 * The passages that both texts have word for word, the longest first: what tells best
 * whether one was written from the other, or both from a third.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Comparison } from "./comparison.js"
 * @import { On, Own } from "./index.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "../dom.js";
import { textAt } from "../layers.js";
import { itemButton, listView, quoteView, sideName } from "./items.js";
import { LEAST } from "./passages.js";

/**
 * @param {Comparison} comparison
 * @param {Own} own
 * @param {Translator} t
 * @param {On} on
 */
export function copiedView({ left, right, copied }, own, t, on) {
  const passages = copied.passages.map((passage, i) => ({ ...passage, i })).sort((a, b) => b.words - a.words);
  return html`
    <p class="quiet">${t.text("compare.copied.about", { n: LEAST })}</p>
    ${passages.length === 0 ? html`<p class="cmp-none">${t.text("compare.copied.none")}</p>` : html`
      <dl class="cmp-shares">
        <div><dt>${isolated(t.pieces("compare.copied.share", { name: sideName(own, "left", t) }))}</dt><dd>${shareView(copied.left, t)}</dd></div>
        <div><dt>${isolated(t.pieces("compare.copied.share", { name: sideName(own, "right", t) }))}</dt><dd>${shareView(copied.right, t)}</dd></div>
      </dl>
      <p class="quiet" aria-live="polite">${t.text("compare.copied.found", { n: passages.length })}</p>
      ${listView("copied", passages, (passage) => {
        const [first, second] = [textAt(left, passage.left), textAt(right, passage.right)];
        const item = { id: `copied:${passage.i}`, label: t.text("compare.copied.label"), left: [passage.left], right: [passage.right] };
        return html`${itemButton(item, own, on, quoteView(first), "cmp-wide")}
          <p class="meta"><bdi>${t.text("count.words", { n: passage.words })}</bdi>
            ${first === second ? nothing : html`<span>${t.text("compare.copied.spelled")} ${quoteView(second)}</span>`}</p>`;
      }, { own, on, t, look: "cmp-list" })}`}`;
}

/**
 * @param {number} share
 * @param {Translator} t
 */
const shareView = (share, t) => html`<bdi class="number">${t.percent(share)}</bdi> <span class="bar" aria-hidden="true" .style=${`--share: ${share}`}></span>`;
