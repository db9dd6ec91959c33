/**
 * The help: one screen with the meaning of every colour, tag and score, built from the
 * tables the engine reads by and the catalogs the panels speak by, so that it cannot
 * say anything else than they do. Sections have addresses of their own (`#help-colours`);
 * a search leaves the sections and entries it finds.
 *
 * @import { Part as Screen, Tools } from "../parts.js"
 * @import { State } from "../state.js"
 * @import { Part } from "./entries.js"
 */

import { html, nothing } from "lit-html";
import ar from "../../i18n/ar.help.json" with { type: "json" };
import arWriting from "../../i18n/ar.writing.json" with { type: "json" };
import en from "../../i18n/en.help.json" with { type: "json" };
import enWriting from "../../i18n/en.writing.json" with { type: "json" };
import { addMessages } from "../../i18n/index.js";
import { isolated } from "../dom.js";
import styles from "./help.css" with { type: "text" };
import { aboutPart } from "./about.js";
import { contentPart } from "./content.js";
import { correctingPart } from "./correcting.js";
import { anchorOf, filtered, sectionView } from "./entries.js";
import { measuringPart } from "./measuring.js";
import { usingParts } from "./using.js";
import { wordPart } from "./word.js";

/** @param {Tools} tools @returns {Screen} */
export function create({ store: { state, set }, go }) {
  addMessages({ ar: { ...ar, ...arWriting }, en: { ...en, ...enWriting } });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  let query = "";
  /** @type {{ t: State["t"] | null, parts: Part[] }} */
  let made = { t: null, parts: [] };

  /** @param {State["t"]} t */
  const partsIn = (t) => {
    if (made.t !== t) made = { t, parts: [...usingParts(t), wordPart(t), contentPart(t), correctingPart(t), measuringPart(t), aboutPart(t)] };
    return made.parts;
  };

  /** @param {string} wanted */
  const seek = (wanted) => {
    query = wanted;
    const found = filtered(partsIn(state.t), query, state.t).reduce((sum, { sections }) => sum + sections.length, 0);
    set({ said: query.trim() ? state.t.text(found ? "help.found" : "help.none", { n: found }) : "" });
  };

  /** To the place that the address names, once it is drawn. */
  const follow = () => {
    if (!location.hash.startsWith(`#${anchorOf("")}`)) return;
    if (query) seek("");
    requestAnimationFrame(() => {
      const place = document.getElementById(location.hash.slice(1));
      place?.scrollIntoView({ block: "start" });
      document.getElementById(`${location.hash.slice(1)}-title`)?.focus({ preventScroll: true });
    });
  };
  addEventListener("hashchange", () => state.screen === "help" && follow());

  return {
    entered: follow,
    view({ t }) {
      const parts = filtered(partsIn(t), query, t);
      const found = parts.reduce((sum, { sections }) => sum + sections.length, 0);
      return html`<div class="help">
        <div class="help-seek" role="search">
          <label class="field"><span>${t.text("help.search")}</span>
            <input type="search" dir=${query ? "auto" : t.dir} autocomplete="off" spellcheck="false" .value=${query}
              @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ { target }) => seek(target.value)}></label>
          <p class="quiet">${query.trim() && found ? isolated(t.pieces("help.found", { n: found })) : nothing}</p>
          <button type="button" @click=${() => go("desk")}>${t.text("help.back")}</button>
        </div>
        ${found ? html`<nav class="help-contents" aria-labelledby="help-contents"><h3 id="help-contents">${t.text("help.contents")}</h3>${parts.map(({ id, sections }) => html`
          <div><h4>${t.text(`help.part.${id}`)}</h4><ul>${sections.map((section) => html`<li><a href="#${anchorOf(section.id)}">${t.text(`help.title.${section.id}`)}</a></li>`)}</ul></div>`)}</nav>`
        : html`<p class="help-none">${t.text("help.none")} <button type="button" class="plain" @click=${() => seek("")}>${t.text("help.clear")}</button></p>`}
        ${parts.map(({ id, sections }) => html`<div class="help-part"><h3>${t.text(`help.part.${id}`)}</h3>${sections.map((section) => sectionView(section, t))}</div>`)}
      </div>`;
    },
  };
}
