/**
 * What the page knows of the library as long as nobody has opened it: where the text
 * in front came from, and whether it lies in the library as it is now. Keeping,
 * finding and bringing texts is the work of a script of its own, see `library/`.
 *
 * @import { DecidedRole } from "../engine/types.js"
 * @import { Choice } from "./choices.js"
 * @import { Ignored } from "./corrections.js"
 * @import { State } from "./state.js"
 */

/** Where a text came from; `file` is the file's name; a sample that is written on is one no more. @typedef {{ by: "paste" | "typing" | "file" | "sample" | "share", file?: string }} Source */
/** What the reader decided in a text. @typedef {{ decisions: DecidedRole[], choices: Choice[], ignored: Ignored[] }} Verdicts */
/**
 * A text of the library as it was when it was last saved or opened here; `edition` tells whether another tab has
 * saved it since.
 * @typedef {Verdicts & { id: string, name: string, edition: number, text: string }} Saved
 */

/**
 * Whether the text in front is in the library as it is.
 * @param {Pick<State, "result" | "saved" | "decisions" | "choices" | "ignored">} state
 * @returns {"new" | "saved" | "changed"}
 */
export function shelved({ result, saved, decisions, choices, ignored }) {
  if (!saved) return "new";
  const same = result?.text === saved.text && alike(decisions, saved.decisions) && alike(choices, saved.choices) && alike(ignored, saved.ignored);
  return same ? "saved" : "changed";
}

/**
 * @param {object[]} some
 * @param {object[]} others
 */
const alike = (some, others) => some === others || some.length === others.length && JSON.stringify(some) === JSON.stringify(others);
