/**
 * What the engine promises to JavaScript, as checks that know neither Node nor the browser: the same list runs in both,
 * on the page and in a worker. A check throws when a promise is broken, and may return what it measured. It is given an analyzer, and a way to
 * make others in the same place.
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

const STORY = "ذهب 😀 الولد. قال المعلم: «إن الكتابَ في المكتبة، وكتابها جديد». وقالت المعلمة نعم.";

const PACKS = Object.fromEntries(["lexicon", "frequency", "models", "names", "places", "glosses"].map((name) => (
  [name, new URL(`../../dist/npm/packs/${name}.pack?checks`, import.meta.url)])));

const WASM = new URL("../../dist/npm/generated/mubin_bg.wasm", import.meta.url);

/** The bytes of a file, in Node and in the browser. @param {URL} url @returns {Promise<Uint8Array>} */
async function bytesOf(url) {
  const { readFile } = globalThis.process?.getBuiltinModule("node:fs/promises") ?? {};
  return readFile ? new Uint8Array(await readFile(url)) : new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** A binary whose version is another one; its length is the same. @param {Uint8Array} wasm @param {string} version */
function otherVersion(wasm, version) {
  const latin = Array.from(wasm, (byte) => String.fromCharCode(byte)).join("");
  return Uint8Array.from(latin.replaceAll(version, version.replace(/\d/g, "9")), (letter) => letter.charCodeAt(0));
}

export const CHECKS = {
  async "the beginning of a long text comes before the rest, over the same text"(mubin) {
    const text = `قال الوزير أحمد حسن في بغداد إن المشروع كبير.\n${"وصل الوفد إلى بغداد في مارس 2026.\n".repeat(2000)}`;
    /** @type {any[]} */
    const given = [];
    const whole = await mubin.analyze(text, { onBeginning: (result) => given.push(result) });
    equal(given.length, 1, "once");
    const [{ read, blocks, tokens, times, text: all }] = given;
    equal([all === text, read > 0 && read < 12_001, whole.read], [true, true, text.length], "up to where it was read");
    equal([tokens.at(-1).end <= read, times.every(({ end }) => end <= read)], [true, true], "layers reach as far");
    equal(blocks.at(-1).end, text.trimEnd().length, "lines reach to the end");
    holds(blocks.every((block, i) => i === 0 || block.start >= blocks[i - 1].end), "in order");
    equal(Array.from(tokens).slice(0, 30).map(({ start, end }) => [start, end]), Array.from(whole.tokens).slice(0, 30).map(({ start, end }) => [start, end]), "the same words");
    equal(JSON.stringify(whole) === JSON.stringify(await mubin.analyze(text)), true, "and the whole is what it would be without");
    const control = new AbortController();
    await fails(mubin.analyze(text, { signal: control.signal, onBeginning: () => control.abort() }), "AbortError");
    await mubin.analyze(TEXT, { onBeginning: () => { throw new Error("a short text has no beginning of its own"); } });
  },

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
      holds(Array.isArray(json[field]), field);
    }
    equal([json.tokens[1], json.tokens[1].analysis], [{ start: 4, end: 6, kind: "emoji", sentence: 0, analysis: null }, null], "a token that is no word");
    equal(Object.keys(json.tokens[0].analysis), [
      "lemma", "root", "pattern", "upos", "feats", "segments", "diacritized", "gloss", "source", "score", "alternatives",
    ], "fields of an analysis");
    equal([json.morphology, json.text], [undefined, null], "nothing else crosses");
    equal(json.missing, [], "no layer is missing");
  },

  async "a lone surrogate is one unit and shifts nothing"(mubin) {
    const text = "قال \ud800 نعم \udc00.";
    const result = await mubin.analyze(text);
    equal([...result.tokens].filter((t) => t.kind === "word").map((t) => text.slice(t.start, t.end)), ["قال", "نعم"], "words");
    equal(result.characters.filter((c) => c.kind === "replacement").map((c) => c.start), [4, 10], "places");
  },

  async "a lone surrogate is taken everywhere a text is"(mubin) {
    const broken = "قال \ud800 الوفد \udc00. 3 \udbff\ud83d";
    const units = [0xd800, 0xdc00, 0xdbff, 0xdfff];
    for (let round = 0; round < 60; round++) {
      const at = (round * 7) % (TEXT.length + 1);
      const text = TEXT.slice(0, at) + String.fromCharCode(units[round % 4]) + TEXT.slice(at);
      const { tokens } = await mubin.analyze(text, { layers: ["tokens"] });
      holds([...tokens].every((token) => token.start < token.end && token.end <= text.length), "tokens lie in the text");
    }
    const doc = await mubin.open(broken);
    doc.edit(5, 5, "\udfff");
    doc.edit(0, 1, "\ud83d");
    const edited = `\ud83d${broken.slice(1, 5)}\udfff${broken.slice(5)}`;
    equal(JSON.stringify(await doc.result()), JSON.stringify(await mubin.analyze(edited)), "an edited document");
    const result = await mubin.analyze(broken, { words: ["\ud800"] });
    for (const format of ["json", "conllu", "csv", "tei", "webannotation", "text", "vowelled", "report"]) {
      const files = await mubin.export(result, format, { title: "\ud800", source: "\udc00" });
      holds(files.length > 0 && files.every((file) => file.text.isWellFormed()), `${format} is well-formed`);
    }
    equal((await mubin.study(result).search("\ud800")).total, 0, "a search finds nothing by it");
    const texts = [
      await mubin.normalize(broken, { folds: ["search"] }), await mubin.transliterate(broken, { to: "ala-lc" }),
      await mubin.transliterate(broken, { to: "buckwalter" }), await mubin.fold(broken),
    ];
    holds(texts.every((text) => text.includes("\ufffd") && text.isWellFormed()), "what is written is well-formed");
    holds(Array.isArray(await mubin.alternatives(result, 2)), "readings");
    equal(await mubin.repair(broken), null, "nothing to repair");
    equal((await mubin.analyze(TEXT)).sentences.length, 2, "and the next call works");
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

  async "what each stage took stands on the timeline, the latest alone"(mubin) {
    if (mubin.where === "worker") return; // there it is the worker's
    await mubin.analyze(STORY);
    await mubin.analyze(TEXT);
    const names = performance.getEntriesByType("measure").map(({ name }) => name).filter((name) => name.startsWith("mubin: "));
    const stages = [
      "tokens", "lines", "roles", "sentences", "words", "readings", "choosing", "explaining", "characters", "measures", "view", "numerals", "times",
      "quantities", "names", "entities", "statements", "gist", "corrections",
    ];
    equal(names.sort(), ["analysis", "result", ...stages].map((name) => `mubin: ${name}`).sort(), "measures");
    const took = (name) => performance.getEntriesByName(`mubin: ${name}`)[0].duration;
    const sum = stages.reduce((all, name) => all + took(name), 0);
    // A clock that is made coarse may round each of them up.
    holds(sum <= took("analysis") + 0.1 * stages.length, `stages of ${sum} ms in an analysis of ${took("analysis")} ms`);
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

  async "words are explained"(mubin) {
    equal(["lexicon", "frequency", "models", "names", "places"].map((name) => mubin.packs[name]), Array(5).fill("loaded"), "packs");
    const text = "\u{1F600} وستتاح للباحثين";
    const { tokens, morphology, statistics } = await mubin.analyze(text);
    const { analysis } = tokens.at(-1);
    equal([analysis.upos, analysis.source, analysis.feats.Number, analysis.feats.Case], ["NOUN", "lexicon", "Plur", "Gen"], "analysis");
    equal(analysis.segments.map(({ start, end, tag }) => [text.slice(start, end), tag]),
      [["ل", "PREP"], ["ل", "DET"], ["باحث", "NOUN"], ["ين", "NSUFF"]], "segments are slices of the text");
    equal(morphology.pieces(2).map((piece) => piece.text), ["ل", "ال", "باحث", "ين"], "pieces are spelled as elsewhere");
    equal([tokens.at(0).analysis, morphology.pieces(0), morphology.answerOf(0)], [null, [], -1], "an emoji is no word");
    equal([statistics.lemmas, typeof statistics.roots], [2, "number"], "figures");
    holds(analysis.score > 0 && analysis.score <= 1 && Math.abs(analysis.score * 1000 - Math.round(analysis.score * 1000)) < 1e-6, "a probability of three digits");
  },

  async "what the text says lies where the text says it"(mubin) {
    const text = "\u{1F600} بغداد - الاثنين 16 نوفمبر 2015\n\nقال رئيس الوزراء حيدر العبادي إن الحكومة ستدفع 40 مليون دولار في مدينة الموصل خلال شهرين.";
    const result = await mubin.analyze(text, { date: "2015-11-17" });
    const at = ({ start, end }) => text.slice(start, end);
    holds(result.mentions.some((mention) => at(mention) === "حيدر العبادي" && mention.type === "person"), "a person");
    for (const { entity, type, score, why } of result.mentions) {
      equal(result.entities[entity]?.id, entity, "a mention's entity is at its number");
      holds(result.entities[entity].type === type && score > 0 && score <= 1 && why !== "", "of its type, with its reason");
    }
    const mosul = result.entities.find(({ name }) => name.includes("الموصل"));
    holds(mosul?.geo?.country === "IQ" && Math.abs(mosul.geo.lat - 36.3) < 1, "a place on the map");
    const [statement] = result.statements;
    equal([at(statement.cue), statement.speaker.basis, at(statement.content).startsWith("الحكومة ستدفع")], ["قال", "explicit", true], "a statement");
    holds(result.quantities.some((quantity) => quantity.value === 40e6 && quantity.currency === "USD" && at(quantity) === "40 مليون دولار"), "an amount");
    holds(result.times.some((time) => time.value === "2015-11-16" && at(time) === "الاثنين 16 نوفمبر 2015"), "a date");
    equal([result.date, result.missing], [{ value: "2015-11-17", stated: null }, []], "the caller's date, and nothing missing");
    holds(result.keyphrases.every(({ occurrences }) => occurrences.length > 0), "keyphrases");
    equal(JSON.parse(JSON.stringify(result)).statements, result.statements, "plain objects");
  },

  async "the text is given with its vowels"(mubin) {
    const text = "قال: \u{1F600} «وصل الوفد» 3.5 ok\n";
    const result = await mubin.analyze(text);
    const bare = (vowelled) => vowelled.replace(/[\u064B-\u0652]/g, "");
    equal(bare(result.vowelled()), text, "only marks are added");
    holds(result.vowelled().startsWith("قَالَ: \u{1F600} «"), "words have them");
    const stranger = await mubin.analyze("OK 12");
    equal(stranger.vowelled(), "OK 12", "what is no word stays");
  },

  async "a word has other readings, and one can be decided for"(mubin) {
    const text = "\u{1F600} قال رئيسه نعم. وصل الكتاب. ثم وصل الكتاب.";
    const before = await mubin.analyze(text);
    const places = [...before.tokens].flatMap((token, i) => (text.slice(token.start, token.end) === "الكتاب" ? [i] : []));
    const readings = await mubin.alternatives(before, places[0]);
    equal(readings.map(({ reading }) => reading), readings.map((_, i) => i), "numbers");
    equal(readings.length, before.tokens.at(places[0]).analysis.alternatives + 1, "as many as the analysis says");
    holds(readings.length > 1, "a word with more than one");
    equal([readings.filter(({ chosen }) => chosen).length, readings.filter(({ current }) => current).length], [1, 1], "one is chosen, one current");
    const plain = ({ reading, chosen, current, gloss, score, ...analysis }) => JSON.stringify(analysis);
    const { gloss, score, ...now } = before.tokens.at(places[0]).analysis;
    equal(JSON.parse(plain(readings.find(({ current }) => current))), { ...now, alternatives: readings[0].alternatives }, "the current one is the analysis, places and all");
    const other = readings.find(({ current }) => !current);
    const pins = places.map((i) => ({ start: before.tokens.at(i).start, end: before.tokens.at(i).end, reading: other.reading }));
    const after = await mubin.analyze(text, { pins });
    for (const i of places) equal([after.tokens.at(i).analysis.diacritized, after.tokens.at(i).analysis.lemma], [other.diacritized, other.lemma], "decided");
    const again = await mubin.alternatives(after, places[0]);
    equal([again.findIndex(({ current }) => current), again.findIndex(({ chosen }) => chosen)],
      [other.reading, readings.findIndex(({ chosen }) => chosen)], "current and chosen are told apart");
    equal(JSON.stringify(await mubin.analyze(text)), JSON.stringify(before), "without pins all is as before");
    equal(await mubin.alternatives(before, 0), [], "an emoji has none");
    await fails(mubin.analyze(text, { pins: [{ start: 0 }] }), "bad-options");
    await fails(mubin.analyze(text, { pins: "all" }), "bad-options");
  },

  async "a word deep in an endless sentence has its readings too"(mubin) {
    const result = await mubin.analyze("وصل الكتاب ".repeat(450));
    equal((await mubin.alternatives(result, 899)).length, result.tokens.at(899).analysis.alternatives + 1, "the last word");
    equal((await mubin.alternatives(result, 401)).length, result.tokens.at(401).analysis.alternatives + 1, "one in the middle");
  },

  async "a text is written in other scripts and read back"(mubin) {
    const text = "\u{1F600} قال الرئيس باراك أوباما، والشمس iPhone";
    const result = await mubin.analyze(text);
    const ala = await mubin.transliterate(result, { to: "ala-lc", capitals: true });
    equal(ala, "\u{1F600} qāla al-raʼīs Bārāk Ūbāmā, wa-al-shams iPhone", "by the result");
    equal(await mubin.transliterate(text, { to: "ala-lc", capitals: true }), ala, "by the text");
    equal(await mubin.transliterate(result, { to: "din-31635", token: [...result.tokens].findIndex(({ start }) => text.startsWith("والشمس", start)) }), "wa-š-šams", "one word");
    equal(await mubin.transliterate("هذا كتاب الوزير.", { to: "ala-lc", endings: "keep" }), "hādhā kitābu al-wazīri.", "with endings");
    for (const to of ["buckwalter", "safe-buckwalter", "hsb"]) {
      equal(await mubin.transliterate(await mubin.transliterate(text, { to }), { from: to, to: "arabic" }), text, to);
    }
    equal(await mubin.transliterate("", { to: "ipa" }), "", "nothing");
    await fails(mubin.transliterate(text, { to: "morse" }), "bad-options");
    await fails(mubin.transliterate(text, { to: "arabic", from: "ipa" }), "bad-options");
  },

  async "differences of writing are made equal"(mubin) {
    equal(await mubin.normalize("الإِدَارَةُ  ١٢؟", { folds: ["search"] }), "الاداره 12?", "a preset");
    equal(await mubin.normalize("مـــرحبا 12", { folds: ["digits-arabic", "tatweel"] }), "مرحبا ١٢", "folds");
    await fails(mubin.normalize("", { folds: ["digits-arabic", "digits-latin"] }), "bad-options");
    await fails(mubin.normalize("", { folds: ["x"] }), "bad-options");
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
    const sample = new TextDecoder().decode(await bytesOf(new URL("../../www/samples/news.txt", import.meta.url)));
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

  async "words are found by spelling, lemma, root, wildcard and part of speech"(mubin) {
    const study = mubin.study(await mubin.analyze(STORY));
    const found = async (query, options) => {
      const { total, start, end, first, last, sentence, unclear } = await study.search(query, options);
      equal([start.length, first.length, last.length, sentence.length, unclear.length], [total, total, total, total, 0], "columns of one length");
      return Array.from(start, (from, i) => STORY.slice(from, end[i]));
    };
    equal(await found("الكتاب"), ["الكتابَ"], "folded by itself");
    equal(await found("الكتاب", { mode: "exact" }), [], "as it is written");
    equal(await found("كتاب", { clitics: true }), ["الكتابَ", "وكتابها"], "with what is attached");
    equal(await found("قال", { mode: "lemma" }), ["قال", "وقالت"], "by lemma");
    equal(await found("ك ت ب", { mode: "root" }), ["الكتابَ", "المكتبة", "وكتابها"], "by root");
    equal(await found("ال*ب?", { mode: "wildcard" }), ["المكتبة"], "with gaps");
    equal(await found("lemma:قال noun", { mode: "tags" }), ["قال المعلم", "وقالت المعلمة"], "a row of words");
    equal(await found(""), [], "an empty query");
    equal((await study.search("NOUN COLOUR", { mode: "tags" })).unclear, ["COLOUR"], "what means nothing");
    await fails(study.search("x", { mode: "colours" }), "bad-options");
    await fails(study.search(7), "bad-options");
    const [one] = (await study.concordance("قال", { window: 2 })).lines;
    const contexts = [one.before, one.after].map(({ start, end }) => STORY.slice(start, end));
    equal(contexts, ["ذهب 😀 الولد.", "المعلم: «إن"], "contexts stand on their sides");
  },

  async "a concordance is sorted and comes page by page"(mubin) {
    const text = "ثم جاء وليد. ثم جاء أحمد. وقد جاء باسم.";
    const study = mubin.study(await mubin.analyze(text));
    const lines = async (options) => {
      const { total, lines } = await study.concordance("جاء", options);
      equal(total, 3, "all are counted");
      return lines.map(({ after, end }) => text.slice(end, after.end).trim().split(/[ .]/)[0]);
    };
    equal(await lines(), ["وليد", "أحمد", "باسم"], "by place");
    equal(await lines({ sort: "after1" }), ["أحمد", "باسم", "وليد"], "by the word after");
    equal(await lines({ sort: ["before1", "after1"], reversed: true }), ["باسم", "وليد", "أحمد"], "by two words, backwards");
    equal(await lines({ offset: 1, limit: 1 }), ["أحمد"], "the second page of one");
    await fails(study.concordance("x", { sort: "colour" }), "bad-options");
    await fails(study.concordance("x", { limit: "many" }), "bad-options");
  },

  async "rows of words, collocates, spread and key words"(mubin) {
    const text = "رفع البنك المركزي سعر الفائدة. وقال البنك المركزي إن التضخم مرتفع. وأضاف البنك المركزي أن التضخم سيتراجع.";
    const study = mubin.study(await mubin.analyze(text));
    const ngrams = await study.ngrams();
    equal([ngrams.total, ngrams.rows[0].text, ngrams.rows[0].count], [3, "البنك المركزي", 3], "n-grams, hamza or none");
    equal(text.slice(ngrams.rows[0].start, ngrams.rows[0].end), "البنك المركزي", "the first place");
    const near = await study.collocations("بنك", { mode: "lemma", by: "form", before: 0, after: 1 });
    equal([near.total, near.words, near.rows[0].text, near.rows[0].after, near.rows[0].logDice], [3, 1, "المركزي", 3, 14], "collocates");
    const { total, words, positions, counts, dp } = await study.dispersion("التضخم");
    equal([total, words, positions.length, counts.length], [2, 17, 2, 10], "dispersion");
    holds(positions[0] > 0.5 && positions[1] < 1 && dp > 0 && dp < 1, "shares");
    const keys = await study.keyness();
    equal([keys.words, keys.corpus], [17, 1e8], "what is compared");
    const best = keys.rows.find(({ root }) => root === "بنك");
    holds(best.count === 3 && best.g2 > 15.13 && best.ratio > 4 && best.here > best.general && best.upos === "NOUN" && !best.closed, "a key word");
    equal((await study.search(best.lemma, { mode: "lemma" })).total, 3, "which is found again");
  },

  async "any result may be asked at any time"(mubin) {
    const texts = Array.from({ length: 6 }, (_, i) => `وصل الوفد ${"ثم غادر ".repeat(i)}.`);
    const results = [];
    for (const text of texts) results.push(await mubin.analyze(text));
    const ask = async (result) => (await mubin.study(result).search("غادر")).total;
    equal(await Promise.all(results.map(ask)), [0, 1, 2, 3, 4, 5], "the engine keeps three of them");
    equal(await ask(results[0]), 0, "again");
    await fails((async () => mubin.study({ ...results[0] }))(), "bad-options");
  },

  async "a result is written as files, decisions and all"(mubin) {
    const text = "ثمّ 😀 جاء الوزير، وقال: «نعم & لا».\nالتعليقات\n=رائع";
    const before = await mubin.analyze(text);
    const [token, word] = [...before.tokens].map((token, i) => [i, token]).find(([, { start, end }]) => text.slice(start, end) === "الوزير");
    const other = (await mubin.alternatives(before, token)).find(({ current }) => !current);
    const result = await mubin.analyze(text, {
      pins: [{ start: word.start, end: word.end, reading: other.reading }],
      roles: [{ start: text.indexOf("=رائع"), end: text.length, role: "body" }],
    });
    const [json] = await mubin.export(result, "json");
    equal([json.name, json.type], ["result.json", "application/json"], "the name of a file");
    const [written, model] = [json.text, JSON.stringify(result)].map((document) => JSON.parse(document));
    equal(Object.keys(written).sort(), Object.keys(model).sort(), "the fields of the model");
    for (const field of Object.keys(model)) equal(written[field], field === "text" ? text : model[field], `${field}; JSON carries the text`);
    equal(JSON.parse((await mubin.export(result, "json", { text: false }))[0].text).text, null, "or not");
    const tables = await mubin.export(result, "csv", { layers: ["tokens", "blocks"] });
    equal(tables.map(({ name }) => name), ["tokens.csv", "blocks.csv"], "the tables asked for");
    const row = tables[0].text.split("\r\n").find((line) => line.startsWith(`${token},`));
    holds(row.startsWith(`${token},${word.start},${word.end},`) && row.includes(other.diacritized), "in UTF-16, as it was decided");
    holds(tables[1].text.includes(",body,1,'=رائع\r\n"), "a decided role, and a formula that does not run");
    const [notes] = await mubin.export(result, "webannotation", { source: "https://example.org/a" });
    const { target: [{ source, selector: [quote, place] }] } = JSON.parse(notes.text).first.items.at(-1);
    equal([source, [...text].slice(place.start, place.end).join("")], ["https://example.org/a", quote.exact], "annotations count code points");
    const [tei] = await mubin.export(result, "tei", { title: "أ & ب" });
    holds(tei.text.includes("<title>أ &amp; ب</title>") && tei.text.includes("norm=") === before.corrections.some(({ start, end }) => start < end), "TEI");
    const [report] = await mubin.export(result, "report", { lang: "en" });
    holds(report.type.startsWith("text/html") && report.text.includes('<html lang="en" dir="ltr">'), "a report in English");
    equal((await mubin.export(result, "text"))[0].text.split("\n\n").at(-1), "=رائع\n", "the clean text");
    equal((await mubin.export(result, "vowelled"))[0].text, result.vowelled(), "the text with vowels");
    holds((await mubin.export(result, "conllu"))[0].text.includes(`Start=${word.start}|End=${word.end}|`), "CoNLL-U");
    await fails(mubin.export(result, "docx"), "bad-options");
    await fails(mubin.export(result, "csv", { layers: ["colours"] }), "bad-options");
    await fails(mubin.export(result, "report", { lang: "fr" }), "bad-options");
    await fails(mubin.export({ ...result }, "text"), "bad-options");
    await fails(mubin.export(result, "text", { signal: AbortSignal.abort() }), "AbortError");
  },

  async "without packs words are found by their spelling"(_, make) {
    const mubin = await make({ packs: null });
    const study = mubin.study(await mubin.analyze(STORY));
    equal((await study.search("الكتاب")).total, 1, "a word");
    equal((await study.search("كتب", { mode: "root" })).total, 0, "roots are not known");
    const { corpus, rows } = await study.keyness();
    equal([corpus, rows], [null, []], "nor what is common");
    mubin.dispose();
  },

  async "the same packs are the same analyzer"(_, make) {
    const [one, two, other] = await Promise.all([make({ packs: { ...PACKS } }), make({ packs: { ...PACKS } }), make({ packs: false })]);
    holds(one === two, "asked for by the same addresses");
    holds(one !== other, "another without");
    other.dispose();
  },
};
