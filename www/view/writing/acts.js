/**
 * What the reader can do about corrections and hidden characters. Every change of
 * the text is an edit of stated places, can be taken back, is announced, and leaves
 * the focus on the next thing to decide. A correction vanishes from the list as soon
 * as it is accepted, though the text is still being read anew.
 *
 * @import { HiddenCharacter, Result } from "../../engine/types.js"
 * @import { Correcting, Undo } from "../corrections.js"
 * @import { Edit } from "../edits.js"
 * @import { Focus } from "../focus.js"
 * @import { Highlighter } from "../highlight.js"
 * @import { Store } from "../state.js"
 */

import { ignoredOf, standing } from "../corrections.js";
import { hiddenOf } from "./hidden.js";
import { tally } from "./list.js";
import { visibleText } from "./visible.js";

/** So many steps can be taken back. */
const STEPS = 100;
/** What takes the focus when a row is gone. */
const ROWS = [".fix-row", ".hidden-place", ".hidden-row", ".own-word"];

/**
 * @typedef {object} Hands  what of the page is not drawn from the state
 * @property {import("../host.js").Host} host
 * @property {HTMLTextAreaElement} area
 * @property {import("../reader.js").Reader} reader
 * @property {Highlighter} highlighter
 * @property {() => void} returnFocus
 * @property {(focus: Focus | null, go?: boolean) => void} follow
 * @property {import("../studies.js").Later["docx"]} docx
 * @property {(token: number, manner?: { enter?: boolean }) => void} openCard
 */

/** @typedef {ReturnType<typeof createActs> & ReturnType<typeof import("./words.js").createWordActs>} Acts */

/**
 * @param {Store} store
 * @param {ReturnType<typeof import("../intake.js").createIntake>} intake
 * @param {Hands} page
 */
export function createActs({ state, set }, intake, page) {
  const { root } = page.host;
  const inCard = () => Boolean(root.activeElement?.closest(".card"));

  /** @param {Partial<Correcting>} patch */
  const change = (patch) => set({ correcting: { ...state.correcting, ...patch } });

  /** @param {Omit<Undo, "from">} step */
  const remember = (step) => change({ undo: [...state.correcting.undo, { ...step, from: intake.edition() }].slice(-STEPS) });

  /**
   * @param {Edit[]} edits  of the text in front
   * @param {string} said
   * @param {{ done?: number[], to?: number, inPlace?: boolean }} [manner]  done: the corrections that are accepted by it; to: the edition it goes back to
   */
  async function rewrite(edits, said, { done = [], to, inPlace } = {}) {
    const focus = heldFocus(root);
    const inside = inCard();
    const revised = intake.revise(edits, { said, to });
    if (!revised) return;
    if (to === undefined) remember({ label: said, to: revised.edition, edits: revised.edits, ignored: null, inPlace });
    change({ done: new Set([...state.correcting.done, ...done]) });
    set({ said });
    focus();
    await revised.done;
    if (state.card && !state.card.readings) {
      page.openCard(state.card.token, { enter: inside }); // the word is explained anew
      set({ said });
    } else {
      focus(true);
    }
  }

  /** @param {number[]} indices @param {string} [suggestion]  else the best */
  const editsOf = (indices, suggestion) => {
    const { corrections } = /** @type {Result} */ (state.result);
    return indices.map((i) => ({ start: corrections[i].start, end: corrections[i].end, insert: suggestion ?? corrections[i].suggestions[0] }));
  };

  /** @param {number} i */
  const namesOf = (i) => {
    const { text, corrections } = /** @type {Result} */ (state.result);
    return { from: visibleText(text.slice(corrections[i].start, corrections[i].end)), to: visibleText(corrections[i].suggestions[0] ?? "") };
  };

  return {
    change, rewrite,
    /**
     * @param {number[]} indices  of one fix
     * @param {string} suggestion
     */
    accept(indices, suggestion) {
      const { t } = state;
      const to = visibleText(suggestion);
      const label = indices.length > 1 ? t.text("corrections.acceptedAll", { n: indices.length, to })
        : t.text(to ? "corrections.accepted" : "corrections.acceptedDeletion", { from: namesOf(indices[0]).from, to });
      return rewrite(editsOf(indices, suggestion), label, { done: indices });
    },
    acceptCertain() {
      const { result, t } = state;
      const sure = result ? tally(result, standing(state)).certain : [];
      return rewrite(editsOf(sure), t.text("corrections.acceptedCertain", { n: sure.length }), { done: sure });
    },
    /** @param {number[]} indices */
    ignore(indices) {
      const { result, t, ignored } = state;
      if (!result) return;
      const focus = heldFocus(root);
      const inside = inCard();
      const label = t.text("corrections.ignoredNow", { n: indices.length, from: namesOf(indices[0]).from });
      remember({ label, to: intake.edition(), edits: null, ignored });
      intake.ignore([...ignored, ...indices.map((i) => ignoredOf(result, result.corrections[i]))]);
      set({ said: label });
      focus();
      if (inside) queueMicrotask(() => root.getElementById("card-word")?.focus({ preventScroll: true }));
    },
    restore() {
      remember({ label: state.t.text("corrections.restored"), to: intake.edition(), edits: null, ignored: state.ignored });
      intake.ignore([]);
      set({ said: state.t.text("corrections.restored") });
      queueMicrotask(() => root.getElementById("writing-title")?.focus());
    },
    undo() {
      const steps = [...state.correcting.undo];
      while (steps.length && steps[steps.length - 1].from !== intake.edition()) steps.pop(); // their text is gone
      const step = steps.pop();
      change({ undo: steps });
      if (!step) return;
      const said = state.t.text("corrections.undone", { label: step.label });
      if (!steps.length && root.activeElement?.matches(".undo")) queueMicrotask(() => root.getElementById("writing-title")?.focus());
      if (step.edits) {
        rewrite(step.edits, said, { to: step.to });
        return;
      }
      intake.ignore(step.ignored ?? []);
      set({ said });
    },
    /** @param {KeyboardEvent} event */
    undoByKey(event) {
      const { target, code, key, ctrlKey, metaKey, shiftKey, altKey } = event;
      const asked = (ctrlKey || metaKey) && !shiftKey && !altKey && (code === "KeyZ" || key.toLowerCase() === "z");
      if (!asked || !state.correcting.undo.length) return;
      if (target instanceof HTMLElement && target.isContentEditable) return;
      const typing = target === page.area ? page.area.value !== state.result?.text : target instanceof HTMLInputElement && target.type !== "checkbox";
      if (typing) return; // the field takes back its own
      event.preventDefault();
      this.undo();
    },
    /** @param {HiddenCharacter[]} characters */
    removeHidden(characters) {
      const edits = characters.map(({ start, end }) => ({ start, end, insert: "" }));
      return rewrite(edits, state.t.text("corrections.removed", { n: characters.length }));
    },
    /**
     * Marks a kind of hidden characters where they stand, and goes from one to the next; a second time lets go.
     * @param {string} kind
     * @param {string} name
     */
    mark(kind, name) {
      const { result, correcting } = state;
      if (!result) return;
      const again = correcting.marked === kind;
      change({ marked: again ? null : kind });
      const found = hiddenOf(result, kind);
      page.follow(again ? null : {
        id: `hidden:${kind}`, label: name, index: 0, places: { starts: found.map(({ start }) => start), ends: found.map(({ end }) => end) },
      }, true);
    },
  };
}

/**
 * Remembers which row of a list has the focus, and gives it to the row that has come to its place; `lost`: only where nothing else has it.
 * @param {Document | ShadowRoot} root
 * @returns {(lost?: boolean) => void}
 */
export function heldFocus(root) {
  const look = ROWS.find((name) => root.activeElement?.closest(name));
  const row = look && root.activeElement?.closest(look);
  if (!look || !row) return () => {};
  const rows = () => [...root.querySelectorAll(look)];
  const at = rows().indexOf(row);
  const title = row.closest("section, details")?.querySelector("h3, summary");
  return (lost = false) => queueMicrotask(() => {
    if (lost && root.activeElement && root.activeElement !== document.body) return;
    const now = rows();
    const next = now[Math.min(at, now.length - 1)]?.querySelector(".act") ?? (title?.isConnected ? title : root.getElementById("writing-title"));
    /** @type {HTMLElement | null} */ (next)?.focus();
  });
}
