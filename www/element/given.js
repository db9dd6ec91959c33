/**
 * The text that an analyzer is to show, and who gave it: the attribute `text`, what
 * lies at `src`, the text between the tags, or a script. A later gift takes the place of
 * an earlier one, but what is only there from the beginning (the text between the tags)
 * or arrives late (what is fetched) never takes the place of what was given meanwhile.
 *
 * @import { Box } from "./box.js"
 * @import { State } from "../view/state.js"
 */

import { abortError } from "../engine/errors.js";
import { textOfMarkup } from "../view/html.js";
import { preferencesOf } from "./settings.js";
import { fileAt } from "./source.js";

/** What the reader of a text made of it, and how it was looked at. @typedef {Pick<State, "decisions" | "choices" | "ignored" | "ownWords" | "preferences" | "tab">} Made */
/** @typedef {"text" | "src" | "children" | "value"} By */

/** In the library's terms it came from another program. */
const ORIGIN = /** @type {const} */ ({ source: { by: "share" }, saved: null });

/** What stands between the tags of an element. @param {Element} element */
const markupIn = ({ childNodes }) => Array.from(childNodes, (node) => new XMLSerializer().serializeToString(node)).join("");

export class Given {
  /** @type {Box | null} */ #box = null;
  /** @type {By | null} */ #by = null;
  /** The text while there is no box. @type {string | null} */ #kept = null;
  /** @type {Made | null} */ #made = null;
  #fetching = new AbortController();
  #watch = new MutationObserver(() => this.#readChildren());

  /** @param {HTMLElement & { src: string }} element */
  constructor(element) {
    this.element = element;
  }

  /** What is to be shown in the next box. */
  get kept() {
    return { text: this.#kept ?? "", made: this.#made };
  }

  /**
   * There is a box to show it in.
   * @param {Box} box
   */
  begin(box) {
    this.#box = box;
    this.#fetching = new AbortController();
    this.#watch.observe(this.element, { childList: true, characterData: true, subtree: true });
    const { text, made } = this.kept;
    this.#kept = this.#made = null;
    if (text) this.put(text, this.#by ?? "value", made);
    else this.#first();
  }

  /**
   * The box is closed.
   * @param {string} text  that stood in it
   * @param {Made} made
   */
  end(text, made) {
    this.#kept = text || null; // what is still being fetched is fetched anew
    this.#made = made;
    this.#box = null;
    this.#fetching.abort();
    this.#watch.disconnect();
  }

  /**
   * An attribute changed while there is no box: what it says counts more than what was kept.
   * @param {string} name
   */
  outdate(name) {
    const { lang, theme, layers } = preferencesOf(this.element);
    if (name === "text" || name === "src") this.#kept = this.#by = null;
    else if (this.#made) this.#made.preferences = { ...this.#made.preferences, ...(name === "lang" ? { lang } : name === "theme" ? { theme } : name === "layers" && { layers }) };
  }

  /**
   * @param {string} text
   * @param {By} by
   * @param {Made | null} [made]  what was made of it before
   * @returns {Promise<void>}
   */
  async put(text, by, made = null) {
    this.#fetching.abort();
    this.#by = by;
    if (!this.#box) {
      this.#kept = text;
      this.#made = null;
      return;
    }
    const { intake, clear } = this.#box.tool;
    if (!text.trim()) return clear();
    return made ? intake.restore(text, made, ORIGIN) : intake.take(text, { origin: ORIGIN });
  }

  /**
   * An attribute is another one; without it the next in order is read, where the text was the attribute's.
   * @param {"text" | "src"} name
   * @param {string | null} written
   */
  changed(name, written) {
    if (written === null) {
      if (name === this.#by) this.#first();
    } else if (name === "text") this.put(written, "text");
    else if (!this.element.hasAttribute("text")) this.#fetch();
  }

  #first() {
    const { element } = this;
    const text = element.getAttribute("text");
    if (text !== null) return void this.put(text, "text");
    if (element.hasAttribute("src")) return void this.#fetch();
    if (element.ownerDocument.readyState !== "loading") return this.#readChildren();
    element.ownerDocument.addEventListener("DOMContentLoaded", () => this.#readChildren(), { once: true, signal: this.#fetching.signal });
  }

  /** The text between the tags is there, or is another. */
  #readChildren() {
    const { element } = this;
    const other = element.hasAttribute("text") || element.hasAttribute("src") || (this.#by !== null && this.#by !== "children");
    if (!this.#box || other) return;
    const text = element.childElementCount ? textOfMarkup(markupIn(element)) : (element.textContent ?? "").trim();
    if (text && text !== this.#box.tool.store.state.result?.text) this.put(text, "children");
  }

  async #fetch() {
    this.#fetching.abort();
    if (!this.#box || !this.element.getAttribute("src")?.trim()) return;
    const { signal } = this.#fetching = new AbortController();
    this.#by = "src";
    const { intake, store: { state }, page: { area } } = this.#box.tool;
    const [before, typed] = [state.result, area.value];
    await intake.open(async () => {
      const file = await fileAt(this.element.src, signal);
      if (state.result !== before || area.value !== typed) throw abortError(); // the reader was faster
      return file;
    });
  }
}
