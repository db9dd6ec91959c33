/**
 * The studies of the words: what marks the text, the concordance, collocations,
 * sequences. A script of its own, because most readers never open one: it is loaded
 * when a study is first wanted. It asks the engine as it draws and keeps nothing of a
 * text but the last answers.
 *
 * @import { Result, Study } from "../engine/types.js"
 * @import { State, Store } from "./state.js"
 * @import { On, StudyState } from "./studies.js"
 */

import { focusOnTokens } from "./focus.js";
import { modeOf } from "./studies.js";
import { createAsking } from "./study/asking.js";
import { collocationsView } from "./study/collocations.js";
import { contextView } from "./study/context.js";
import { createRuler } from "./study/fit.js";
import { createHandout } from "./study/handout.js";
import { keynessView } from "./study/keyness.js";
import { sequencesView } from "./study/sequences.js";
import { vocabularyOf } from "./vocabulary.js";

/** In a pattern people write the marks of their own keyboard. */
const MARKS = /** @type {Record<string, string>} */ ({ "\u061F": "?", "\u066D": "*" });

/** @typedef {ReturnType<typeof createDesk>} Desk */

/**
 * What the views work with.
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {import("./actions.js").Page} page
 * @param {On} on
 */
function createDesk({ state, set }, engine, page, on) {
  const redraw = () => set({});
  const asking = createAsking(redraw);
  const { about } = asking;

  const desk = {
    about,
    again: asking.again,
    seek: on.seek,
    toContext: on.toContext,
    toPair: on.toPair,
    goBack: on.goBack,
    follow: page.follow,
    hover: page.hover,
    /**
     * All places of a lemma, or of a spelling, for as long as its row is pointed at.
     * @param {Result} result
     * @param {string} word
     * @param {"lemma" | "form"} [by]
     */
    light(result, word, by = "lemma") {
      const { forms, offsets, tokens } = result.words.columns;
      const type = by === "form" ? forms.indexOf(word) : -1;
      const found = by === "lemma"
        ? vocabularyOf(result).lemmas.filter(({ lemma }) => lemma === word).flatMap((row) => row.tokens).sort((a, b) => a - b)
        : type < 0 ? [] : tokens.subarray(offsets[type], offsets[type + 1]);
      page.hover(found.length ? focusOnTokens(result, "", word, found) : null);
    },
    ruler: createRuler(redraw, page.host.signal),
    handout: createHandout({ set, redraw }),
    /**
     * @param {Result} result
     * @returns {Promise<Study>}
     */
    study: async (result) => (await engine.ready()).study(result),
    /**
     * What is asked, as the engine understands it.
     * @param {State} now
     */
    query(now) {
      const { study: { query, clitics } } = now;
      const mode = modeOf(now);
      return { query: mode === "wildcard" ? query.replace(/[\u061F\u066D]/g, (mark) => MARKS[mark]) : query, mode, clitics };
    },
    /**
     * The tokens the query finds, whole sequences of them; null where nothing is asked or the answer is not there.
     * @param {State} now
     * @param {Result} result
     * @returns {ReadonlySet<number> | null}
     */
    tokens(now, result) {
      const { query, mode, clitics } = desk.query(now);
      if (!query) return null;
      return about("tokens", [result, query, mode, clitics], async () => {
        const { first, last } = await (await desk.study(result)).search(query, { mode, clitics });
        /** @type {Set<number>} */
        const tokens = new Set();
        for (let i = 0; i < first.length; i++) for (let token = first[i]; token <= last[i]; token++) tokens.add(token);
        return tokens;
      }).value;
    },
    /**
     * @template {"context" | "keyness" | "collocations" | "sequences"} V
     * @param {V} view
     * @param {Partial<StudyState[V]>} patch
     */
    change: (view, patch) => on.changeStudy({ [view]: { ...state.study[view], ...patch } }),
    async reloadPacks() {
      await (await engine.ready()).retryPacks();
      asking.forget("keyness");
      redraw();
    },
  };
  return desk;
}

const VIEWS = { keyness: keynessView, context: contextView, collocations: collocationsView, sequences: sequencesView };

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("./engine.js").holdEngine>} engine
 * @param {import("./actions.js").Page} page
 * @param {On} on
 */
export function createStudy(store, engine, page, on) {
  const desk = createDesk(store, engine, page, on);
  return {
    /**
     * @param {State} state
     * @param {Result} result
     */
    view: (state, result) => (state.study.view === "frequency" ? null : VIEWS[state.study.view](state, result, desk)),
    found: desk.tokens,
  };
}
