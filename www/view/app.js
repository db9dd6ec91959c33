/**
 * The page put together: state, engine, reader and actions made and joined. The
 * surface, the file chooser and the reader are made here by hand and handed to the
 * templates as they are, because they hold what no redraw may lose: a caret, a
 * scroll place, a laid-out text.
 *
 * @import { AnalyzerOptions } from "../engine/types.js"
 * @import { Focus } from "./focus.js"
 * @import { State } from "./state.js"
 */

import { render } from "lit-html";
import { createActions } from "./actions.js";
import { element } from "./dom.js";
import { readDraft } from "./draft.js";
import { holdEngine } from "./engine.js";
import { focusOnWord, goToFocus, paintFocus, stepped } from "./focus.js";
import { Highlighter } from "./highlight.js";
import { createIntake } from "./intake.js";
import { pageView } from "./page.js";
import { listen } from "./pointer.js";
import { applyPreferences, readPreferences } from "./preferences.js";
import { Reader } from "./reader.js";
import { initialState } from "./state.js";
import { createStore } from "./store.js";
import { isLong } from "./surface.js";

const FILES = ".txt,.text,.md,.html,.htm,.xhtml,text/plain,text/html";

/** @param {AnalyzerOptions} options */
export async function start(options) {
  const preferences = readPreferences();
  const engine = holdEngine(options);
  const root = /** @type {HTMLElement} */ (document.getElementById("app"));
  const store = createStore(initialState(preferences), draw);
  const { state, set } = store;

  const area = element("textarea", {
    id: "surface", dir: "auto", spellcheck: "false", autocomplete: "off", rows: "4", "aria-describedby": "surface-hint",
    input: () => actions.typed(area.value),
    paste: (event) => actions.paste(/** @type {ClipboardEvent} */ (event)),
  });
  const chooser = element("input", {
    type: "file", class: "unseen", accept: FILES,
    change: () => {
      const [file] = chooser.files ?? [];
      if (file) actions.open(file);
      chooser.value = "";
    },
  });
  const article = element("article", { class: "reader" });
  const reader = new Reader(article);
  const highlighter = new Highlighter(reader);

  const page = {
    area, chooser, article,
    /** @param {string} text */
    fill(text) {
      area.value = isLong(text) ? "" : text;
    },
    /** @param {number} [at]  what stays in place and takes the focus */
    show(at) {
      const { result, t, parts } = state;
      if (result) reader.show(result, { t, parts }, at);
      page.follow(state.focus);
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
    /** @param {Focus | null} focus */
    hover(focus) {
      highlighter.set("hover", focus && focus.places);
    },
    /** @param {number} step */
    step(step) {
      if (state.focus) page.follow(stepped(state.focus, step), true);
    },
  };

  const intake = createIntake(store, engine, page);
  const actions = createActions(store, engine, intake, page);

  reader.onVerdict = intake.decide;
  addEventListener("beforeprint", () => reader.complete());
  listen(article, reader, highlighter, {
    result: () => state.result,
    choose(token) {
      const { result } = state;
      const type = result?.words.typeOf(token) ?? -1;
      if (!result || type < 0) return;
      const focus = focusOnWord(result, type);
      const start = result.tokens.columns.start[token];
      page.follow({ ...focus, index: Array.from(focus.places.starts).indexOf(start) });
    },
  });

  /** @param {State} now */
  function draw(now) {
    document.title = now.t.text("title");
    area.placeholder = now.t.text("surface.placeholder");
    area.setAttribute("aria-label", now.t.text("surface.label"));
    render(pageView(now, actions, page), root);
  }

  applyPreferences(preferences);
  draw(state);
  loadFaces();
  wireDocument(intake, area, (dropping) => state.dropping !== dropping && set({ dropping }));

  if (!preferences.draft) return;
  addEventListener("visibilitychange", () => document.hidden && actions.leave());
  const { allowed, text } = await readDraft();
  set({ draft: allowed ? "kept" : "denied", drafted: Boolean(text) });
  const untouched = !state.result && state.share === null && !area.value;
  if (text && untouched) await intake.take(text, { notices: [{ id: "restored", key: "restored" }] });
}

/** The whole face now, though no Latin letter or digit may be on the page yet: nothing is fetched later on. */
function loadFaces() {
  for (const weight of [400, 700]) document.fonts.load(`${weight} 1em "Noto Naskh Arabic"`, "\u0646 0").catch(() => {});
}

/**
 * Pasting and dropping work wherever on the page they happen; a press outside the
 * settings closes them.
 * @param {ReturnType<typeof createIntake>} intake
 * @param {HTMLTextAreaElement} area
 * @param {(dropping: boolean) => void} setDropping
 */
function wireDocument(intake, area, setDropping) {
  document.addEventListener("paste", (event) => {
    const inField = event.target instanceof HTMLInputElement || event.target === area;
    if (inField || !event.clipboardData) return;
    event.preventDefault();
    intake.takeTransfer(event.clipboardData);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    const settings = document.querySelector("details[open].settings");
    if (settings && !settings.contains(/** @type {Node} */ (target))) settings.removeAttribute("open");
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    setDropping(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) setDropping(false);
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    setDropping(false);
    if (event.dataTransfer) intake.takeTransfer(event.dataTransfer);
  });
}
