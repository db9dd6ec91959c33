/**
 * `<mubin-analyzer>`: the whole tool in a box on anyone's page. The class keeps what
 * the page around says (attributes, properties, the text between the tags) apart from
 * the box that shows it, so that either may come first, and so that a text outlives the
 * box: an element that is taken out of the page gives up all it holds, and has its text
 * again when it is put back; one that is only moved notices nothing.
 *
 * @import { Result } from "../engine/types.js"
 * @import { State } from "../view/state.js"
 * @import { Box } from "./box.js"
 */

import { abortError, MubinError } from "../engine/errors.js";
import { sentenceOf } from "../view/errors.js";
import { saysScheme } from "./around.js";
import { openBox } from "./box.js";
import { sharedEngine } from "./engine.js";
import { Given } from "./given.js";
import { dateIn, preferencesOf } from "./settings.js";

/** Properties a page may have set before there was this class. */
const EARLIER = ["text", "src", "layers", "theme", "date", "placeholder", "samples", "value"];

/** No host is told of the mere beginning of a text. @param {Result | null} result */
const whole = (result) => (result && result.read === result.text.length ? result : null);

/**
 * @typedef {object} MubinResultDetail
 * @property {Result} result  of the text in front; `result.text` is that text
 */
/**
 * @typedef {object} MubinErrorDetail
 * @property {string} kind  a stable name: `source-unreachable`, `source-unsupported`, `too-large`, `empty-text`, `engine-load-failed` …
 * @property {string} message  the sentence that stands in the box, in its language
 */

/**
 * Arabic text with its words explained, who said what, names, times, amounts and corrections: the whole of Mubin in a box.
 *
 * What it analyses is, in this order: the attribute `text`, what lies at `src`, the text between the tags. That text is also what is seen before
 * the element is defined, and where it never is.
 *
 * @tag mubin-analyzer
 * @tagname mubin-analyzer
 * @attr {string} text - the text to analyse
 * @attr {string} src - address of a text or HTML page, of this origin or one that allows it; up to 50 MB
 * @attr {string} layers - what is marked in the text: names of layers (person place organisation other time quantity statement correction), `all` or `none`
 * @attr {"ar" | "en"} lang - language of the box; else the nearest one around it
 * @attr {"auto" | "light" | "dark" | "contrast"} theme - `auto` follows the page's color-scheme, or the system where the page has none
 * @attr {string} date - the day the text is of, `YYYY-MM-DD`, from which "yesterday" is counted
 * @attr {string} placeholder - what the empty surface says
 * @attr {boolean} samples - offers the sample texts
 * @attr {string} assets - folder of the engine's files, where they do not lie beside the script
 * @slot - the text, as long as the element is not defined
 * @fires {CustomEvent<MubinResultDetail>} mubin-result - a text was analysed, or anew
 * @fires {CustomEvent<MubinErrorDetail>} mubin-error - a text could not be had or analysed; what stood there before stays
 * @csspart frame - all of the box; it scrolls
 * @csspart masthead - the name and the settings
 * @csspart text - the text as it is read
 * @csspart panels - what is found in it
 * @csspart card - the card of a word
 * @cssprop [--mubin-font-size=medium] - size of the letters, which all measures follow
 * @cssprop [--mubin-border=1px solid] - around the box
 * @cssprop [--mubin-radius=2px] - of its corners
 * @cssprop --mubin-paper - ground of the box
 * @cssprop --mubin-sheet - ground of fields and sheets
 * @cssprop --mubin-ink - letters
 * @cssprop --mubin-soft - quieter letters
 * @cssprop --mubin-line - quiet lines
 * @cssprop --mubin-edge - edges of buttons and fields
 * @cssprop --mubin-accent - what is chosen, and links
 * @cssprop --mubin-on-accent - letters on that colour
 */
export class MubinAnalyzer extends HTMLElement {
  static observedAttributes = ["text", "src", "layers", "lang", "theme", "date", "placeholder", "samples"];

  /** @type {Box | null} */ #box = null;
  #given = new Given(this);
  /** What was last told to the page. @type {Pick<State, "result" | "error">} */ #told = { result: null, error: null };

  constructor() {
    super();
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
  }

  /** The attribute `text`. @type {string} */
  get text() {
    return this.getAttribute("text") ?? "";
  }

  set text(text) {
    this.#reflect("text", text);
  }

  /** The attribute `src`, as an address. @type {string} */
  get src() {
    const written = this.getAttribute("src");
    return written === null ? "" : URL.parse(written, this.baseURI)?.href ?? written;
  }

  set src(src) {
    this.#reflect("src", src);
  }

  /** The attribute `layers`. @type {string} */
  get layers() {
    return this.getAttribute("layers") ?? "";
  }

  set layers(layers) {
    this.#reflect("layers", layers);
  }

  /** The attribute `theme`. @type {string} */
  get theme() {
    return this.getAttribute("theme") ?? "auto";
  }

  set theme(theme) {
    this.#reflect("theme", theme);
  }

  /** The attribute `date`. @type {string} */
  get date() {
    return this.getAttribute("date") ?? "";
  }

  set date(date) {
    this.#reflect("date", date);
  }

  /** The attribute `placeholder`. @type {string} */
  get placeholder() {
    return this.getAttribute("placeholder") ?? "";
  }

  set placeholder(placeholder) {
    this.#reflect("placeholder", placeholder);
  }

  /** The attribute `samples`. @type {boolean} */
  get samples() {
    return this.hasAttribute("samples");
  }

  set samples(samples) {
    this.toggleAttribute("samples", Boolean(samples));
  }

  /** The text as it stands in the box now, with all that was typed, pasted or corrected there. @type {string} */
  get value() {
    if (!this.#box) return this.#given.kept.text;
    const { intake, store: { state }, page: { area } } = this.#box.tool;
    const typed = state.mode === "surface" && state.long === null ? area.value : "";
    return intake.underWay() ?? (typed || (state.result?.text ?? ""));
  }

  set value(value) {
    this.#given.put(String(value ?? ""), "value");
  }

  /** The analysis of the text in front; `null` before there is one. @type {Result | null} */
  get result() {
    return whole(this.#box?.tool.store.state.result ?? null);
  }

  /**
   * Shows a text and analyses it.
   * @param {string} text
   * @returns {Promise<Result>} rejects with a `MubinError`; with an `AbortError` where another text came first
   */
  async analyze(text) {
    if (!this.#box) throw new MubinError("disposed", "The element stands in no document.");
    const { store: { state } } = this.#box.tool;
    await this.#given.put(String(text), "value");
    if (!String(text).trim()) throw new MubinError("empty-text", "There is no text to analyse.");
    const result = whole(state.result);
    if (result?.text === String(text).toWellFormed()) return result;
    if (state.error) throw new MubinError(/** @type {import("../engine/types.js").ErrorKind} */ (state.error.kind), sentenceOf(state.error, state.t));
    throw abortError();
  }

  /**
   * Gives the focus to the text.
   * @param {FocusOptions} [options]
   */
  focus(options) {
    if (!this.#box) return;
    const { store: { state }, page: { area, article } } = this.#box.tool;
    (state.mode === "surface" ? area : article).focus(options);
  }

  connectedCallback() {
    if (this.#box) return; // moved
    for (const name of EARLIER) this.#takeOver(name);
    this.#open();
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#close());
  }

  /** Moved without leaving the document: all stays as it is. */
  connectedMoveCallback() {}

  /** Another document has other styles and faces. */
  adoptedCallback() {
    this.#close();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (!this.#box) return this.#given.outdate(name);
    const { tool } = this.#box;
    if (name === "text" || name === "src") this.#given.changed(name, now);
    else if (name === "date") this.#again();
    else if (name === "placeholder" || name === "samples") tool.store.set({ guest: this.#guest() });
    else this.#prefer(name);
  }

  /** @param {string} name  of an attribute */
  #prefer(name) {
    const { lang, theme, layers } = preferencesOf(this);
    this.#box?.tool.actions.prefer(name === "lang" ? { lang } : name === "theme" ? { theme } : { layers });
    this.#followScheme();
  }

  #followScheme() {
    this.#box?.frame.toggleAttribute("data-as-host", saysScheme(this));
  }

  #guest() {
    return { placeholder: this.getAttribute("placeholder"), samples: this.samples };
  }

  #open() {
    const { made } = this.#given.kept;
    this.#told = { result: null, error: null };
    this.#box = openBox(/** @type {ShadowRoot} */ (this.shadowRoot), {
      ready: () => sharedEngine(this.getAttribute("assets")),
      given: () => ({ date: dateIn(this.getAttribute("date")) }),
      preferences: made?.preferences ?? preferencesOf(this),
      guest: this.#guest(),
      drawn: (state) => this.#tell(state),
    });
    this.#followScheme();
    if (made) this.#box.tool.store.set({ ownWords: made.ownWords, tab: made.tab });
    this.#given.begin(this.#box);
  }

  /** Gives up all that the box holds, but for the text and what was made of it. */
  #close() {
    if (!this.#box) return;
    const box = this.#box;
    const { decisions, choices, ignored, ownWords, preferences, tab, result } = box.tool.store.state;
    const text = this.value;
    const same = result?.text === text;
    this.#given.end(text, { decisions: same ? decisions : [], choices: same ? choices : [], ignored, ownWords, preferences, tab });
    this.#box = null;
    box.close();
  }

  /** The text in front, with another day. */
  #again() {
    const { intake, store: { state } } = /** @type {Box} */ (this.#box).tool;
    if (state.result) intake.take(state.result.text, { quiet: true, notices: state.notices });
  }

  /** @param {State} state */
  #tell({ result, error, t }) {
    const told = this.#told;
    this.#told = { result, error };
    if (result && result !== told.result && whole(result)) this.#send("mubin-result", { result });
    if (error && error !== told.error) this.#send("mubin-error", { kind: error.kind, message: sentenceOf(error, t) });
  }

  /**
   * @param {string} name
   * @param {MubinResultDetail | MubinErrorDetail} detail
   */
  #send(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /**
   * @param {string} name
   * @param {unknown} value  null takes the attribute away
   */
  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** A property that was set on the plain element hides the one of the class. @param {string} name */
  #takeOver(name) {
    if (!Object.hasOwn(this, name)) return;
    const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}
