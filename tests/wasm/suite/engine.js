/** How an engine is started, given its packs, asked at once, and put away. */

import { PACKS, TEXT, WASM, bytesOf, equal, fails, holds, otherVersion } from "./asked.js";

export const ENGINE = {
  async "bad input is an error with a kind, and the next call works"(mubin) {
    await fails(mubin.analyze(""), "empty-text");
    await fails(mubin.analyze(" \n\u200f "), "empty-text");
    await fails(mubin.analyze(TEXT, { date: "yesterday" }), "bad-date");
    await fails(mubin.analyze("ن".repeat(50_331_649)), "too-large"); // one letter beyond 96 MiB
    await fails(mubin.decode(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])), "not-text");
    equal((await mubin.analyze(TEXT)).sentences.length, 2, "after errors");
  },

  async "a call can be aborted"(mubin) {
    const text = "قال الوزير إن الجلسة المقبلة حاسمة جدا. ".repeat(60_000);
    const control = new AbortController();
    const pending = mubin.analyze(text, { signal: control.signal, onProgress: () => control.abort() });
    await fails(pending, "AbortError");
    await fails(mubin.analyze(TEXT, { signal: AbortSignal.abort() }), "AbortError");
    equal((await mubin.analyze(TEXT)).sentences.length, 2, "after an abort");
  },

  async "calls at once answer each its own"(mubin) {
    const texts = ["واحد.", "واحد. اثنان.", "واحد. اثنان. ثلاثة."];
    const results = await Promise.all(texts.map((text) => mubin.analyze(text)));
    equal(results.map((r) => r.sentences.length), [1, 2, 3], "sentences");
  },

  async "glosses come when they are asked for"(_, make) {
    const mubin = await make({ packs: { ...PACKS } });
    equal(mubin.packs.glosses, "waiting", "not fetched yet");
    equal((await mubin.analyze("وصل الكتاب")).tokens.at(1).analysis.gloss, null, "no gloss yet");
    await Promise.all([mubin.glosses(), mubin.glosses()]);
    equal(mubin.packs.glosses, "loaded", "loaded");
    const result = await mubin.analyze("وصل الكتاب");
    holds(result.tokens.at(1).analysis.gloss.includes("book"), "a gloss");
    holds((await mubin.alternatives(result, 1)).some(({ gloss }) => gloss?.includes("book")), "in the readings too");
    mubin.dispose();
  },

  async "without packs words are counted and not explained"(_, make) {
    const mubin = await make({ packs: null });
    equal(mubin.packs, { lexicon: "none", frequency: "none", models: "none", names: "none", places: "none", glosses: "none" }, "packs");
    const result = await mubin.analyze(TEXT);
    equal([result.morphology, result.tokens.at(0).analysis, result.statistics.lemmas], [null, null, null], "nothing is made up");
    holds(result.missing.includes("morphology"), "and that is said");
    equal([result.vowelled(), await mubin.alternatives(result, 0)], [TEXT, []], "text and readings");
    equal(result.words.length > 0, true, "words");
    mubin.dispose();
  },

  async "a pack that fails costs its layer and says why"(_, make) {
    const state = async (packs) => {
      const mubin = await make({ packs });
      const { missing } = await mubin.analyze(TEXT);
      const found = { ...mubin.packs };
      mubin.dispose();
      return [found, missing.includes("morphology")];
    };
    const head = (...bytes) => new Uint8Array([0x4d, 0x55, 0x42, 0x4e, ...bytes]);
    equal((await state({ ...PACKS, lexicon: new URL("none.pack", PACKS.lexicon) }))[0].lexicon, "missing", "not there");
    equal((await state({ ...PACKS, lexicon: PACKS.models }))[0].lexicon, "pack-unknown", "another file");
    equal((await state({ ...PACKS, lexicon: head(1) }))[0].lexicon, "pack-damaged", "cut short");
    equal((await state({ ...PACKS, lexicon: head(1, 0, 99, 0, ...Array(8).fill(0)) }))[0].lexicon, "pack-version", "another version");
    const newer = await bytesOf(PACKS.lexicon);
    newer[6] += 1;
    equal((await state({ ...PACKS, lexicon: newer }))[0].lexicon, "pack-version", "whole, and of the next version");
    const [packs, lacks] = await state({ models: PACKS.models, frequency: PACKS.frequency });
    equal([packs, lacks], [{ lexicon: "none", frequency: "pack-mismatch", models: "loaded", names: "none", places: "none", glosses: "none" }, true], "no lexicon");
    const [rest, poorer] = await state({ lexicon: PACKS.lexicon, models: PACKS.models });
    equal([rest.frequency, poorer], ["none", false], "without frequencies words are explained all the same");
  },

  async "a binary of another version is refused, and a later call with the right one works"(_, make) {
    const wasm = await bytesOf(WASM);
    const right = await make({ wasm, packs: null });
    await fails(make({ wasm: otherVersion(wasm, right.version), packs: null }), "engine-version");
    const { message } = await make({ wasm: otherVersion(wasm, right.version), packs: null }).catch((error) => error);
    holds(message.includes(right.version) && message.includes(right.version.replace(/\d/g, "9")), "both versions are named");
    // Another program altogether: its imports and exports are others.
    const stranger = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    await fails(make({ wasm: stranger, packs: null }), "engine-version");
    await fails(make({ wasm: new Uint8Array([1, 2, 3]), packs: null }), "engine-load-failed");
    await fails(make({ wasm: new URL("none.wasm", WASM), packs: null }), "engine-load-failed");
    equal((await right.analyze(TEXT)).sentences.length, 2, "the right one");
    right.dispose();
  },

  async "binary and packs are taken as address, bytes, response, module or function"(_, make) {
    const [wasm, lexicon, models] = await Promise.all([WASM, PACKS.lexicon, PACKS.models].map(bytesOf));
    const padded = new Uint8Array(lexicon.length + 8);
    padded.set(lexicon, 4);
    const forms = {
      address: [WASM.href, { lexicon: PACKS.lexicon.href, models: PACKS.models.href }],
      url: [WASM, { lexicon: PACKS.lexicon, models: PACKS.models }],
      bytes: [wasm.buffer, { lexicon: padded.subarray(4, 4 + lexicon.length), models: models.buffer }],
      response: [new Response(wasm), { lexicon: new Response(lexicon), models: Promise.resolve(new Response(models)) }],
      "response of the right type": [new Response(wasm, { headers: { "content-type": "application/wasm" } }), { lexicon, models }],
      module: [await WebAssembly.compile(wasm), { lexicon: new DataView(padded.buffer, 4, lexicon.length), models }],
      function: [() => wasm, { lexicon: async () => new Response(lexicon), models: () => PACKS.models }],
    };
    for (const [form, [binary, packs]] of Object.entries(forms)) {
      const mubin = await make({ wasm: binary, packs });
      equal([mubin.packs.lexicon, mubin.packs.models], ["loaded", "loaded"], form);
      equal((await mubin.analyze("وصل الكتاب")).tokens.at(1).analysis.root, "كتب", form);
      mubin.dispose();
    }
  },

  async "an engine that was put away answers nothing, and is made again from the same options"(_, make) {
    const options = { packs: { lexicon: () => PACKS.lexicon, models: () => PACKS.models } };
    const first = await make(options);
    const result = await first.analyze(TEXT);
    first.dispose();
    await fails(first.analyze(TEXT), "disposed");
    await fails(first.memory(), "disposed");
    equal(result.tokens.at(0).analysis.root, "وصل", "results stay whole");
    const second = await make(options);
    holds(second !== first, "another one");
    equal((await second.analyze(TEXT)).tokens.at(0).analysis.root, "وصل", "which reads");
    second.dispose();
  },

  async "analyses repeated do not take more memory"(_, make) {
    const sample = new TextDecoder().decode(await bytesOf(new URL("../../../www/samples/news.txt", import.meta.url)));
    const text = sample.repeat(Math.ceil(100_000 / sample.length)).slice(0, 100_000);
    const mubin = await make({ packs: { ...PACKS }, wasm: () => WASM }); // an engine of its own
    for (let i = 0; i < 4; i++) await mubin.analyze(text); // the words of three results are kept to be asked about
    const before = await mubin.memory();
    for (let i = 0; i < 24; i++) await mubin.analyze(text);
    const grown = await mubin.memory() - before;
    mubin.dispose();
    holds(before > 1e6 && grown < 2e6, `24 analyses grew the memory from ${before} by ${grown} bytes`);
    return `24 analyses of 100,000 characters: ${(before / 1e6).toFixed(1)} MB, grown by ${(grown / 1e6).toFixed(2)} MB`;
  },

  async "the same packs are the same analyzer"(_, make) {
    const [one, two, other] = await Promise.all([make({ packs: { ...PACKS } }), make({ packs: { ...PACKS } }), make({ packs: false })]);
    holds(one === two, "asked for by the same addresses");
    holds(one !== other, "another without");
    other.dispose();
  },
};
