/**
 * The names: people, places, organisations and the rest, each with its other names,
 * how often and where in the text it stands, and the way from one of its places to
 * the next. Above the places lies their map.
 *
 * @import { Entity, EntityKind, Mention, Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { NamesState } from "./arranging.js"
 * @import { EntityRow } from "./entities.js"
 * @import { Linked, Spot } from "./links.js"
 * @import { Search } from "./search.js"
 */

import { html, nothing } from "lit-html";
import { NAMES_SHOWN } from "./arranging.js";
import { isolated } from "./dom.js";
import { entityRows, ofKind } from "./entities.js";
import { kindsView } from "./fields.js";
import { arrow } from "./focus.js";
import { NAMES } from "./layers.js";
import { emptyView, holdButton } from "./links.js";
import { isContent, mainDirection } from "./outline.js";
import { arranged, moreView, tableView } from "./table.js";

/** A list of names that is short enough not to be searched. */
const FEW = 5;
/** So many places of a name are said one by one. */
const SAID = 12;

/**
 * @typedef {object} On
 * @property {Search} search
 * @property {(patch: Partial<NamesState>) => void} change
 * @property {(step: number) => void} step
 * @property {(rows: EntityRow[]) => unknown} map  of the places
 */

/**
 * @param {EntityRow} row
 * @returns {Spot}
 */
export const spotOf = ({ entity, mentions }) => ({ id: `entity:${entity.id}`, label: entity.name, spans: mentions });

/**
 * @param {Result} result
 * @param {NamesState} state
 * @param {Linked} linked
 * @param {On} on
 */
export function namesView(result, state, linked, on) {
  const { t } = linked;
  const empty = emptyView(result, "entities", result.entities.length, linked);
  if (empty) return empty;
  const all = entityRows(result);
  const { field, passes } = on.search({
    name: "names", result, n: all.length, least: FEW, label: t.text("names.filter"), reset: () => on.change({ shown: NAMES_SHOWN }),
    texts: () => all.map(({ entity }) => [entity.name, ...entity.aliases].join("\n")),
  });
  const found = new Set(passes ? all.filter((_, i) => passes(i)) : all);
  const ordered = arranged(all, state, t, {
    name: (a, b) => t.compare(a.entity.name, b.entity.name),
    count: (a, b) => b.mentions.length - a.mentions.length || a.mentions[0].start - b.mentions[0].start,
    place: (a, b) => a.mentions[0].start - b.mentions[0].start,
  }).filter((row) => found.has(row));
  const kinds = NAMES.map((value) => ({ value, label: t.text(`layer.${value}`), n: ofKind(ordered, value).length })).filter(({ n, value }) => n > 0 || value === state.kind);
  const shown = kinds.filter(({ value, n }) => n > 0 && (state.kind === null || state.kind === value));
  return html`
    ${field}
    ${kindsView(t.text("names.kinds"), state.kind, kinds, t, (kind) => on.change({ kind, shown: NAMES_SHOWN }))}
    <p class="quiet" id="names-found" aria-live="polite">${t.text("count.entities", { n: shown.reduce((sum, { n }) => sum + n, 0) })}</p>
    ${shown.length === 0 ? html`<p class="quiet">${t.text("names.none")}</p>` : nothing}
    ${shown.map(({ value: kind, n }, i) => html`<section class="names-of" data-kind=${kind} aria-labelledby="names-${kind}">
      <h3 id="names-${kind}">${t.text(`layer.${kind}`)} <bdi class="number quiet">${t.number(n)}</bdi></h3>
      ${kind === "place" ? on.map(ofKind(passes ? ordered : all, "place")) : nothing}
      ${tableOf(result, kind, ofKind(ordered, kind).slice(0, state.shown), { state, first: i === 0 }, linked, on)}
      ${moreView(n, state, t, on.change, "names.more", NAMES_SHOWN)}
    </section>`)}
    <p class="quiet">${t.text("names.strip")}</p>`;
}

/**
 * The tables stand below one another; only the first shows its headings.
 * @param {Result} result
 * @param {EntityKind} kind
 * @param {EntityRow[]} rows
 * @param {{ state: NamesState, first: boolean }} manner
 * @param {Linked} linked
 * @param {On} on
 */
function tableOf(result, kind, rows, { state, first }, linked, on) {
  const { t } = linked;
  const head = (/** @type {string} */ name, look = "", counted = false) => ({ label: t.text(`names.head.${name}`), look, counted, ...(first ? { name } : { unseen: true }) });
  const extent = extentOf(result);
  return tableView({
    look: "listed entities", caption: t.text(`layer.${kind}`), order: state, rows, key: ({ entity }) => entity.id,
    heads: [head("name"), head("place"), head("count", "number", true)],
    row: (row) => rowView(row, extent, linked, on),
  }, (order) => on.change({ ...order, shown: NAMES_SHOWN }));
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
  const step = (/** @type {"previous" | "next"} */ key, /** @type {"up" | "down"} */ way, /** @type {number} */ by) => html`<button type="button" class="icon"
    @click=${() => on.step(by)} aria-label=${t.text(`focus.${key}`)} title=${t.text(`focus.${key}`)}>${arrow(way)}</button>`;
  return html`<tr class="row entity" ?data-lit=${lit.has(spot.id)}>
    <th scope="row"><div class="entity-head">${holdButton(spot, linked, html`<bdi lang="ar" dir="rtl">${entity.name}</bdi>`, "name")}
      ${held && mentions.length > 1 ? html`${step("previous", "up", -1)}${step("next", "down", 1)}` : nothing}</div>
      ${metaView(entity, t)}</th>
    <td>${stripView(mentions, extent, t)}</td>
    <td class="number" title=${t.text("count.mentions", { n: mentions.length })}><bdi>${t.number(mentions.length)}</bdi></td>
  </tr>`;
}

/**
 * @param {Entity} entity
 * @param {Translator} t
 */
function metaView({ name, aliases, geo }, t) {
  if (!aliases.length && !geo) return nothing;
  return html`<p class="meta">
    ${geo && t.country(geo.country) !== name ? html`<span>${t.country(geo.country)}</span>` : nothing}
    ${geo ? html`<span class="coordinates">${isolated(t.pieces("names.at", { lat: degrees(geo.lat, "north", "south", t), lon: degrees(geo.lon, "east", "west", t) }))}</span>` : nothing}
    ${geo?.ambiguous ? html`<span class="basis">${t.text("map.ambiguous")}</span>` : nothing}
    ${aliases.length ? html`<span>${t.text("names.aliases")} ${aliases.map((alias, i) => html`${i ? t.text("list.comma") : nothing}<bdi lang="ar" dir="rtl">${alias}</bdi>`)}</span>` : nothing}
  </p>`;
}

/**
 * @param {number} value
 * @param {string} positive
 * @param {string} negative
 * @param {Translator} t
 */
const degrees = (value, positive, negative, t) => t.text(`names.${value < 0 ? negative : positive}`, { n: Math.round(Math.abs(value) * 100) / 100 });

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
 * A stroke for each mention, the beginning of the text on the side where reading begins; said in hundredths of the text.
 * @param {Mention[]} mentions
 * @param {Extent} extent
 * @param {Translator} t
 */
function stripView(mentions, { start, length, rtl }, t) {
  const shares = mentions.map((mention) => Math.min(1, Math.max(0, (mention.start - start) / length)));
  const places = new Set(shares.map((share) => Math.round(share * (STRIP - 8)) + 4));
  const strokes = [...places].map((place) => `M${rtl ? STRIP - place : place} 0v8`).join("");
  const said = [...new Set(shares.map((share) => t.percent(Math.round(share * 100) / 100)))];
  const label = t.text("names.spread", { where: t.list(said.slice(0, SAID)) }) + (said.length > SAID ? " …" : "");
  return html`<svg class="strip" viewBox="0 0 ${STRIP} 8" preserveAspectRatio="none" role="img" aria-label=${label}><path d=${strokes}/></svg>`;
}
