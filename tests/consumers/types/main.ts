/** What the types promise; every line is checked by the compiler, those below `@ts-expect-error` to be refused. */

import {
  createAnalyzer, MAX_UNITS, MubinError,
  type AnalyzeOptions, type Analyzer, type AnalyzerOptions, type ErrorKind, type PackName, type PackState, type Result, type Statement, type Token,
} from "mubin";
import { createAnalyzer as createInline } from "mubin/inline";
import lexicon from "mubin/packs/lexicon.pack";
import wasm from "mubin/wasm";
import { configure, defineElements, sharedEngine } from "mubin/element";
import "mubin/worker";

const options: AnalyzerOptions = {
  wasm: () => wasm,
  packs: { lexicon, models: new Uint8Array(), names: () => Promise.resolve(new Response()), places: null },
  worker: () => new Worker("worker.js"),
};
const mubin: Analyzer = await createAnalyzer(options);
const wishes: AnalyzeOptions = { layers: ["tokens"], date: "2026-01-31", roles: [{ start: 0, end: 3, role: "body" }], onProgress: (share) => share.toFixed() };
const result: Result = await mubin.analyze("نص", wishes);

const first: Token | undefined = result.tokens.at(0);
const root: string | null | undefined = first?.analysis?.root;
const said: Statement[] = result.statements;
configure({ assets: "/static/mubin/" });
await defineElements("mubin-reader");
const shared: Analyzer = await sharedEngine();
const states: [string, PackState][] = Object.entries(mubin.packs);
const names: PackName[] = ["lexicon", "glosses"];
const [file] = await mubin.export(result, "csv", { layers: ["tokens"] });
const { lines } = await mubin.study(result).concordance("كتاب", { mode: "lemma", sort: ["before1", "after1"] });
const folded: string[] = await mubin.fold(["a"]);
const taken: number = await mubin.memory();

try {
  await (await createInline()).analyze("");
} catch (error) {
  if (error instanceof MubinError) {
    const kind: ErrorKind = error.kind;
    console.log(kind, MAX_UNITS);
  }
}

// @ts-expect-error: there is no such kind of error
const unknown: ErrorKind = "colours";
// @ts-expect-error: a result is not asked for by number
await mubin.analyze(7);
// @ts-expect-error: no such format
await mubin.export(result, "docx");

console.log(root, said, states, names, file?.text, lines, folded, taken, unknown, shared);
