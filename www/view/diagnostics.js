/**
 * What a report of an error needs, and nothing of what the reader reads: no text, no
 * name of a file, no message of the engine as it came, since a message may quote the
 * text; of that, only the words that browsers and the engine have for what can go wrong.
 *
 * @import { Shown } from "./errors.js"
 * @import { State } from "./state.js"
 */

import { VERSION } from "../engine/generated/bindings.js";

const KNOWN = new RegExp([
  "unreachable", "memory access out of bounds", "out of memory", "array buffer allocation failed", "invalid array length", "invalid string length",
  "table index is out of bounds", "indirect call", "divide by zero", "call stack", "does not answer", "never answered", "could not be started",
  "could not be loaded", "not a function", "is not defined", "failed to fetch", "\\b[45]\\d\\d for\\b",
].join("|"), "gi");
const LONGEST_CHAIN = 4;

/**
 * The names of what was thrown and of its causes, with what is known of their messages.
 * @param {unknown} thrown
 */
export function traceOf(thrown) {
  /** @type {string[]} */
  const trace = [];
  for (let error = thrown; error instanceof Error && trace.length < LONGEST_CHAIN; error = error.cause) {
    trace.push([error.name, ...new Set(error.message.match(KNOWN) ?? [])].join(": "));
  }
  return trace.join(" < ");
}

/** Errors that are nobody's doing. @param {Shown} error */
export const isFault = ({ kind }) => kind.startsWith("engine-") || kind === "unexpected";

/**
 * @param {Shown} error
 * @param {Pick<State, "packs" | "result" | "preferences" | "screen">} state
 */
export function diagnosticsOf({ kind, trace }, { packs, result, preferences, screen }) {
  const lines = {
    mubin: VERSION, error: kind, trace, screen, language: preferences.lang,
    packs: Object.entries(packs ?? {}).map(([name, found]) => `${name} ${found}`).join(", "),
    "text in front": `${result?.text.length ?? 0} units`,
    worker: typeof Worker, cores: navigator.hardwareConcurrency, browser: navigator.userAgent,
  };
  return Object.entries(lines).map(([name, value]) => `${name}: ${value || "-"}`).join("\n");
}
