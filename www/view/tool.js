/**
 * The page put together: state, engine, reader and actions made and joined, in the
 * place that its host gives it. The surface, the file chooser and the reader are made
 * here by hand and handed to the templates as they are, because they hold what no
 * redraw may lose: a caret, a scroll place, a laid-out text.
 *
 * @import { Move } from "./edits.js"
 * @import { Focus } from "./focus.js"
 * @import { Host } from "./host.js"
 * @import { Preferences } from "./preferences.js"
 * @import { Later } from "./studies.js"
 * @import { Guest, State } from "./state.js"
 */

import { render } from "lit-html";
import { createActions } from "./actions.js";
import { createCards } from "./cards.js";
import { tabId } from "./chrome.js";
import { standing } from "./corrections.js";
import { createCursor, isWord, nextWord } from "./cursor.js";
import { element } from "./dom.js";
import { goToFocus, paintFocus, stepped } from "./focus.js";
import { Highlighter } from "./highlight.js";
import { bringToView, viewOf } from "./host.js";
import { createIntake } from "./intake.js";
import { pageView } from "./page.js";
import { listen, tokenAt } from "./pointer.js";
import { createParts } from "./parts.js";
import { applyPreferences } from "./preferences.js";
import { Reader } from "./reader.js";
import { watchSelection, wordsIn } from "./selecting.js";
import { initialState } from "./state.js";
import { createReceive } from "./receive.js";
import { shelved } from "./shelf.js";
import { createStore } from "./store.js";
import { isLong } from "./surface.js";
import { createPainter } from "./switches.js";
import { centreTab } from "./tabs.js";
import { closeOnEscape, takeFromOutside } from "./wiring.js";

/** @typedef {ReturnType<typeof createTool>} Tool */

/** It has a bit of everything. */
const WARM_UP = `قال وزير النقل أحمد حسن في بغداد أمس إن «المشروع» سيكلف 3 ملايين دولار، مضيفا ان الافتتاح في مارس 2026.`;
/**
 * Tables are read and code is compiled when a first text asks for them; a worker that has nothing to do yet asks at once, so that the reader's
 * first text does not have to wait for that. Where that text is there already, nothing goes before it.
 * @param {import("../engine/types.js").Analyzer} analyzer
 */
function warmUp(analyzer) {
  if (analyzer.where === "worker") analyzer.analyze(WARM_UP).catch(() => {});
}

/** Whether the rest of the text in front is being read. @param {State} state */
const readingOn = ({ share, result }) => share !== null && result !== null && result.read < result.text.length;

/** Tabs whose panels are one script. */
const PANELS = new Set(["statements", "names", "time"]);
const TEXTS = ".txt,.text,.md,.html,.htm,.xhtml,.docx,text/plain,text/html";
const FILES = `${TEXTS},.json,application/json`;

/**
 * @param {Host} host
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {Later} later
 * @param {{ preferences: Preferences, guest?: Guest | null, drawn?: (state: State) => void }} manner  drawn: called with each new state
 */
export function createTool(host, engine, later, { preferences, guest = null, drawn = () => {} }) {
  const { root } = host;
  const store = createStore(initialState(preferences, guest), draw);
  const { state, set } = store;

  const area = element("textarea", {
    id: "surface", dir: "auto", spellcheck: "false", autocomplete: "off", rows: "4", "aria-describedby": "surface-hint",
    input: () => actions.typed(area.value),
    focus: () => placeCaret(),
    paste: (event) => actions.paste(/** @type {ClipboardEvent} */ (event)),
  });
  const chooser = element("input", {
    type: "file", class: "unseen", accept: guest ? TEXTS : FILES, ...(!guest && { multiple: "" }),
    change: () => {
      const files = [...chooser.files ?? []];
      chooser.value = "";
      if (files.length) receive(files);
    },
  });
  const article = element("article", { class: "reader", part: "text", tabindex: "0", "aria-describedby": "reader-keys" });
  const reader = new Reader(article, host);
  const highlighter = new Highlighter(reader);

  let tries = 0;
  /** In the surface, when the focus comes back to it: set earlier, it would be lost to the click that is going on. @type {[number, number] | null} */
  let caret = null;
  const placeCaret = () => {
    if (caret) area.setSelectionRange(...caret);
    caret = null;
  };

  const page = {
    host, area, chooser, article, reader, ...later,
    /** @param {string} text */
    fill(text) {
      area.value = isLong(text) ? "" : text;
      caret = null;
    },
    /**
     * @param {string} text
     * @param {Move} move
     */
    rewrite(text, move) {
      const { selectionStart, selectionEnd, scrollTop } = area;
      const [from, to] = caret ?? [selectionStart, selectionEnd];
      page.fill(text);
      caret = [move(from), move(to)];
      if (root.activeElement === area) placeCaret();
      area.scrollTop = scrollTop;
      if (state.long !== null) set({ long: text.length });
    },
    typed: () => (state.mode === "surface" && state.long === null && area.value ? area.value.toWellFormed() : null),
    /**
     * @param {number} [at]  what stays in place
     * @param {boolean} [focus]  and takes the focus
     * @param {Move} [move]  from the text that was shown to this one
     */
    show(at, focus = false, move) {
      const { result, t, parts, vowels } = state;
      if (result) reader.show(result, { t, parts, vowels, reading: readingOn(state) }, at === undefined ? at : { at, focus }, move);
      if (move) cursor.follow(move);
      page.follow(state.focus);
    },
    async loadWriting() {
      if (state.writing !== null && state.writing !== "failed") return;
      set({ writing: "loading" });
      const made = await later.writing(tries++).catch(() => null);
      set({ writing: made ? made.createWriting(store, engine, intake, { ...page, ...cards, highlighter }) : "failed" });
    },
    toDesk: () => parts.go("desk"),
    /** @param {number} offset  in a paragraph, which can then be edited where it stands */
    async editAt(offset) {
      await page.loadWriting();
      if (typeof state.writing === "object") state.writing?.edit(offset);
    },
    receive: (/** @type {File[]} */ files) => receive(files),
    firstInView: () => reader.firstInView(),
    /** @param {number} token  that a card may have come to lie on */
    keepInView(token) {
      const found = state.result?.tokens.at(token);
      const card = root.querySelector(".card");
      const sheet = card && getComputedStyle(card).position === "fixed" ? card : null;
      if (guest) sheet?.scrollIntoView({ block: "nearest" }); // the lower end of the box may be out of sight
      reader.covered = sheet ? Math.max(0, viewOf(host).bottom - sheet.getBoundingClientRect().top) : 0;
      if (found) reader.keepInView(found.start, found.end);
    },
    returnFocus: () => article.focus({ preventScroll: true }),
    /**
     * From a word or words of the text to the lines in which they stand.
     * @param {string} query
     * @param {Partial<import("./studies.js").StudyState>} patch
     */
    lookUp(query, patch) {
      page.deselect();
      cards.closeCard();
      actions.choose("words");
      actions.toContext(query, { ...patch, back: null });
    },
    /** @type {import("./here.js").ToPanel} */
    toPanel(tab, id) {
      cards.closeCard();
      actions.choose(tab);
      set({ lit: new Set([id]) });
      queueMicrotask(() => { // when the panel is drawn and the card has given the focus away
        const row = root.querySelector(".panels [data-lit]:is(li, tr)");
        if (row) bringToView(host, row, "center");
        /** @type {HTMLElement | null} */ (row?.querySelector("button") ?? root.getElementById(`tab-${tab}`))?.focus({ preventScroll: Boolean(row) });
      });
    },
    /**
     * @param {number} token
     * @param {number} step
     */
    neighbour: (token, step) => (state.result ? nextWord(reader, state.result, token, step) : -1),
    /** @param {number} token */
    setCursor: (token) => cursor.set(token),
    deselect() {
      selecting.clear();
      cursor.release();
      set({ passage: null });
    },
    /**
     * @param {Focus | null} focus
     * @param {boolean} [go]  scroll to the current place, and say which it is
     */
    follow(focus, go = false) {
      set({ focus, ...(focus && { mode: /** @type {const} */ ("reader") }) });
      paintFocus(focus, state.result, highlighter);
      if (!focus || !go) return;
      const place = state.t.text("focus.place", { i: focus.index + 1, n: focus.places.starts.length });
      set({ said: `${focus.label}: ${place}` });
      queueMicrotask(() => goToFocus(focus, reader));
    },
    /** @param {Pick<Focus, "places"> | null} focus */
    hover(focus) {
      highlighter.set("hover", focus && focus.places);
    },
    /** @param {number} step */
    step(step) {
      if (state.focus) page.follow(stepped(state.focus, step), true);
    },
    /** @returns {number} the token of the current place, where it has a card; else -1 */
    explained() {
      const { focus, result: now } = state;
      const token = focus && now ? tokenAt(now, focus.places.starts[focus.index]) : -1;
      return !focus?.wide && now && token >= 0 && isWord(now, token) && now.morphology ? token : -1;
    },
  };

  const intake = createIntake(store, engine, page);
  const cards = createCards(store, engine, intake, page);
  const parts = createParts({ store, engine, intake, page }, later.part);
  const receive = createReceive(store, intake, guest ? null : () => parts.get("library"));
  /** The text in front goes to the library, or, where it lies there as it is, the reader does. */
  const keep = async () => {
    if (shelved(state) === "saved") return parts.go("library");
    const library = await parts.get("library");
    if (library) await library.keep?.();
    else set({ notices: [...state.notices, { id: "library", key: "libraryFailed" }] });
  };
  const actions = { ...createActions(store, engine, intake, page), ...cards, want: parts.want, keep, renew: () => tool.renew() };
  reader.onVerdict = intake.decide;
  reader.onEdit = page.editAt;
  addEventListener("beforeprint", () => reader.complete(), { signal: host.signal });
  const result = () => state.result;
  const cursor = createCursor(reader, highlighter, {
    result,
    move(token) {
      const { start, end } = /** @type {import("../engine/types.js").Token} */ (state.result?.tokens.at(token));
      actions.pointAt(start);
      if (state.card) cards.openCard(token);
      else set({ said: state.result?.text.slice(start, end) ?? "" });
      page.keepInView(token);
    },
    open: (token) => cards.openCard(token, { enter: true }),
    edit: (token) => page.editAt(/** @type {import("../engine/types.js").Token} */ (state.result?.tokens.at(token)).start),
    select(anchor, token) {
      selecting.select(anchor, token);
      page.keepInView(token);
    },
  });
  const selecting = watchSelection(reader, {
    result,
    change(passage) {
      const { t, result: now } = state;
      if (!passage) cursor.release();
      set({ passage, ...(passage && now && { said: t.text("count.words", { n: wordsIn(now, passage.first, passage.last) }) }) });
    },
  });
  listen(article, reader, highlighter, {
    result,
    choose(token) {
      cursor.set(token);
      cards.openCard(token);
    },
    point: actions.pointAt,
  });
  const paint = createPainter(highlighter);
  /** The tab in front, and what its place in the row depends on. */
  let front = "";
  /** The tab whose panel is drawn, and the one whose panel will be in the next frame. @type {State["tab"] | null} */
  let drawnTab = null;
  /** @type {State["tab"] | null} */
  let awaited = null;
  /** Whether there was a panel of a text. */
  let drawnAny = false;

  /**
   * While a text is being read the machine is busy: a tab that was pressed is in front at once, as is the beginning of a first text, and its
   * panel is drawn a frame later.
   * @param {State} now
   * @returns {boolean} whether the panel has to wait
   */
  function waits({ share, tab, result: now }) {
    const late = share !== null && drawnTab !== null && (tab !== drawnTab || (now !== null && !drawnAny));
    if (late && awaited !== tab) {
      awaited = tab;
      requestAnimationFrame(() => setTimeout(() => {
        [drawnTab, drawnAny] = [state.tab, true];
        draw(state);
      }));
    }
    if (!late) [drawnTab, awaited, drawnAny] = [tab, null, now !== null];
    return late;
  }

  /** @param {State} now */
  function draw(now) {
    if (host.signal.aborted) return;
    area.placeholder = now.guest?.placeholder ?? now.t.text("surface.placeholder");
    area.setAttribute("aria-label", now.t.text("surface.label"));
    render(pageView(now, actions, page, waits(now)), host.mount);
    paint(now.result, now.preferences.layers, standing(now));
    if (!readingOn(now)) reader.release();
    if (typeof now.writing === "object") now.writing?.paint();
    actions.wantStudies();
    const inFront = `${tabId(now.tab)} ${now.t.lang} ${now.result !== null}`;
    if (inFront !== front) requestAnimationFrame(() => centreTab(host.root.getElementById(tabId(state.tab))));
    front = inFront;
    const part = now.tab === "output" ? "output" : PANELS.has(now.tab) ? "panels" : null;
    if (part && now.result && now.later[part] === null) parts.want(part); // what failed waits to be asked for
    if (now.passage && now.later.passage === null) parts.want("passage");
    drawn(now);
  }

  applyPreferences(preferences, host.frame);
  closeOnEscape(host, () => {
    const open = Boolean(state.passage ?? state.card);
    if (state.passage) page.deselect();
    else cards.closeCard();
    return open;
  });
  takeFromOutside(host, intake, area, (dropping) => state.dropping !== dropping && set({ dropping }));

  const tool = {
    store, engine, intake, actions, parts, page, receive, cards,
    /** Gives the page its first shape, and fetches what it will want once the engine is there. */
    begin() {
      parts.follow();
      draw(state);
      return engine.ready().then(async (analyzer) => { // all that a first result needs is there
        if (intake.underWay() === null) warmUp(analyzer);
        else await intake.settled();
        page.loadWriting();
        parts.want("panels");
        return analyzer;
      });
    },
    /** As if no text had ever been there. */
    clear() {
      engine.cancel();
      page.follow(null);
      page.fill("");
      set({ result: null, mode: "surface", long: null, share: null, error: null, notices: [], card: null, passage: null, folds: {}, lit: new Set(), said: "" });
    },
    /** A newer version of the page is put in its place. */
    async renew() {},
  };
  return tool;
}
