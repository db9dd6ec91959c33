/**
 * What hides in the text: characters without a shape, and those that turn the
 * direction of writing, by kind, with the way to see them where they stand and to
 * take them out. Controls that are left open come first, as a warning: they can show
 * a sentence in another order than it has.
 *
 * @import { HiddenCharacter, HiddenKind, Result } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { Linked } from "../links.js"
 * @import { Acts } from "./acts.js"
 */

import { html, nothing } from "lit-html";
import { UNBALANCED } from "../corrections.js";
import { linkTo } from "../links.js";
import { contextOf, tamed, visible } from "./visible.js";

/** Nothing of what is written is lost with these. @type {ReadonlySet<HiddenKind>} */
const REMOVABLE = new Set(/** @type {const} */ (["zero-width", "bidi-control", "bom", "soft-hyphen", "control", "tatweel"]));
/** So many places of a kind are listed. */
const PLACES = 100;

/** @type {WeakMap<Result, Map<string, HiddenCharacter[]>>} */
const known = new WeakMap();

/**
 * @param {Result} result
 * @returns {Map<string, HiddenCharacter[]>} by kind, in the order they first occur
 */
function byKind(result) {
  let found = known.get(result);
  if (!found) {
    found = new Map();
    for (const character of result.characters) {
      for (const kind of character.unbalanced ? [character.kind, UNBALANCED] : [character.kind]) {
        const row = found.get(kind) ?? [];
        found.set(kind, row);
        row.push(character);
      }
    }
    known.set(result, found);
  }
  return found;
}

/**
 * @param {Result} result
 * @param {string} kind
 * @returns {HiddenCharacter[]}
 */
export const hiddenOf = (result, kind) => byKind(result).get(kind) ?? [];

/**
 * @param {Result} result
 * @param {string | null} marked
 * @param {Translator} t
 * @param {Acts} on
 */
export function warningView(result, marked, t, on) {
  const open = hiddenOf(result, UNBALANCED);
  if (open.length === 0) return nothing;
  return html`<div class="remark warning bidi" role="group" aria-labelledby="bidi-warning">
    <p id="bidi-warning"><b>${t.text("corrections.danger")}</b> ${t.text("corrections.dangerWhy", { n: open.length })}</p>
    <p class="fix-acts">${showButton(UNBALANCED, marked, t.text("corrections.danger"), t, on)}${removeButton(open, t.text("corrections.danger"), t, on)}</p>
  </div>`;
}

/**
 * @param {Result} result
 * @param {string | null} marked
 * @param {Linked} linked
 * @param {Acts} on
 */
export function hiddenView(result, marked, linked, on) {
  const { t } = linked;
  const kinds = /** @type {HiddenKind[]} */ ([...byKind(result).keys()].filter((kind) => kind !== UNBALANCED));
  return html`<section aria-labelledby="writing-hidden">
    <h3 id="writing-hidden" tabindex="-1">${t.text("overview.hidden")}</h3>
    ${kinds.length ? html`<ul class="hidden-kinds">${kinds.map((kind) => kindView(result, kind, marked, linked, on))}</ul>`
      : html`<p class="quiet">${t.text("overview.noHidden")}</p>`}
  </section>`;
}

/**
 * @param {Result} result
 * @param {HiddenKind} kind
 * @param {string | null} marked
 * @param {Linked} linked
 * @param {Acts} on
 */
function kindView(result, kind, marked, linked, on) {
  const { t } = linked;
  const found = hiddenOf(result, kind);
  const codes = [...new Set(found.map(({ code }) => code))];
  const name = t.text(`hidden.${kind}`);
  return html`<li class="hidden-row">
    <div class="hidden-head">
      <span>${name} <bdi class="codes" dir="ltr">${codes.slice(0, 4).join(" ")}${codes.length > 4 ? " …" : ""}</bdi></span>
      <bdi class="number">${t.number(found.length)}</bdi>
      ${showButton(kind, marked, name, t, on)}
      ${REMOVABLE.has(kind) ? removeButton(found, name, t, on) : nothing}
    </div>
    <p class="quiet">${t.text(`corrections.effect.${kind}`)}</p>
    <details class="fix-places"><summary>${t.text("corrections.oneByOne")}</summary>
      <ul>${found.slice(0, PLACES).map((character) => placeView(result, character, linked, on))}</ul>
      ${found.length > PLACES ? html`<p class="quiet">${t.text("corrections.further", { n: found.length - PLACES })}</p>` : nothing}
    </details></li>`;
}

/**
 * @param {Result} result
 * @param {HiddenCharacter} character
 * @param {Linked} linked
 * @param {Acts} on
 */
function placeView(result, character, linked, on) {
  const { t } = linked;
  const [before, written, after] = contextOf(result, character);
  return html`<li class="hidden-place">
    ${linkTo({ id: `hidden:${character.start}`, label: character.code, spans: [character] }, linked,
      html`<span class="fix-context" lang="ar" dir="rtl">${tamed(before)}<b>${visible(written)}</b>${tamed(after)}</span>`)}
    ${REMOVABLE.has(character.kind) ? html`<button type="button" class="plain act" aria-label="${t.text("corrections.remove")}: ${character.code}"
      @click=${() => on.removeHidden([character])}>${t.text("corrections.remove")}</button>` : nothing}</li>`;
}

/**
 * @param {string} kind
 * @param {string | null} marked
 * @param {string} name
 * @param {Translator} t
 * @param {Acts} on
 */
const showButton = (kind, marked, name, t, on) => html`<button type="button" aria-pressed=${marked === kind}
  aria-label="${t.text("corrections.show")}: ${name}" @click=${() => on.mark(kind, name)}>${t.text("corrections.show")}</button>`;

/**
 * @param {HiddenCharacter[]} found
 * @param {string} name
 * @param {Translator} t
 * @param {Acts} on
 */
const removeButton = (found, name, t, on) => html`<button type="button" class="act" aria-label="${t.text("corrections.remove")}: ${name}"
  @click=${() => on.removeHidden(found)}>${t.text("corrections.remove")}</button>`;
