/**
 * The overview: what the text amounts to in numbers, how it reads, what it is made
 * of, and what hides in it. Labels are definite plurals beside their number, so that no noun
 * has to be declined in a table; bars grow from the side the language starts on.
 *
 * @import { Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Linked } from "./links.js"
 */

import { html, nothing } from "lit-html";
import { bar } from "./bar.js";
import { helpLink } from "./help-link.js";
import { figure, measuresView } from "./measures.js";

/**
 * @param {Result} result
 * @param {Linked} linked
 * @param {(kind: string) => void} onHidden
 */
export function overviewView(result, linked, onHidden) {
  const { t } = linked;
  const { statistics: s } = result;
  if (!s) return nothing;
  return html`
    <section aria-labelledby="overview-counts">
      <h3 id="overview-counts">${t.text("overview.counts")}</h3>
      <dl class="figures">
        ${figure(t.text("overview.words"), t.number(s.words))}
        ${figure(t.text("overview.types"), t.number(s.types))}
        ${figure(t.text("overview.lemmas"), s.lemmas === null ? null : t.number(s.lemmas))}
        ${figure(t.text("overview.roots"), s.roots === null ? null : t.number(s.roots))}
        ${figure(t.text("overview.sentences"), t.number(s.sentences))}
        ${figure(t.text("overview.paragraphs"), t.number(s.paragraphs))}
        ${figure(t.text("overview.characters"), t.number(s.characters))}
      </dl>
    </section>
    ${measuresView(result, s, linked)}
    <section aria-labelledby="overview-tokens">
      <div class="headed"><h3 id="overview-tokens">${t.text("overview.tokens")}</h3>${helpLink(t, "tokens", t.text("overview.tokens"))}</div>
      ${kindsView(result, t)}
    </section>
    <section aria-labelledby="overview-hidden">
      <div class="headed"><h3 id="overview-hidden">${t.text("overview.hidden")}</h3>${helpLink(t, "hidden", t.text("overview.hidden"))}</div>
      ${hiddenView(result, t, onHidden)}
    </section>`;
}

/**
 * @param {Result} result
 * @param {Translator} t
 */
function kindsView(result, t) {
  const counts = [...result.tokens.kindCounts()].sort(([, a], [, b]) => b - a);
  const most = counts[0]?.[1] ?? 1;
  return html`<table class="bars" aria-labelledby="overview-tokens"><tbody>${counts.map(([kind, n]) => html`
    <tr>
      <th scope="row">${t.text(`kind.${kind}`)}</th>
      <td class="number" dir="ltr">${t.number(n)}</td>
      <td class="bar-cell">${bar(n / most)}</td>
    </tr>`)}</tbody></table>`;
}

/**
 * @param {Result} result
 * @param {Translator} t
 * @param {(kind: string) => void} onHidden
 */
function hiddenView(result, t, onHidden) {
  const { characters } = result;
  if (characters.length === 0) return html`<p class="quiet">${t.text("overview.noHidden")}</p>`;
  /** @type {Map<string, { count: number, codes: Set<string> }>} */
  const kinds = new Map();
  for (const { kind, code } of characters) {
    const row = kinds.get(kind) ?? { count: 0, codes: new Set() };
    row.count++;
    row.codes.add(code);
    kinds.set(kind, row);
  }
  return html`
    ${characters.some((character) => character.unbalanced)
      ? html`<p class="remark warning">${t.text("overview.unbalanced")}</p>` : nothing}
    <ul class="hidden-kinds">${[...kinds].map(([kind, { count, codes }]) => html`
      <li>
        <span>${t.text(`hidden.${kind}`)}
          <bdi class="codes" dir="ltr">${[...codes].slice(0, 4).join(" ")}${codes.size > 4 ? " …" : ""}</bdi></span>
        <bdi class="number">${t.number(count)}</bdi>
        <button type="button" @click=${() => onHidden(kind)}
          aria-label="${t.text("overview.showPlaces")}: ${t.text(`hidden.${kind}`)}">${t.text("reader.show")}</button>
      </li>`)}</ul>`;
}
