/**
 * The fields by which lists are filtered and arranged: a choice from a list, a
 * choice in view, a box to tick, a search. One of each, so that they look and read
 * the same in every panel.
 *
 * @import { Translator } from "../i18n/index.js"
 */

import { html } from "lit-html";

/**
 * A choice among a few, as a list to open.
 * @template {string | number} V
 * @param {string} label
 * @param {V} chosen
 * @param {{ value: V, label: string }[]} options
 * @param {(value: V) => void} choose
 */
export const selectView = (label, chosen, options, choose) => html`<label class="field"><span>${label}</span>
  <select @change=${(/** @type {Event & { target: HTMLSelectElement }} */ { target }) => choose(options[target.selectedIndex].value)}>
    ${options.map((option) => html`<option .selected=${option.value === chosen}>${option.label}</option>`)}
  </select></label>`;

/**
 * The same with "all" above the others, which is null.
 * @template {string} V
 * @param {string} label
 * @param {V | null} chosen
 * @param {{ value: V, label: string }[]} options
 * @param {Translator} t
 * @param {(value: V | null) => void} choose
 */
export const choiceView = (label, chosen, options, t, choose) => selectView(
  label, chosen ?? "", [{ value: "", label: t.text("said.all") }, ...options], (value) => choose(/** @type {V} */ (value) || null));

/**
 * A choice among a few, all in view.
 * @template {string | number} V
 * @param {string} name
 * @param {string} label
 * @param {V} chosen
 * @param {{ value: V, label: string }[]} options
 * @param {(value: V) => void} choose
 */
export const radioView = (name, label, chosen, options, choose) => html`<fieldset class="choice"><legend>${label}</legend>
  ${options.map((option) => html`<label><input type="radio" name=${name} .checked=${option.value === chosen}
    @change=${() => choose(option.value)}><span>${option.label}</span></label>`)}</fieldset>`;

/**
 * Kinds with how many there are of each; one at most is pressed, and a second press lets go.
 * @template {string} V
 * @param {string} label
 * @param {V | null} chosen
 * @param {{ value: V, label: string, n: number }[]} kinds
 * @param {Translator} t
 * @param {(value: V | null) => void} choose
 */
export const kindsView = (label, chosen, kinds, t, choose) => html`<div class="kinds" role="group" aria-label=${label}>${kinds.map(({ value, label: name, n }) => html`
  <button type="button" class="kind" data-kind=${value} aria-pressed=${value === chosen} @click=${() => choose(value === chosen ? null : value)}>
    <span>${name}</span> <bdi class="number">${t.number(n)}</bdi></button>`)}</div>`;

/**
 * @param {string} label
 * @param {boolean} checked
 * @param {(checked: boolean) => void} change
 */
export const checkView = (label, checked, change) => html`<label class="check"><input type="checkbox" .checked=${checked}
  @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => change(target.checked)}><span>${label}</span></label>`;

/**
 * @param {string} label
 * @param {string} query
 * @param {Translator} t
 * @param {(query: string) => void} change
 */
export const searchView = (label, query, t, change) => html`<label class="field"><span>${label}</span>
  <input type="search" dir=${query ? "auto" : t.dir} autocomplete="off" spellcheck="false" .value=${query}
    @input=${(/** @type {InputEvent & { target: HTMLInputElement }} */ { target }) => change(target.value)}></label>`;
