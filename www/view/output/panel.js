/**
 * The formats one under another: what each is for in a sentence, what can be chosen
 * of it, and what can be done with it. Nothing is made before it is asked for.
 *
 * @import { ExportedFile, ExportFormat, ExportTable } from "../../engine/types.js"
 * @import { Translator } from "../../i18n/index.js"
 * @import { State } from "../state.js"
 * @import { Deed, Own } from "./index.js"
 * @import { Format } from "./formats.js"
 */

import { html, nothing } from "lit-html";
import { unturned } from "../../i18n/unturned.js";
import { isolated } from "../dom.js";
import { rowsOf } from "./csv.js";
import { FORMATS } from "./formats.js";
import { LAYERS } from "./index.js";

/** So much of a file is shown before it is taken. */
const LINES = 40;
/** And of each, where there are several. */
const FEW = 6;
const UNITS = 4000;

/**
 * @typedef {object} On
 * @property {(patch: Partial<Own>) => void} change
 * @property {() => "ar" | "en"} langOf
 * @property {() => boolean} fresh
 * @property {(format: ExportFormat, deed: Deed) => void} act
 * @property {() => void} cancel
 * @property {(layer: ExportTable, wanted: boolean) => void} choose
 * @property {() => void} open
 */

/**
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
export function panelView(state, own, on) {
  const { t, share } = state;
  return html`
    <p class="quiet">${t.text("output.about")}</p>
    ${share === null ? nothing : html`<p class="remark">${t.text("output.reading")}</p>`}
    <ul class="outforms">${FORMATS.map((format) => formatView(format, state, own, on))}</ul>
    ${state.guest ? nothing : html`<section aria-labelledby="output-import">
      <h3 id="output-import">${t.text("output.import")}</h3>
      <p class="quiet">${t.text("output.importAbout")}</p>
      <button type="button" @click=${on.open}>${t.text("output.importOpen")}</button>
    </section>`}`;
}

/**
 * @param {Format} format
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
function formatView(format, state, own, on) {
  const { t, result } = state;
  const { name, explained } = format;
  const dumb = explained && !result?.morphology;
  const busy = own.busy?.format === name;
  const none = name === "csv" && own.layers.size === 0;
  const several = name === "csv" && own.layers.size > 1;
  const shown = own.preview?.format === name;
  const act = (/** @type {Deed} */ deed) => () => on.act(name, deed);
  const label = t.text(`output.of.${name}.name`);
  const done = own.done?.format === name ? own.done.key : null;
  return html`<li class="outform" data-format=${name}>
    <h3 id="output-${name}">${label} <bdi class="outform-kind" dir="ltr">${t.text(`output.of.${name}.kind`)}</bdi></h3>
    <p class="quiet">${t.text(`output.of.${name}.about`)}</p>
    ${dumb ? html`<p class="remark">${t.text("output.unexplained")}</p>` : html`
      ${name === "csv" ? layersView(state, own, on) : nothing}
      ${name === "report" ? langView(state, on) : nothing}
      <div class="outform-deeds" role="group" aria-labelledby="output-${name}">
        ${name === "report" ? html`<button type="button" @click=${act("show")}>${t.text("output.show")}</button>` : nothing}
        <button type="button" ?disabled=${none} @click=${act("save")}>${t.text(done === "saved" ? "output.savedShort" : several ? "output.saveAll" : "output.save")}</button>
        ${name === "report" || several ? nothing : html`
          <button type="button" ?disabled=${none} @click=${act("copy")}>${t.text(done === "copied" ? "output.copiedShort" : "output.copy")}</button>`}
        ${name === "report" ? nothing : html`
          <button type="button" ?disabled=${none} aria-expanded=${shown} @click=${act("preview")}>${t.text("output.preview")}</button>`}
      </div>`}
    ${busy ? html`<p class="outform-wait"><span>${t.text("output.making")}</span><progress max="1" .value=${own.busy?.share ?? 0} aria-label=${t.text("output.making")}></progress>
      <button type="button" @click=${on.cancel}>${t.text("work.cancel")}</button></p>` : nothing}
    ${own.failed?.format === name ? html`<p class="remark warning" role="alert">${t.text(`output.${own.failed.key}`)}</p>` : nothing}
    ${shown && own.preview ? previewView(own.preview.files, format, state, on) : nothing}
  </li>`;
}

/**
 * @param {State} state
 * @param {Own} own
 * @param {On} on
 */
function layersView({ t }, own, on) {
  return html`<fieldset class="choice outform-layers"><legend>${t.text("output.layers")}</legend>
    ${LAYERS.map((layer) => html`<label><input type="checkbox" name=${layer} .checked=${own.layers.has(layer)}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => on.choose(layer, target.checked)}>
      <span>${t.text(`output.layer.${layer}`)}</span></label>`)}
  </fieldset>`;
}

/**
 * @param {State} state
 * @param {On} on
 */
function langView({ t }, on) {
  return html`<fieldset class="choice"><legend>${t.text("output.lang")}</legend>
    ${/** @type {const} */ (["ar", "en"]).map((lang) => html`<label><input type="radio" name="report-language" .checked=${on.langOf() === lang}
      @change=${() => on.change({ lang })}><span lang=${lang}>${t.text(`output.langs.${lang}`)}</span></label>`)}</fieldset>`;
}

/**
 * @param {ExportedFile[]} files
 * @param {Format} format
 * @param {State} state
 * @param {On} on
 */
function previewView(files, { name, dir }, { t }, on) {
  if (!on.fresh()) {
    return html`<p class="remark outform-stale"><span>${t.text("output.stale")}</span>
      <button type="button" @click=${() => on.act(name, "preview")}>${t.text("output.renew")}</button></p>`;
  }
  if (name === "csv") return files.map((file) => tableView(file, files.length > 1 ? FEW : LINES, t));
  return files.map((file) => {
    const start = beginning(file.text);
    return html`<figure class="outform-preview">
      <pre dir=${dir} tabindex="0" aria-label="${t.text("output.preview")}: ${t.text(`output.of.${name}.name`)}">${unturned(start)}</pre>
      ${start.length < file.text.length ? html`<p class="quiet">${isolated(t.pieces("output.more", { n: file.text.length - start.length }))}</p>` : nothing}
    </figure>`;
  });
}

/**
 * @param {ExportedFile} file
 * @param {number} lines  at most
 * @param {Translator} t
 */
function tableView({ name, text }, lines, t) {
  const [heads = [], ...rows] = rowsOf(text, lines);
  return html`<figure class="outform-preview">
    <figcaption><bdi dir="ltr">${name}</bdi></figcaption>
    <div class="outform-table" dir="ltr" tabindex="0" role="group" aria-label=${name}>
      <table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td dir="auto">${unturned(cell)}</td>`)}</tr>`)}</tbody></table>
    </div>
    ${rows.length === 0 ? html`<p class="quiet">${t.text("output.none")}</p>` : nothing}
  </figure>`;
}

/**
 * Whole lines where they are short, and never half a character.
 * @param {string} text
 */
function beginning(text) {
  let end = 0;
  for (let line = 0; line < LINES && end < text.length && end < UNITS; line++) {
    const next = text.indexOf("\n", end);
    end = next < 0 ? text.length : next + 1;
  }
  if (end <= UNITS) return text.slice(0, end);
  return text.slice(0, UNITS).replace(/[\uD800-\uDBFF]$/, "");
}
