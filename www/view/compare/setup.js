/**
 * Choosing the two texts: the one that is open, a paste, a file, or two that the page
 * has at hand. What is given here stays here; the desk keeps its own text.
 *
 * @import { State } from "../state.js"
 * @import { On, Own, Which } from "./index.js"
 */

import { html, nothing } from "lit-html";
import { MAX_UNITS } from "../../engine/index.js";
import { isolated } from "../dom.js";
import { isLong, pastedText } from "../surface.js";
import { MOST_UNITS, SIDES } from "./index.js";

/**
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
export function setupView(state, own, on) {
  const { t } = state;
  const ready = Boolean(own.sides.left && own.sides.right);
  return html`
    <p class="cmp-about">${t.text("compare.about")}</p>
    <div class="cmp-sides">${SIDES.map((which) => sideView(which, state, own, on))}</div>
    ${own.error ? html`<div class="remark warning" role="alert"><p>${isolated(t.pieces(`error.${own.error}`, { limit: Math.floor(MAX_UNITS / 1e6) }))}
      ${t.text("compare.kept")}</p></div>` : nothing}
    <div class="cmp-start">
      <button type="button" class="strong" ?disabled=${!ready} @click=${on.compare}>${t.text(own.error ? "error.action.retry" : "compare.start")}</button>
      <button type="button" ?disabled=${!own.sides.left && !own.sides.right} @click=${on.swap}>${t.text("compare.swap")}</button>
      <button type="button" @click=${on.sample}>${t.text("compare.sample")}</button>
      <a href="#library">${t.text("compare.library")}</a>
    </div>
    ${ready ? nothing : html`<p class="quiet">${t.text(own.sides.left || own.sides.right ? "compare.oneMissing" : "compare.bothMissing")}</p>`}`;
}

/**
 * @param {Which} which
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
function sideView(which, state, own, on) {
  const { t, result } = state;
  const side = own.sides[which];
  const problem = own.problems[which];
  const open = (/** @type {FileList | undefined | null} */ files) => files?.[0] && on.open(which, files[0]);
  /** @param {ClipboardEvent & { currentTarget: HTMLTextAreaElement }} event */
  const paste = (event) => {
    event.stopPropagation(); // elsewhere on the page a paste is a new text for the desk
    const { clipboardData: data, currentTarget: area } = event;
    if (!data || area.selectionStart > 0 || area.selectionEnd < area.value.length) return;
    event.preventDefault();
    if (data.files.length) open(data.files);
    else on.give(which, pastedText(data).text);
  };
  /** @param {DragEvent} event */
  const drop = (event) => {
    event.preventDefault();
    event.stopPropagation();
    on.dropped();
    if (event.dataTransfer?.files.length) open(event.dataTransfer.files);
    else if (event.dataTransfer) on.give(which, pastedText(event.dataTransfer).text);
  };
  const long = side !== null && isLong(side.text);
  return html`<section class="cmp-side" aria-labelledby="cmp-side-${which}" @drop=${drop}>
    <h3 id="cmp-side-${which}">${t.text(`compare.side.${which}`)}</h3>
    <label class="field"><span>${t.text("compare.name")}</span>
      <input type="text" dir="auto" autocomplete="off" ?disabled=${!side} .value=${side?.name ?? ""}
        @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ { target }) => on.rename(which, target.value)}></label>
    ${long ? html`<p class="remark">${isolated(t.pieces("surface.long", { n: side.text.length }))}</p>` : nothing}
    <label class="field"><span>${t.text("compare.text")}</span>
      <textarea class="cmp-area" rows="7" dir="auto" spellcheck="false" autocomplete="off" ?hidden=${long} placeholder=${t.text("compare.placeholder")}
        .value=${long ? "" : side?.text ?? ""} @paste=${paste}
        @input=${(/** @type {InputEvent & { target: HTMLTextAreaElement }} */ { target }) => on.give(which, target.value, side?.name)}></textarea></label>
    ${problem ? html`<p class="remark warning" role="alert">${problem === "long"
      ? isolated(t.pieces("compare.long", { limit: MOST_UNITS })) : isolated(t.pieces(problem, { limit: Math.floor(MAX_UNITS / 1e6) }))}</p>` : nothing}
    <div class="cmp-side-tools">
      <label class="button"><input type="file" class="unseen" accept=${on.accept()} @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => {
        open(target.files);
        target.value = "";
      }}><span>${t.text("surface.open")}</span></label>
      ${result && side?.text !== result.text ? html`<button type="button" @click=${() => on.takeDesk(which)}>${t.text("compare.takeDesk")}</button>` : nothing}
      ${side ? html`<button type="button" @click=${() => on.give(which, "")}>${t.text("compare.clear")}</button>` : nothing}
    </div>
  </section>`;
}
