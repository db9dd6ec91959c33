/**
 * The reader's own words: a list of forms that are right here, whatever the lexicon
 * says. It can be looked through, taken out as a file and brought in again.
 *
 * @import { State, Store } from "../state.js"
 * @import { Acts } from "./acts.js"
 */

import { html, nothing } from "lit-html";
import { isolated } from "../dom.js";
import { shownError } from "../errors.js";
import { readFile } from "../files.js";
import { cross } from "../focus.js";
import { keepOwnWords } from "../own-words.js";
import { saveBlob } from "../saving.js";
import { heldFocus } from "./acts.js";

/** A list longer than this is no list of words. */
const MOST = 20_000;
const SHOWN = 200;
const WORD = /^[\p{L}\p{M}\p{N}\u0640'’_-]{1,40}$/u;

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("../engine.js").holdEngine>} engine
 * @param {ReturnType<typeof import("../intake.js").createIntake>} intake
 * @param {import("./acts.js").Hands} page
 */
export function createWordActs({ state, set }, engine, intake, page) {
  /**
   * @param {string[]} ownWords
   * @param {string} said
   */
  async function keep(ownWords, said) {
    const { result, notices } = state;
    set({ ownWords, said });
    if (!state.guest) keepOwnWords(ownWords).then((wordsKept) => set({ wordsKept }));
    if (result) await intake.take(result.text, { quiet: true, notices, said });
  }

  /** @param {string} text */
  const wordsIn = (text) => text.normalize("NFC").split(/[\s,;،؛\uFEFF]+/u).filter((word) => WORD.test(word));

  return {
    /** @param {string} word */
    async addWord(word) {
      const added = wordsIn(word).filter((one) => !state.ownWords.includes(one));
      if (added.length === 0) return set({ said: state.t.text("corrections.wordThere") });
      const focus = heldFocus(page.host.root);
      const inCard = Boolean(page.host.root.activeElement?.closest(".card"));
      const kept = keep([...state.ownWords, ...added].slice(0, MOST), state.t.text("corrections.wordAdded", { word: added.join(" ") }));
      focus();
      if (inCard) queueMicrotask(() => page.host.root.getElementById("card-word")?.focus({ preventScroll: true }));
      await kept;
      focus(true);
    },
    /** @param {string} word */
    removeWord(word) {
      const focus = heldFocus(page.host.root);
      keep(state.ownWords.filter((other) => other !== word), state.t.text("corrections.wordRemoved", { word }));
      focus();
    },
    exportWords() {
      saveBlob(new Blob([`${state.ownWords.join("\n")}\n`], { type: "text/plain;charset=utf-8" }), "mubin-words.txt");
    },
    /** @param {File} file */
    async importWords(file) {
      try {
        const { text } = await readFile(file, engine.ready(), page.docx);
        const known = new Set(state.ownWords);
        const added = [...new Set(wordsIn(text))].filter((word) => !known.has(word));
        await keep([...state.ownWords, ...added].slice(0, MOST), state.t.text("corrections.imported", { n: added.length }));
      } catch (thrown) {
        set({ error: shownError(thrown, state.result ? "earlier" : "nothing") });
      }
    },
    /**
     * Reports, too, what is right and spelled otherwise in the rest of the text.
     * @param {boolean} consistent
     */
    setConsistent(consistent) {
      set({ consistent });
      if (state.result) intake.take(state.result.text, { quiet: true, notices: state.notices });
    },
  };
}

/**
 * @param {State} state
 * @param {Acts} on
 */
export function wordsView({ ownWords, wordsKept, guest, t }, on) {
  const sorted = [...ownWords].sort(t.compare);
  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  const add = (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (event.currentTarget.elements.namedItem("word"));
    if (field.value.trim()) on.addWord(field.value);
    field.value = "";
  };
  /** @param {Event & { target: HTMLInputElement }} event */
  const bring = ({ target }) => {
    const [file] = target.files ?? [];
    if (file) on.importWords(file);
    target.value = "";
  };
  return html`<details class="own-words">
    <summary>${isolated(t.pieces("corrections.ownWords", { n: ownWords.length }))}</summary>
    <p class="quiet">${t.text(`corrections.${guest ? "ownWordsHere" : wordsKept ? "ownWordsHint" : "ownWordsDenied"}`)}</p>
    <form class="own-form" @submit=${add}>
      <label class="field"><span>${t.text("corrections.newWord")}</span><input name="word" lang="ar" dir="rtl" autocomplete="off" spellcheck="false"></label>
      <button type="submit">${t.text("corrections.addWord")}</button>
    </form>
    ${sorted.length ? html`<ul class="own-list">${sorted.slice(0, SHOWN).map((word) => html`<li class="own-word">
      <bdi lang="ar" dir="rtl">${word}</bdi><button type="button" class="icon act" aria-label="${t.text("corrections.remove")}: ${word}"
        @click=${() => on.removeWord(word)}>${cross}</button></li>`)}</ul>` : nothing}
    ${sorted.length > SHOWN ? html`<p class="quiet">${t.text("corrections.furtherWords", { n: sorted.length - SHOWN })}</p>` : nothing}
    <p class="fix-acts">
      <button type="button" ?disabled=${!ownWords.length} @click=${() => on.exportWords()}>${t.text("corrections.export")}</button>
      <label class="button"><input type="file" class="unseen" accept=".txt,text/plain" @change=${bring}><span>${t.text("corrections.import")}</span></label>
    </p>
  </details>`;
}
