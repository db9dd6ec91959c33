/**
 * The texts that are measured, made from what is in the tree, so that every machine measures the same: an article, copied
 * pages of 2,000 words, and a megabyte of text of which no sentence stands there twice, as a text that repeats itself is
 * read faster than any real one.
 */

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** @typedef {{ name: string, path: string, text: string, words: number, bytes: number }} Text */

/** Words as anyone counts them: what stands between white space. @param {string} text */
export const wordsOf = (text) => text.split(/\s+/).filter(Boolean).length;

/** @param {string} folder @returns {Promise<string[]>} its texts, in the order of their names */
async function read(folder) {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(".txt")).sort();
  return Promise.all(names.map((name) => readFile(join(root, folder, name), "utf8")));
}

/** The gold pages as they were copied: roles and ends of sentences are annotation. */
async function pages() {
  const gold = await read("tests/golden/pages");
  return gold.map((page) => page.split("\n").map((line) => line.slice(line.indexOf("\t") + 1).replaceAll("‖", "")).join("\n"));
}

/** Paragraphs of prose: the annotated ones without their brackets, the vowelled ones without their vowels. */
async function paragraphs() {
  const annotated = (await read("src/data/annotated")).map((text) => text.replace(/\[[A-Z] ([^\]]*)\]/g, "$1").replace(/^#.*/m, ""));
  const bare = (await read("src/data/vocalised")).map((text) => text.replace(/^# \w[^:\n]*: /gm, "\n").replace(/[\u064B-\u0652\u0670]/g, ""));
  return [...annotated, ...bare].flatMap((text) => text.split(/\n{2,}/)).map((text) => text.trim()).filter(Boolean);
}

/**
 * As many of the pieces as make up so much, by what is counted of them.
 * @param {string[]} pieces
 * @param {number} much
 * @param {(text: string) => number} count
 */
function some(pieces, much, count) {
  const taken = [];
  for (let sum = 0; sum < much && taken.length < pieces.length;) {
    const piece = pieces[taken.length];
    taken.push(piece);
    sum += count(piece);
  }
  return `${taken.join("\n\n")}\n`;
}

/** A megabyte, or less of the same. @param {number} [bytes] */
export const prose = async (bytes = 1e6) => some(await paragraphs(), bytes, (text) => Buffer.byteLength(text) + 2);

/**
 * Those of the tree, or files instead.
 * @param {string} folder  where they are written, for programs that read files
 * @param {string[]} files
 * @returns {Promise<Text[]>}
 */
export async function texts(folder, files) {
  /** @type {[string, string][]} */
  const named = files.length
    ? await Promise.all(files.map(async (file) => /** @type {[string, string]} */ ([basename(file), await readFile(file, "utf8")])))
    : [
      ["article", await readFile(`${root}www/samples/news.txt`, "utf8")],
      ["2,000 words", some(await pages(), 2000, wordsOf)],
      ["1 MB", await prose()],
    ];
  await mkdir(folder, { recursive: true });
  return Promise.all(named.map(async ([name, text]) => {
    const path = join(folder, `${name.replace(/[^\w.-]+/g, "-")}.txt`);
    await writeFile(path, text);
    return { name, path, text, words: wordsOf(text), bytes: Buffer.byteLength(text) };
  }));
}
