/** What the native program needs for a text, on one thread: asked of the bench of stages, which gives a line of JSON for each file. */

import { execFileSync } from "node:child_process";

/** @param {string} command @param {string[]} args */
export const run = (command, args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 64 << 20, stdio: ["ignore", "pipe", "inherit"] });

/**
 * Times in milliseconds; `only_words` and `only_layout` are those of some layers, where no word was met before and where all were.
 * @typedef {{
 *   bytes: number, words: number, answers: number, known: number, stages: [string, number][], whole: number, first: number, edit: number,
 *   only_words: [number, number], only_layout: [number, number], document: number, json: number,
 * }} Native
 */

/** @param {string} bench @returns {string} the program that cargo made of it */
export function built(bench) {
  const lines = run("cargo", ["bench", "--quiet", "--no-run", "--bench", bench, "--message-format=json"]).trim().split("\n");
  const made = lines.map((line) => JSON.parse(line)).find(({ reason, target }) => reason === "compiler-artifact" && target.name === bench);
  return made.executable;
}

/** @param {string[]} files @returns {Native[]} */
export const native = (files) => run(built("stages"), ["--table", ...files]).trim().split("\n").map((line) => JSON.parse(line));
