/**
 * What the help is made of: sections of groups of entries, each a term with its tag,
 * what it means and perhaps a sample. They are data first, so that a search goes
 * through what is shown and nothing else, and drawn by the few templates here.
 *
 * @import { Translator } from "../../i18n/index.js"
 */

import { html, nothing } from "lit-html";
import { worded } from "../dom.js";

/**
 * @typedef {object} Entry
 * @property {string} id  what it explains: `stance:report`
 * @property {string} term
 * @property {boolean} [arabic]  in a table, the term is a letter or word of Arabic
 * @property {string} [code]  the engine's own word for it
 * @property {string} [text]
 * @property {string} [formula]
 * @property {string[]} [cells]  in a table, what stands in the other columns
 * @property {unknown} [sample]  before the term
 * @property {unknown} [painted]  the term as the page paints it
 */
/** @typedef {{ title?: string, text?: string, columns?: string[], entries: Entry[] }} Group */
/** @typedef {{ id: string, groups: Group[], values?: Record<string, string> }} Section  values: in what is said first of it */
/** @typedef {{ id: string, sections: Section[] }} Part */

/**
 * As a search compares: without marks, with one alef, one yaa and one haa.
 * @param {string} text
 */
export const folded = (text) => text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").replace(/\u0671/g, "\u0627").replace(/\u0649/g, "\u064A")
  .replace(/\u0629/g, "\u0647").toLowerCase();

/** @param {Section} section @param {Translator} t */
const headOf = ({ id, values }, t) => `${t.text(`help.title.${id}`)} ${t.text(`help.lead.${id}`, values)}`;

/** @param {Entry} entry */
const textOf = ({ term, code = "", text = "", formula = "", cells = [] }) => [term, code, text, formula, ...cells].join(" ");

/**
 * What a query leaves: whole sections and groups where their heads match, else their entries that do.
 * @param {Part[]} parts
 * @param {string} query
 * @param {Translator} t
 * @returns {Part[]}
 */
export function filtered(parts, query, t) {
  const wanted = folded(query.trim());
  if (!wanted) return parts;
  const has = (/** @type {string} */ text) => folded(text).includes(wanted);
  return parts.map((part) => ({
    ...part,
    sections: part.sections.flatMap((section) => {
      if (has(headOf(section, t))) return [section];
      const groups = section.groups.flatMap((group) => {
        if (group.title && has(group.title)) return [group];
        const entries = group.entries.filter((entry) => has(textOf(entry)));
        return entries.length ? [{ ...group, entries }] : [];
      });
      return groups.length ? [{ ...section, groups }] : [];
    }),
  })).filter(({ sections }) => sections.length);
}

/** @param {string} id */
export const anchorOf = (id) => `help-${id}`;

/**
 * @param {Section} section
 * @param {Translator} t
 */
export const sectionView = (section, t) => html`<section class="help-section" id=${anchorOf(section.id)} aria-labelledby="${anchorOf(section.id)}-title">
  <h4 id="${anchorOf(section.id)}-title" tabindex="-1">${t.text(`help.title.${section.id}`)}</h4>
  <p class="help-lead">${worded(t.text(`help.lead.${section.id}`, section.values), t)}</p>
  ${section.groups.map((group) => groupView(group, t))}
</section>`;

/**
 * @param {Group} group
 * @param {Translator} t
 */
const groupView = (group, t) => html`
  ${group.title ? html`<h5>${group.title}</h5>` : nothing}
  ${group.text ? html`<p class="help-text">${worded(group.text, t)}</p>` : nothing}
  ${group.columns ? tableView(group, group.columns, t) : html`<dl class="help-list">${group.entries.map((entry) => entryView(entry, t))}</dl>`}`;

/** Latin throughout, with Arabic in it perhaps. @param {string} text */
const coded = (text) => worded(text, { lang: "en" });

/**
 * @param {Entry} entry
 * @param {Translator} t
 */
const entryView = ({ id, term, code, text, formula, sample, painted }, t) => html`<div data-entry=${id}>
  <dt>${sample ?? nothing} ${painted ?? html`<span>${worded(term, t)}</span>`}
    ${code ? html` <bdi class="help-code" dir="ltr" lang="en">${coded(code)}</bdi>` : nothing}</dt>
  <dd>${text ? worded(text, t) : nothing}${formula ? html`<bdi class="help-formula" dir="ltr" lang="en">${coded(formula)}</bdi>` : nothing}</dd>
</div>`;

/**
 * @param {Group} group
 * @param {string[]} columns
 * @param {Translator} t
 */
const tableView = ({ title, entries }, columns, t) => html`<div class="help-scroll" tabindex="0" role="group" aria-label=${title ?? ""}><table class="help-table" aria-label=${title ?? nothing}>
  <thead><tr>${columns.map((column) => html`<th scope="col"><bdi>${column}</bdi></th>`)}</tr></thead>
  <tbody>${entries.map(({ id, term, arabic, text, cells = [] }) => html`<tr data-entry=${id}>
    <th scope="row">${arabic ? html`<bdi lang="ar" dir="rtl" class="help-word">${term}</bdi>` : html`<bdi dir="ltr" lang="en">${coded(term)}</bdi>`}${text ? html` <small>${worded(text, t)}</small>` : nothing}</th>
    ${cells.map((cell) => html`<td><bdi dir="ltr" lang="en">${coded(cell)}</bdi></td>`)}</tr>`)}</tbody>
</table></div>`;
