/**
 * What stands around the text: the masthead with language and settings, the
 * notices, the progress strip, and the tabs of the panels.
 *
 * @import { Language, Translator } from "../i18n/index.js"
 * @import { Screen } from "./parts.js"
 * @import { Preferences } from "./preferences.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "./dom.js";
import { cross } from "./focus.js";
import { helpLink } from "./help-link.js";
import { SCREENS } from "./parts.js";
import { tabsView } from "./tabs.js";

/**
 * `key`: of the notices; with a dot, of any part of the catalog; `closed`: what follows when the reader puts it away.
 * @typedef {{ id: string, key: string, values?: Record<string, string | number>, action?: { key: string, run: () => void }, closed?: () => void }} Notice
 */
/** @typedef {typeof TABS[number]} Tab */

const THEMES = /** @type {const} */ (["auto", "light", "dark", "contrast"]);
const SIZES = /** @type {const} */ (["small", "medium", "large", "largest"]);
const DIGITS = /** @type {const} */ ([["latn", "123"], ["arab", "١٢٣"]]);
const TABS = /** @type {const} */ (["overview", "statements", "names", "time", "words", "writing", "output"]);

/**
 * @param {Translator} t
 * @param {Preferences} preferences
 * @param {Screen | null} screen  in front; null: a guest, which has one screen only and keeps nothing
 * @param {(patch: Partial<Preferences>) => void} change
 */
export function mastheadView(t, preferences, screen, change) {
  /** @type {Language} */
  const other = t.lang === "ar" ? "en" : "ar";
  const brand = html`<bdi lang="ar" dir="rtl">مُبين</bdi>`;
  const tools = html`
      <div class="masthead-tools">
        <button type="button" class="plain" lang=${other} @click=${() => change({ lang: other })}>
          ${t.text("settings.language")}</button>
        <details class="settings" @keydown=${closeOnEscape} @focusout=${closeWhenLeft}>
          <summary>${t.text("settings.label")}</summary>
          <div class="settings-sheet">
            <fieldset class="choice">
              <legend>${t.text("settings.theme")}</legend>
              ${THEMES.map((theme) => html`<label><input type="radio" name="theme" value=${theme}
                .checked=${preferences.theme === theme} @change=${() => change({ theme })}>
                <span>${t.text(`settings.themeName.${theme}`)}</span></label>`)}
            </fieldset>
            <fieldset class="choice">
              <legend>${t.text("settings.digits")}</legend>
              ${DIGITS.map(([digits, sample]) => html`<label><input type="radio" name="digits" value=${digits}
                .checked=${preferences.digits === digits} @change=${() => change({ digits })}>
                <span><bdi>${sample}</bdi></span></label>`)}
            </fieldset>
            <fieldset class="choice">
              <legend>${t.text("settings.size")}</legend>
              ${SIZES.map((size) => html`<label><input type="radio" name="size" value=${size}
                .checked=${preferences.size === size} @change=${() => change({ size })}>
                <span>${t.text(`settings.sizeName.${size}`)}</span></label>`)}
            </fieldset>
            <label class="check"><input type="checkbox" name="justify" .checked=${preferences.justify}
              @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => change({ justify: target.checked })}>
              <span>${t.text("settings.justify")}</span></label>
            ${screen === null ? nothing : html`<label class="check"><input type="checkbox" name="draft" .checked=${preferences.draft}
              @change=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => change({ draft: target.checked })}>
              <span>${t.text("settings.draft")}</span></label>`}
          </div>
        </details>
      </div>`;
  if (screen === null) return html`<div class="masthead" part="masthead"><h2 class="brand">${brand}</h2>${tools}</div>`;
  return html`
    <header class="masthead">
      <h1 class="brand">${brand}</h1>
      <p class="tagline">${t.text("tagline")}</p>
      <nav class="screens" aria-label=${t.text("screen.label")}>${SCREENS.map((name) => html`
        <a href=${name === "desk" ? "#" : `#${name}`} aria-current=${name === screen ? "page" : nothing}>${t.text(`screen.${name}`)}</a>`)}</nav>
      ${tools}
    </header>`;
}

/** @param {KeyboardEvent & { currentTarget: HTMLDetailsElement }} event */
function closeOnEscape({ key, currentTarget }) {
  if (key !== "Escape" || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}

/** @param {FocusEvent & { currentTarget: HTMLDetailsElement, relatedTarget: Node | null }} event */
function closeWhenLeft({ currentTarget, relatedTarget }) {
  if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

/** @param {string} key */
const full = (key) => (key.includes(".") ? key : `notice.${key}`);

/**
 * @param {Notice[]} notices
 * @param {Translator} t
 * @param {(id: string) => void} close
 */
export function noticesView(notices, t, close) {
  if (notices.length === 0) return nothing;
  return html`<section class="notices" aria-label=${t.text("notice.label")}>${notices.map((notice) => html`
    <div class="banner" data-notice=${notice.id}>
      <p>${isolated(t.pieces(full(notice.key), notice.values))}</p>
      <p class="banner-actions">
        ${notice.action ? html`<button type="button" class="strong" @click=${notice.action.run}>
          ${t.text(full(notice.action.key))}</button>` : nothing}
        <button type="button" class="icon" aria-label=${t.text("notice.close")} @click=${() => close(notice.id)}>${cross}</button>
      </p>
    </div>`)}</section>`;
}

/**
 * @param {number | null} share  null when nothing runs
 * @param {Translator} t
 * @param {() => void} cancel
 */
export function progressView(share, t, cancel) {
  if (share === null) return nothing;
  return html`<div class="work">
    <span class="work-label">${t.text("work.running")}</span>
    <progress max="1" .value=${share} aria-label=${t.text("work.label")}></progress>
    <bdi class="number">${t.percent(Math.floor(share * 100) / 100)}</bdi>
    <button type="button" @click=${cancel}>${t.text("work.cancel")}</button>
  </div>`;
}

/** The section of the help that explains what a panel holds. @type {Partial<Record<Tab, string>>} */
const EXPLAINED = { overview: "measures", statements: "statements", names: "names", time: "times", words: "study", writing: "corrections" };

/** @param {Tab} tab */
export const tabId = (tab) => `tab-${tab}`;

/**
 * @param {Translator} t
 * @param {Tab} tab
 * @param {unknown} panel  the content of that tab; null: it comes in the next frame, and keeps its place until then
 * @param {(tab: Tab) => void} choose
 * @param {unknown} note  where the panels are of another text than the reader's, or of its beginning
 * @param {boolean} busy  a text is being read
 * @param {boolean} guest  in somebody else's page, which has landmarks of its own
 */
export function panelsView(t, tab, panel, choose, note, busy, guest) {
  const inside = html`
    <div class="tabline">
      ${tabsView({
        names: TABS, chosen: tab, label: t.text("panel.label"), look: "tabs", t,
        id: tabId, panel: (name) => `panel-${name}`, text: (name) => t.text(`panel.${name}`),
      }, choose)}
      ${EXPLAINED[tab] ? helpLink(t, EXPLAINED[tab], t.text(`panel.${tab}`)) : nothing}
    </div>
    ${note}
    ${TABS.map((name) => html`<div role="tabpanel" id="panel-${name}" aria-labelledby=${tabId(name)} class="panel"
      ?hidden=${tab !== name}>${tab === name ? panel ?? nothing : nothing}</div>`)}`;
  const working = busy ? "true" : nothing;
  if (guest) return html`<div class="panels" id="panels" part="panels" role="group" aria-label=${t.text("panel.label")} aria-busy=${working} ?data-late=${panel === null}>${inside}</div>`;
  return html`<aside class="panels" id="panels" aria-label=${t.text("panel.label")} aria-busy=${working} ?data-late=${panel === null}>${inside}</aside>`;
}
