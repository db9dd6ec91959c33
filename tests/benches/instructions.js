/**
 * Counts the instructions of tests/benches/instructions.rs with callgrind and holds them against those that were written down: an
 * engine that became dearer is seen on a busy machine too. Compilers differ, so the counts name theirs; another's are shown and
 * fail nothing. Then it asks whether a text twice as long costs twice as much, whatever its shape (tests/fuzz/shapes.rs): a stage that is more than
 * linear fails on any machine.
 *
 *   node tests/benches/instructions.js [renew]
 */

import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** By how much a count may grow before it is said to have grown. */
const TOLERATED = 1.05;
/** What a text twice as long may cost: twice, and what sorting and growing tables add. A stage of squares costs four times. */
const TWICE = 2.4;
const kept = new URL("instructions.tsv", import.meta.url);
const started = promisify(execFile);
const run = async (/** @type {string} */ command, /** @type {string[]} */ args) => (await started(command, args, { maxBuffer: 64 << 20 })).stdout.trim();

const compiler = await run("rustc", ["--version"]);
const built = await run("cargo", ["bench", "--quiet", "--no-run", "--bench", "instructions", "--message-format=json"]);
const messages = built.split("\n").map((line) => JSON.parse(line));
const { executable } = messages.find(({ reason, target }) => reason === "compiler-artifact" && target.name === "instructions");
const folder = await mkdtemp(join(tmpdir(), "mubin-instructions-"));

/** What callgrind counted. @param {string} file */
const total = async (file) => Number((await readFile(file, "utf8")).match(/^(?:summary|totals): (\d+)/m)?.[1]);

/** @param {string} scenario */
async function count(scenario) {
  const out = join(folder, scenario);
  const units = Number(await run("valgrind", ["--quiet", "--tool=callgrind", "--toggle-collect=*instructions::measured*", `--callgrind-out-file=${out}`, executable, scenario]));
  return { units, counted: await total(out) };
}

const before = new Map();
let madeWith = "";
for (const line of (await readFile(kept, "utf8").catch(() => "")).split("\n")) {
  if (line.startsWith("#")) madeWith = line.match(/by (rustc .+?):/)?.[1] ?? "";
  else if (line) before.set(...line.split("\t"));
}

/**
 * What each shape costs when it is twice as long, as a multiple.
 * @param {string[]} wanted  these alone, in longer texts
 */
async function shapes(...wanted) {
  const name = wanted.length ? "longer" : "shapes";
  const out = join(folder, name);
  const names = await run("valgrind", ["--quiet", "--tool=callgrind", "--toggle-collect=*instructions::measured_once*", "--dump-after=instructions::measured_once*",
    `--callgrind-out-file=${out}`, executable, "shapes", ...wanted]);
  const dumps = (await readdir(folder)).filter((file) => file.startsWith(`${name}.`)).sort((a, b) => Number(a.split(".")[1]) - Number(b.split(".")[1]));
  const counts = await Promise.all(dumps.map((name) => total(join(folder, name))));
  // The first call only makes the tables; an empty dump at the end is of the way out.
  return (names ? names.split("\n") : []).map((name, i) => ({ name, times: counts[2 * i + 2] / counts[2 * i + 1] }));
}

// Counts are the same however busy the machine is, so both questions are asked at once.
const doubled = shapes();
const rows = [];
for (const scenario of (await run(executable, [])).split(" ")) {
  const { counted, units } = await count(scenario);
  rows.push({ scenario, counted });
  const old = Number(before.get(scenario));
  console.log([scenario.padEnd(12), `${(counted / 1e6).toFixed(1)} M`.padStart(10), `${Math.round(counted / units)} a unit`.padStart(18),
    old ? `${((counted / old - 1) * 100).toFixed(1)} %`.padStart(10) : "       new"].join("  "));
}
/** Shows what each shape costs; those that are too steep. @param {{ name: string, times: number }[]} all */
function steepOf(all) {
  for (const { name, times } of all) console.log(`${name.padEnd(40)}  twice as long: ${times.toFixed(2)} times the cost`);
  return all.filter(({ times }) => !(times < TWICE)).map(({ name }) => name);
}
let steep = steepOf(await doubled);
if (steep.length) {
  console.log("the steep ones again, six times as long");
  steep = steepOf(await shapes(...steep));
}
await rm(folder, { recursive: true });

if (steep.length) {
  console.error(`more than linear: ${steep.join(", ")}`);
  process.exit(1);
}
if (process.argv[2] === "renew") {
  const head = `# scenario of instructions.rs\tinstructions, as callgrind counts them in what is built by ${compiler}: \`./build.sh instructions renew\` writes them\n`;
  await writeFile(kept, head + rows.map(({ scenario, counted }) => `${scenario}\t${counted}\n`).join(""));
} else if (madeWith !== compiler) {
  console.log(`the counts that were written down are of another compiler (${madeWith || "none"}), so nothing is held against them`);
} else {
  const dearer = rows.filter(({ scenario, counted }) => counted > TOLERATED * Number(before.get(scenario)));
  if (dearer.length) {
    console.error(`dearer than before: ${dearer.map(({ scenario }) => scenario).join(", ")}; ./build.sh instructions renew accepts that`);
    process.exit(1);
  }
}
