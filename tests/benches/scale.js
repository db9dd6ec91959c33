/**
 * What the command line costs as texts grow: seconds of work, words a second, the most memory it held, and the cost of a word beside that
 * in the text of 10 kB; then a stream of records of two lengths by one thread and by two. Every verb is run on one word first, and what
 * that takes (opening the packs) is no cost of words. Work is counted as time of the processor, which other programs disturb less than
 * the clock. Prints a table; asserts nothing.
 *
 *   node tests/benches/scale.js [LARGEST, as 10M or 100M; 10M when left out]
 */

import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pages, text } from "./corpus.js";

const program = fileURLToPath(new URL("../../target/release/mubin", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mubin-scale-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const largest = Number.parseFloat(process.argv[2] ?? "10M") * 1e6;
const VERBS = [["diacritize"], ["correct"], ["analyze"]];

/** Writes pieces to a file; how many words it has. @param {string} name @param {Iterable<string>} pieces */
function file(name, pieces) {
  const path = join(folder, name);
  const out = openSync(path, "w");
  let words = 0;
  for (const piece of pieces) {
    words += piece.split(/\s+/).length - 1;
    writeSync(out, piece);
  }
  closeSync(out);
  return { path, words };
}

/** Runs a program, and says what the kernel says of it when it ended. */
const METER = `
import resource, subprocess, sys, time
begun = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss, code)
`;

/** One run: seconds of the processor and of the clock, and megabytes at the most. @param {string[]} args @returns {{ work: number, clock: number, peak: number }} */
function run(args) {
  const { stdout, stderr } = spawnSync("python3", ["-c", METER, program, ...args], { encoding: "utf8" });
  const [work, clock, kilobytes, code] = stdout.trim().split(" ").map(Number);
  if (code !== 0) throw new Error(`mubin ${args.join(" ")}: ${stderr}`);
  return { work, clock, peak: kilobytes / 1000 };
}

const row = (/** @type {unknown[]} */ cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(11) : String(cell).padEnd(28))).join(""));
const size = (/** @type {number} */ bytes) => (bytes < 1e6 ? `${bytes / 1e3} kB` : `${bytes / 1e6} MB`);

writeFileSync(join(folder, "word.txt"), "كتاب\n");
row(["one text", "size", "words", "seconds", "words/s", "a word to", "peak MB"]);
const sizes = [1e4, 1e5, 1e6, 1e7, 1e8].filter((bytes) => bytes <= largest).map((bytes) => ({ bytes, ...file(`${bytes}.txt`, text(bytes)) }));
for (const verb of VERBS) {
  const least = (/** @type {string} */ path, /** @type {number} */ times) => {
    const runs = Array.from({ length: times }, () => run([...verb, path]));
    return { work: Math.min(...runs.map(({ work }) => work)), peak: Math.max(...runs.map(({ peak }) => peak)) };
  };
  const start = least(join(folder, "word.txt"), 8).work;
  let first = 0;
  for (const { bytes, path, words } of sizes) {
    // A run of a short text is too short to be measured once.
    const { work: all, peak } = least(path, bytes < 1e6 ? 8 : 1);
    const work = Math.max(all - start, 1e-4);
    first ||= work / words;
    row([verb.join(" "), size(bytes), words, work.toFixed(3), Math.round(words / work), (work / words / first).toFixed(2), Math.round(peak)]);
  }
}

/** Records until there are so many bytes. @param {number} bytes */
function* records(bytes) {
  let made = 0;
  let id = 0;
  for (const page of pages(2)) {
    const line = `${JSON.stringify({ id: id++, text: page })}\n`;
    yield line;
    made += Buffer.byteLength(line);
    if (made >= bytes) return;
  }
}

console.log("");
row(["a stream", "size", "threads", "seconds", "by clock", "times", "peak MB"]);
for (const bytes of [5e6, 5e7].filter((bytes) => bytes <= 5 * largest)) {
  const { path } = file(`${bytes}.jsonl`, records(bytes));
  let one = 0;
  for (const threads of [1, 2, 4]) {
    const { work, clock, peak } = run(["analyze", "--input", "jsonl", "--threads", String(threads), path]);
    one ||= clock;
    row(["analyze --input jsonl", size(bytes), threads, work.toFixed(2), clock.toFixed(2), (one / clock).toFixed(2), Math.round(peak)]);
  }
}
