/**
 * What the reader of the page can do, one function each. They change the state or
 * hand a text to the intake; none of them draws.
 *
 * @import { Action } from "./errors.js"
 * @import { Focus } from "./focus.js"
 * @import { Preferences } from "./preferences.js"
 * @import { Store } from "./state.js"
 * @import { Later } from "./studies.js"
 * @import { WordsState } from "./words.js"
 */

import news from "../samples/news.txt";
import { createTranslator } from "../i18n/index.js";
import { createLinks } from "./linking.js";
import { eraseDraft } from "./draft.js";
import { tellTabs } from "./erasing.js";
import { focusOnHidden, focusOnRow } from "./focus.js";
import { applyPreferences } from "./preferences.js";
import { createStudies } from "./studies.js";
import { isLong } from "./surface.js";

const TYPING_MS = 500;
const SHOWN_MS = 3000;

/**
 * @typedef {object} Page  the parts of the page that are not drawn from the state
 * @property {import("./host.js").Host} host
 * @property {HTMLTextAreaElement} area
 * @property {HTMLInputElement} chooser
 * @property {(at?: number, focus?: boolean) => void} show  lays the result out in the reader
 * @property {() => void} loadWriting  loads what shows corrections, once; and after a failure once more
 * @property {() => number | null} firstInView
 * @property {(focus: Focus | null, go?: boolean) => void} follow
 * @property {(focus: Pick<Focus, "places"> | null) => void} hover  lights places for as long as the pointer stays
 * @property {(step: number) => void} step  to the next of the places that are followed, or back
 * @property {(query: string, patch: Partial<import("./studies.js").StudyState>) => void} lookUp  in the concordance
 * @property {() => void} deselect
 * @property {Later["atlas"]} atlas
 * @property {Later["study"]} study
 * @property {Later["samples"]} samples
 * @property {Later["docx"]} docx
 */

/** @typedef {ReturnType<typeof createActions>} Actions */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {ReturnType<typeof import("./intake.js").createIntake>} intake
 * @param {Page} page
 */
export function createActions({ state, set }, engine, intake, page) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  let tries = 0;

  const preferences = {
    /** @param {Partial<Preferences>} patch */
    prefer(patch) {
      const now = { ...state.preferences, ...patch };
      page.host.remember(now);
      applyPreferences(now, page.host.frame);
      set({ preferences: now });
      if ("lang" in patch || "digits" in patch) {
        set({ t: createTranslator(now.lang, now.digits) });
        page.show();
      }
      if (patch.draft === true) {
        set({ draft: "kept" });
        if (state.result) intake.saveDraft(state.result.text);
      }
      if (patch.draft === false) {
        set({ draft: "off", drafted: false });
        eraseDraft();
        tellTabs("drafts");
      }
    },
    async eraseDraft() {
      await eraseDraft();
      set({ drafted: false, said: state.t.text("draft.erased") });
    },
  };

  /** What is being typed takes the place of the text in front, and is no edit of it. */
  let another = false;
  /** @returns {Pick<import("./intake.js").Manner, "origin">} */
  const typedOrigin = () => (another || !state.result ? { origin: { source: { by: "typing" }, saved: null } } : {});

  const surface = {
    /** @param {string} text */
    typed(text) {
      clearTimeout(typing);
      set({ long: null });
      if (text.trim()) typing = setTimeout(() => intake.take(page.area.value, { quiet: true, ...typedOrigin() }), TYPING_MS);
    },
    /** @param {ClipboardEvent} event */
    paste(event) {
      const { area } = page;
      const data = event.clipboardData;
      const whole = area.selectionStart === 0 && area.selectionEnd === area.value.length;
      if (!data || !(whole || data.files.length)) return;
      event.preventDefault();
      clearTimeout(typing);
      intake.takeTransfer(data);
    },
    /** The page is left or hidden: what was typed since the last analysis is kept too. */
    leave() {
      intake.keepNow();
      const text = page.area.value;
      if (text.trim() && text !== state.result?.text) intake.saveDraft(text, typedOrigin().origin);
    },
    /** @param {import("./welcome.js").SampleName} name */
    async sample(name) {
      const text = name === "news" ? news : await page.samples(tries++).then((samples) => samples[name], () => null);
      const notices = state.notices.filter(({ id }) => id !== "sample");
      if (text !== null) return intake.take(text, { origin: { source: { by: "sample" }, saved: null } });
      set({ notices: [...notices, { id: "sample", key: "sampleFailed", action: { key: "sampleRetry", run: () => surface.sample(name) } }] });
    },
    read() {
      const text = page.area.value;
      clearTimeout(typing);
      if (text.trim() && text !== state.result?.text) intake.take(text, typedOrigin());
      else if (state.result) set({ mode: "reader" });
    },
    /** @param {boolean} keep  the text in the surface */
    edit(keep) {
      const text = state.result?.text ?? "";
      another = !keep;
      set({ mode: "surface", card: null, long: keep && isLong(text) ? text.length : null });
      if (!keep) page.area.value = "";
      queueMicrotask(() => {
        page.area.focus();
        page.area.setSelectionRange(0, 0);
        page.area.scrollTop = 0;
      });
    },
  };

  const words = {
    /** @param {Partial<WordsState>} patch */
    async changeWords(patch) {
      set({ words: { ...state.words, ...patch } });
      if (patch.folding && state.result) intake.take(state.result.text, { quiet: true, notices: state.notices });
      if (patch.by) intake.foldRows();
      if (patch.query === undefined) return;
      const { query } = patch;
      const folded = query.trim() ? await (await engine.ready()).fold(query.trim()) : "";
      if (state.words.query === query) set({ words: { ...state.words, folded } });
    },
    /** @param {string} id  of a row */
    pressWord(id) {
      const again = state.focus?.id === id;
      page.follow(state.result && !again ? focusOnRow(state.result, id) : null, true);
    },
    /** @param {string | null} id */
    hoverWord(id) {
      page.hover(state.result && id !== null ? focusOnRow(state.result, id) : null);
    },
    /** @param {string} kind */
    showHidden(kind) {
      if (state.result) page.follow(focusOnHidden(state.result, kind, state.t.text(`hidden.${kind}`)), true);
    },
  };

  return {
    ...preferences, ...surface, ...words, ...createLinks({ state, set }, page, preferences.prefer),
    ...createStudies({ state, set }, engine, page, words.changeWords),
    cancel: intake.cancel,
    reloadPacks: intake.reloadPacks,
    readRest: intake.readRest,
    loadWriting: () => page.loadWriting(),
    toggleParts() {
      set({ parts: !state.parts });
      page.show();
    },
    toggleVowels() {
      set({ vowels: !state.vowels });
      page.show(page.firstInView() ?? undefined);
    },
    async copyVowelled() {
      const text = state.result?.vowelled() ?? "";
      const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
      set({ said: "" });
      const notices = state.notices.filter(({ id }) => id !== "copied");
      queueMicrotask(() => set(copied ? { said: state.t.text("reader.copied"), copied: true } : {
        notices: [...notices, { id: "copied", key: "copyFailed" }],
      }));
      if (copied) setTimeout(() => set({ copied: false }), SHOWN_MS);
    },
    /** @param {Action} action */
    recover(action) {
      set({ error: null });
      if (action === "retry") intake.retry();
      if (action === "file") page.chooser.click();
      if (action === "paste") surface.edit(true);
    },
    closeError: () => set({ error: null }),
    /** @param {string} details */
    async copyDetails(details) {
      const copied = await navigator.clipboard?.writeText(details).then(() => true, () => false);
      set({ said: state.t.text(copied ? "error.details.copied" : "error.details.refused") });
    },
    renewLater: () => set({ renewal: null }),
    /** @param {string} id */
    closeNotice(id) {
      state.notices.find((notice) => notice.id === id)?.closed?.();
      set({ notices: state.notices.filter((notice) => notice.id !== id) });
    },
  };
}
