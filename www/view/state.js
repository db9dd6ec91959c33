/**
 * Everything the page shows follows from this one object.
 *
 * @import { Analyzer, Block, DecidedRole, Result } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 * @import { Filter, ListName, NamesState, StatementsState, TimeState } from "./arranging.js"
 * @import { Card } from "./cards.js"
 * @import { Choice } from "./choices.js"
 * @import { Comparing } from "./compare-state.js"
 * @import { Correcting, Ignored } from "./corrections.js"
 * @import { Notice, Tab } from "./chrome.js"
 * @import { Shown } from "./errors.js"
 * @import { Focus } from "./focus.js"
 * @import { Parts, Screen } from "./parts.js"
 * @import { LibraryState } from "./library/state.js"
 * @import { Preferences } from "./preferences.js"
 * @import { Folds } from "./rows.js"
 * @import { Saved, Source } from "./shelf.js"
 * @import { Studies, StudyState } from "./studies.js"
 * @import { WordsState } from "./words.js"
 * @import { Writing } from "./writing/index.js"
 */

import { createTranslator } from "../i18n/index.js";
import { namesDefaults, noFilters, statementsDefaults, timeDefaults } from "./arranging.js";
import { comparingDefault } from "./compare-state.js";
import { correctingDefaults } from "./corrections.js";
import { noParts } from "./parts.js";
import { studyDefaults } from "./studies.js";
import { wordsDefaults } from "./words.js";

/** How the page is as a guest in another one: what is said in the empty surface, and whether samples are offered. @typedef {{ placeholder: string | null, samples: boolean }} Guest */

/**
 * @typedef {object} State
 * @property {Guest | null} guest  null: a page of its own
 * @property {Preferences} preferences
 * @property {Translator} t
 * @property {Screen} screen  what fills the page
 * @property {Parts} later  those that are fetched when they are wanted
 * @property {Comparing} comparing  two texts to be compared
 * @property {"surface" | "reader"} mode  what stands in the larger column of the desk
 * @property {Result | null} result  and, inside it, the text it belongs to
 * @property {number | null} long  the length of a text too long to edit in the surface
 * @property {number | null} share  of the running analysis; null when none runs
 * @property {Shown | null} error
 * @property {Notice[]} notices
 * @property {Tab} tab
 * @property {Focus | null} focus  the places being followed
 * @property {DecidedRole[]} decisions  what the reader said of this text's parts, as the result has it
 * @property {Block[]} automatic  the blocks of this text before any decision
 * @property {Choice[]} choices  readings the reader decided for, as the result has them
 * @property {Card | null} card  the word that is explained
 * @property {import("./selecting.js").Passage | null} passage  the words that are selected
 * @property {boolean} vowels  whether the reader shows words with their vowels
 * @property {boolean} copied  the vowelled text went to the clipboard a moment ago
 * @property {boolean} parts  whether every block shows its role
 * @property {WordsState} words
 * @property {StudyState} study  what is asked about the words
 * @property {Studies | "loading" | "failed" | null} studies  who asks and shows it; loaded when wanted
 * @property {boolean} gistAll  whether the whole summary and all keyphrases are shown
 * @property {StatementsState} statements
 * @property {NamesState} names
 * @property {TimeState} time
 * @property {Partial<Record<ListName, Filter>>} filters  what is looked for in each list
 * @property {Analyzer["packs"] | null} packs  what became of the language packs, as the result has them
 * @property {Writing | "loading" | "failed" | null} writing  what shows corrections and applies them; null before it was asked for
 * @property {Correcting} correcting
 * @property {Ignored[]} ignored  in this text
 * @property {string[]} ownWords  which no correction flags
 * @property {boolean} wordsKept  whether they outlive the page
 * @property {boolean} consistent  whether spellings that differ from the rest of the text are reported
 * @property {Source | null} source  where the text came from
 * @property {Saved | null} saved  what lies of it in the library
 * @property {LibraryState | null} library  once it was asked for
 * @property {ReadonlySet<string>} lit  the rows whose place in the text is pointed at
 * @property {Folds} folds  once the engine has answered
 * @property {import("./draft.js").Kept | "off"} draft
 * @property {boolean} drafted  a draft lies in storage now
 * @property {string} said  in the live region
 * @property {import("./service.js").Renewal} renewal  of the page itself, where a newer version waits
 * @property {boolean} dropping  a drag is over the page
 */

/**
 * @typedef {{ state: State, set: (patch: Partial<State>) => void }} Store
 */

/**
 * @param {Preferences} preferences
 * @param {Guest | null} guest
 * @returns {State}
 */
export const initialState = (preferences, guest) => ({
  guest,
  preferences,
  t: createTranslator(preferences.lang, preferences.digits),
  screen: "desk",
  later: noParts,
  comparing: comparingDefault,
  mode: "surface",
  result: null,
  long: null,
  share: null,
  error: null,
  notices: [],
  tab: "overview",
  focus: null,
  decisions: [],
  automatic: [],
  choices: [],
  card: null,
  passage: null,
  vowels: false,
  copied: false,
  parts: false,
  words: wordsDefaults,
  study: studyDefaults,
  studies: null,
  gistAll: false,
  statements: statementsDefaults,
  names: namesDefaults,
  time: timeDefaults,
  filters: noFilters,
  packs: null,
  writing: null,
  correcting: correctingDefaults,
  ignored: [],
  ownWords: [],
  wordsKept: guest === null,
  consistent: false,
  source: null,
  saved: null,
  library: null,
  lit: new Set(),
  folds: {},
  draft: preferences.draft ? "kept" : "off",
  drafted: false,
  said: "",
  renewal: null,
  dropping: false,
});
