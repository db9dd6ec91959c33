/**
 * From whatever was thrown to what the reader is told: what happened, what was
 * kept, and the one thing to do next. Every kind of the core and of the page has
 * its row here; an unknown one still gets a sentence and a way on.
 */

import { html, nothing } from "lit-html";
import { MAX_UNITS, MubinError } from "../engine/index.js";
import { unturned } from "../i18n/unturned.js";
import { isFault, traceOf } from "./diagnostics.js";
import { isolated } from "./dom.js";

/** @import { Translator } from "../i18n/index.js" */
/** @typedef {"earlier" | "text" | "nothing"} Kept */
/** @typedef {"retry" | "file" | "paste" | "close"} Action */
/** `file`: the name of the one it is about. `trace`: for a report, with nothing of the text. @typedef {{ kind: string, kept: Kept, action: Action, file?: string, trace: string }} Shown */

/** A refusal of the page's own, before the engine is asked. */
export class Problem extends Error {
  /** @param {string} kind */
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

const LIMITS = { limit: Math.floor(MAX_UNITS / 1e6) };

/** @type {Record<string, Action>} */
const actions = {
  "too-large": "close",
  "empty-text": "paste",
  "not-text": "file",
  "undecodable": "file",
  "unsupported-doc": "paste",
  "unsupported-file": "file",
  "unsupported-json": "file",
  "damaged-docx": "file",
  "damaged-json": "file",
  "part-failed": "retry",
  "read-failed": "file",
  "source-unreachable": "retry",
  "source-unsupported": "close",
  "engine-crashed": "retry",
  "engine-load-failed": "retry",
  "engine-version": "retry",
};

/**
 * @param {unknown} thrown
 * @param {Kept} kept
 * @param {string} [file]
 * @returns {Shown}
 */
export function shownError(thrown, kept, file) {
  const kind = kindOf(thrown);
  return { kind, kept, action: actions[kind] ?? "retry", file, trace: traceOf(thrown) };
}

/**
 * The name of the sentence that says what happened.
 * @param {unknown} thrown
 */
export function kindOf(thrown) {
  const kind = thrown instanceof MubinError || thrown instanceof Problem ? thrown.kind : "";
  return kind in actions ? kind : "unexpected";
}

/**
 * What happened, in a sentence.
 * @param {Shown} error
 * @param {Translator} t
 */
export const sentenceOf = (error, t) => t.text(`error.${error.kind}`, LIMITS);

/**
 * @param {Shown | null} error
 * @param {Translator} t
 * @param {{ act: (action: Action) => void, close: () => void, copy: (details: string) => void }} on
 * @param {() => string} details
 */
export function errorView(error, t, on, details) {
  return html`<div class="alerts" role="alert">${error === null ? nothing : html`
    <div class="banner error" data-kind=${error.kind}>
      <p>
        ${error.file ? html`<bdi class="file-name">${unturned(error.file)}</bdi>: ` : nothing}
        <strong>${isolated(t.pieces(`error.${error.kind}`, LIMITS))}</strong>
        ${t.text(`error.kept.${error.kept}`)}
      </p>
      <p class="banner-actions">
        ${error.action === "close" ? nothing : html`
          <button type="button" class="strong" @click=${() => on.act(error.action)}>
            ${t.text(`error.action.${error.action}`)}
          </button>`}
        <button type="button" @click=${on.close}>${t.text("error.action.close")}</button>
      </p>
      ${isFault(error) ? html`<details class="fault-details">
        <summary>${t.text("error.details.label")}</summary>
        <p class="quiet">${t.text("error.details.promise")}</p>
        <pre dir="ltr" lang="en" tabindex="0" aria-label=${t.text("error.details.label")}>${details()}</pre>
        <p><button type="button" @click=${() => on.copy(details())}>${t.text("error.details.copy")}</button></p>
      </details>` : nothing}
    </div>`}</div>`;
}
