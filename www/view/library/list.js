/**
 * The list of texts: searched, filtered by a tag, sorted; a row can be opened, given
 * another name and tags, deleted, and two of them compared. On a narrow screen the
 * columns of figures give way to a line below the name.
 *
 * @import { Translator } from "../../i18n/index.js"
 * @import { Acts } from "./acts.js"
 * @import { Entry, LibraryState, Order } from "./state.js"
 */

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { isolated, langOf } from "../dom.js";
import { arranged, heading } from "../table.js";
import { ROWS } from "./state.js";

/** @type {WeakMap<Entry[], { key: unknown[], rows: Entry[] }>} */
const filtered = new WeakMap();

/**
 * @param {LibraryState} library
 * @param {Entry[]} entries
 */
function rowsOf({ hits, tag }, entries) {
  const last = filtered.get(entries);
  if (last && last.key[0] === hits && last.key[1] === tag) return last.rows;
  const rows = entries.filter(({ id, tags }) => (!hits || hits.has(id)) && (tag === null || tags.includes(tag)));
  filtered.set(entries, { key: [hits, tag], rows });
  return rows;
}

/**
 * @param {LibraryState} library
 * @param {Entry[]} entries
 * @param {Translator} t
 * @param {Acts} on
 */
export function listView(library, entries, t, on) {
  if (entries.length === 0) return html`<p class="library-empty" id="library-list" tabindex="-1">${t.text("library.empty")}</p>`;
  const { query, tag, chosen, arranged: order, seeking, shown } = library;
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))].sort(t.compare);
  const rows = arranged(rowsOf(library, entries), order, t, {
    name: (a, b) => t.compare(a.name, b.name),
    tags: (a, b) => t.compare(a.tags.join(), b.tags.join()) || t.compare(a.name, b.name),
    words: (a, b) => (b.words ?? -1) - (a.words ?? -1),
    changed: (a, b) => b.changed - a.changed,
  });
  const column = (/** @type {Order} */ by, counted = false) => heading(
    { name: by, label: t.text(`library.column.${by}`), counted, look: by === "name" ? "" : `library-${by}` }, order,
    (next) => on.change({ arranged: /** @type {LibraryState["arranged"]} */ (next) }));
  return html`
    <section class="library-list" id="library-list" tabindex="-1" aria-label=${t.text("screen.library")}>
    <div class="seek" role="search">
      <label class="field seek-field"><span>${t.text("library.search")}</span>
        <input type="search" dir=${query ? "auto" : t.dir} autocomplete="off" spellcheck="false" enterkeyhint="search" .value=${query}
          @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ { target }) => on.seek(target.value)}></label>
      ${tags.length ? html`<label class="field"><span>${t.text("library.tag")}</span>
        <select @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) => on.change({ tag: target.selectedIndex ? tags[target.selectedIndex - 1] : null })}>
          <option .selected=${tag === null}>${t.text("library.anyTag")}</option>
          ${tags.map((each) => html`<option .selected=${each === tag}>${each}</option>`)}</select></label>` : nothing}
    </div>
    <p class="quiet" aria-live="polite">${seeking ? t.text("library.seeking") : isolated(t.pieces("library.texts", { n: rows.length }))}</p>
    ${rows.length === 0 ? html`<p class="remark">${t.text("library.none")}</p>` : html`
    <table class="listed library-table">
      <caption class="unseen">${t.text("screen.library")}</caption>
      <thead><tr><td></td>${column("name")}${column("tags")}${column("words", true)}${column("changed", true)}<td></td></tr></thead>
      <tbody>${repeat(rows.slice(0, shown), ({ id }) => id, (entry) => rowView(entry, library, t, on))}</tbody>
    </table>`}
    ${rows.length > shown ? html`<button type="button" class="more" @click=${() => on.change({ shown: shown + ROWS })}>
      ${t.text("library.more", { n: Math.min(ROWS, rows.length - shown) })}</button>` : nothing}
    ${chosen.size ? html`<p class="library-chosen library-tools">
      <span>${isolated(t.pieces("library.chosen", { n: chosen.size }))}</span>
      <button type="button" class="strong" aria-disabled=${chosen.size !== 2} title=${t.text("library.compareHint")}
        @click=${() => chosen.size === 2 && on.compare()}>${t.text("library.compare")}</button>
      <button type="button" @click=${() => on.remove([...chosen])}>${t.text("library.delete")}</button>
      <button type="button" class="plain" @click=${() => on.change({ chosen: new Set() })}>${t.text("library.unchoose")}</button></p>` : nothing}
    </section>`;
}

/**
 * @param {Entry} entry
 * @param {LibraryState} library
 * @param {Translator} t
 * @param {Acts} on
 */
function rowView(entry, { editing, chosen, hits }, t, on) {
  const { id, name, tags, words, changed } = entry;
  const counted = words === null ? nothing : isolated(t.pieces("count.words", { n: words }));
  const where = hits?.get(id);
  if (editing === id) return html`<tr class="row"><td colspan="6">${editView(entry, t, on)}</td></tr>`;
  return html`<tr class="row">
    <td class="library-pick"><label><input type="checkbox" .checked=${chosen.has(id)} aria-label=${t.text("library.choose", { name })}
      @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => on.choose(id, target.checked)}></label></td>
    <th scope="row"><button type="button" class="library-name" @click=${() => on.open(id)}><bdi lang=${langOf(name) || nothing}>${name}</bdi></button>
      <p class="library-meta meta"><span>${counted}</span><span>${whenText(changed, t)}</span>${tagsView(tags, t, on)}</p>
      ${where && where !== "name" ? html`<small>${t.text(`library.found.${where}`)}</small>` : nothing}</th>
    <td class="library-tags">${tagsView(tags, t, on)}</td>
    <td class="library-words number">${words === null ? "–" : t.number(words)}</td>
    <td class="library-changed">${whenText(changed, t)}</td>
    <td class="library-acts">
      <button type="button" class="plain" data-edit=${id} aria-label=${t.text("library.editOf", { name })} @click=${() => on.edit(id)}>${t.text("library.edit")}</button>
      <button type="button" class="plain" aria-label=${t.text("library.deleteOf", { name })} @click=${() => on.remove([id])}>${t.text("library.delete")}</button>
    </td></tr>`;
}

/**
 * @param {string[]} tags
 * @param {Translator} t
 * @param {Acts} on
 */
const tagsView = (tags, t, on) => tags.map((tag) => html`<button type="button" class="library-label" title=${t.text("library.onlyTag")}
  @click=${() => on.change({ tag })}><bdi lang=${langOf(tag) || nothing}>${tag}</bdi></button>`);

/**
 * @param {Entry} entry
 * @param {Translator} t
 * @param {Acts} on
 */
function editView(entry, t, on) {
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  const save = (event) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    on.label(entry, String(given.get("name")), String(given.get("tags")));
  };
  const onKey = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && on.edit(null);
  return html`<form class="library-edit" @submit=${save} @keydown=${onKey}>
    <label class="field"><span>${t.text("library.name")}</span><input name="name" dir="auto" autocomplete="off" maxlength="300" required .value=${entry.name}></label>
    <label class="field"><span>${t.text("library.tagsHint")}</span><input name="tags" dir="auto" autocomplete="off" .value=${entry.tags.join(t.text("list.comma"))}></label>
    <p class="library-tools"><button type="submit" class="strong">${t.text("library.apply")}</button>
      <button type="button" @click=${() => on.edit(null)}>${t.text("library.cancel")}</button></p>
  </form>`;
}

/**
 * Where the reader is; the hour only of today.
 * @param {number} time
 * @param {Translator} t
 */
function whenText(time, t) {
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  if (Number.isNaN(local.getTime())) return html`–`; // no calendar has it
  const today = new Date(time).toDateString() === new Date().toDateString();
  return html`<bdi>${t.date(local, today ? { hour: "numeric", minute: "2-digit" } : { day: "numeric", month: "short", year: "numeric" })}</bdi>`;
}
