/**
 * What the engine promises to JavaScript, as checks that know neither Node nor the browser: the same list runs in both,
 * on the page and in a worker. A check throws when a promise is broken.
 */

/** @param {unknown} condition @param {string} message */
function holds(condition, message) {
  if (!condition) throw new Error(message);
}

/** @param {unknown} got @param {unknown} wanted @param {string} what */
function equal(got, wanted, what) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: got ${a}, wanted ${b}`);
}

/** @param {Promise<unknown>} promise @param {string} kind */
async function fails(promise, kind) {
  const error = await promise.then(() => null, (e) => e);
  equal(error?.kind ?? error?.name, kind, "kind of error");
  holds(typeof error.message === "string" && error.message.length > 0, "an error says something");
}

const TEXT = "وصل 😀 الوفدُ إلى «بغداد».\nثم غادر 3.5 a@b.org";

export const CHECKS = {
  async "surfaces are slices of the text"(mubin) {
    const result = await mubin.analyze(TEXT);
    equal(result.unit, "utf16", "unit");
    const tokens = [...result.tokens].map((t) => [TEXT.slice(t.start, t.end), t.kind]);
    equal(tokens.slice(0, 4), [["وصل", "word"], ["😀", "emoji"], ["الوفدُ", "word"], ["إلى", "word"]], "tokens");
    equal(tokens.at(-1), ["a@b.org", "email"], "last token");
    equal(result.sentences.length, 2, "sentences");
  },

  async "tokens are columns until they are looked at"(mubin) {
    const { tokens } = await mubin.analyze(TEXT);
    equal(tokens.at(-1).kind, "email", "at() counts from the end");
    equal(tokens.at(tokens.length), undefined, "beyond the end there is nothing");
    equal([...tokens].length, tokens.length, "iteration");
  },

  async "toJSON gives plain data with every field"(mubin) {
    const json = JSON.parse(JSON.stringify(await mubin.analyze(TEXT)));
    equal(json.schema, "mubin/1", "schema");
    for (const field of ["entities", "mentions", "statements", "times", "quantities", "keyphrases", "summary", "corrections"]) {
      equal(json[field], [], field);
    }
    equal(json.tokens[0], { start: 0, end: 3, kind: "word", sentence: 0, analysis: null }, "a token");
    holds(json.missing.includes("morphology"), "missing layers are named");
  },

  async "a lone surrogate is one unit and shifts nothing"(mubin) {
    const text = "قال \ud800 نعم \udc00.";
    const result = await mubin.analyze(text);
    equal([...result.tokens].filter((t) => t.kind === "word").map((t) => text.slice(t.start, t.end)), ["قال", "نعم"], "words");
    equal(result.characters.filter((c) => c.kind === "replacement").map((c) => c.start), [4, 10], "places");
  },

  async "every offset lies on a cluster"(mubin) {
    const text = "a\u0301 \u{1F1EE}\u{1F1F6} كَّ \u{1F468}\u200D\u{1F469} \r\n ﻻ ـ".repeat(50);
    const edges = new Set([...new Intl.Segmenter("ar", { granularity: "grapheme" }).segment(text)].map((s) => s.index)).add(text.length);
    for (const t of (await mubin.analyze(text)).tokens) holds(edges.has(t.start) && edges.has(t.end), `${t.start}..${t.end} cuts a cluster`);
  },

  async "layers can be chosen"(mubin) {
    const result = await mubin.analyze(TEXT, { layers: ["tokens"] });
    equal([result.blocks.length, result.statistics, result.missing], [0, null, []], "layers left out");
    holds(result.tokens.length > 0, "tokens are there");
    await fails(mubin.analyze(TEXT, { layers: ["colours"] }), "unknown-layer");
  },

  async "decided roles change blocks and what is counted"(mubin) {
    const text = "قال الوزير إن الجلسة المقبلة ستكون حاسمة، وإن الحكومة مستعدة لها.\n\nوأضاف أن اللجنة أنهت عملها يوم الخميس الماضي في العاصمة.";
    const before = await mubin.analyze(text);
    equal(before.blocks.map((b) => b.role), ["body", "body"], "automatic roles");
    const { start, end } = before.blocks[1];
    const after = await mubin.analyze(text, { roles: [{ start: start + 1, end: start + 2, role: "other" }] });
    equal(after.blocks.map((b) => b.role), ["body", "other"], "a touched line has the decided role");
    equal([after.blocks[1].start, after.blocks[1].end, after.blocks[1].score], [start, end, 1], "the whole of it, for certain");
    const forms = (result) => [...result.words].map((word) => word.form);
    holds(forms(before).includes("اللجنة") && !forms(after).includes("اللجنة"), "its words are no longer counted");
    holds(after.statistics.words < before.statistics.words, "nor in the number of words");
    const back = await mubin.analyze(text, { roles: [{ start, end, role: "other" }, { start, end, role: "body" }] });
    equal(back.statistics, before.statistics, "the later decision holds");
    await fails(mubin.analyze(text, { roles: [{ start, end, role: "advert" }] }), "bad-options");
    await fails(mubin.analyze(text, { roles: [{ start, role: "body" }] }), "bad-options");
    await fails(mubin.analyze(text, { roles: "body" }), "bad-options");
  },

  async "bad input is an error with a kind, and the next call works"(mubin) {
    await fails(mubin.analyze(""), "empty-text");
    await fails(mubin.analyze(" \n\u200f "), "empty-text");
    await fails(mubin.analyze(TEXT, { date: "yesterday" }), "bad-date");
    await fails(mubin.decode(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])), "not-text");
    equal((await mubin.analyze(TEXT)).sentences.length, 2, "after errors");
  },

  async "folding groups spellings"(mubin) {
    const text = "الإدارة والادارة الاداره";
    const count = async (folding) => (await mubin.analyze(text, { folding })).words.length;
    equal([await count("exact"), await count("light"), await count("full")], [3, 3, 2], "types");
    equal(await mubin.fold("الإِدَارَةُ ١٢"), "الاداره 12", "fold");
  },

  async "files are decoded and mojibake is offered, not applied"(mubin) {
    const decoded = await mubin.decode(new Uint8Array([0xff, 0xfe, 0x46, 0x06, 0x35, 0x06]));
    equal([decoded.text, decoded.encoding, decoded.basis], ["نص", "UTF-16LE", "bom"], "UTF-16");
    const broken = "Ø§Ù„Ø¹Ø±Ø¨ÙŠØ© Ù„ØºØ© Ø¬Ù…ÙŠÙ„Ø©";
    equal((await mubin.repair(broken)).text, "العربية لغة جميلة", "repair");
    equal(await mubin.repair("العربية لغة جميلة"), null, "sound text");
  },

  async "a call can be aborted"(mubin) {
    const text = "قال الوزير إن الجلسة المقبلة حاسمة جدا. ".repeat(60_000);
    const control = new AbortController();
    const pending = mubin.analyze(text, { signal: control.signal, onProgress: () => control.abort() });
    await fails(pending, "AbortError");
    await fails(mubin.analyze(TEXT, { signal: AbortSignal.abort() }), "AbortError");
    equal((await mubin.analyze(TEXT)).sentences.length, 2, "after an abort");
  },

  async "an open document follows its edits"(mubin) {
    const doc = await mubin.open("وصل الوفد.");
    doc.edit(4, 9, "الرئيس");
    const fresh = await mubin.analyze("وصل الرئيس.");
    equal(JSON.stringify(await doc.result()), JSON.stringify(fresh), "result");
  },

  async "calls at once answer each its own"(mubin) {
    const texts = ["واحد.", "واحد. اثنان.", "واحد. اثنان. ثلاثة."];
    const results = await Promise.all(texts.map((text) => mubin.analyze(text)));
    equal(results.map((r) => r.sentences.length), [1, 2, 3], "sentences");
  },
};
