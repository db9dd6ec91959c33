/**
 * `<mubin-reader for="#article">`: word cards and layers for an article that stands
 * on someone's page already, without a change to its DOM. The element itself shows a
 * bar of switches, wherever it stands; the layers are painted over the article's own nodes, and
 * the card lies in the top layer, out of reach of the page's stacking and styles.
 * What is shown follows from one state object; the article is read again when the page changes it.
 */

import { render } from "lit-html";
import { MubinError } from "../engine/errors.js";
import { pinsFor } from "../view/choices.js";
import { createActs } from "./acts.js";
import { readArticle } from "./article.js";
import { sharedEngine } from "./engine.js";
import { registerFaces } from "./faces.js";
import { follow } from "./follow.js";
import { languageAround, translatorFor } from "./messages.js";
import { groundUnder, Paint } from "./paint.js";
import { createPainting } from "./painting.js";
import { placeCard, uncover } from "./place.js";
import { listenTo } from "./pointing.js";
import styles from "./reader.css";
import { initialState, layersIn } from "./state.js";
import { frameView } from "./views.js";

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Word cards and layer switches for an existing article of the page.
 *
 * A click on a word opens its card; links and buttons of the article keep their clicks, and Alt with a click explains their words.
 * By keyboard the button in the bar opens the card, the arrows go from word to word, Escape closes.
 *
 * @tag mubin-reader
 * @tagname mubin-reader
 *
 * @attr {string} for - Selector of the article. It may appear later, be replaced, or go.
 * @attr {"ar" | "en"} lang - Language of the bar and the card; that of the page around the element when left out, Arabic where that is neither.
 * @attr {"auto" | "light" | "dark"} theme - Colours for light or dark ground; by the colour the article lies on when left out.
 * @attr {string} layers - Layers that are painted at the beginning: `person place organisation other time quantity statement correction`, or `all`, or `none`; `person place organisation time` when left out.
 * @attr {string} date - Date of the article, `YYYY-MM-DD`, from which "yesterday" is counted; that of its first `<time datetime>` when left out.
 * @attr {string} assets - Folder of the engine's files, where they do not lie beside the script.
 *
 * @fires {CustomEvent<{ result: Result, text: string }>} mubin-result - The article was read: all that was found, with offsets in UTF-16 over the text.
 * @fires {CustomEvent<{ kind: string, message: string, error: unknown }>} mubin-error - It could not be read; `kind` is stable, such as `engine-load-failed`.
 *
 * @csspart frame - Everything the element shows but the card.
 * @csspart toolbar - The bar.
 * @csspart button - Buttons in the bar.
 * @csspart switch - Switches of the layers.
 * @csspart list - The list of what is marked.
 * @csspart card - The card of a word.
 *
 * @cssprop --mubin-font - Face of the bar and the card; the system's when not set.
 * @cssprop --mubin-naskh - Face of explained words; the Naskh of Mubin when not set.
 * @cssprop --mubin-paper - Ground of the card.
 * @cssprop --mubin-ink - Its text.
 * @cssprop --mubin-accent - What is pressed or followed.
 * @cssprop --mubin-card-width - Width of the card; 24em when not set.
 * @cssprop --mubin-person - Line of a layer; likewise `-place`, `-organisation`, `-other`, `-time`, `-quantity`, `-statement`, `-correction`. Set it where the article inherits it.
 * @cssprop --mubin-statement-ground - Ground of statements; likewise `-word-ground` and `-current-ground` of the word whose card is open.
 *
 * @slot - Shown until there is something to read.
 */
export class MubinReader extends HTMLElement {
  static observedAttributes = ["for", "lang", "theme", "layers", "date", "assets"];

  #root = this.attachShadow({ mode: "open" });
  #state = { ...initialState };
  #connected = false;
  /** As it was set by the property. @type {Element | null} */
  #target = null;
  /** @type {Element | null} */
  #article = null;
  #unfollow = () => {};
  /** @type {ReturnType<typeof readArticle> | null} */
  #reading = null;
  /** @type {Paint | null} */
  #paint = null;
  #unlisten = () => {};
  /** @type {ReturnType<typeof createPainting> | null} */
  #painting = null;
  /** The token under the pointer. */
  #hovered = -1;
  #window = new AbortController();
  #frame = 0;
  #acts = createActs({ state: this.#state, set: (patch) => this.#set(patch) }, {
    engine: () => this.#engine(), root: this.#root, again: () => this.#retry(), renew: () => this.#reading?.renew(),
  });

  constructor() {
    super();
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
    }
    this.#root.adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    // Set before the element was known.
    for (const name of /** @type {const} */ (["target", "htmlFor", "theme", "layers", "date"])) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      Object.assign(this, { [name]: value });
    }
    this.#connected = true;
    registerFaces();
    this.#speak();
    this.#look();
  }

  disconnectedCallback() {
    this.#connected = false;
    this.#unfollow();
    this.#unfollow = () => {};
    this.#leave();
  }

  /** Moved by `moveBefore`, nothing is to be done anew. */
  connectedMoveCallback() {}

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === "layers") this.#set({ layers: layersIn(this.getAttribute("layers")) });
    if (!this.#connected) return;
    if (name === "for") this.#look();
    if (name === "lang") this.#speak();
    if (name === "theme") this.#set({ ground: this.#ground() });
    if (name === "date" || name === "assets") this.#reading?.again();
  }

  /** The article itself, for one that no selector reaches, in a shadow tree for example; it takes the place of `for`. */
  get target() {
    return this.#target ?? this.#article;
  }

  set target(/** @type {Element | null} */ element) {
    this.#target = element;
    if (this.#connected) this.#look();
  }

  /** The attribute `for`. */
  get htmlFor() {
    return this.getAttribute("for") ?? "";
  }

  set htmlFor(/** @type {string} */ selector) {
    this.setAttribute("for", selector);
  }

  /** The attribute `theme`; `auto` when left out. */
  get theme() {
    return this.getAttribute("theme") ?? "auto";
  }

  set theme(/** @type {string} */ theme) {
    this.setAttribute("theme", theme);
  }

  /** The layers that are painted now, separated by spaces. */
  get layers() {
    return this.#state.layers.join(" ");
  }

  set layers(/** @type {string} */ names) {
    this.setAttribute("layers", names);
  }

  /** The attribute `date`; empty when left out. */
  get date() {
    return this.getAttribute("date") ?? "";
  }

  set date(/** @type {string} */ date) {
    this.setAttribute("date", date);
  }

  /** What was found in the article; `null` before that. */
  get result() {
    return this.#state.read?.result ?? null;
  }

  /** The text the result belongs to; empty before that. */
  get text() {
    return this.#state.read?.text.text ?? "";
  }

  /**
   * The nodes of the page in which a stretch of the text stands.
   * @param {number} start
   * @param {number} end
   * @returns {StaticRange | null}
   */
  rangeOf(start, end) {
    return this.#state.read?.text.rangeOf(start, end) ?? null;
  }

  #engine() {
    return sharedEngine(this.getAttribute("assets"));
  }

  async #speak() {
    const own = this.getAttribute("lang")?.split("-")[0];
    const lang = own === "ar" || own === "en" ? own : languageAround(this);
    try {
      const t = await translatorFor(lang);
      if (this.#connected) this.#set({ t });
    } catch (error) {
      this.#fail(error); // there are no words to say it in
    }
  }

  #look() {
    this.#unfollow();
    const selector = this.getAttribute("for");
    this.#unfollow = this.#target || !selector ? () => {} : follow(this, selector, (article) => this.#take(article));
    if (this.#target || !selector) this.#take(this.#target);
  }

  /** @param {Element | null} article */
  #take(article) {
    if (article === this.#article) return;
    this.#leave();
    if (!article) return;
    this.#article = article;
    this.#set({ ground: this.#ground() });
    this.#window = new AbortController();
    this.#unlisten = listenTo(article, () => this.#state.read, {
      hover: (token) => {
        this.#hovered = token;
        this.#repaint();
      },
      choose: (token) => (token >= 0 ? this.#acts.open(token) : this.#acts.on.closeCard()),
    });
    const { signal } = this.#window;
    addEventListener("scroll", () => this.#replace(), { capture: true, passive: true, signal });
    addEventListener("resize", () => this.#replace(), { signal });
    addEventListener("keydown", (event) => this.#state.card && event.key === "Escape" && this.#acts.on.key(event), { capture: true, signal });
    addEventListener("pointerdown", (event) => {
      const path = event.composedPath();
      if (this.#state.card && !path.includes(this) && !path.includes(article)) this.#acts.on.closeCard();
    }, { capture: true, signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#set({ ground: this.#ground() }), { signal });
    this.#reading = readArticle(article, {
      engine: () => this.#engine(),
      date: () => this.#date(article),
      pins: (result) => pinsFor(result, this.#state.choices),
      begin: () => this.#set({ status: "reading", problem: null }),
      empty: () => {
        this.#set({ status: "empty", read: null });
        this.#acts.keepCard(null);
      },
      stale: (changed) => this.#paint?.dropStale(changed),
      fail: (error) => this.#fail(error),
      done: (text, result, anew) => this.#done({ text, result }, anew),
    });
  }

  /** Lets go of the article and of all that hangs on it. */
  #leave() {
    this.#unlisten();
    this.#unlisten = () => {};
    this.#window.abort();
    cancelAnimationFrame(this.#frame);
    this.#reading?.stop();
    this.#reading = null;
    if (!this.#article) return;
    this.#article = null;
    this.#acts.on.closeCard();
    this.#set({ status: "waiting", problem: null, read: null, choices: [], said: "" });
    this.#paint?.end();
    this.#paint = null;
    this.#painting = null;
  }

  /** @param {import("./state.js").Read} read @param {boolean} anew */
  async #done(read, anew) {
    const before = this.#state.read;
    if (anew) this.#hovered = -1; // the pointer tells again
    this.#set({ status: "ready", read, ground: this.#ground() });
    if (!anew) return;
    this.#acts.keepCard(before);
    const { packs } = await this.#engine();
    if (this.#state.read?.result !== read.result) return;
    this.#set({ packs: Object.values(packs).some((pack) => pack !== "loaded" && pack !== "waiting") });
    this.dispatchEvent(new CustomEvent("mubin-result", { bubbles: true, composed: true, detail: { result: read.result, text: read.text.text } }));
  }

  /** @param {unknown} error */
  #fail(error) {
    const kind = error instanceof MubinError ? error.kind : "unexpected";
    const message = error instanceof Error ? error.message : String(error);
    this.#set({ status: "failed", problem: kind });
    this.dispatchEvent(new CustomEvent("mubin-error", { bubbles: true, composed: true, detail: { kind, message, error } }));
  }

  async #retry() {
    this.#set({ status: "reading", problem: null });
    await this.#engine().then((engine) => engine.retryPacks()).catch(() => {}); // the reading itself says what is wrong
    this.#reading?.again();
  }

  #ground() {
    const { theme } = this;
    return theme === "light" || theme === "dark" ? theme : groundUnder(this.#article ?? this);
  }

  /** @param {Element} article */
  #date(article) {
    const date = this.date || article.querySelector("time[datetime]")?.getAttribute("datetime")?.slice(0, 10) || "";
    return /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
  }

  /** @param {Partial<typeof initialState>} patch */
  #set(patch) {
    const explained = this.#state.card?.token;
    Object.assign(this.#state, patch);
    render(frameView(this.#state, this.#acts.on), this.#root);
    this.#repaint();
    const card = /** @type {HTMLElement | null} */ (this.#root.querySelector(".card"));
    if (!card?.isConnected) return;
    if (this.#state.card && !card.matches(":popover-open")) card.showPopover();
    if (!this.#state.card && card.matches(":popover-open")) card.hidePopover();
    this.#stand();
    const box = this.#state.card && this.#state.card.token !== explained && this.#acts.boxOf(this.#state.card.token);
    if (box) uncover(card, box);
  }

  /** Puts the card beside its word. */
  #stand() {
    const card = /** @type {HTMLElement | null} */ (this.#root.querySelector(".card"));
    const box = this.#state.card && this.#acts.boxOf(this.#state.card.token);
    if (card && box && this.#article) placeCard(card, box, this.#article.getBoundingClientRect());
  }

  #replace() {
    if (!this.#state.card) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#stand());
  }

  /** What is to be seen in the article. */
  #repaint() {
    const canvas = /** @type {HTMLElement | null} */ (this.#root.querySelector(".canvas"));
    if (!this.#article || !canvas) return;
    this.#paint ??= new Paint(this.#article, canvas);
    this.#painting ??= createPainting(this.#paint);
    this.#painting(this.#state, this.#hovered);
  }
}
