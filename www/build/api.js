/**
 * The page of the API, written out of the types: every exported name, every
 * option and field with what its doc comment says. It can therefore say nothing that the
 * sources do not. Made again only when the sources change.
 *
 * @import { JSDocableNode, SourceFile } from "ts-morph"
 */

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const kept = new URL("../../target/api/API.md", import.meta.url);

/** What the page is made from. */
const SOURCES = [
  "engine/index.js", "engine/errors.js",
  ...["analyzer", "calls", "result", "layers", "measures", "study"].map((name) => `engine/types/${name}.d.ts`),
];

/**
 * @param {string} www
 * @returns {Promise<string>} Markdown
 */
export async function apiOf(www) {
  const texts = await Promise.all([...SOURCES, "build/api.js"].map((name) => readFile(www + name, "utf8")));
  const stamp = `<!-- ${createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 16)} -->\n`;
  const before = await readFile(kept, "utf8").catch(() => "");
  if (before.startsWith(stamp)) return before.slice(stamp.length);
  const { page } = await readApi(www);
  await mkdir(new URL("./", kept), { recursive: true });
  await writeFile(kept, stamp + page);
  return page;
}

/**
 * @param {string} www
 * @returns {Promise<{ page: string, bare: string[] }>} bare: what has no doc comment
 */
export async function readApi(www) {
  const { Project } = await import("ts-morph");
  const project = new Project({ compilerOptions: { allowJs: true }, skipFileDependencyResolution: true, skipAddingFilesFromTsConfig: true });
  const [main, errors, ...types] = SOURCES.map((name) => project.addSourceFileAtPath(www + name));
  /** @type {string[]} */
  const bare = [];
  const entries = [...valuesOf(main, errors, bare), ...types.flatMap((file) => typesOf(file, bare))];
  const page = [
    "# API of mubin\n",
    "Written out of the types of the package. Offsets are UTF-16 code units, `[start, end)`, over the text exactly as it was given.\n",
    entries.map(({ name }) => `[\`${name}\`](#${name.toLowerCase()})`).join(" · "),
    "",
    ...entries.map(({ name, body }) => `## ${name}\n\n${body}\n`),
  ].join("\n");
  return { page, bare };
}

/** @typedef {{ name: string, body: string }} Entry */

/**
 * What can be imported as a value.
 * @param {SourceFile} main
 * @param {SourceFile} errors
 * @param {string[]} bare
 * @returns {Entry[]}
 */
function valuesOf(main, errors, bare) {
  const create = main.getFunctionOrThrow("createAnalyzer");
  const limit = main.getVariableStatementOrThrow((statement) => statement.isExported());
  const error = errors.getClassOrThrow("MubinError");
  return [
    { name: "createAnalyzer", body: `${code("createAnalyzer(options?: AnalyzerOptions): Promise<Analyzer>")}\n\n${docOf(create, "createAnalyzer", bare)}` },
    { name: "MAX_UNITS", body: `${code("const MAX_UNITS: number")}\n\n${docOf(limit, "MAX_UNITS", bare)}` },
    { name: "MubinError", body: `${code("class MubinError extends Error { readonly kind: ErrorKind; readonly cause?: unknown }")}\n\n${docOf(error, "MubinError", bare)}` },
  ];
}

/**
 * @param {SourceFile} file
 * @param {string[]} bare
 * @returns {Entry[]}
 */
function typesOf(file, bare) {
  const declarations = [...file.getInterfaces(), ...file.getTypeAliases()].sort((a, b) => a.getStart() - b.getStart());
  return declarations.map((found) => {
    const name = found.getName();
    const doc = docOf(found, name, bare);
    if (!("getMembers" in found)) return { name, body: `${code(oneLine(found.getText().replace(/^\/\*\*[^]*?\*\/\s*/, "").replace(/^export /, "")))}\n\n${doc}` };
    const head = oneLine(found.getText().replace(/^\/\*\*[^]*?\*\/\s*/, "").replace(/^export /, "").replace(/\s*\{[^]*$/, ""));
    const members = rowsOf(found.getMembers()).map((row) => {
      const texts = row.map((member) => `\`${oneLine(member.getText().replace(/^\/\*\*[^]*?\*\/\s*/, "")).replace(/;$/, "")}\``);
      return `- ${texts.join(", ")}  \n  ${docOf(/** @type {any} */ (row[0]), `${name}.${texts[0]}`, bare).replace(/\n/g, "\n  ")}`;
    });
    return { name, body: [code(head), doc, members.join("\n")].filter(Boolean).join("\n\n") };
  });
}

/**
 * Members that stand on one line share what is said above it.
 * @template {import("ts-morph").TypeElementTypes} T
 * @param {T[]} members
 * @returns {T[][]}
 */
function rowsOf(members) {
  const lineOf = (/** @type {T} */ member) => member.getStartLineNumber(false);
  /** @type {T[][]} */
  const rows = [];
  for (const member of members) {
    const last = rows.at(-1);
    if (last && lineOf(last[0]) === lineOf(member)) last.push(member);
    else rows.push([member]);
  }
  return rows;
}

/**
 * @param {JSDocableNode} node
 * @param {string} name
 * @param {string[]} bare  where those without any are put down
 */
function docOf(node, name, bare) {
  const doc = node.getJsDocs().at(-1)?.getDescription().trim() ?? ""; // before the first declaration stands what is said of the whole file
  if (!doc) bare.push(name);
  return doc;
}

/** @param {string} text */
const code = (text) => `\`\`\`ts\n${text}\n\`\`\``;

/** @param {string} text */
const oneLine = (text) => text.replace(/\/\*\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace("= | ", "= ").trim();

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await apiOf(fileURLToPath(new URL("../", import.meta.url))));
