/**
 * Editing a paragraph where it is read. The reader lends the paragraph out: it shows
 * its letters as the text has them, without vowels and marks, and the browser edits
 * it as plain text. Enter and leaving it keep what was written, Escape takes it back;
 * what is kept goes the way of every change of the text, as edits that can be undone.
 *
 * @import { Edit } from "../edits.js"
 * @import { Store } from "../state.js"
 * @import { Hands } from "./acts.js"
 */

import { html, nothing } from "lit-html";
import { cross } from "../focus.js";
import { applied, between } from "../edits.js";

/** `text`: as it was. @typedef {{ host: HTMLElement, start: number, text: string }} Editing */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("../intake.js").createIntake>} intake
 * @param {Hands} page
 * @param {Pick<ReturnType<typeof import("./acts.js").createActs>, "rewrite" | "undo">} acts
 */
export function createInPlace({ state, set }, intake, page, acts) {
  /** @type {Editing | null} */
  let editing = null;
  /** The change before is still being read. @type {Promise<void> | null} */
  let pending = null;
  /** The step whose undoing is not offered any more. @type {unknown} */
  let dismissed = null;
  let listeners = new AbortController();

  /** @param {number} offset  in the text */
  async function edit(offset) {
    if (editing) keep();
    await pending;
    const lent = page.reader.lend(offset);
    if (!lent || !state.result) return;
    const { host, start, end } = lent;
    editing = { host, start, text: state.result.text.slice(start, end) };
    const plain = makeEditable(host);
    host.classList.add("in-place");
    for (const [name, value] of Object.entries({ role: "textbox", "aria-multiline": "true", "aria-label": state.t.text("inplace.label") })) host.setAttribute(name, value);
    listeners = new AbortController();
    const listening = { signal: listeners.signal };
    host.addEventListener("keydown", onKey, listening);
    host.addEventListener("blur", () => page.host.root.activeElement !== host && keep(), listening); // another window is no place to go to
    host.addEventListener("drop", (event) => event.dataTransfer?.files.length || event.stopPropagation(), listening);
    if (!plain) keepPlain(host, listening);
    host.focus({ preventScroll: true });
    if (host.firstChild) getSelection()?.collapse(host.firstChild, Math.min(offset, end) - start);
    page.reader.keepInView(start, start + 1);
    set({ said: state.t.text("inplace.hint") });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing || event.keyCode === 229) return; // the key is the input method's
    if (event.key === "Enter" && !event.shiftKey) keep(true);
    else if (event.key === "Escape") drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The paragraph is no field any more, but keeps what stands in it. @returns {Editing & { now: string }} */
  function close() {
    const was = /** @type {Editing} */ (editing);
    editing = null;
    listeners.abort();
    const now = textOf(was.host);
    for (const name of ["contenteditable", "role", "aria-multiline", "aria-label"]) was.host.removeAttribute(name);
    was.host.classList.remove("in-place");
    return { ...was, now: now.endsWith("\n") && !was.text.endsWith("\n") ? now.trimEnd() : now };
  }

  /** @param {boolean} [byKey]  the focus goes back to the text as a whole */
  function keep(byKey = false) {
    if (!editing) return;
    const { start, text, now } = close();
    if (byKey) page.returnFocus();
    save(start, start + text.length, now);
    set({});
  }

  /**
   * @param {number} start  of the paragraph in the text in front
   * @param {number} end
   * @param {string} now
   */
  function save(start, end, now) {
    const { result, t } = state;
    if (!result) return;
    const edits = between(result.text.slice(start, end), now).map((/** @type {Edit} */ edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }));
    if (edits.length === 0) return page.reader.takeBack();
    if (!applied(result.text, edits).trim()) {
      page.reader.takeBack();
      return set({ said: t.text("inplace.blank") });
    }
    pending = acts.rewrite(edits, t.text("inplace.done"), { inPlace: true }).finally(() => {
      pending = null;
      page.reader.takeBack(); // where it was not read, the paragraph is what it was
    });
  }

  function drop() {
    if (!editing) return;
    close();
    page.reader.takeBack();
    page.returnFocus();
    set({ said: state.t.text("inplace.dropped") });
  }

  page.reader.beforeShow = (move) => {
    if (!editing) return;
    const { start, text, now } = close();
    const end = start + text.length;
    queueMicrotask(() => save(move?.(start) ?? start, move?.(end, true) ?? end, now));
  };

  /** The paragraph must not lose the focus to the button. */
  const hold = (/** @type {Event} */ event) => event.preventDefault();

  return {
    edit,
    /** What stands below the text: what to do with the paragraph that is edited, or the way back from it. */
    strip() {
      const { t, correcting: { undo } } = state;
      if (editing) {
        return html`<div class="in-place-strip" role="group" aria-label=${t.text("inplace.label")} @mousedown=${hold}>
          <span>${t.text("inplace.hint")}</span>
          <button type="button" class="strong" @click=${() => keep(true)}>${t.text("inplace.keep")}</button>
          <button type="button" @click=${drop}>${t.text("inplace.drop")}</button></div>`;
      }
      const last = undo[undo.length - 1];
      if (!last?.inPlace || last === dismissed || last.from !== intake.edition()) return nothing;
      return html`<div class="in-place-strip" role="group" aria-label=${last.label}>
        <span>${last.label}</span>
        <button type="button" @click=${() => acts.undo()}>${t.text("corrections.undo")}</button>
        <button type="button" class="icon" aria-label=${t.text("inplace.close")} title=${t.text("inplace.close")}
          @click=${() => (dismissed = last, set({}))}>${cross}</button></div>`;
    },
  };
}

/**
 * @param {HTMLElement} host
 * @returns {boolean} whether the browser itself sees to it that nothing but text comes in
 */
function makeEditable(host) {
  try {
    host.contentEditable = "plaintext-only";
    return true;
  } catch {
    host.contentEditable = "true";
    return false;
  }
}

/**
 * @param {HTMLElement} host
 * @param {AddEventListenerOptions} listening
 */
function keepPlain(host, listening) {
  host.addEventListener("beforeinput", (event) => event.inputType.startsWith("format") && event.preventDefault(), listening);
  host.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData?.getData("text/plain") ?? "");
  }, listening);
}

/**
 * @param {Node} node
 * @returns {string}
 */
const textOf = (node) => [...node.childNodes].map((child) => (
  child instanceof Text ? child.data : child.nodeName === "BR" ? "\n" : (child.nodeName === "DIV" ? "\n" : "") + textOf(child))).join("");
