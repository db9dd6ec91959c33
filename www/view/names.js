/**
 * The names: people, places, organisations and the rest, each with its other names,
 * how often and where in the text it stands, and the way from one of its places to
 * the next. Above the places lies their map.
 *
 * @import { EntityKind, Mention, Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { EntityRow } from "./entities.js"
 * @import { Linked, Spot } from "./links.js"
 * @import { Atlas } from "./map.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "./dom.js";
import { entityRows, ofKind } from "./entities.js";
import { arrow } from "./focus.js";
import { NAMES } from "./layers.js";
import { emptyView, holdButton } from "./links.js";
import { located, mapView } from "./map.js";
import { isContent, mainDirection } from "./outline.js";

/** @typedef {{ query: string, folded: string, shown: Record<EntityKind, number> }} NamesState */

const PAGE = 20;
/** @type {NamesState} */
export const namesDefaults = { query: "", folded: "", shown: { person: PAGE, place: PAGE, organisation: PAGE, other: PAGE } };

/**
 * @typedef {object} On
 * @property {(patch: Partial<NamesState>) => void} change
 * @property {(step: number) => void} step
 * @property {() => void} reloadMap
 */

/**
 * Every name of an entity, one a line; what the filter looks through, once it is folded.
 * @param {Result} result
 */
export const namesOf = (result) => entityRows(result).map(({ entity }) => [entity.name, ...entity.aliases].join("\n"));

/**
 * @param {EntityRow} row
 * @returns {Spot}
 */
export const spotOf = ({ entity, mentions }) => ({ id: `entity:${entity.id}`, label: entity.name, spans: mentions });

/**
 * @param {Result} result
 * @param {NamesState} state
 * @param {{ folds: string[] | undefined, atlas: Atlas }} known
 * @param {Linked} linked
 * @param {On} on
 */
export function namesView(result, state, { folds, atlas }, linked, on) {
  const { t } = linked;
  const empty = emptyView(result, "entities", result.entities.length, t);
  if (empty) return empty;
  const all = entityRows(result);
  const keys = state.folded ? folds ?? namesOf(result) : [];
  const rows = state.folded ? all.filter((_, i) => keys[i].includes(state.folded)) : all;
  const extent = extentOf(result);
  return html`
    <label class="field">
      <span>${t.text("names.filter")}</span>
      <input type="search" dir=${state.query ? "auto" : t.dir} autocomplete="off" spellcheck="false" .value=${state.query}
        @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ event) => on.change({ query: event.target.value, shown: namesDefaults.shown })}>
    </label>
    <p class="quiet" id="names-found" aria-live="polite">${t.text("count.entities", { n: rows.length })}</p>
    ${rows.length === 0 ? html`<p class="quiet">${t.text("names.none")}</p>` : nothing}
    ${NAMES.map((kind) => {
      const here = ofKind(rows, kind);
      if (here.length === 0) return nothing;
      const rest = here.length - state.shown[kind];
      return html`<section class="names-of" data-kind=${kind} aria-labelledby="names-${kind}">
        <h3 id="names-${kind}">${t.text(`layer.${kind}`)} <bdi class="number quiet">${t.number(here.length)}</bdi></h3>
        ${kind === "place" && !state.folded ? mapView(result, located(ofKind(all, "place")), atlas, linked, spotOf, on.reloadMap) : nothing}
        <ul>${here.slice(0, state.shown[kind]).map((row) => rowView(row, extent, linked, on))}</ul>
        ${rest > 0 ? html`<button type="button" class="more" @click=${() => on.change({ shown: { ...state.shown, [kind]: state.shown[kind] + PAGE } })}>
          ${t.text("names.more", { n: Math.min(rest, PAGE) })}</button>` : nothing}
      </section>`;
    })}
    <p class="quiet">${t.text("names.strip")}</p>`;
}

/**
 * @param {EntityRow} row
 * @param {Extent} extent
 * @param {Linked} linked
 * @param {On} on
 */
function rowView(row, extent, linked, on) {
  const { t, lit, pressed } = linked;
  const { entity, mentions } = row;
  const spot = spotOf(row);
  const held = pressed === spot.id;
  return html`<li class="row entity" ?data-lit=${lit.has(spot.id)}>
    <div class="entity-head">
      ${holdButton(spot, linked, html`<bdi lang="ar" dir="rtl">${entity.name}</bdi>`, "name")}
      ${held && mentions.length > 1 ? html`
        <button type="button" class="icon" @click=${() => on.step(-1)} aria-label=${t.text("focus.previous")} title=${t.text("focus.previous")}>${arrow("up")}</button>
        <button type="button" class="icon" @click=${() => on.step(1)} aria-label=${t.text("focus.next")} title=${t.text("focus.next")}>${arrow("down")}</button>` : nothing}
      <span class="number">${isolated(t.pieces("count.mentions", { n: mentions.length }))}</span>
    </div>
    ${stripView(mentions, extent)}
    ${metaView(row, t)}
  </li>`;
}

/**
 * @param {EntityRow} row
 * @param {Translator} t
 */
function metaView({ entity: { name, aliases, geo } }, t) {
  if (!aliases.length && !geo) return nothing;
  return html`<p class="meta">
    ${geo && t.country(geo.country) !== name ? html`<span>${t.country(geo.country)}</span>` : nothing}
    ${geo?.ambiguous ? html`<span class="basis">${t.text("map.ambiguous")}</span>` : nothing}
    ${aliases.length ? html`<span>${t.text("names.aliases")} ${aliases.map((alias, i) => html`${i ? t.text("list.comma") : nothing}<bdi lang="ar" dir="rtl">${alias}</bdi>`)}</span>` : nothing}
  </p>`;
}

/** @typedef {{ start: number, length: number, rtl: boolean }} Extent */

/** @type {WeakMap<Result, Extent>} */
const extents = new WeakMap();

/**
 * From where to where the text itself goes, page furniture around it left out.
 * @param {Result} result
 * @returns {Extent}
 */
function extentOf(result) {
  let extent = extents.get(result);
  if (!extent) {
    const own = result.blocks.filter(({ role }) => isContent(role));
    const start = own[0]?.start ?? 0;
    extent = { start, length: Math.max(1, (own.at(-1)?.end ?? result.text.length) - start), rtl: mainDirection(result) !== "ltr" };
    extents.set(result, extent);
  }
  return extent;
}

const STRIP = 1000;

/**
 * A stroke for each mention, the beginning of the text on the side where reading begins.
 * @param {Mention[]} mentions
 * @param {Extent} extent
 */
function stripView(mentions, { start, length, rtl }) {
  const places = new Set(mentions.map((mention) => Math.round(Math.min(1, Math.max(0, (mention.start - start) / length)) * (STRIP - 8)) + 4));
  const strokes = [...places].map((place) => `M${rtl ? STRIP - place : place} 0v8`).join("");
  return html`<svg class="strip" viewBox="0 0 ${STRIP} 8" preserveAspectRatio="none" aria-hidden="true"><path d=${strokes}/></svg>`;
}
